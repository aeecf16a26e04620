/** What is told to whom in the course of a round. Pure; the words are found at delivery. */
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { type Reminder, remindersOf } from "./opening.ts";
import type { NewRound } from "./repository.ts";
import type { RoundName } from "./seal.ts";

export const KIND = {
  opened: "election.opened",
  ballot: "election.ballot",
  reminder: "election.reminder",
  sealed: "election.sealed",
  result: "election.result",
  ended: "election.ended",
  minutes: "election.minutesReady",
} as const;

type Holder = { readonly party: string; readonly holderId: string | null };

export const subjectOf = ({ electionId, round }: RoundName): string => `${electionId}|${round}`;

export function roundIn(subject: string): RoundName {
  const [electionId = "", round = ""] = subject.split("|");
  return { electionId, round: Number(round) };
}

const keyOf = (kind: string, name: RoundName, ...more: readonly string[]): string =>
  [kind, subjectOf(name), ...more].join("|");

const held = (register: readonly Holder[]) =>
  register.flatMap(({ party, holderId }) => (holderId === null ? [] : [{ party, holderId }]));

/**
 * Channel and ballot papers at once, and the reminders of the whole round for every seat that is held: who
 * has voted is seen at delivery only, and no trace of that stays.
 */
export function openingNotices(round: NewRound, channel: string): Notice[] {
  const { name, opensAt, closesAt } = round;
  const opened = {
    ...{ subject: subjectOf(name), expiresAt: closesAt, dueAt: opensAt },
    ...{ key: keyOf(KIND.opened, name), kind: KIND.opened, to: { conversation: channel } },
  };
  return [opened, ...ballotNotices(round)];
}

/** Ballot papers and reminders alone, where somebody else announces what is voted on. */
export function ballotNotices({ name, opensAt, closesAt, register }: NewRound): Notice[] {
  const common = { subject: subjectOf(name), expiresAt: closesAt };
  const now = { ...common, dueAt: opensAt };
  const papers = held(register).map(({ party, holderId }) => ({
    ...now,
    key: keyOf(KIND.ballot, name, party),
    kind: KIND.ballot,
    to: { member: holderId },
    payload: { party },
  }));
  const reminders = remindersOf(opensAt, closesAt).flatMap(({ reminder, at }) =>
    held(register).map(({ party, holderId }) => ({
      ...common,
      dueAt: at,
      key: keyOf(KIND.reminder, name, party, reminder),
      kind: KIND.reminder,
      to: { member: holderId },
      payload: { party, reminder } satisfies { party: string; reminder: Reminder },
      traceless: true as const,
    })),
  );
  return [...papers, ...reminders];
}

/** The count waits for this one: what is sealed is public before anybody knows the result. */
export const sealedKey = (name: RoundName): string => keyOf(KIND.sealed, name);

export const sealedNotice = (name: RoundName, channel: string, now: Instant): Notice => ({
  key: sealedKey(name),
  kind: KIND.sealed,
  subject: subjectOf(name),
  to: { conversation: channel },
  dueAt: now,
  expiresAt: null,
});

/** To officer, scrutineers and chair: the round is counted, the draft of the minutes is there. */
export const minutesNotices = (name: RoundName, members: readonly string[], now: Instant): Notice[] =>
  [...new Set(members)].map((member) => ({
    ...{ key: keyOf(KIND.minutes, name, member), kind: KIND.minutes, subject: subjectOf(name) },
    ...{ to: { member }, dueAt: now, expiresAt: null },
  }));

/** One line in place of each ballot paper that is of no use any more. */
export const endedNotices = (name: RoundName, register: readonly Holder[], now: Instant): Notice[] =>
  held(register).map(({ party, holderId }) => ({
    ...{ key: keyOf(KIND.ended, name, party), kind: KIND.ended, subject: subjectOf(name) },
    ...{ to: { member: holderId }, dueAt: now, expiresAt: null },
    replaces: keyOf(KIND.ballot, name, party),
  }));

/** The result for the channel and every holder, and one line in place of each ballot paper. */
export function resultNotices(
  name: RoundName,
  register: readonly Holder[],
  channel: string | null,
  now: Instant,
): Notice[] {
  const common = { subject: subjectOf(name), dueAt: now, expiresAt: null };
  const result = { ...common, kind: KIND.result };
  const told = channel ? [{ ...result, key: keyOf(KIND.result, name), to: { conversation: channel } }] : [];
  const personal = held(register).map(({ party, holderId }) => ({
    ...result,
    key: keyOf(KIND.result, name, party),
    to: { member: holderId },
  }));
  return [...told, ...endedNotices(name, register, now), ...personal];
}
