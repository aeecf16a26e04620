/** What is told of an election as a whole, beside its rounds. Pure; the words are found at delivery. */
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";

/** One kind of message each for all, for one person, and for those who organise. */
export const NEWS = [
  "nomination",
  "extended",
  "candidates",
  "failed",
  "changed",
  "lot-drawn",
  "elected",
  "cancelled",
  "prolonged",
] as const;
export type News = (typeof NEWS)[number];

export const ASKED = ["consent", "consented", "acceptance", "acceptance-reminder"] as const;
export type Asked = (typeof ASKED)[number];

export const TIDINGS = {
  news: "election.news",
  asked: "election.asked",
  stuck: "election.stuck",
  term: "election.term",
} as const;

type Audience = {
  readonly electionId: string;
  /** Conversation of the Forum's channel. */
  readonly channel: string | null;
  /** Members who are told personally. */
  readonly members: readonly string[];
};

const distinct = (members: readonly string[]): readonly string[] => [...new Set(members)];

/** To the channel and to every holder. `now` tells repetitions of the same news apart. */
export function newsNotices({ electionId, channel, members }: Audience, news: News, now: Instant): Notice[] {
  const common = { kind: TIDINGS.news, subject: electionId, dueAt: now, expiresAt: null, payload: { news } };
  const key = `${TIDINGS.news}|${electionId}|${news}|${now}`;
  return [
    ...(channel === null ? [] : [{ ...common, key, to: { conversation: channel } }]),
    ...distinct(members).map((member) => ({ ...common, key: `${key}|${member}`, to: { member } })),
  ];
}

type Question = {
  readonly electionId: string;
  readonly member: string;
  readonly name: string;
  readonly asked: Asked;
  readonly dueAt: Instant;
};

/** To one person about a candidacy. */
export const askedNotice = ({ electionId, member, name, asked, dueAt }: Question): Notice => ({
  key: `${TIDINGS.asked}|${electionId}|${asked}|${name}|${member}|${dueAt}`,
  kind: TIDINGS.asked,
  subject: electionId,
  to: { member },
  dueAt,
  expiresAt: null,
  payload: { asked, name },
});

/** To those who coordinate: the election waits for them. Once per state and day. */
export const stuckNotices = (
  electionId: string,
  coordinators: readonly string[],
  why: string,
  now: Instant,
): Notice[] =>
  distinct(coordinators).map((member) => ({
    key: `${TIDINGS.stuck}|${electionId}|${why}|${Math.floor(now / 86_400_000)}|${member}`,
    kind: TIDINGS.stuck,
    subject: electionId,
    to: { member },
    dueAt: now,
    expiresAt: null,
    payload: { why },
  }));

/** The end of a term comes near: 8, 4, 2 weeks before. To those who coordinate and to the chair. */
export const termNotices = (
  electionId: string,
  members: readonly string[],
  reminders: readonly Instant[],
): Notice[] =>
  reminders.flatMap((dueAt, at) =>
    distinct(members).map((member) => ({
      key: `${TIDINGS.term}|${electionId}|${at}|${member}`,
      kind: TIDINGS.term,
      subject: electionId,
      to: { member },
      dueAt,
      expiresAt: null,
    })),
  );
