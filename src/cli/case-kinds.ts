/** Which rules answer which case: by the key that names the kind, and the kind. */
import { z } from "zod";
import { electionCases } from "../election/cases.ts";
import { meetingCases } from "../meeting/cases.ts";
import { openStage, type Stage } from "./case-stage.ts";
import { storedMotion } from "./stored-motion.ts";
import { storedPoll } from "./stored-poll.ts";
import { storedProcess } from "./stored-process.ts";

/** A case to what the rules say about it; throws when the case is not written as its kind requires. */
export type CaseRules = Readonly<Record<string, (input: unknown) => unknown>>;

/** A file of elections names the kind of a case in `kind`, one of dates in `type`. */
export type CaseFamilies = { readonly kind: CaseRules; readonly type: CaseRules };

export const caseFamilies: CaseFamilies = { kind: electionCases, type: meetingCases };

/** Cases that are played through a store as well, so that both answers can be compared. */
export type StoredCases = {
  /** Whether a case of this kind is played; what cannot happen in the chat still says so when it is. */
  readonly plays: (kind: string, input: unknown) => boolean;
  readonly play: (kind: string, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const hasEvents = z.looseObject({ rounds: z.array(z.looseObject({ events: z.array(z.unknown()) })) });

const PLAYED: Readonly<Record<string, (stage: Stage, input: unknown) => Promise<unknown>>> = {
  process: storedProcess,
  chair: storedPoll,
  decision: storedMotion,
};

/** The store is opened with the first case that needs it. */
export function storedCases(): StoredCases {
  let stage: Promise<Stage> | undefined;
  return {
    plays: (kind, input) =>
      kind === "process" || ((kind === "chair" || kind === "decision") && hasEvents.safeParse(input).success),
    play: async (kind, input) => {
      stage ??= openStage();
      return PLAYED[kind]?.(await stage, input);
    },
    close: async () => {
      await (await stage)?.close();
    },
  };
}
