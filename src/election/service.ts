/** What an election asks of the rest of the program, and its use cases in one hand. */
import type { Tx } from "../db/store.ts";
import type { NewId } from "../system/ids.ts";
import type { Log } from "../system/log.ts";
import type { RandomBytes } from "../system/random.ts";
import type { Acting } from "../turn/acting.ts";
import { closeService } from "./close.service.ts";
import type { BallotKeys } from "./keys.ts";
import type { ElectionRepository } from "./repository.ts";
import { startService } from "./start.service.ts";
import { statusService } from "./status.service.ts";
import { voteService } from "./vote.service.ts";

export type ElectionDeps = Acting & {
  readonly repository: ElectionRepository;
  readonly keys: BallotKeys;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly log: Log;
  /** Seats of all parties of this Forum, with who holds them. */
  readonly seats: (
    tx?: Tx,
  ) => Promise<readonly { readonly party: string; readonly holderId: string | null }[]>;
  /** Conversation of the Forum's channel; null while none is registered. */
  readonly forumChannel: (tx?: Tx) => Promise<string | null>;
  readonly organisationName: (key: string) => string;
  /** Whether the server of the store keeps times or values of single statements. */
  readonly keepsTraces: () => Promise<boolean>;
  /** Whether a message of the outbox needs no more waiting: it left, or never will. */
  readonly settled: (key: string) => Promise<boolean>;
  /** Leaves nothing of deleted rows in the files of the store; false when it has to be asked again. */
  readonly compact: () => Promise<boolean>;
  /** Nothing here is real: every card says so. */
  readonly trial: boolean;
};

export type ElectionService = ReturnType<typeof electionService>;

export const electionService = (deps: ElectionDeps) => ({
  ...startService(deps),
  ...voteService(deps),
  ...closeService(deps),
  ...statusService(deps),
});
