/** Paper and review: what comes before the cast. They write nothing. */
import type { Member } from "../member/member.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import { newSalt, newToken, type Ring, ringOf, sealPending } from "./box.ts";
import type { VotedRound } from "./cast.repository.ts";
import { commitmentOf, type RoundName, receiptOf } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import { judgeAt, standingOf, voterIn } from "./standing.ts";
import { paperOf, type StoredRound } from "./stored.ts";
import type { VoteRefusal } from "./vote.ts";

/** `no-key`: this process cannot take votes of the round, others may. */
export type CastRefusal = VoteRefusal | "no-key" | "not-personal" | "tested" | "no-test";

export type PaperView = { readonly round: StoredRound; readonly party: string };
export type ReviewView = PaperView & {
  readonly choice: string;
  readonly receipt: string;
  readonly token: string;
  readonly pending: string;
};
export type TestView = {
  readonly round: StoredRound;
  readonly choice: string;
  readonly salt: string;
  readonly receipt: string;
};
export type CastView = { readonly round: VotedRound; readonly receipt: string };

export function voteService({
  repository,
  keys,
  random,
}: Pick<ElectionDeps, "repository" | "keys" | "random">) {
  /** The seat for which this person may fill in a paper now, and the keys of the round. */
  async function atPaper(
    turn: Turn,
    name: RoundName,
    choice?: string,
  ): Promise<Outcome<PaperView & { ring: Ring; member: Member }, CastRefusal>> {
    if (turn.place.kind !== "personal") return refused("not-personal");
    const member = voterIn(turn);
    if (!member) return refused("not-entitled");
    const round = await repository.round(name);
    if (!round) return refused("wrong-round");
    const place = { round, ...standingOf(await repository.seatsAround(name, member), member.id) };
    const { seat } = place;
    const choiceOnPaper = choice === undefined || paperOf(round).has(choice);
    const judged = judgeAt(place, turn.now, { choiceOnPaper });
    // Everybody of a party may know that it has voted; that comes before who may vote for it.
    if (!judged.ok && judged.reason === "not-holder" && seat?.voted) return refused("already-voted");
    if (!judged.ok) return judged;
    const key = await keys.read(name);
    if (!key || !seat) return refused("no-key");
    return ok({ round, party: seat.party, ring: ringOf(key, name), member });
  }

  return {
    /** The ballot paper for this person; nothing is stored. */
    async paper(turn: Turn, name: RoundName): Promise<Outcome<PaperView, CastRefusal>> {
      const found = await atPaper(turn, name);
      return found.ok ? ok({ round: found.value.round, party: found.value.party }) : found;
    },

    /** The choice sealed for this person, with the receipt it will have; nothing is stored. */
    async review(turn: Turn, name: RoundName, choice: string): Promise<Outcome<ReviewView, CastRefusal>> {
      const found = await atPaper(turn, name, choice);
      if (!found.ok) return found;
      const { round, party, ring, member } = found.value;
      const ballot = { choice, salt: newSalt(random) };
      const token = newToken(random);
      const pending = sealPending(ring, { seat: party, person: member.id, token }, ballot, random);
      return ok({ round, party, choice, token, pending, receipt: receiptOf(commitmentOf(name, ballot)) });
    },
  };
}
