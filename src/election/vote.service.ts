/**
 * Paper, review, cast. Paper and review write nothing. The cast writes exactly two rows in one transaction,
 * the mark in the register and the ballot in the box, and nothing anywhere else: no version, no message, no
 * idempotency row, no line in the log. Whatever else is written here could tell when or how somebody voted.
 */
import type { Tx } from "../db/store.ts";
import type { Member } from "../member/member.ts";
import { may, rolesOf } from "../member/rights.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import {
  newSalt,
  newToken,
  openPending,
  type Paper,
  type Ring,
  ringOf,
  sealBallot,
  sealPending,
  slotOf,
  tagOf,
} from "./box.ts";
import { commitmentOf, type OpenedBallot, type RoundName, receiptOf } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import { openingOf, type Place, standingOf } from "./standing.ts";
import { paperOf, type StoredRound } from "./stored.ts";
import { judgeVote, type VoteFacts, type VoteRefusal } from "./vote.ts";

/** `no-key`: this process cannot take votes of the round, others may. */
export type CastRefusal = VoteRefusal | "no-key" | "not-personal";

export type PaperView = { readonly round: StoredRound; readonly party: string };
export type ReviewView = PaperView & {
  readonly choice: string;
  readonly receipt: string;
  readonly token: string;
  readonly pending: string;
};
export type CastView = { readonly round: StoredRound; readonly receipt: string };

export function voteService({
  repository,
  keys,
  write,
  random,
}: Pick<ElectionDeps, "repository" | "keys" | "write" | "random">) {
  async function placeOf(name: RoundName, member: Member, tx?: Tx): Promise<Place | null> {
    const round = await repository.round(name, tx);
    if (!round) return null;
    return { round, ...standingOf(await repository.seatsAround(name, member, tx), member.id) };
  }

  const judge = ({ round, seat, standing }: Place, turn: Turn, facts: Partial<VoteFacts>) =>
    judgeVote(openingOf(round), {
      at: turn.now,
      actionUsedBy: "nobody",
      paperRound: round.name.round,
      standing,
      choiceOnPaper: true,
      seatHasVoted: seat?.voted ?? false,
      ...facts,
    });

  const personOf = (turn: Turn): Member | null => (may(rolesOf(turn), "election.vote") ? turn.member : null);

  /** The seat for which this person may fill in a paper now, and the keys of the round. */
  async function atPaper(
    turn: Turn,
    name: RoundName,
    choice?: string,
  ): Promise<Outcome<PaperView & { ring: Ring; member: Member }, CastRefusal>> {
    if (turn.place.kind !== "personal") return refused("not-personal");
    const member = personOf(turn);
    if (!member) return refused("not-entitled");
    const place = await placeOf(name, member);
    if (!place) return refused("wrong-round");
    const { round, seat } = place;
    const choiceOnPaper = choice === undefined || paperOf(round).has(choice);
    const judged = judge(place, turn, { choiceOnPaper });
    // Everybody of a party may know that it has voted; that comes before who may vote for it.
    if (!judged.ok && judged.reason === "not-holder" && seat?.voted) return refused("already-voted");
    if (!judged.ok) return judged;
    const key = await keys.read(name);
    if (!key || !seat) return refused("no-key");
    return ok({ round, party: seat.party, ring: ringOf(key, name), member });
  }

  type Cast = { readonly ring: Ring; readonly paper: Paper; readonly ballot: OpenedBallot | null };

  /** A vote that changes nothing, or why it is not taken; null when it has to be written. */
  async function judged(tx: Tx, turn: Turn, place: Place, { ring, paper, ballot }: Cast) {
    const { name } = place.round;
    const used = ballot !== null && (await repository.hasBallot(tx, name, slotOf(ring, paper.token)));
    // A pending ballot opens for one person only, so a used one that opens was used by this person.
    const own = used ? "same-person" : "nobody";
    return judge(place, turn, {
      actionUsedBy: ballot ? own : "other-person",
      choiceOnPaper: !ballot || paperOf(place.round).has(ballot.choice),
    });
  }

  /** The two rows. False when somebody else has marked the seat since it was read: nothing is written then. */
  async function written(tx: Tx, name: RoundName, { ring, paper, ballot }: Cast): Promise<boolean> {
    if (!ballot) return false;
    const tag = tagOf(ring, paper.token, paper.person);
    if (!(await repository.mark(tx, name, paper.seat, tag))) return false;
    const slot = slotOf(ring, paper.token);
    await repository.drop(tx, name, { slot, sealed: sealBallot(ring, ballot, random) });
    return true;
  }

  /** One try; null when a mark was lost and everything has to be read again. */
  async function tried(
    tx: Tx,
    turn: Turn,
    place: Place,
    ring: Ring | null,
    sent: { readonly member: Member; readonly token: string; readonly pending: string },
  ): Promise<Outcome<CastView, CastRefusal> | null> {
    const { round, seat } = place;
    if (!ring || !seat) {
      const refusal = judge(place, turn, {});
      return refusal.ok ? refused("no-key") : refusal;
    }
    const paper = { seat: seat.party, person: sent.member.id, token: sent.token };
    const ballot = openPending(ring, paper, sent.pending);
    const cast = { ring, paper, ballot };
    const verdict = await judged(tx, turn, place, cast);
    if (!verdict.ok) return verdict;
    if (!ballot) throw new Error("a ballot that does not open was taken");
    if (verdict.value !== "duplicate" && !(await written(tx, round.name, cast))) return null;
    return ok({ round, receipt: receiptOf(commitmentOf(round.name, ballot)) });
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

    /**
     * Casts the pending ballot of a review. The same press delivered again gets the same receipt, also after
     * the close, as long as the key of the round is there.
     */
    async cast(
      turn: Turn,
      name: RoundName,
      token: string,
      pending: string,
    ): Promise<Outcome<CastView, CastRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      const member = personOf(turn);
      if (!member) return refused("not-entitled");
      const key = await keys.read(name);
      const ring = key && ringOf(key, name);
      return write(async (tx) => {
        await repository.lock(tx, name, "share");
        // At most twice: a mark that was lost once is there the second time.
        for (let tries = 0; tries < 2; tries++) {
          const place = await placeOf(name, member, tx);
          if (!place) return refused("wrong-round");
          const result = await tried(tx, turn, place, ring, { member, token, pending });
          if (result) return result;
        }
        throw new Error("a seat is neither free nor marked");
      });
    },
  };
}
