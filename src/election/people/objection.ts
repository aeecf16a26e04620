/** Objections against an election: who may raise one, until when, and what it needs. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { StoredElection } from "../stored.ts";

export type ObjectionRefusal =
  | "not-personal"
  | "not-delegate"
  | "gone"
  | "nobody-elected"
  | "too-late"
  | "reason-missing"
  | "reason-too-long";

/** Characters of a reason. */
export const LONGEST_REASON = 2000;
const SHORTEST_REASON = 10;

export type Objection = {
  readonly id: string;
  readonly electionId: string;
  readonly memberId: string;
  /** Key of the municipality. */
  readonly party: string;
  readonly text: string;
  readonly raisedAt: Instant;
};

type Ended = Pick<StoredElection, "state" | "objectionUntil">;

/** Whether somebody elected can be objected to at `now`; `objectionUntil` is the first instant that is too late. */
export function checkPeriod({ state, objectionUntil }: Ended, now: Instant): Outcome<null, ObjectionRefusal> {
  if (state !== "elected" || objectionUntil === null) return refused("nobody-elected");
  return now < objectionUntil ? ok(null) : refused("too-late");
}

/** Signs nobody sees, and which a database may refuse; line breaks and tabs stay. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}/gu;

/** A written reason, tidied. */
export function checkReason(written: string): Outcome<string, ObjectionRefusal> {
  const text = written.normalize("NFC").replace(UNSEEN, "").trim();
  if (text.length < SHORTEST_REASON) return refused("reason-missing");
  return text.length > LONGEST_REASON ? refused("reason-too-long") : ok(text);
}
