/** What the use cases of decisions are given, and all of them together. */
import type { Tx } from "../db/store.ts";
import type { PlaceUse } from "../forum/forum.ts";
import type { HeldSeat } from "../forum/seats.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Acting } from "../turn/acting.ts";
import { castService } from "./cast.service.ts";
import { closeService } from "./close.service.ts";
import type { SecrecyRule } from "./electorate.ts";
import { listService } from "./list.service.ts";
import { openService } from "./open.service.ts";
import type { DecisionRepository } from "./repository.ts";
import { startService } from "./start.service.ts";
import { viewService } from "./view.service.ts";

/** The ballot box of elections, as far as a secret decision needs it. */
export type SecretBallot = {
  /** Opens a box with this register; its papers, reminders and close are its own. */
  readonly open: (
    tx: Tx,
    ballot: {
      readonly decisionId: string;
      readonly title: string;
      readonly seats: readonly HeldSeat[];
      readonly opensAt: Instant;
      readonly closesAt: Instant;
      readonly quorum: number;
    },
  ) => Promise<{ readonly electionId: string }>;
  /** Ends the ballot without counting; nothing is told. */
  readonly cancel: (tx: Tx, electionId: string, now: Instant) => Promise<void>;
};

export type DecisionDeps = Acting & {
  readonly repository: DecisionRepository;
  readonly newId: NewId;
  readonly seats: (tx?: Tx) => Promise<readonly HeldSeat[]>;
  /** Conversation of the Forum's channel; null while there is none. */
  readonly forumChannel: (tx?: Tx) => Promise<string | null>;
  readonly useOf: (conversationId: string, tx?: Tx) => Promise<PlaceUse>;
  readonly organisationName: (key: string) => string;
  /** Whether the organisation is one of the signatories: others work in groups, but have no vote. */
  readonly isParty: (organisation: string) => boolean;
  /** Null where no secret decision can be held. */
  readonly secretBallot: SecretBallot | null;
  /** How many parties make a decision secret; one unless given. */
  readonly secrecy?: SecrecyRule;
};

export type DecisionService = ReturnType<typeof decisionService>;

export const decisionService = (deps: DecisionDeps) => ({
  ...startService(deps),
  ...openService(deps),
  ...castService(deps),
  ...closeService(deps),
  ...viewService(deps),
  ...listService(deps),
});
