/** What an election asks of the rest of the program, and its use cases in one hand. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Log } from "../system/log.ts";
import type { RandomBytes } from "../system/random.ts";
import type { Acting } from "../turn/acting.ts";
import { announceService } from "./announce.service.ts";
import { ballotService } from "./ballot.service.ts";
import { castService } from "./cast.service.ts";
import { closeService } from "./close.service.ts";
import type { DecisionCount } from "./decision.ts";
import type { Ballots } from "./election.ts";
import type { ElectionsRepository } from "./elections.repository.ts";
import type { BoxTrouble } from "./end-reason.ts";
import { createIncidents } from "./incidents.ts";
import type { BallotKeys } from "./keys.ts";
import type { InOffice } from "./people/candidacy.repository.ts";
import { candidacyService } from "./people/candidacy.service.ts";
import { writtenService } from "./people/candidacy.written.service.ts";
import type { ObjectionRepository } from "./people/objection.repository.ts";
import { objectionService } from "./people/objection.service.ts";
import { progressService } from "./progress.service.ts";
import type { ElectionRepository, FrozenSeat } from "./repository.ts";
import { statusService } from "./status.service.ts";
import { timersService } from "./timers.service.ts";
import { voteService } from "./vote.service.ts";

export type ElectionDeps = Acting & {
  readonly repository: ElectionRepository;
  readonly elections: ElectionsRepository;
  readonly objections: ObjectionRepository;
  readonly inOffice: InOffice;
  readonly keys: BallotKeys;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly log: Log;
  /** Seats of all parties of this Forum: who holds them, and who else may. */
  readonly seats: (tx?: Tx) => Promise<readonly FrozenSeat[]>;
  /** Takes all seats until the end of the transaction: nobody changes who holds one. */
  readonly holdSeats: (tx: Tx) => Promise<void>;
  /** Members who coordinate; those who have told the bot who they are. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
  /** What a secret ballot on a motion means; told and stored by whoever keeps the motion. */
  readonly settleSecret: SettleSecret;
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

/** `tally` is null where the box could not be read. */
export type SettleSecret = (
  tx: Tx,
  electionId: string,
  tally: Ballots | null,
  facts: {
    readonly present: number;
    readonly entitled: number;
    readonly quorum: number;
    /** Why the box cannot be counted. */
    readonly voidReason?: BoxTrouble;
  },
  now: Instant,
) => Promise<DecisionCount>;

export type ElectionService = ReturnType<typeof electionService>;

export function electionService(deps: ElectionDeps) {
  const progress = progressService(deps);
  const incidents = createIncidents();
  return {
    ...announceService(deps),
    ...voteService(deps),
    ...castService({ ...deps, incidents }),
    ...closeService(deps),
    ...statusService(deps),
    ballots: ballotService(deps),
    candidacy: candidacyService(deps),
    written: writtenService(deps),
    objections: objectionService(deps),
    progress,
    timers: timersService(deps, progress, incidents),
  };
}
