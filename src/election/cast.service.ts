/**
 * The cast. It writes exactly two rows in one transaction, the mark in the register and the ballot in the box,
 * and nothing anywhere else: no version, no message, no idempotency row, no line in the log. Whatever else is
 * written here could tell when or how somebody voted.
 */
import type { Tx } from "../db/store.ts";
import type { Member } from "../member/member.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import { openPending, type Paper, type Ring, ringOf, sealBallot, slotOf, tagOf } from "./box.ts";
import type { VotedRound } from "./cast.repository.ts";
import type { Incidents } from "./incidents.ts";
import { commitmentOf, type OpenedBallot, type RoundName, receiptOf } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import { judgeAt, type Place, standingOf, voterIn } from "./standing.ts";
import { paperOf } from "./stored.ts";
import type { CastRefusal, CastView, TestView } from "./vote.service.ts";

type Sent = { readonly member: Member; readonly token: string; readonly pending: string };
/** What has to be written: the mark of the seat and the ballot. */
type Due = { readonly ring: Ring; readonly paper: Paper; readonly ballot: OpenedBallot };
type Done = Outcome<CastView, CastRefusal>;

const confirmed = (round: VotedRound, ballot: OpenedBallot): Done =>
  ok({ round, receipt: receiptOf(commitmentOf(round.name, ballot)) });

/** Why somebody without key or seat cannot vote. */
function unable(place: Place, turn: Turn): Done {
  const verdict = judgeAt(place, turn.now);
  return verdict.ok ? refused("no-key") : verdict;
}

function foreign(place: Place, turn: Turn): Done {
  const verdict = judgeAt(place, turn.now, { actionUsedBy: "other-person" });
  if (verdict.ok) throw new Error("a ballot that does not open was taken");
  return verdict;
}

export function castService({
  repository,
  keys,
  write,
  random,
  incidents,
}: Pick<ElectionDeps, "repository" | "keys" | "write" | "random"> & { readonly incidents: Incidents }) {
  async function placeOf(name: RoundName, member: Member, tx?: Tx): Promise<Place | null> {
    const found = await repository.forVote(name, member, tx);
    return found && { round: found.round, tested: found.tested, ...standingOf(found.seats, member.id) };
  }

  /** What a vote that changes nothing is answered, or what has to be written. */
  async function judged(
    turn: Turn,
    place: Place,
    ring: Ring | null,
    { member, token, pending }: Sent,
    tx?: Tx,
  ): Promise<{ readonly done: Done } | { readonly due: Due }> {
    const { round, seat } = place;
    if (!ring || !seat) return { done: unable(place, turn) };
    const paper = { seat: seat.party, person: member.id, token };
    const ballot = openPending(ring, paper, pending);
    if (!ballot) return { done: foreign(place, turn) };
    // Mark and ballot are written together: where the seat has no mark, none of its papers was used. And a
    // pending ballot opens for one person only, so a used one that opens was used by this person.
    const used = seat.voted && (await repository.hasBallot(round.name, slotOf(ring, token), tx));
    const verdict = judgeAt(place, turn.now, {
      actionUsedBy: used ? "same-person" : "nobody",
      choiceOnPaper: paperOf(round).has(ballot.choice),
    });
    if (!verdict.ok) return { done: verdict };
    if (verdict.value === "duplicate") return { done: confirmed(round, ballot) };
    if (place.tested?.includes(slotOf(ring, token))) return { done: refused("tested") };
    return { due: { ring, paper, ballot } };
  }

  /** The two rows. False when the seat has been marked or the round was left meanwhile: nothing is written then. */
  async function written(tx: Tx, name: RoundName, { ring, paper, ballot }: Due): Promise<boolean> {
    const tag = tagOf(ring, paper.token, paper.person);
    const slot = slotOf(ring, paper.token);
    const seat = { party: paper.seat, holderId: paper.person };
    if (!(await repository.mark(tx, name, seat, { tag, slot }))) return false;
    await repository.drop(tx, name, { slot, sealed: sealBallot(ring, ballot, random) });
    return true;
  }

  /** What is answered without a vote being written came twice, or too late, or is no vote. */
  function noted(name: RoundName, done: Done): Done {
    if (done.ok) incidents.note(name, "duplicates");
    else if (done.reason === "closed") incidents.note(name, "late");
    return done;
  }

  /** The paper of a person and what has to be written for it, or the answer. */
  async function looked(turn: Turn, name: RoundName, token: string, pending: string) {
    if (turn.place.kind !== "personal") return { done: refused("not-personal" as const) };
    const member = voterIn(turn);
    if (!member) return { done: refused("not-entitled" as const) };
    const key = await keys.read(name);
    const ring = key && ringOf(key, name);
    const sent = { member, token, pending };
    // Looked at first without any lock, so that the transaction holds the two writes and nothing else.
    const place = await placeOf(name, member);
    if (!place) return { done: refused("wrong-round" as const) };
    return { ...(await judged(turn, place, ring, sent)), sent, ring, place };
  }

  return {
    /**
     * Opens a pending ballot as a test (Benaloh challenge): shows choice and salt, so that the voter can check the
     * receipt, and burns the paper in the same transaction. Nothing is counted; the vote is still to be cast.
     */
    async test(
      turn: Turn,
      name: RoundName,
      token: string,
      pending: string,
    ): Promise<Outcome<TestView, CastRefusal>> {
      const round = await repository.round(name);
      if (!round?.rule.testBallot) return refused("no-test");
      const found = await looked(turn, name, token, pending);
      if (!("due" in found)) {
        const { done } = found;
        return done.ok ? refused("already-voted") : done;
      }
      const { paper, ballot, ring } = found.due;
      const seat = { party: paper.seat, holderId: paper.person };
      const noted = await write(async (tx) => {
        await repository.lock(tx, name, "share");
        return repository.noteTest(tx, name, seat, slotOf(ring, paper.token));
      });
      return noted
        ? ok({
            round,
            choice: ballot.choice,
            salt: ballot.salt,
            receipt: receiptOf(commitmentOf(name, ballot)),
          })
        : refused("already-voted");
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
      const first = await looked(turn, name, token, pending);
      if (!("due" in first)) return noted(name, first.done);
      const { place, sent, ring } = first;
      return write(async (tx) => {
        await repository.lock(tx, name, "share");
        if (await written(tx, name, first.due)) return confirmed(place.round, first.due.ballot);
        // Somebody else was faster: a colleague of this press, or the close. Nobody is now.
        const now = await placeOf(name, sent.member, tx);
        if (!now) return refused("wrong-round");
        const second = await judged(turn, now, ring, sent, tx);
        if ("done" in second) return second.done;
        throw new Error("a seat is neither free nor marked");
      });
    },
  };
}
