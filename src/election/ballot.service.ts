/** Help for a voter, and the way back to the review: nothing is stored. */
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import { openPending, ringOf } from "./box.ts";
import { commitmentOf, type RoundName, receiptOf } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import { judgeAt, standingOf, voterIn } from "./standing.ts";
import type { StoredRound } from "./stored.ts";
import type { CastRefusal, ReviewView } from "./vote.service.ts";

/** `officer`: name of the person who leads the election. */
export type HelpView = { readonly round: StoredRound; readonly officer: string | null };

export function ballotService({
  repository,
  elections,
  keys,
}: Pick<ElectionDeps, "repository" | "elections" | "keys">) {
  return {
    /** Whom to ask in this round; null where there is no such round. */
    async help(name: RoundName): Promise<HelpView | null> {
      const round = await repository.round(name);
      if (!round) return null;
      const roles = await elections.roles(name.electionId);
      const officer = roles.find((one) => one.role === "officer" && one.until === null);
      return { round, officer: officer?.name ?? null };
    },

    /** The review of a pending ballot once more, with the same receipt; only for the person it was made for. */
    async resume(
      turn: Turn,
      name: RoundName,
      token: string,
      pending: string,
    ): Promise<Outcome<ReviewView, CastRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      const member = voterIn(turn);
      if (!member) return refused("not-entitled");
      const round = await repository.round(name);
      if (!round) return refused("wrong-round");
      const place = { round, ...standingOf(await repository.seatsAround(name, member), member.id) };
      const judged = judgeAt(place, turn.now);
      if (!judged.ok) return judged;
      const key = await keys.read(name);
      if (!key || !place.seat) return refused("no-key");
      const { party } = place.seat;
      const ballot = openPending(ringOf(key, name), { seat: party, person: member.id, token }, pending);
      if (!ballot) return refused("foreign-action");
      const receipt = receiptOf(commitmentOf(name, ballot));
      return ok({ round, party, choice: ballot.choice, token, pending, receipt });
    },
  };
}
