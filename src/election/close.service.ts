/**
 * The close of a round in three stored steps: seal, count with rewrite, compact. Each reads the phase again
 * under the lock of the round, so any number of processes may try, and any of them may end anywhere.
 */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import { ringOf } from "./box.ts";
import { countService } from "./count.service.ts";
import { sealing, uncounted } from "./counting.ts";
import { forgetKeys, SEALED } from "./keys.ts";
import { endedNotices, resultNotices, sealedKey, sealedNotice } from "./notices.ts";
import { processIn } from "./process.ts";
import { settingsOf } from "./recall.ts";
import type { RoundName } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import type { Phase, StoredRound } from "./stored.ts";
import { step } from "./transition.ts";

const MINUTE = 60_000;
/** Votes under way at the close end before the seal; those that arrive later are refused by their time. */
const GRACE_MS = 2_000;
/** Longest wait for the seal to be published before the count. */
const PUBLISH_MS = 15 * MINUTE;
/** Other processes may have the key that this one lacks: so long they may close before the round is void. */
const KEY_WAIT_MS = 15 * MINUTE;
/** Turnout is counted at most so often: finer steps would show who has just voted. */
const TURNOUT_MS = 15 * MINUTE;

export type CloseRefusal = "not-coordinator" | "not-all-voted" | "wrong-state" | "no-key";

export function closeService(deps: ElectionDeps) {
  const { repository, elections, keys, write } = deps;
  const counting = countService(deps);

  const ringFor = async (name: RoundName) => {
    const key = await keys.read(name);
    return key && ringOf(key, name);
  };
  type Ring = Awaited<ReturnType<typeof ringFor>>;

  /** The round as it is now, with nobody else at it; null when it is not in this phase any more. */
  async function alone(tx: Tx, name: RoundName, phase: Phase): Promise<StoredRound | null> {
    // Always in this order, so that no two processes wait for each other.
    await elections.lockElection(tx, name.electionId);
    await repository.lock(tx, name, "alone");
    const round = await repository.round(name, tx);
    return round?.phase === phase ? round : null;
  }

  async function seal(tx: Tx, round: StoredRound, ring: Ring, now: Instant, early: boolean): Promise<void> {
    const { name } = round;
    const register = await repository.register(name, tx);
    const done = sealing(ring, round, register, await repository.box(tx, name));
    const found =
      "seal" in done
        ? { seal: done.seal, result: null }
        : { seal: null, result: uncounted(round, register, done.trouble) };
    await repository.setSealed(tx, name, { at: now, early, ...found });
    const channel = await deps.forumChannel(tx);
    if (found.seal && channel) await deps.enqueue(tx, [sealedNotice(name, channel, now)]);
  }

  /** First step. */
  async function sealDue({ name, closesAt }: StoredRound, now: Instant): Promise<boolean> {
    const ring = await ringFor(name);
    if (!ring && now < closesAt + KEY_WAIT_MS) return false;
    return write(async (tx) => {
      const round = await alone(tx, name, "voting");
      if (!round || now < round.closesAt + GRACE_MS) return false;
      await seal(tx, round, ring, now, false);
      return true;
    });
  }

  /** Second step, one transaction: count, rewrite, result, and everything that is told of it. */
  async function count({ name, sealedAt, result }: StoredRound, now: Instant): Promise<boolean> {
    const waited = now - (sealedAt ?? now);
    if (!result && waited < PUBLISH_MS && !(await deps.settled(sealedKey(name)))) return false;
    if ((await keys.noted(name)) !== SEALED) await keys.note(name, SEALED);
    const ring = await ringFor(name);
    if (!result && !ring && waited < KEY_WAIT_MS) return false;
    return write(async (tx) => {
      const round = await alone(tx, name, "sealed");
      if (!round) return false;
      const register = await repository.register(name, tx);
      await counting.count(tx, round, { ring, register, now });
      // The result of a motion is told by whoever keeps it.
      const told =
        round.office === "motion"
          ? endedNotices(name, register, now)
          : resultNotices(name, register, await deps.forumChannel(tx), now);
      await deps.enqueue(tx, told);
      return true;
    });
  }

  /** Third step. What it writes in the log is all that is written there about this round. */
  async function finish({ name, entitled, result }: StoredRound): Promise<boolean> {
    if (!(await deps.compact())) return false;
    if (!(await write((tx) => repository.setClosed(tx, name)))) return false;
    if (result?.reason === "restored") await forgetKeys(keys, name);
    deps.log.info("election.closed", { cast: result?.present ?? 0, entitled });
    return true;
  }

  async function countTurnout({ name, turnoutAt }: StoredRound, now: Instant): Promise<void> {
    const votes = await repository.votes(name);
    await write((tx) => repository.setTurnout(tx, name, votes, turnoutAt, now));
    await keys.note(name, votes);
  }

  async function voting(round: StoredRound, now: Instant): Promise<boolean> {
    if (now >= round.closesAt + GRACE_MS) return sealDue(round, now);
    if (now >= round.turnoutAt + TURNOUT_MS && now < round.closesAt) await countTurnout(round, now);
    return false;
  }

  function advance(round: StoredRound, now: Instant): Promise<boolean> {
    if (round.phase === "voting") return voting(round, now);
    return round.phase === "sealed" ? count(round, now) : finish(round);
  }

  return {
    /** Does for all rounds what is due at `now`; repeated until nothing more is. */
    async closeDue(now: Instant): Promise<void> {
      for (let again = true; again; ) {
        again = false;
        for (const round of await repository.unfinished()) again = (await advance(round, now)) || again;
      }
    },

    /**
     * For the start of the program: an open round with more marks than ballots, or fewer, is stopped at once, and
     * one that knows of fewer votes than were there before, because the store was put back to an earlier state.
     * Whoever has put the store together like that, nobody may go on voting in it (OnlWahlV § 12(5)).
     */
    async stopDamaged(now: Instant): Promise<void> {
      for (const { name } of await repository.unfinished()) {
        const before = await keys.noted(name);
        const stopped = await write(async (tx) => {
          const round = await alone(tx, name, "voting");
          if (!round) return false;
          const register = await repository.register(name, tx);
          const marks = register.filter((entry) => entry.voted).length;
          if (marks === (await repository.box(tx, name)).length && marks >= before) return false;
          const result = uncounted(round, register, "count-mismatch");
          await repository.setSealed(tx, name, { at: now, early: true, seal: null, result });
          return true;
        });
        if (stopped) deps.log.warn("election.stopped", { reason: "countMismatch" });
      }
    },

    /** Before its time, when everybody has voted. */
    async closeEarly(turn: Turn, name: RoundName): Promise<Outcome<null, CloseRefusal>> {
      if (!may(rolesOf(turn), "election.close")) return refused("not-coordinator");
      const ring = await ringFor(name);
      return write(async (tx) => {
        const round = await alone(tx, name, "voting");
        if (!round) return refused("wrong-state");
        const register = await repository.register(name, tx);
        const allVoted = register.every((entry) => entry.voted || entry.left);
        const event = {
          type: "close",
          by: "coordinator",
          allVoted,
          ballots: new Map(),
          present: null,
        } as const;
        const judged = step(processIn("voting", round.candidates), event, settingsOf(round, round.entitled));
        if (!judged.ok) return refused(judged.reason === "not-all-voted" ? judged.reason : "wrong-state");
        if (!ring) return refused("no-key");
        await seal(tx, round, ring, turn.now, true);
        return ok(null);
      });
    },

    /** Whether the key of a round that is not counted yet cannot be read here. */
    async missingKeys(): Promise<boolean> {
      for (const { name, phase } of await repository.unfinished())
        if ((phase === "voting" || phase === "sealed") && !(await keys.read(name))) return true;
      return false;
    },
  };
}
