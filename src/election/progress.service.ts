/**
 * How an election goes on: an event is judged by the rules of the process and its effect stored, in one
 * transaction with everything that is told of it. Every way to change an election leads through here.
 */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import { type Ring, ringOf } from "./box.ts";
import type { ProcessEffect, ProcessRefusal, State } from "./process.ts";
import { type Brought, keepingService, type Loaded } from "./progress.keeping.ts";
import type { OpenRefusal } from "./progress.opening.ts";
import { finalChange, stateChange } from "./progress.ts";
import { processFrom, settingsOf } from "./recall.ts";
import type { ElectionDeps } from "./service.ts";
import type { StoredElection } from "./stored.ts";
import { tellProgress } from "./telling.ts";
import { type ProcessEvent, step } from "./transition.ts";

export type ProgressRefusal = ProcessRefusal | OpenRefusal | "gone" | "no-key";

export type Applied = {
  readonly effect: ProcessEffect;
  readonly before: State;
  readonly election: StoredElection;
};

/** What has to be read outside the transaction. */
type Prepared = { readonly ring: Ring | null };

export type Progress = ReturnType<typeof progressService>;

export function progressService(deps: ElectionDeps) {
  const { elections, keys } = deps;
  const { ballotsOf, keepPeople, keepCount, keepRound } = keepingService(deps);

  async function load(tx: Tx, id: string, { ring }: Prepared): Promise<Loaded | null> {
    await elections.lockElection(tx, id);
    const election = await elections.election(id, tx);
    if (!election) return null;
    const candidacies = await elections.candidacies(id, tx);
    const last = await elections.lastRound(id, tx);
    const ballots = last?.result ? await ballotsOf(tx, last, ring) : null;
    return { election, last, process: processFrom(election, candidacies, last, ballots) };
  }

  /** Whether the effect of an event needs the ballots of a round that is counted already. */
  const countsAgain = ({ process, last }: Loaded, event: ProcessEvent): boolean =>
    last?.result !== null &&
    last !== null &&
    (event.type === "draw" || event.type === "withdraw") &&
    ["lot_pending", "runoff_pending", "second_round_pending"].includes(process.state);

  /** Only an announcement asks for it; a unique key stands behind it. */
  async function otherRuns(tx: Tx, { id, office, state }: StoredElection): Promise<boolean> {
    if (state !== "draft" || office === "motion") return false;
    const other = await elections.runningFor(office, tx);
    return other !== null && other.id !== id;
  }

  /**
   * One event within a transaction. A refusal leaves everything as it was only if the caller gives the
   * transaction up (`orRefuse`); the rules are asked before anything is written.
   */
  async function applyIn(
    tx: Tx,
    prepared: Prepared,
    id: string,
    event: ProcessEvent,
    now: Instant,
    brought: Brought = {},
  ): Promise<Outcome<Applied, ProgressRefusal>> {
    const loaded = await load(tx, id, prepared);
    if (!loaded) return refused("gone");
    const { election, last, process } = loaded;
    const electorate = last?.entitled ?? (await deps.seats(tx)).length;
    const stepped = step(process, event, settingsOf(election, electorate, await otherRuns(tx, election)));
    if (!stepped.ok) return stepped;
    const { process: after, effect } = stepped.value;
    if (effect === "duplicate") return ok({ effect, before: process.state, election });
    const needsBallots = countsAgain(loaded, event) && election.rule.withdrawal !== "binding";
    if (needsBallots && last && !(await ballotsOf(tx, last, prepared.ring))) return refused("no-key");
    const opened = await keepRound(tx, loaded, after, event, now);
    if (!opened.ok) return opened;
    await keepPeople(tx, loaded, event, now, brought);
    await keepCount(tx, loaded, after, now, brought.lot);
    await elections.change(tx, id, {
      ...stateChange(election, process, after, effect, last, now),
      ...finalChange(election, after, event, now),
    });
    const changed = (await elections.election(id, tx)) ?? election;
    await tellProgress(deps, tx, { before: election, after: changed, event, effect, now });
    return ok({ effect, before: process.state, election: changed });
  }

  /** Reads keys, and makes the one of the round that an opening needs: on disk before the transaction. */
  async function prepare(id: string, event: ProcessEvent): Promise<Prepared> {
    const last = await elections.lastRound(id);
    if (event.type === "open") await keys.ensure({ electionId: id, round: (last?.name.round ?? 0) + 1 });
    const key = last && (await keys.read(last.name));
    return { ring: last && key ? ringOf(key, last.name) : null };
  }

  /** What follows outside the transaction: a cancelled election keeps no keys. */
  async function tidy({ election }: Applied): Promise<void> {
    if (election.state !== "cancelled") return;
    for (const { name } of await elections.rounds(election.id)) await keys.remove(name);
    await deps.compact();
  }

  async function apply(
    id: string,
    event: ProcessEvent,
    now: Instant,
    brought: Brought = {},
  ): Promise<Outcome<Applied, ProgressRefusal>> {
    const prepared = await prepare(id, event);
    const done = await orRefuse<ProgressRefusal, Applied>((refuse) =>
      deps.write(async (tx) => {
        const applied = await applyIn(tx, prepared, id, event, now, brought);
        return applied.ok ? applied.value : refuse(applied.reason);
      }),
    );
    if (done.ok) await tidy(done.value);
    return done;
  }

  return {
    load: (tx: Tx, id: string, ring: Ring | null) => load(tx, id, { ring }),
    prepare,
    applyIn,
    apply,
    tidy,
  };
}
