/** A motion (Antrag) and what becomes of it. Types and plain facts. Pure. */
import type { Majority, RejectedReason } from "../election/decision.ts";
import type { Instant } from "../system/clock.ts";

/** `umlauf`: circulation, in which silence is consent. */
export const WAYS = ["vote", "umlauf"] as const;
export type Way = (typeof WAYS)[number];

/** What people choose from; an invalid paper exists in a secret ballot only. */
export const CHOICES = ["ja", "nein", "enthaltung"] as const;

export type DecisionState = "draft" | "voting" | "accepted" | "rejected" | "void" | "cancelled";

/** `not-opened`: nothing ran until its end. The last four come from a ballot box that cannot be counted. */
export const VOID_REASONS = [
  "cancelled",
  "count-mismatch",
  "no-quorum",
  "not-opened",
  "key-lost",
  "box-damaged",
  "box-changed",
  "restored",
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];
export type EndReason = RejectedReason | VoidReason;

export type SeatVote = { readonly party: string; readonly choice: string };

/** What is kept of a closed decision. Of a secret one never whose vote was which. */
export type DecisionResult = {
  /** Null where the numbers would give votes away, and for a void ballot. */
  readonly tally: Readonly<Record<string, number>> | null;
  /** By party; null for a secret decision. */
  readonly votes: readonly SeatVote[] | null;
  readonly present: number;
  readonly entitled: number;
  readonly quorum: number;
  readonly closedEarly: boolean;
};

export type Decision = {
  readonly id: string;
  /** For people. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** Null: the Forum decides. */
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly secret: boolean;
  readonly way: Way;
  readonly majority: Majority;
  readonly state: DecisionState;
  /** Parties needed, and parties entitled: as they were at the opening; before it, as they are expected. */
  readonly quorum: number;
  readonly entitled: number;
  readonly createdById: string;
  readonly createdAt: Instant;
  /** When it opened, or will. */
  readonly opensAt: Instant;
  /** The first instant that is too late. */
  readonly closesAt: Instant;
  readonly settledAt: Instant | null;
  readonly reason: EndReason | null;
  readonly cancelReason: string | null;
  readonly result: DecisionResult | null;
  /** Its ballot box, when it is secret. */
  readonly electionId: string | null;
};

/** An entitled party and its open vote. */
export type DecisionSeat = {
  readonly party: string;
  /** Who held the seat at the opening, later who has voted for it; null where there was nobody. */
  readonly holderId: string | null;
  readonly choice: string | null;
};

export const isRunning = ({ state }: Pick<Decision, "state">): boolean =>
  state === "draft" || state === "voting";
