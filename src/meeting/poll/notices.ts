/** Who is told what about a poll: the messages that go into the outbox. Pure. */
import { instantOf } from "../../calendar/zones.ts";
import type { HeldSeat } from "../../forum/seats.ts";
import type { Notice } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import type { Poll } from "./poll.ts";

export const POLL = {
  asked: "meeting.poll",
  reminder: "meeting.pollReminder",
  givenUp: "meeting.pollGivenUp",
  result: "meeting.pollResult",
} as const;

type Kind = (typeof POLL)[keyof typeof POLL];
type Message = { readonly kind: Kind; readonly dueAt: Instant; readonly expiresAt: Instant };

const notice = (
  { id }: Pick<Poll, "id">,
  { kind, dueAt, expiresAt }: Message,
  member: string,
  party?: string,
): Notice => ({
  key: `${kind}|${id}|${member}`,
  kind,
  subject: id,
  to: { member },
  dueAt,
  expiresAt,
  payload: party === undefined ? {} : { party },
});

const toHolders = (poll: Pick<Poll, "id">, message: Message, seats: readonly HeldSeat[]): readonly Notice[] =>
  seats.flatMap(({ party, holderId }) => (holderId === null ? [] : [notice(poll, message, holderId, party)]));

/** The question, to the holder of every seat, until the deadline. `at`: not at the beginning of the poll. */
export const pollAsked = (poll: Poll, seats: readonly HeldSeat[], at = poll.createdAt): readonly Notice[] =>
  toHolders(poll, { kind: POLL.asked, dueAt: at, expiresAt: poll.closesAt }, seats);

/** Seats whose holder was not asked: he or she has taken it since the poll began. */
export const newlyHeld = (seats: readonly HeldSeat[], asked: ReadonlySet<string>): readonly HeldSeat[] =>
  seats.filter(({ holderId }) => holderId !== null && !asked.has(holderId));

/** To the holders of these parties, which have not answered. */
export const pollReminders = (
  poll: Poll,
  parties: readonly string[],
  seats: readonly HeldSeat[],
  at: Instant,
): readonly Notice[] =>
  toHolders(
    poll,
    { kind: POLL.reminder, dueAt: at, expiresAt: poll.closesAt },
    seats.filter(({ party }) => parties.includes(party)),
  );

/** That nobody has to answer any more. Of use until the deadline that was told. */
export const pollGivenUp = (poll: Poll, seats: readonly HeldSeat[], now: Instant): readonly Notice[] =>
  toHolders(poll, { kind: POLL.givenUp, dueAt: now, expiresAt: poll.closesAt }, seats);

/** The ranking, to whoever began the poll and to every coordinator, until the last of the dates. */
export function pollResults(poll: Poll, coordinators: readonly string[], at: Instant): readonly Notice[] {
  const last = instantOf(poll.options.at(-1) ?? "");
  const message = { kind: POLL.result, dueAt: at, expiresAt: Math.max(last, at) };
  const members = [...new Set([poll.createdById, ...coordinators])];
  return members.map((member) => notice(poll, message, member));
}
