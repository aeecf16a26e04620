/** What the minutes say of a decision (Abstimmung). Pure. */
import { byCodePoint } from "../../system/code-points.ts";
import { moreThanHalf } from "../turnout.ts";
import { isoOf } from "./minutes.rounds.ts";
import type { Minutes, MinutesRound } from "./minutes.schema.ts";
import type { SourceDecision } from "./minutes.source.ts";

export const decisionPart = ({
  text,
  majority,
  circulation,
  secret,
}: SourceDecision): Minutes["decision"] => ({
  ...{ text, majority, secret },
  mode: circulation ? "umlauf" : "vote",
});

/** How it ended; null while it goes on. */
export function decisionOutcome({ state }: SourceDecision): Minutes["outcome"] {
  return state === "draft" || state === "voting" ? null : state;
}

/** Everybody sees who voted how, but not of a vote that does not count. */
function votesOf({ votes }: SourceDecision) {
  const given = votes.flatMap(({ party, choice }) => (choice === null ? [] : [{ party, choice }]));
  const tally = new Map<string, number>();
  for (const { choice } of given) tally.set(choice, (tally.get(choice) ?? 0) + 1);
  return { votes: given.sort((a, b) => byCodePoint(a.party, b.party)), tally: Object.fromEntries(tally) };
}

/** The one round of an open decision that is over; a secret one has a round like an election. */
export function openRound(decision: SourceDecision): MinutesRound[] {
  const outcome = decisionOutcome(decision);
  if (decision.secret || outcome === null) return [];
  const { votes, tally } = votesOf(decision);
  const isVoid = outcome === "void" || outcome === "cancelled";
  const early = decision.settledAt !== null && decision.settledAt < decision.closesAt;
  const ended = early ? (decision.settledAt ?? decision.closesAt) : decision.closesAt;
  return [
    {
      ...{ round: 1, stage: "motion", candidates: [] },
      ...{ opensAt: isoOf(decision.opensAt ?? ended), closesAt: isoOf(ended) },
      ...{ closedEarly: early && !isVoid, extensions: [] },
      ...{ entitled: decision.entitled, quorum: decision.quorum },
      ...{ present: votes.length, needed: moreThanHalf(votes.length) },
      voters: votes.map((one) => one.party),
      ...{ substitutions: [], left: [], seal: null, choices: null },
      ...{ tally: isVoid ? null : tally, votes: isVoid ? null : votes },
      outcome: outcome === "accepted" || outcome === "rejected" ? outcome : "void",
      reason: outcome === "cancelled" ? "cancelled" : decision.reason,
      ...{ winner: null, byLot: null, withdrawnAfter: [], lot: null, paper: null },
      incidents: { duplicates: 0, late: 0 },
    },
  ];
}
