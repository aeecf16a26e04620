/**
 * What an election of the chair is made of, for the rules that count it. Pure values: candidates and
 * parties are names or keys, times are instants.
 */

/** What can stand on a ballot paper beside the candidates; the words of the published count. */
export const FOR = "ja";
export const AGAINST = "nein";
export const ABSTAIN = "enthaltung";
export const INVALID = "ungueltig";

/** Choice on the ballot paper to number of ballots. A choice that is missing was not made. */
export type Ballots = ReadonlyMap<string, number>;

export const votesFor = (ballots: Ballots, choice: string): number => ballots.get(choice) ?? 0;

/** `runoff` follows an undecided first round of several candidates, `second` one of a single candidate. */
export type Stage = "first" | "runoff" | "second";

/** A round (Wahlgang) after its close, before anything that happened later is looked at. */
export type Round = {
  readonly stage: Stage;
  readonly candidates: readonly string[];
  readonly ballots: Ballots;
  /** Seats that were entitled in this round. */
  readonly entitled: number;
  /** Parties that took part or checked in; null when those who cast a ballot are the ones present. */
  readonly present: number | null;
  /** Parties needed for a valid round; null for half of the entitled, rounded up. */
  readonly quorum: number | null;
  readonly cancelled: boolean;
};

export type VoidReason = "cancelled" | "count-mismatch" | "no-quorum" | "withdrawal-restart";
export type NotElectedReason =
  | "no-candidates"
  | "no-majority"
  | "no-votes"
  | "declined"
  | "acceptance-expired";

export type Elected = { readonly outcome: "elected"; readonly winner: string; readonly byLot: boolean };
export type Runoff = { readonly outcome: "runoff"; readonly runoffPair: readonly string[] };
export type SecondRound = { readonly outcome: "second-round"; readonly candidate: string };
export type LotFor = "winner" | "runoff";
/** A lot has to be drawn: `lotSeats` of `lotAmong`; those in `runoffFixed` are in the run-off anyway. */
export type LotNeeded = {
  readonly outcome: "lot";
  readonly lotFor: LotFor;
  readonly lotAmong: readonly string[];
  readonly lotSeats: number;
  readonly runoffFixed: readonly string[];
};
export type NotElected = { readonly outcome: "not-elected"; readonly reason: NotElectedReason };
export type Voided = { readonly outcome: "void"; readonly reason: VoidReason };

/** What a round has led to. */
export type Count = Elected | Runoff | SecondRound | LotNeeded | NotElected | Voided;

export const elected = (winner: string, byLot = false): Elected => ({ outcome: "elected", winner, byLot });
export const notElected = (reason: NotElectedReason): NotElected => ({ outcome: "not-elected", reason });
export const voided = (reason: VoidReason): Voided => ({ outcome: "void", reason });
export const secondRound = (candidate: string): SecondRound => ({ outcome: "second-round", candidate });
export const runoff = (runoffPair: readonly string[]): Runoff => ({ outcome: "runoff", runoffPair });

/** The round that has to follow, or null when the count is not undecided in that way. */
export function roundAfter(
  count: Count,
): { readonly stage: Stage; readonly candidates: readonly string[] } | null {
  if (count.outcome === "runoff") return { stage: "runoff", candidates: count.runoffPair };
  if (count.outcome === "second-round") return { stage: "second", candidates: [count.candidate] };
  return null;
}
