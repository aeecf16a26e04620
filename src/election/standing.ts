/** Where a person stands in a stored round: what the rules of a vote need to know. Pure. */
import type { Member } from "../member/member.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import type { Turn } from "../turn/turn.ts";
import type { VotedRound } from "./cast.repository.ts";
import type { Entry } from "./stored.ts";
import { judgeVote, type Opening, type VoteFacts } from "./vote.ts";

export type Standing = { readonly seat: Entry | null; readonly standing: VoteFacts["standing"] };
export type Place = Standing & { readonly round: VotedRound; readonly tested?: string };

export const openingOf = (round: VotedRound): Opening => ({
  round: round.current,
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  // Who arrives in time but after the seal is too late as well: the box is shut.
  closedEarly: round.closedEarly || round.phase !== "voting",
  cancelled: round.electionState === "cancelled",
  secret: true,
});

/** `seats` are the one held and the one of the party; the one held counts. */
export function standingOf(seats: readonly Entry[], id: string): Standing {
  const held = seats.find((seat) => seat.holderId === id);
  if (held) return { seat: held, standing: "holder" };
  const [own] = seats;
  return own ? { seat: own, standing: "same-party" } : { seat: null, standing: "stranger" };
}

/** Null for somebody who may not vote at all. */
export const voterIn = (turn: Pick<Turn, "member" | "coordinator">): Member | null =>
  may(rolesOf(turn), "election.vote") ? turn.member : null;

/** `judgeVote` for a person at this place; `facts` are what else is known. */
export const judgeAt = ({ round, seat, standing }: Place, at: Instant, facts: Partial<VoteFacts> = {}) =>
  judgeVote(openingOf(round), {
    at,
    actionUsedBy: "nobody",
    paperRound: round.name.round,
    standing,
    choiceOnPaper: true,
    seatHasVoted: seat?.voted ?? false,
    ...facts,
  });
