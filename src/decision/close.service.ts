/** Use cases of the end: by the clock, early, cancelled, or with what came out of the ballot box. */
import type { Tx } from "../db/store.ts";
import type { DecisionCount } from "../election/decision.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Turn } from "../turn/turn.ts";
import { type Decision, isRunning } from "./decision.ts";
import { LIMITS, oneLine } from "./draft.ts";
import { allHaveVoted, remaining } from "./electorate.ts";
import { resultNotices } from "./notices.ts";
import { mayManage, openIn } from "./open.service.ts";
import { countOpen, countSecret, type Ended, type SecretTurnout } from "./outcome.ts";
import { audienceOf, electorsFor } from "./people.ts";
import type { DecisionDeps } from "./service.ts";

export type CloseRefusal = "gone" | "notManager" | "notDraft" | "notVoting" | "secretCloses" | "notAllVoted";
export type CancelRefusal = "gone" | "notCoordinator" | "ended" | "reasonMissing" | "reasonTooLong";

export type Cancelled = { readonly decision: Decision; readonly already: boolean };

export function closeService(deps: DecisionDeps) {
  const { repository } = deps;

  async function load(id: string): Promise<Decision> {
    const decision = await repository.byId(id);
    if (!decision) throw new Error("a decision that was stored cannot be read");
    return decision;
  }

  async function endIn(tx: Tx, decision: Decision, ended: Ended, now: Instant): Promise<void> {
    const { state, reason, result } = ended;
    await repository.settle(tx, decision.id, { state, reason, result, cancelReason: null, at: now });
    await deps.enqueue(tx, resultNotices(decision.id, await audienceOf(deps, decision, tx), now));
  }

  const seatsOf = async (tx: Tx, decision: Decision) =>
    remaining(await repository.seats(decision.id, tx), await electorsFor(deps, decision, tx));

  /** Decides once more with the row held: another process may have been here since. */
  async function runIn(tx: Tx, id: string, now: Instant): Promise<void> {
    const decision = await repository.hold(tx, id);
    if (!decision) return;
    if (decision.state === "draft" && decision.opensAt <= now) return openIn(deps, tx, decision, now);
    if (decision.state !== "voting" || decision.secret || decision.closesAt > now) return;
    await endIn(tx, decision, countOpen(decision, await seatsOf(tx, decision), false), now);
  }

  async function closeIn(tx: Tx, turn: Turn, id: string, refuse: (reason: CloseRefusal) => never) {
    const decision = await repository.hold(tx, id);
    if (!decision) return refuse("gone");
    if (!mayManage(turn, decision)) refuse("notManager");
    if (decision.state !== "voting") return refuse("notVoting");
    if (decision.secret) refuse("secretCloses");
    const seats = await seatsOf(tx, decision);
    if (!allHaveVoted(seats)) refuse("notAllVoted");
    await endIn(tx, decision, countOpen(decision, seats, true), turn.now);
  }

  async function cancelIn(
    tx: Tx,
    turn: Turn,
    id: string,
    reason: string,
    refuse: (reason: CancelRefusal) => never,
  ): Promise<boolean> {
    // The box before the decision, as its count takes them: the other way round each could wait for the other.
    const seen = await repository.byId(id, tx);
    if (seen?.state === "voting" && seen.electionId !== null)
      await deps.secretBallot?.cancel(tx, seen.electionId, turn.now);
    const decision = await repository.hold(tx, id);
    if (!decision) return refuse("gone");
    if (decision.state === "cancelled") return true;
    if (!isRunning(decision)) return refuse("ended");
    const ended = { state: "cancelled" as const, reason: "cancelled" as const, cancelReason: reason };
    await repository.settle(tx, id, { ...ended, result: null, at: turn.now });
    await deps.enqueue(tx, resultNotices(id, await audienceOf(deps, decision, tx), turn.now));
    return false;
  }

  return {
    /** Opens and closes what is due; what is wrong with one decision does not hold up the others. */
    async runDue(now: Instant): Promise<void> {
      const faults: unknown[] = [];
      for (const id of await repository.due(now))
        await deps.write((tx) => runIn(tx, id, now)).catch((error) => faults.push(error));
      if (faults.length > 0) throw faults[0];
    },

    /** Closes an open decision before its time, once every party has voted. */
    async closeEarly(turn: Turn, id: string): Promise<Outcome<Decision, CloseRefusal>> {
      const done = await orRefuse<CloseRefusal, void>((refuse) =>
        deps.write((tx) => closeIn(tx, turn, id, refuse)),
      );
      return done.ok ? ok(await load(id)) : done;
    },

    /** Cancels a draft or an open decision for good; everybody reads the reason. Doing it again changes nothing. */
    async cancel(turn: Turn, id: string, written: string): Promise<Outcome<Cancelled, CancelRefusal>> {
      if (!may(rolesOf(turn), "decision.cancel")) return refused("notCoordinator");
      const reason = oneLine(written);
      if (reason === "") return refused("reasonMissing");
      if (reason.length > LIMITS.reason) return refused("reasonTooLong");
      const done = await orRefuse<CancelRefusal, boolean>((refuse) =>
        deps.write((tx) => cancelIn(tx, turn, id, reason, refuse)),
      );
      return done.ok ? ok({ decision: await load(id), already: done.value }) : done;
    },

    /**
     * Takes over what came out of the ballot box, in the transaction of its close, and says what it means.
     * `tally` is null when the box could not be read. A decision that has ended before stays as it is.
     */
    async settleSecret(
      tx: Tx,
      electionId: string,
      tally: ReadonlyMap<string, number> | null,
      turnout: SecretTurnout,
      now: Instant,
    ): Promise<DecisionCount> {
      const id = await repository.idOfBox(tx, electionId);
      const decision = id === null ? null : await repository.hold(tx, id);
      if (!decision) throw new Error("a ballot box without its decision");
      if (decision.state === "cancelled") return { outcome: "void", reason: "cancelled" };
      const ended = countSecret(decision, tally, turnout);
      if (decision.state === "voting") await endIn(tx, decision, ended, now);
      return ended.count;
    },
  };
}
