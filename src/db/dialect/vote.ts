/**
 * The statements of one vote: one that reads, two that write. Through the client's own way it would read four
 * times, and a vote is the one turn that many take at the same moment (`npm run bench -- ballot`).
 */
import type { ElectionState, RoundPhase, RoundStage } from "../generated/sqlite/client.ts";
import type { Reader, Tx } from "../store.ts";

type RoundKey = { readonly electionId: string; readonly round: number };

export type VoteRow = {
  readonly electionState: ElectionState;
  /** Number of the newest round of the election. */
  readonly current: number | bigint;
  readonly stage: RoundStage;
  readonly phase: RoundPhase;
  readonly candidates: unknown;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly closedEarly: boolean;
  /** All null where the person has to do with no seat. */
  readonly party: string | null;
  readonly holderId: string | null;
  readonly voted: boolean | null;
  readonly delegateId: string | null;
  readonly deputies: unknown;
  readonly left: boolean | null;
  readonly tested: string | null;
};

/** The round, once for each seat that the person holds or whose party he or she belongs to, by party. */
export const readVote = (
  door: Pick<Reader | Tx, "$queryRaw">,
  { electionId, round }: RoundKey,
  person: { readonly id: string; readonly organisation: string },
): Promise<readonly VoteRow[]> => door.$queryRaw<VoteRow[]>`
  SELECT e."state" AS "electionState",
    (SELECT MAX(n."number") FROM "ElectionRound" n WHERE n."electionId" = r."electionId") AS "current",
    r."stage", r."phase", r."candidates", r."opensAt", r."closesAt", r."closedEarly",
    s."party", s."holderId", s."voted", s."delegateId", s."deputies", s."left", s."tested"
  FROM "ElectionRound" r
  JOIN "Election" e ON e."id" = r."electionId"
  LEFT JOIN "RegisterEntry" s ON s."electionId" = r."electionId" AND s."number" = r."number"
    AND (s."holderId" = ${person.id} OR s."party" = ${person.organisation})
  WHERE r."electionId" = ${electionId} AND r."number" = ${round}
  ORDER BY s."party"`;

/**
 * Marks a seat that has not voted, for the person who holds it, in a round that is open. False when it has voted,
 * when somebody else holds it by now, when its paper was opened as a test, or when the round was closed or cancelled: all are looked at in the moment of writing, so that nothing has to be read a second time.
 */
export async function markSeat(
  tx: Tx,
  { electionId, round }: RoundKey,
  { party, holderId }: { readonly party: string; readonly holderId: string },
  { tag, slot }: { readonly tag: string; readonly slot: string },
): Promise<boolean> {
  const marked = await tx.$executeRaw`
    UPDATE "RegisterEntry" SET "voted" = ${true}, "tag" = ${tag}
    WHERE "electionId" = ${electionId} AND "number" = ${round} AND "party" = ${party}
      AND "holderId" = ${holderId} AND NOT "voted"
      AND ("tested" IS NULL OR "tested" NOT LIKE ${`%${slot}%`})
      AND EXISTS (
        SELECT 1 FROM "ElectionRound" r JOIN "Election" e ON e."id" = r."electionId"
        WHERE r."electionId" = ${electionId} AND r."number" = ${round} AND r."phase" = 'voting'
          AND e."state" NOT IN ('elected', 'not_elected', 'cancelled'))`;
  return marked === 1;
}

/**
 * Notes an opened test ballot with its seat. False when the seat has voted, somebody else holds it, or the round is
 * not open: then nothing may be shown. Takes the same row as a vote, so that of both with one paper one comes first.
 */
export async function noteTest(
  tx: Tx,
  { electionId, round }: RoundKey,
  { party, holderId }: { readonly party: string; readonly holderId: string },
  slot: string,
): Promise<boolean> {
  const noted = await tx.$executeRaw`
    UPDATE "RegisterEntry" SET "tested" = COALESCE("tested", '') || ' ' || ${slot}
    WHERE "electionId" = ${electionId} AND "number" = ${round} AND "party" = ${party}
      AND "holderId" = ${holderId} AND NOT "voted"
      AND EXISTS (
        SELECT 1 FROM "ElectionRound" r
        WHERE r."electionId" = ${electionId} AND r."number" = ${round} AND r."phase" = 'voting')`;
  return noted === 1;
}

/** Throws when the paper lies in the box already. */
export async function dropBallot(
  tx: Tx,
  { electionId, round }: RoundKey,
  { slot, sealed }: { readonly slot: string; readonly sealed: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Ballot" ("electionId", "number", "slot", "sealed")
    VALUES (${electionId}, ${round}, ${slot}, ${sealed})`;
}
