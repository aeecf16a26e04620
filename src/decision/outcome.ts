/** From the votes to what is kept: the count by the Forum's rule, and what of it may be shown. Pure. */
import { countDecision, type DecisionCount } from "../election/decision.ts";
import { halfOf } from "../election/turnout.ts";
import type { Decision, DecisionResult, DecisionSeat, EndReason, VoidReason } from "./decision.ts";
import { SECRET_FROM } from "./electorate.ts";

export type Ended = {
  /** What the rule says; a box that could not be read is a mismatch to it. */
  readonly count: DecisionCount;
  readonly state: "accepted" | "rejected" | "void";
  readonly reason: EndReason | null;
  readonly result: DecisionResult;
};

type Counted = Pick<Decision, "majority" | "way" | "quorum" | "entitled">;
type Tally = ReadonlyMap<string, number>;

function tallyOf(seats: readonly DecisionSeat[]): Tally {
  const tally = new Map<string, number>();
  for (const { choice } of seats) if (choice !== null) tally.set(choice, (tally.get(choice) ?? 0) + 1);
  return tally;
}

function endingOf(decision: Omit<Counted, "entitled">, ballots: Tally, entitled: number, present: number) {
  const { majority, way, quorum } = decision;
  const round = { ballots, entitled, present, quorum, cancelled: false };
  const count = countDecision({ ...round, majority, circulation: way === "umlauf" });
  return { count, state: count.outcome, reason: count.outcome === "accepted" ? null : count.reason };
}

/**
 * Counts an open decision from the seats that count; whoever has voted is present. The quorum falls with the
 * seats, where a party has left since the opening.
 */
export function countOpen(
  decision: Pick<Counted, "majority" | "way">,
  seats: readonly DecisionSeat[],
  closedEarly: boolean,
): Ended {
  const tally = tallyOf(seats);
  const present = seats.filter(({ choice }) => choice !== null).length;
  const entitled = seats.length;
  const quorum = halfOf(entitled);
  const votes = seats.flatMap(({ party, choice }) => (choice === null ? [] : [{ party, choice }]));
  return {
    ...endingOf({ ...decision, quorum }, tally, entitled, present),
    result: { tally: Object.fromEntries(tally), votes, present, entitled, quorum, closedEarly },
  };
}

export type SecretTurnout = {
  readonly present: number;
  readonly entitled: number;
  /** Why the box cannot be counted, where that is known. */
  readonly voidReason?: VoidReason;
};

/** Counts what came out of a ballot box; null when nothing could be read. Few ballots are not shown. */
export function countSecret(
  decision: Counted,
  tally: Tally | null,
  { present, entitled, voidReason = "count-mismatch" }: SecretTurnout,
): Ended {
  const common = { votes: null, present, entitled, quorum: decision.quorum, closedEarly: false };
  if (tally === null) {
    const count = { outcome: "void", reason: "count-mismatch" } as const;
    return { count, state: "void", reason: voidReason, result: { ...common, tally: null } };
  }
  const ending = endingOf(decision, tally, entitled, present);
  const shown = present >= SECRET_FROM && ending.state !== "void";
  return { ...ending, result: { ...common, tally: shown ? Object.fromEntries(tally) : null } };
}

/** Ja votes that a motion needs, for the numbers that were cast; null where one Nein decides. */
export function neededYes({ majority, way }: Counted, result: DecisionResult): number | null {
  if (way === "umlauf") return null;
  const decided = (result.tally?.ja ?? 0) + (result.tally?.nein ?? 0);
  switch (majority) {
    case "simple":
      return result.tally === null ? null : Math.floor(decided / 2) + 1;
    case "two-thirds-cast":
      return result.tally === null ? null : Math.max(1, Math.ceil((2 * decided) / 3));
    case "absolute-present":
      return Math.floor(result.present / 2) + 1;
    case "two-thirds-electorate":
      return Math.ceil((2 * result.entitled) / 3);
  }
}
