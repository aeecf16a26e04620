/** What is told to whom about a decision: the messages that go into the outbox. Pure; words at delivery. */
import type { Notice, Recipient } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import type { Decision } from "./decision.ts";

export const KIND = {
  draft: "decision.draft",
  secret: "decision.secret",
  opened: "decision.opened",
  ballot: "decision.ballot",
  reminder: "decision.reminder",
  result: "decision.result",
  ended: "decision.ended",
} as const;

export const REMINDERS = ["day", "hours"] as const;
export type Reminder = (typeof REMINDERS)[number];

const HOUR = 3_600_000;
const BEFORE = { day: 24 * HOUR, hours: 2 * HOUR } satisfies Record<Reminder, number>;

/** Where a decision is talked about, and everybody who votes in it. */
export type Audience = {
  readonly places: readonly string[];
  readonly people: readonly { readonly party: string; readonly memberId: string }[];
};

type Told = { readonly to: Recipient; readonly name: string; readonly party?: string };
type Kind = (typeof KIND)[keyof typeof KIND];
type Message = Pick<Notice, "dueAt" | "expiresAt"> & { readonly kind: Kind; readonly reminder?: Reminder };

const inPlaces = ({ places }: Audience): readonly Told[] =>
  places.map((conversation) => ({ to: { conversation }, name: conversation }));
const inPerson = ({ people }: Audience): readonly Told[] =>
  people.map(({ party, memberId }) => ({ to: { member: memberId }, name: memberId, party }));

const keyOf = (kind: Kind, id: string, name: string, more = ""): string => `${kind}|${id}|${name}${more}`;

const notices = (
  id: string,
  { kind, dueAt, expiresAt, reminder }: Message,
  told: readonly Told[],
): Notice[] =>
  told.map(({ to, name, party }) => ({
    key: keyOf(kind, id, name, reminder === undefined ? "" : `|${reminder}`),
    kind,
    subject: id,
    to,
    dueAt,
    expiresAt,
    payload: { ...(party === undefined ? {} : { party }), ...(reminder === undefined ? {} : { reminder }) },
  }));

/** That a motion has been announced: to the places and to all who can ask for a secret ballot. */
export const draftNotices = ({ id, opensAt }: Pick<Decision, "id" | "opensAt">, to: Audience, now: Instant) =>
  notices(id, { kind: KIND.draft, dueAt: now, expiresAt: opensAt }, [...inPlaces(to), ...inPerson(to)]);

/** That it will be secret. The party that asked is not named. */
export const secretNotices = (
  { id, opensAt }: Pick<Decision, "id" | "opensAt">,
  to: Audience,
  now: Instant,
) => notices(id, { kind: KIND.secret, dueAt: now, expiresAt: opensAt }, inPlaces(to));

/**
 * The opening: places, and for an open decision the cards to vote with and the reminders of everybody; who
 * has voted by then is seen at delivery. The papers of a secret one come from the ballot box: beside them
 * everybody gets the motion itself, for which a paper has no room.
 */
export function openingNotices(
  { id, secret, opensAt, closesAt }: Pick<Decision, "id" | "secret" | "opensAt" | "closesAt">,
  to: Audience,
): Notice[] {
  const told = secret ? [...inPlaces(to), ...inPerson(to)] : inPlaces(to);
  const opened = notices(id, { kind: KIND.opened, dueAt: opensAt, expiresAt: closesAt }, told);
  if (secret) return opened;
  const cards = notices(id, { kind: KIND.ballot, dueAt: opensAt, expiresAt: closesAt }, inPerson(to));
  const reminders = REMINDERS.flatMap((reminder) => {
    const dueAt = closesAt - BEFORE[reminder];
    if (dueAt <= opensAt + HOUR) return [];
    return notices(id, { kind: KIND.reminder, dueAt, expiresAt: closesAt, reminder }, inPerson(to));
  });
  return [...opened, ...cards, ...reminders];
}

/** How it ended: to everybody who was told of it, and one line in the place of each card to vote with. */
export function resultNotices(id: string, to: Audience, now: Instant): Notice[] {
  const common = { dueAt: now, expiresAt: null };
  const ended = notices(id, { ...common, kind: KIND.ended }, inPerson(to)).map((notice, at) => ({
    ...notice,
    replaces: keyOf(KIND.ballot, id, to.people[at]?.memberId ?? ""),
  }));
  return [...ended, ...notices(id, { ...common, kind: KIND.result }, [...inPlaces(to), ...inPerson(to)])];
}
