/**
 * Announcing an election: what the coordinator enters is checked, shown, and checked again when it begins,
 * with nominations first, or at once where the candidacies stand already.
 */
import { wallClockAt } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import type { Entered, Planned, StartRefusal } from "./announcement.ts";
import type { Eligible, NewCandidacy, NewRole } from "./elections.repository.ts";
import { planService } from "./plan.service.ts";
import { progressService } from "./progress.service.ts";
import type { ElectionDeps } from "./service.ts";
import { newsNotices } from "./tidings.ts";
import { eveningAfter, nominationEnd } from "./timing.ts";

export function announceService(deps: ElectionDeps) {
  const { elections, keys } = deps;
  const progress = progressService(deps);
  const { planned } = planService(deps);

  async function giveRoles(
    tx: Tx,
    id: string,
    { officer, scrutineers }: Planned,
    now: Instant,
  ): Promise<void> {
    const role = (kind: NewRole["role"]) => (one: Eligible) => {
      const { memberId, name, party } = one;
      return elections.giveRole(tx, id, { memberId, name, party, role: kind, since: now });
    };
    await role("officer")(officer);
    for (const one of scrutineers) await role("scrutineer")(one);
  }

  /** Nobody is nominated yet in an election that has just begun: a refusal here is a fault. */
  async function nominated(tx: Tx, id: string, candidacy: NewCandidacy, now: Instant): Promise<void> {
    const event = { type: "nominate", by: "coordinator", candidate: candidacy.name } as const;
    const done = await progress.applyIn(tx, { ring: null }, id, event, now, { candidacy });
    if (!done.ok) throw new Error(`a nomination was refused: ${done.reason}`);
  }

  /** Everything of the announcement; with fixed candidacies the first round opens in the same transaction. */
  async function begin(tx: Tx, turn: Turn, id: string, plan: Planned, office: Entered["office"]) {
    const { now } = turn;
    const open = plan.nominationEndsAt !== null;
    const { rule, ruleVersion, closesAt } = plan;
    const dueAt = plan.nominationEndsAt;
    const state = open ? ("nomination" as const) : ("ready" as const);
    await elections.announce(tx, { id, office, state, startedAt: now, rule, ruleVersion, dueAt, closesAt });
    await giveRoles(tx, id, plan, now);
    const by = turn.member?.id ?? null;
    for (const candidate of plan.candidates) {
      const candidacy = { ...candidate, nominatedById: by, nominatedAt: now, consentedAt: open ? null : now };
      if (!open) await elections.nominate(tx, id, candidacy);
      else await nominated(tx, id, candidacy, now);
    }
    if (!open) return progress.applyIn(tx, { ring: null }, id, { type: "open", by: "coordinator" }, now);
    const members = (await deps.seats(tx)).flatMap((seat) => seat.holderId ?? []);
    const audience = { electionId: id, channel: await deps.forumChannel(tx), members };
    await deps.enqueue(tx, newsNotices(audience, "nomination", now));
    return ok(null);
  }

  return {
    /** What the form offers: parties with a seat, people who may lead or watch, whether deputies are elected. */
    async formChoices() {
      const coordinators = new Set(await deps.coordinators());
      const people = (await elections.eligible()).filter((one) => !coordinators.has(one.memberId));
      const { rule } = await elections.rule();
      return { parties: (await deps.seats()).map((seat) => seat.party), people, deputies: rule.deputies > 0 };
    },

    /** A form with times by the rule of procedure where nothing is entered yet. */
    async proposed(
      now: Instant,
      data: { readonly [K in keyof Entered]?: Entered[K] | undefined },
    ): Promise<Entered> {
      const { rule } = await elections.rule();
      const [nominationOn, nominationAt] = wallClockAt(nominationEnd(now, rule)).split("T");
      const [closesOn, closesAt] = wallClockAt(eveningAfter(now, rule.votingDays)).split("T");
      return {
        ...{ office: data.office ?? "chair", way: data.way ?? "open" },
        ...{ parties: data.parties ?? [], others: data.others ?? "" },
        nominationOn: data.nominationOn || (nominationOn ?? ""),
        nominationAt: data.nominationAt || (nominationAt ?? ""),
        closesOn: data.closesOn || (closesOn ?? ""),
        closesAt: data.closesAt || (closesAt ?? ""),
        ...{ officer: data.officer ?? "", scrutineers: data.scrutineers ?? [] },
      };
    },

    /** What would begin, for the coordinator to look at; nothing is stored. */
    plan: (turn: Turn, entered: Entered) => planned(turn, entered),

    /**
     * Begins the election and answers its id: the key of the first round first, then everything else. Where
     * the process ends in between, the key stays without a round and is removed at a later start. The same
     * form again gives the same election.
     */
    async start(turn: Turn, actionId: string, entered: Entered): Promise<Outcome<string, StartRefusal>> {
      if (!may(rolesOf(turn), "election.start")) return refused("not-coordinator");
      const id = deps.newId();
      const first = { electionId: id, round: 1 };
      if (entered.way === "fixed") await keys.create(first);
      const done = await orRefuse<StartRefusal, string>(async (refuse) => {
        const body = async (tx: Tx): Promise<string> => {
          const plan = await planned(turn, entered, tx);
          if (!plan.ok) return refuse(plan.reason);
          const begun = await begin(tx, turn, id, plan.value, entered.office);
          return begun.ok ? id : refuse(begun.reason);
        };
        const key = formKey(turn, actionId);
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, key, "election.start", turn.now, () => body(tx)),
        );
        return subject;
      });
      // After a fault the key stays: nobody knows whether the round was stored.
      if (!done.ok || done.value !== id) await keys.remove(first);
      return done;
    },
  };
}
