/** Requests about one's own data. Pure. */
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";

/** What a person can ask of the coordination. Erasure is done by the bot itself. */
export const KINDS = ["objection", "correction", "restriction"] as const;
export type RequestKind = (typeof KINDS)[number];

export type PrivacyAsk = {
  readonly id: string;
  readonly number: number;
  readonly kind: RequestKind;
  readonly text: string;
  readonly askedAt: Instant;
  readonly memberId: string | null;
  /** Of the person; null once he or she is erased. */
  readonly name: string | null;
  readonly settledAt: Instant | null;
  readonly answer: string | null;
};

export const LONGEST = 4000;

export type RequestRefusal =
  | "elsewhere"
  | "notMember"
  | "notCoordinator"
  | "empty"
  | "tooLong"
  | "gone"
  | "settled";

/** The words of somebody, without the space around them. */
export function judgeWords(said: string): Outcome<string, "empty" | "tooLong"> {
  const words = said.trim();
  if (words === "") return refused("empty");
  return words.length > LONGEST ? refused("tooLong") : ok(words);
}
