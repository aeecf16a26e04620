/** The tables of decisions, their seats, requests for secrecy and search words. */
import { z } from "zod";
import type { Db, Tx } from "../db/store.ts";
import type { Majority } from "../election/decision.ts";
import type { Decision, DecisionResult, DecisionState, EndReason, Way } from "./decision.ts";
import type { DecisionRepository } from "./repository.ts";

/** The schema's names cannot have a dash. */
const MAJORITY_ROWS = {
  simple: "simple",
  "absolute-present": "absolutePresent",
  "two-thirds-cast": "twoThirdsCast",
  "two-thirds-electorate": "twoThirdsElectorate",
} as const satisfies Record<Majority, string>;
type MajorityRow = (typeof MAJORITY_ROWS)[Majority];
const MAJORITY_OF = Object.fromEntries(
  Object.entries(MAJORITY_ROWS).map(([majority, row]) => [row, majority]),
) as Record<MajorityRow, Majority>;

const storedResult: z.ZodType<DecisionResult> = z.object({
  tally: z.record(z.string(), z.number().int()).nullable(),
  votes: z.array(z.object({ party: z.string(), choice: z.string() })).nullable(),
  present: z.number().int(),
  entitled: z.number().int(),
  quorum: z.number().int(),
  closedEarly: z.boolean(),
});

type Row = {
  id: string;
  number: number;
  title: string;
  text: string;
  group: { id: string; name: string } | null;
  secret: boolean;
  way: Way;
  majority: MajorityRow;
  state: DecisionState;
  quorum: number;
  entitled: number;
  createdById: string;
  createdAt: Date;
  opensAt: Date | null;
  closesAt: Date;
  settledAt: Date | null;
  reason: string | null;
  cancelReason: string | null;
  result: unknown;
  electionId: string | null;
};

const include = { group: { select: { id: true, name: true } } } as const;
const newestFirst = [{ createdAt: "desc" as const }, { number: "desc" as const }];
const nextToEnd = [{ closesAt: "asc" as const }, { number: "asc" as const }];

const toDecision = (row: Row): Decision => ({
  ...row,
  group: row.group && { id: row.group.id, name: row.group.name },
  majority: MAJORITY_OF[row.majority],
  createdAt: row.createdAt.getTime(),
  opensAt: (row.opensAt ?? row.createdAt).getTime(),
  closesAt: row.closesAt.getTime(),
  settledAt: row.settledAt?.getTime() ?? null,
  reason: row.reason as EndReason | null,
  result: row.result === null ? null : storedResult.parse(row.result),
});

/** One after the other: the row of the Forum is taken before the highest number is read. */
async function nextNumber(tx: Tx): Promise<number> {
  await tx.forum.updateMany({ where: { id: 1 }, data: { id: { increment: 0 } } });
  const { _max } = await tx.decision.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export function decisionRepository(db: Db): DecisionRepository {
  return {
    byId: async (id, tx) => {
      const row = await (tx ?? db.read).decision.findUnique({ where: { id }, include });
      return row && toDecision(row);
    },
    hold: async (tx, id) => {
      // An update that changes nothing takes the row; what is read after it is what the last holder left.
      await tx.decision.updateMany({ where: { id }, data: { quorum: { increment: 0 } } });
      const row = await tx.decision.findUnique({ where: { id }, include });
      return row && toDecision(row);
    },
    idOfBox: async (tx, electionId) =>
      (await tx.decision.findUnique({ where: { electionId }, select: { id: true } }))?.id ?? null,
    seats: async (decisionId, tx) => {
      const query = { where: { decisionId }, orderBy: { party: "asc" } } as const;
      const rows = await (tx ?? db.read).decisionSeat.findMany(query);
      return rows.map(({ party, holderId, choice }) => ({ party, holderId, choice }));
    },
    requests: async (decisionId, tx) => {
      const query = { where: { decisionId }, orderBy: { party: "asc" } } as const;
      return (await (tx ?? db.read).decisionSecrecyRequest.findMany(query)).map(({ party }) => party);
    },
    running: async (take) => {
      const where = { state: { in: ["draft" as const, "voting" as const] } };
      return (await db.read.decision.findMany({ where, orderBy: nextToEnd, take, include })).map(toDecision);
    },
    newest: async (take) =>
      (await db.read.decision.findMany({ orderBy: newestFirst, take, include })).map(toDecision),
    byIds: async (ids) => {
      const where = { id: { in: [...ids] } };
      return (await db.read.decision.findMany({ where, include })).map(toDecision);
    },
    due: async (now) => {
      const at = { lte: new Date(now) };
      const drafts = { state: "draft" as const, opensAt: at };
      const votes = { state: "voting" as const, secret: false, closesAt: at };
      const where = { OR: [drafts, votes] };
      return (await db.read.decision.findMany({ where, orderBy: nextToEnd, select: { id: true } })).map(
        ({ id }) => id,
      );
    },

    insert: async (tx, { majority, createdAt, opensAt, closesAt, ...same }, tokens) => {
      await tx.decision.create({
        data: {
          ...same,
          number: await nextNumber(tx),
          majority: MAJORITY_ROWS[majority],
          state: "draft",
          createdAt: new Date(createdAt),
          opensAt: new Date(opensAt),
          closesAt: new Date(closesAt),
        },
      });
      const rows = [...tokens].map(([token, weight]) => ({ token, decisionId: same.id, weight }));
      if (rows.length > 0) await tx.decisionToken.createMany({ data: rows });
    },
    open: async (tx, decisionId, { seats, opensAt, ...same }) => {
      const data = { ...same, state: "voting" as const, opensAt: new Date(opensAt) };
      await tx.decision.update({ where: { id: decisionId }, data });
      const rows = seats.map(({ party, holderId }) => ({ decisionId, party, holderId }));
      if (rows.length > 0) await tx.decisionSeat.createMany({ data: rows });
    },
    vote: async (tx, decisionId, { party, holderId, choice, at }) => {
      const where = { decisionId_party: { decisionId, party } };
      await tx.decisionSeat.update({ where, data: { holderId, choice, votedAt: new Date(at) } });
    },
    request: async (tx, decisionId, party, at) => {
      const known = await tx.decisionSecrecyRequest.count({ where: { decisionId, party } });
      if (known > 0) return false;
      await tx.decisionSecrecyRequest.create({ data: { decisionId, party, askedAt: new Date(at) } });
      return true;
    },
    makeSecret: async (tx, id) => {
      await tx.decision.update({ where: { id }, data: { secret: true } });
    },
    settle: async (tx, id, { state, reason, cancelReason, result, at }) => {
      const ended = { state, reason, cancelReason, settledAt: new Date(at) };
      const kept = result === null ? {} : { result: JSON.parse(JSON.stringify(result)) };
      await tx.decision.update({ where: { id }, data: { ...ended, ...kept } });
    },

    peopleIn: async (groupId, tx) => {
      const rows = await (tx ?? db.read).groupMember.findMany({
        // Who has left the Forum stays in the group and no longer votes there.
        where: { groupId, member: { organisation: { OR: [{ party: false }, { validTo: null }] } } },
        select: { memberId: true, member: { select: { organisationKey: true } } },
        orderBy: [{ joinedAt: "asc" }, { memberId: "asc" }],
      });
      return rows.map(({ memberId, member }) => ({ memberId, organisation: member.organisationKey }));
    },
    placesOf: async (groupId, tx) => {
      const query = { where: { groupId }, select: { id: true }, orderBy: { id: "asc" } } as const;
      return (await (tx ?? db.read).conversation.findMany(query)).map(({ id }) => id);
    },

    postings: async (tokens) => {
      const rows = await db.read.decisionToken.findMany({ where: { token: { in: [...tokens] } } });
      return rows.map(({ decisionId, token, weight }) => ({ id: decisionId, token, weight }));
    },
    vocabulary: async () =>
      (await db.read.decisionToken.groupBy({ by: ["token"] })).map(({ token }) => token),
    count: () => db.read.decision.count(),
  };
}
