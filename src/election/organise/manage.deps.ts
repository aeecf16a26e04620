/** What organising an election asks beside the election itself. */
import type { Tx } from "../../db/store.ts";
import type { Progress } from "../progress.service.ts";
import type { ElectionDeps } from "../service.ts";
import type { ProposalRepository } from "./proposals.repository.ts";
import type { RegisterRepository } from "./register.repository.ts";

export type OrganisingDeps = ElectionDeps & {
  readonly proposals: ProposalRepository;
  readonly registers: RegisterRepository;
  readonly progress: Progress;
  /** Has the seat of this party alone until the transaction ends; before anything of the election is locked. */
  readonly holdSeat: (tx: Tx, party: string) => Promise<void>;
  /** The standing seat gets another delegate, and a substitution ends. False when there is no such seat. */
  readonly replaceDelegate: (tx: Tx, party: string, memberId: string) => Promise<boolean>;
};
