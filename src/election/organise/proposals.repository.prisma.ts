/** The tables of proposals and their confirmations. */
import type { ElectionProposalKind, Prisma } from "../../db/generated/sqlite/client.ts";
import type { Db, Tx } from "../../db/store.ts";
import { type Proposal, payload } from "./proposals.payload.ts";
import type { ProposalRepository } from "./proposals.repository.ts";
import type { Matter } from "./proposals.ts";

/** A request for paper and the result on paper are one matter of the store. */
const KIND_OF = {
  ...{ cancel: "cancel", delegateChange: "delegateChange", lotDrawn: "lotDrawn" },
  ...{ paperRequest: "paperResult", paperResult: "paperResult" },
} as const satisfies Record<Matter, ElectionProposalKind>;

const withApprovals = {
  include: { approvals: { orderBy: [{ approvedAt: "asc" }, { memberId: "asc" }] } },
} as const satisfies Prisma.ElectionProposalDefaultArgs;

const toProposal = (row: Prisma.ElectionProposalGetPayload<typeof withApprovals>): Proposal => ({
  ...{ id: row.id, electionId: row.electionId, round: row.round, proposedById: row.proposedById },
  payload: payload.parse(row.payload),
  proposedAt: row.proposedAt.getTime(),
  settledAt: row.settledAt?.getTime() ?? null,
  approvals: row.approvals.map(({ memberId, name, approvedAt }) => ({
    ...{ memberId, name, approvedAt: approvedAt.getTime() },
  })),
});

const ENDED = ["elected", "not_elected", "cancelled"] as const;

export function proposalRepository(db: Pick<Db, "read">): ProposalRepository {
  const door = (tx?: Tx) => tx ?? db.read;
  return {
    create: async (tx, { payload: said, proposedAt, ...row }) => {
      const kind = KIND_OF[said.what];
      await tx.electionProposal.create({
        data: { ...row, kind, payload: said, proposedAt: new Date(proposedAt) },
      });
    },
    byId: async (id, tx) => {
      const row = await door(tx).electionProposal.findUnique({ where: { id }, ...withApprovals });
      return row && toProposal(row);
    },
    open: async (electionId, tx) => {
      const rows = await door(tx).electionProposal.findMany({
        where: { electionId, settledAt: null },
        ...withApprovals,
        orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
      });
      return rows.map(toProposal);
    },
    approve: async (tx, proposalId, { approvedAt, ...who }) => {
      await tx.electionApproval.create({ data: { proposalId, ...who, approvedAt: new Date(approvedAt) } });
    },
    settle: async (tx, id, at) => {
      const where = { id, settledAt: null };
      return (await tx.electionProposal.updateMany({ where, data: { settledAt: new Date(at) } })).count === 1;
    },
    running: async (tx) => {
      const where = { office: { not: "motion" as const }, state: { notIn: [...ENDED] } };
      const rows = await door(tx).election.findMany({
        where,
        select: { id: true },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      });
      return rows.map(({ id }) => id);
    },
    setPaper: async (tx, { electionId, round }, paper) => {
      const where = { electionId_number: { electionId, number: round } };
      await tx.electionRound.update({ where, data: { paper, turnout: paper.present } });
    },
  };
}
