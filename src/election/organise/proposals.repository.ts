/** What is proposed in an election and who has confirmed it. Port; see proposals.repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { RoundName } from "../seal.ts";
import type { StoredPaper } from "../stored.ts";
import type { Approval, Proposal } from "./proposals.payload.ts";

export type NewProposal = Omit<Proposal, "settledAt" | "approvals">;

export type ProposalRepository = {
  readonly create: (tx: Tx, proposal: NewProposal) => Promise<void>;
  readonly byId: (id: string, tx?: Tx) => Promise<Proposal | null>;
  /** Not settled, oldest first. */
  readonly open: (electionId: string, tx?: Tx) => Promise<readonly Proposal[]>;
  readonly approve: (tx: Tx, id: string, approval: Approval) => Promise<void>;
  /** False when it was settled before. */
  readonly settle: (tx: Tx, id: string, at: Instant) => Promise<boolean>;
  /** Elections for an office that have not ended, oldest first. */
  readonly running: (tx?: Tx) => Promise<readonly string[]>;
  /** The result of a ballot on paper, beside the round it replaces. */
  readonly setPaper: (tx: Tx, name: RoundName, paper: StoredPaper) => Promise<void>;
};
