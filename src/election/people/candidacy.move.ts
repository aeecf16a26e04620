/** One answer about a candidacy, stored: consent, withdrawal, acceptance, refusal. Twice is once. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { ProcessEffect } from "../process.ts";
import type { Progress } from "../progress.service.ts";
import type { ElectionDeps } from "../service.ts";
import type { StoredCandidacy, StoredElection } from "../stored.ts";
import { handOver } from "./candidacy.roles.ts";
import { type CandidacyRefusal, isBinding, isOverdue } from "./candidacy.ts";

export const MOVES = ["consent", "withdraw", "accept", "decline"] as const;
export type MoveType = (typeof MOVES)[number];

export type Moved = {
  readonly effect: ProcessEffect;
  readonly election: StoredElection;
  readonly candidacy: StoredCandidacy;
  /** The person led or watched this election until now. */
  readonly lostRole: boolean;
};

/** Says who may answer; runs inside the transaction. */
type Guard = (tx: Tx, candidacy: StoredCandidacy) => Promise<CandidacyRefusal | null>;
type Deps = Pick<ElectionDeps, "elections" | "write" | "coordinators" | "enqueue"> & {
  readonly progress: Progress;
};

const eventOf = (type: MoveType, candidate: string) => ({ type, by: "candidate", candidate }) as const;

type Sent = { readonly id: string; readonly name: string; readonly type: MoveType; readonly now: Instant };

export function moving(deps: Deps) {
  const { elections, progress } = deps;

  /** Whether this answer was given before: a press that Teams delivers again is answered as the first time. */
  async function isDone(
    tx: Tx,
    election: StoredElection,
    { name, consentedAt, withdrawnAt }: StoredCandidacy,
    type: MoveType,
  ): Promise<boolean> {
    if (type === "withdraw") return withdrawnAt !== null;
    if (type === "consent") return consentedAt !== null && withdrawnAt === null;
    if (type === "accept") return election.answer === "accepted" && election.winner === name;
    const result = (await elections.lastRound(election.id, tx))?.result;
    return election.answer === "declined" && result?.winner === name;
  }

  /** What stands in the way of this answer, or that it was given before. */
  async function before(
    tx: Tx,
    election: StoredElection,
    candidacy: StoredCandidacy,
    { type, now }: Sent,
    guard: Guard,
  ): Promise<CandidacyRefusal | "done" | null> {
    const why = await guard(tx, candidacy);
    if (why) return why;
    if (await isDone(tx, election, candidacy, type)) return "done";
    // Nobody is kept in a candidacy by a timer that has not run yet.
    if (type !== "withdraw") return isOverdue(election, now) ? "too-late" : null;
    return isBinding(election.state, election.rule.withdrawal) ? "withdrawal-binding" : null;
  }

  async function moved(
    tx: Tx,
    sent: Sent,
    prepared: Awaited<ReturnType<Progress["prepare"]>>,
    guard: Guard,
  ): Promise<Outcome<Moved, CandidacyRefusal>> {
    const { id, name, type, now } = sent;
    await elections.lockElection(tx, id);
    const election = await elections.election(id, tx);
    const candidacy = (await elections.candidacies(id, tx)).find((one) => one.name === name);
    if (!election || !candidacy) return refused("not-nominated");
    const found = await before(tx, election, candidacy, sent, guard);
    if (found === "done") return ok({ effect: "duplicate", election, candidacy, lostRole: false });
    if (found) return refused(found);
    const done = await progress.applyIn(tx, prepared, id, eventOf(type, name), now);
    if (!done.ok) return done;
    const lostRole = type === "consent" && (await handOver(deps, tx, id, candidacy.memberId, now));
    return ok({ effect: done.value.effect, election: done.value.election, candidacy, lostRole });
  }

  return async (sent: Sent, guard: Guard): Promise<Outcome<Moved, CandidacyRefusal>> => {
    const prepared = await progress.prepare(sent.id, eventOf(sent.type, sent.name));
    return orRefuse<CandidacyRefusal, Moved>((refuse) =>
      deps.write(async (tx) => {
        const done = await moved(tx, sent, prepared, guard);
        return done.ok ? done.value : refuse(done.reason);
      }),
    );
  };
}
