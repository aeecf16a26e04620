/** Replies of the parties to a date: who may give one, and how they add up. Pure. */
import type { HeldSeat } from "../forum/seats.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { MEETING_LIMITS, oneLine } from "./meeting.ts";
import type { MeetingReply, Replies } from "./replies.ts";

/** The reply of one party. `deputy` only with `vertretung`. */
export type PartyReply = {
  readonly party: string;
  readonly reply: MeetingReply;
  readonly deputy: string | null;
};

export type AnswerRefusal = "noSeat" | "seatOfOther";

/** A person who wants to answer. `organisation` is the key of his or her organisation. */
export type Answerer = { readonly id: string; readonly organisation: string };

/**
 * The party for which a person answers: the one whose seat he or she holds; while a seat has no holder, any
 * member of its party.
 */
export function partyOf(person: Answerer, seats: readonly HeldSeat[]): Outcome<string, AnswerRefusal> {
  const held = seats.find((seat) => seat.holderId === person.id);
  if (held) return ok(held.party);
  const own = seats.find((seat) => seat.party === person.organisation);
  if (!own) return refused("noSeat");
  return own.holderId === null ? ok(own.party) : refused("seatOfOther");
}

/** No press is under way for so long, ms. A reply kept further ahead was given before the clock went back. */
const UNDER_WAY_MS = 120_000;

/**
 * Whether a press is overtaken: since it began, at `began`, one that began later has been kept. A press whose
 * caller has given up may still wait in a slow process; it must not undo what was answered after it.
 */
export const isOvertaken = (began: Instant, kept: Instant | null): boolean =>
  kept !== null && kept > began && kept - began <= UNDER_WAY_MS;

/** The name of a deputy, tidied. */
export function checkDeputy(written: string): Outcome<string, "deputyMissing" | "deputyTooLong"> {
  const name = oneLine(written);
  if (name === "") return refused("deputyMissing");
  return name.length > MEETING_LIMITS.deputy ? refused("deputyTooLong") : ok(name);
}

/** By party with a seat; null for one that has not replied. Replies of parties without a seat do not count. */
export const repliesBySeat = (seats: readonly HeldSeat[], given: readonly PartyReply[]): Replies =>
  Object.fromEntries(
    seats.map(({ party }) => [party, given.find((one) => one.party === party)?.reply ?? null]),
  );

export type Tally = {
  readonly accepted: number;
  readonly declined: number;
  readonly deputies: number;
  readonly open: number;
  readonly seats: number;
  /** Seats that are expected to be taken: by the holder or a deputy. */
  readonly expected: number;
  /** Seats needed for a quorum: at least half, rounded up (GemO BW § 37(2)). */
  readonly needed: number;
};

export function tallyOf(replies: Replies): Tally {
  const all = Object.values(replies);
  const count = (wanted: MeetingReply | null): number => all.filter((reply) => reply === wanted).length;
  const [accepted, deputies] = [count("zusage"), count("vertretung")];
  return {
    accepted,
    deputies,
    declined: count("absage"),
    open: count(null),
    seats: all.length,
    expected: accepted + deputies,
    needed: Math.ceil(all.length / 2),
  };
}
