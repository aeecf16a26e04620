/** The state machine of an election: who may do what in which state. One row an event, as in the rule of procedure. */
import { refused } from "../system/outcome.ts";
import type { Ballots } from "./election.ts";
import { consent, done, endNomination, nominate, type Stepped } from "./nomination.ts";
import { ended, isFinal, type Process, type Settings, STATES, type State } from "./process.ts";
import { close, draw, open, repeat, withdraw } from "./voting.ts";

/** `by` is the part somebody plays in this election; a timer plays one too. */
export type ProcessEvent = { readonly by: string } & (
  | { readonly type: "announce" | "end-nomination" | "open" | "end-acceptance" | "repeat" }
  | { readonly type: "nominate" | "consent" | "withdraw" | "accept" | "decline"; readonly candidate: string }
  | { readonly type: "end-voting"; readonly ballots: Ballots; readonly present: number | null }
  | {
      readonly type: "close";
      readonly allVoted: boolean;
      readonly ballots: Ballots;
      readonly present: number | null;
    }
  | { readonly type: "draw"; readonly drawn: readonly string[] }
  /** `second` is who confirms it. An officer or scrutineer in that part is passed as `deputy`. */
  | { readonly type: "cancel"; readonly second: string | null; readonly reason: string | null }
);

type Row<E> = {
  readonly by: readonly string[];
  readonly in: readonly State[];
  readonly does: (process: Process, event: E, settings: Settings) => Stepped;
};
type Table = {
  readonly [T in ProcessEvent["type"]]: Row<Extract<ProcessEvent, { readonly type: T }>>;
};

const COORDINATOR = ["coordinator"];
const CANDIDATE = ["candidate"];
const TIMER = ["timer"];
const PENDING = ["runoff_pending", "second_round_pending"] as const;
const NOT_FINAL = STATES.filter((state) => !isFinal(state));
const SECOND_PERSONS = ["chair", "deputy"];

function answered(process: Process, name: string, accepts: boolean): Stepped {
  if (name !== process.winner) return refused("not-winner");
  return done(accepts ? { ...process, state: "elected" } : ended(process, "not_elected"));
}

function cancelled(process: Process, second: string | null, reason: string | null): Stepped {
  if (reason === null || reason.trim() === "") return refused("needs-reason");
  if (second === null || !SECOND_PERSONS.includes(second)) return refused("needs-second-person");
  return done(ended(process, "cancelled"));
}

const TABLE: Table = {
  announce: {
    by: COORDINATOR,
    in: ["draft"],
    does: (process, _, settings) =>
      settings.otherRunning ? refused("already-running") : done({ ...process, state: "nomination" }),
  },
  nominate: {
    by: ["delegate", "chair", "coordinator"],
    in: ["nomination"],
    does: (process, { candidate }) => nominate(process, candidate),
  },
  consent: {
    by: CANDIDATE,
    in: ["nomination"],
    does: (process, { candidate }) => consent(process, candidate),
  },
  "end-nomination": { by: TIMER, in: ["nomination"], does: endNomination },
  withdraw: {
    by: CANDIDATE,
    in: ["nomination", "ready", "voting", "acceptance", "lot_pending", ...PENDING],
    does: (process, { candidate }, settings) => withdraw(process, candidate, settings),
  },
  open: { by: [...COORDINATOR, ...TIMER], in: ["ready", ...PENDING], does: open },
  "end-voting": {
    by: TIMER,
    in: ["voting"],
    does: (process, { ballots, present }, settings) => close(process, ballots, present, settings),
  },
  close: {
    by: COORDINATOR,
    in: ["voting"],
    does: (process, { allVoted, ballots, present }, settings) =>
      allVoted ? close(process, ballots, present, settings) : refused("not-all-voted"),
  },
  draw: {
    by: COORDINATOR,
    in: ["lot_pending"],
    does: (process, { drawn }, settings) => draw(process, drawn, settings),
  },
  accept: {
    by: CANDIDATE,
    in: ["acceptance"],
    does: (process, { candidate }) => answered(process, candidate, true),
  },
  decline: {
    by: CANDIDATE,
    in: ["acceptance"],
    does: (process, { candidate }) => answered(process, candidate, false),
  },
  "end-acceptance": {
    by: TIMER,
    in: ["acceptance"],
    does: (process) => done(ended(process, "not_elected")),
  },
  cancel: {
    by: COORDINATOR,
    in: NOT_FINAL,
    does: (process, { second, reason }) => cancelled(process, second, reason),
  },
  repeat: { by: COORDINATOR, in: ["void"], does: repeat },
};

/**
 * One event. Checked in this order: who does it, the state, everything else; so a timer that comes too
 * late is refused with `wrong-state`. A refusal leaves `process` as it was.
 */
export function step(process: Process, event: ProcessEvent, settings: Settings): Stepped {
  // The row belongs to the type of the event; the compiler cannot see that for a union.
  const row = TABLE[event.type] as Row<ProcessEvent>;
  if (!row.by.includes(event.by)) return refused("role");
  if (!row.in.includes(process.state)) return refused("wrong-state");
  return row.does(process, event, settings);
}
