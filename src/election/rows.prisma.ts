/** Rows of rounds and registers as the rules see them. */
import type { Prisma } from "../db/generated/sqlite/client.ts";
import {
  type Entry,
  type StoredRound,
  storedExtensions,
  storedLot,
  storedNames,
  storedPaper,
  storedResult,
  storedSeal,
} from "./stored.ts";
import { wahlordnung } from "./wahlordnung.ts";

export const withElection = {
  include: {
    election: {
      select: {
        ...{ state: true, office: true, reason: true, rule: true, dueAt: true },
        rounds: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
      },
    },
  },
} as const satisfies Prisma.ElectionRoundDefaultArgs;

type Row = Prisma.ElectionRoundGetPayload<typeof withElection>;

/** A JSON column by its schema; null where nothing is stored. */
const read = <T>(schema: { parse: (value: unknown) => T }, value: unknown): T | null =>
  value === null ? null : schema.parse(value);

export const toRound = (row: Row): StoredRound => ({
  name: { electionId: row.electionId, round: row.number },
  electionState: row.election.state,
  office: row.election.office,
  electionReason: row.election.reason,
  electionDueAt: row.election.dueAt?.getTime() ?? null,
  rule: wahlordnung.parse(row.election.rule ?? {}),
  current: row.election.rounds[0]?.number ?? row.number,
  stage: row.stage,
  phase: row.phase,
  candidates: storedNames.parse(row.candidates),
  entitled: row.entitled,
  quorum: row.quorum,
  opensAt: row.opensAt.getTime(),
  closesAt: row.closesAt.getTime(),
  closedEarly: row.closedEarly,
  turnout: row.turnout,
  turnoutAt: row.turnoutAt.getTime(),
  sealedAt: row.sealedAt?.getTime() ?? null,
  seal: read(storedSeal, row.seal),
  result: read(storedResult, row.result),
  extensions: read(storedExtensions, row.extensions) ?? [],
  lot: read(storedLot, row.lot),
  paper: read(storedPaper, row.paper),
});

export const entryColumns = {
  ...{ party: true, holderId: true, voted: true },
  ...{ delegateId: true, deputies: true, left: true },
} as const;
type EntryRow = Prisma.RegisterEntryGetPayload<{ select: typeof entryColumns }>;
export const toEntry = (row: EntryRow): Entry => ({
  ...row,
  deputies: read(storedNames, row.deputies) ?? [],
});
