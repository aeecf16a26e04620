/** What an event of an election leaves in its people and rounds, and the ballots it may have to count again. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { ok } from "../system/outcome.ts";
import type { Ring } from "./box.ts";
import { openAll, resultWith, uncounted } from "./counting.ts";
import type { Ballots } from "./election.ts";
import type { NewCandidacy } from "./elections.repository.ts";
import type { Process } from "./process.ts";
import { openingService } from "./progress.opening.ts";
import { tallyOf } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import type { StoredElection, StoredLot, StoredRound } from "./stored.ts";
import { announcedLot } from "./telling.ts";
import type { ProcessEvent } from "./transition.ts";

/** What an event brings along beside its name. */
export type Brought = {
  readonly candidacy?: NewCandidacy;
  /** The drawn lot, for `draw`. */
  readonly lot?: StoredLot;
};

export type Loaded = {
  readonly election: StoredElection;
  readonly last: StoredRound | null;
  readonly process: Process;
};

export function keepingService(deps: ElectionDeps) {
  const { repository, elections } = deps;
  const opening = openingService(deps);

  /** Ballots of the last round: from its published tally, from paper, else from the box. */
  async function ballotsOf(tx: Tx, round: StoredRound, ring: Ring | null): Promise<Ballots | null> {
    const { result, paper } = round;
    if (paper) return new Map(paper.tally);
    if (result?.tally) return new Map(result.tally);
    const opened = ring && openAll(ring, round, await repository.box(tx, round.name));
    return opened && tallyOf(opened);
  }

  async function keepPeople(
    tx: Tx,
    { election, last }: Loaded,
    event: ProcessEvent,
    now: Instant,
    brought: Brought,
  ) {
    const { id } = election;
    if (event.type === "nominate" && brought.candidacy) await elections.nominate(tx, id, brought.candidacy);
    if (event.type === "consent") await elections.consent(tx, id, event.candidate, now);
    if (event.type !== "withdraw") return;
    const before = election.state === "nomination" || election.state === "ready";
    await elections.withdraw(tx, id, event.candidate, now, before ? 0 : (last?.name.round ?? 0));
  }

  /** The last round after a withdrawal or a lot, and the announcement of a lot that has become necessary. */
  async function keepCount(
    tx: Tx,
    { last, process: before }: Loaded,
    after: Process,
    now: Instant,
    lot?: StoredLot,
  ) {
    if (!last?.result || !after.counted || after.counted === before.counted) return;
    await elections.setResult(tx, last.name, resultWith(last.result, after.counted.count));
    if (lot) await elections.setLot(tx, last.name, lot);
    else if (after.state === "lot_pending" && before.state !== "lot_pending")
      await elections.setLot(tx, last.name, announcedLot(last.rule, now));
  }

  /** A round that is cancelled while it is open or sealed: nobody will ever count it. */
  async function destroy(tx: Tx, { last, election }: Loaded, now: Instant): Promise<void> {
    if (!last) return;
    if (last.phase === "voting" || last.phase === "sealed") {
      await repository.lock(tx, last.name, "alone");
      const register = await repository.register(last.name, tx);
      await elections.destroy(tx, last.name, now, uncounted(last, register, "cancelled"));
    } else await elections.erase(tx, election.id, now);
  }

  /** Ends what cannot wait for the next state: rounds that open, boxes that are destroyed. */
  async function keepRound(tx: Tx, loaded: Loaded, after: Process, event: ProcessEvent, now: Instant) {
    if (event.type === "open")
      return opening.openRound(tx, loaded.election, loaded.last, after, { by: event.by, now });
    if (event.type === "cancel") await destroy(tx, loaded, now);
    return ok(null);
  }

  return { ballotsOf, keepPeople, keepCount, keepRound };
}
