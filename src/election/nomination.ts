/** Nominations: who is proposed, who agrees, and what happens when the time is over. Pure. */
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { candidatesOf, ended, type Process, type ProcessEffect, type ProcessRefusal } from "./process.ts";

export type Step = { readonly process: Process; readonly effect: ProcessEffect };
export type Stepped = Outcome<Step, ProcessRefusal>;

export const done = (process: Process, effect: ProcessEffect = "ok"): Stepped => ok({ process, effect });

export const isNominated = ({ nominees }: Process, name: string): boolean =>
  nominees.some((one) => one.name === name);

export function nominate(process: Process, name: string): Stepped {
  if (isNominated(process, name)) return done(process, "duplicate");
  return done({ ...process, nominees: [...process.nominees, { name, consents: false }] });
}

/** Nobody stands without having agreed. */
export function consent(process: Process, name: string): Stepped {
  const nominee = process.nominees.find((one) => one.name === name);
  if (!nominee) return refused("not-nominated");
  if (nominee.consents) return done(process, "duplicate");
  const nominees = process.nominees.map((one) => (one === nominee ? { name, consents: true } : one));
  return done({ ...process, nominees });
}

/** Nobody stands: nominations go on once more, then the election has failed. */
function withNobody(process: Process): Stepped {
  if (process.extended) return done(ended(process, "not_elected"));
  const current = { stage: "first", candidates: [] } as const;
  return done({ ...process, state: "nomination", current, extended: true }, "extended");
}

/** The end of the time for nominations: who has not agreed is dropped. */
export function endNomination(process: Process): Stepped {
  const candidates = candidatesOf(process.nominees);
  if (candidates.length === 0) return withNobody(process);
  const nominees = process.nominees.filter((one) => one.consents);
  return done({ ...process, state: "ready", nominees, current: { stage: "first", candidates } });
}

/** Withdrawal before the voting: the name is taken off, and off the ballot paper if there is one already. */
export function takeOff(process: Process, name: string): Stepped {
  const nominees = process.nominees.filter((one) => one.name !== name);
  const candidates = process.current.candidates.filter((one) => one !== name);
  const next = { ...process, nominees, current: { ...process.current, candidates } };
  return process.state === "ready" && candidates.length === 0 ? withNobody(next) : done(next);
}
