/** The count of a sealed box within the transaction of its close: result, rewritten rows, next state. */
import { berlinDate } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Ring } from "./box.ts";
import { published, uncounted, unsealed } from "./counting.ts";
import type { DecisionCount } from "./decision.ts";
import { BOX_TROUBLES, type BoxTrouble } from "./end-reason.ts";
import { minutesNotices } from "./notices.ts";
import { type Process, withCount } from "./process.ts";
import { finalChange, stateChange } from "./progress.ts";
import { processFrom, settingsOf } from "./recall.ts";
import type { ElectionDeps } from "./service.ts";
import type { Entry, StoredElection, StoredResult, StoredRound } from "./stored.ts";
import { announcedLot, tellWinner } from "./telling.ts";
import { objectionEnd } from "./timing.ts";
import { step } from "./transition.ts";

type At = { readonly ring: Ring | null; readonly register: readonly Entry[]; readonly now: Instant };
type Opened = { readonly result: StoredResult; readonly after: Process };

/** A box that cannot be counted makes its round void; the coordination may have it held again. */
const withTrouble = (process: Process): Process => ({ ...process, state: "void" });

/** What was found before the count: the box of a store that was put back, for one. */
const troubleIn = (result: StoredResult | null): BoxTrouble | undefined =>
  BOX_TROUBLES.find((one) => one === result?.reason);

export function countService(deps: ElectionDeps) {
  const { repository, elections, random } = deps;

  /** An election: the rules of the process say what the ballots lead to. */
  function byRules(
    round: StoredRound,
    process: Process,
    found: Exclude<ReturnType<typeof unsealed>, { trouble: BoxTrouble }>,
    register: readonly Entry[],
  ): Opened {
    const event = { type: "end-voting", by: "timer", ballots: found.tally, present: null } as const;
    // The round's own quorum, which the rule of procedure may have set to a number.
    const judged = { ...process, quorum: round.quorum };
    const stepped = step(judged, event, settingsOf(round, round.entitled));
    const counted = stepped.ok ? stepped.value.process.counted : null;
    if (!stepped.ok || !counted) throw new Error("a round that was open cannot be counted");
    const after = withCount(process, counted.round, counted.drawn, counted.count);
    return { result: published(round, register, found.ballots, counted.count, random), after };
  }

  async function opened(
    tx: Tx,
    round: StoredRound,
    process: Process,
    { ring, register }: At,
  ): Promise<Opened> {
    const trouble = (reason: StoredResult["reason"]): Opened => ({
      result: uncounted(round, register, reason ?? "box-damaged"),
      after: withTrouble(process),
    });
    if (round.result) return { result: round.result, after: withTrouble(process) };
    const found = unsealed(ring, round, await repository.box(tx, round.name));
    return "trouble" in found ? trouble(found.trouble) : byRules(round, process, found, register);
  }

  /** The secret ballot on a motion: what it means is said by whoever keeps the motion. */
  async function motion(tx: Tx, round: StoredRound, { ring, register, now }: At): Promise<StoredResult> {
    const { electionId } = round.name;
    const found = round.result ? null : unsealed(ring, round, await repository.box(tx, round.name));
    const ballots = found && "tally" in found ? found : null;
    const present = register.filter((entry) => entry.voted).length;
    const trouble = found && "trouble" in found ? found.trouble : troubleIn(round.result);
    const voidReason = trouble ? { voidReason: trouble } : {};
    const facts = { present, entitled: round.entitled, quorum: round.quorum, ...voidReason };
    const count: DecisionCount = await deps.settleSecret(tx, electionId, ballots?.tally ?? null, facts, now);
    if (ballots) return published(round, register, ballots.ballots, count, random);
    return uncounted(round, register, trouble ?? round.result?.reason ?? "count-mismatch");
  }

  async function countMotion(tx: Tx, round: StoredRound, at: At): Promise<void> {
    const result = await motion(tx, round, at);
    await repository.rewrite(tx, round.name);
    await repository.setCounted(tx, round.name, result);
    await elections.change(tx, round.name.electionId, {
      state: result.outcome === "accepted" ? "elected" : "not_elected",
      reason: result.reason,
      objectionUntil: objectionEnd(at.now, round.rule),
    });
  }

  async function countElection(tx: Tx, round: StoredRound, election: StoredElection, at: At): Promise<void> {
    const { name } = round;
    const candidacies = await elections.candidacies(name.electionId, tx);
    const process = processFrom(election, candidacies, { ...round, result: null }, null);
    const { result, after } = await opened(tx, round, process, at);
    await repository.rewrite(tx, name);
    await repository.setCounted(tx, name, result);
    const lot = after.state === "lot_pending" ? announcedLot(round.rule, at.now) : null;
    if (lot) await elections.setLot(tx, name, lot);
    const event = { type: "end-voting", by: "timer", ballots: new Map(), present: null } as const;
    const change = {
      ...stateChange(election, process, after, "ok", round, at.now),
      ...finalChange(election, after, event, at.now),
    };
    await elections.change(tx, name.electionId, change);
    const checking = (await elections.roles(name.electionId, tx)).filter((one) => one.until === null);
    const chair = await deps.inOffice.chairOn(berlinDate(at.now), tx);
    const members = [...checking.map((one) => one.memberId), ...(chair ? [chair] : [])];
    await deps.enqueue(tx, minutesNotices(name, members, at.now));
    if (after.state !== "acceptance") return;
    const waiting = await elections.election(name.electionId, tx);
    if (waiting) await tellWinner(deps, tx, waiting, at.now);
  }

  return {
    /** Everything a count writes. The round and its election are locked, its phase is `sealed`. */
    async count(tx: Tx, round: StoredRound, at: At): Promise<void> {
      const election = await elections.election(round.name.electionId, tx);
      if (!election) throw new Error("a round without its election");
      await (round.office === "motion" ? countMotion(tx, round, at) : countElection(tx, round, election, at));
    },
  };
}
