/** The tables of a cast: three statements, whatever else is in the store. */
import { dropBallot, markSeat, noteTest, readVote, type VoteRow } from "../db/dialect/vote.ts";
import type { Db } from "../db/store.ts";
import type { CastRepository, VotedRound } from "./cast.repository.ts";
import type { RoundName } from "./seal.ts";
import { type Entry, storedNames } from "./stored.ts";

const votedRound = (name: RoundName, row: VoteRow): VotedRound => ({
  name,
  electionState: row.electionState,
  current: Number(row.current),
  stage: row.stage,
  phase: row.phase,
  candidates: storedNames.parse(row.candidates),
  opensAt: row.opensAt.getTime(),
  closesAt: row.closesAt.getTime(),
  closedEarly: row.closedEarly,
});

function seatIn({ party, holderId, voted, delegateId, deputies, left }: VoteRow): Entry[] {
  if (party === null) return [];
  const eligible = { delegateId, deputies: storedNames.parse(deputies ?? []) };
  return [{ party, holderId, ...eligible, voted: voted === true, left: left === true }];
}

export const castRepository = (db: Pick<Db, "read">): CastRepository => ({
  forVote: async (name, person, tx) => {
    const rows = await readVote(tx ?? db.read, name, person);
    const [row] = rows;
    if (!row) return null;
    const tested = rows.map((one) => one.tested ?? "").join(" ");
    return { round: votedRound(name, row), seats: rows.flatMap(seatIn), tested };
  },
  hasBallot: async ({ electionId, round }, slot, tx) => {
    const where = { electionId_number_slot: { electionId, number: round, slot } };
    return (await (tx ?? db.read).ballot.findUnique({ where, select: { slot: true } })) !== null;
  },
  mark: markSeat,
  noteTest,
  drop: dropBallot,
});
