/** Takes a list of people into the store, all of it or nothing, and gives it out. */
import type { Tx } from "../db/store.ts";
import type { StandingSeat } from "../forum/seats.ts";
import type { Instant } from "../system/clock.ts";
import { orRefuse } from "../system/refusal.ts";
import { appointIn, type CoordinatorDeps } from "./coordinators.service.ts";
import { correctedNotice } from "./notices.ts";
import { type LineFault, type ReadRoster, type RosterProblem, readRoster } from "./roster.file.ts";
import { countsOf, planRoster, type RosterCounts, type RosterPlan, type RosterStep } from "./roster.plan.ts";
import type { RosterRepository } from "./roster.repository.ts";
import type { RosterPlaces } from "./roster.ts";

export type RosterDeps = CoordinatorDeps & {
  readonly rows: RosterRepository;
  readonly places: () => Promise<RosterPlaces>;
  readonly seats: {
    readonly all: (tx?: Tx) => Promise<readonly StandingSeat[]>;
    readonly hold: (tx: Tx) => Promise<void>;
    readonly give: (tx: Tx, party: string, memberId: string) => Promise<boolean>;
    readonly nameDeputy: (tx: Tx, party: string, memberId: string, now: Instant) => Promise<void>;
  };
  readonly frozen: (tx?: Tx) => Promise<boolean>;
  readonly join: (tx: Tx, groupId: string, memberId: string, now: Instant) => Promise<void>;
};

/** Who imports: member id and key; both null at the command line. */
export type Importing = {
  readonly memberId: string | null;
  readonly key: string | null;
  readonly now: Instant;
};

export type Previewed =
  | { readonly kind: "problem"; readonly problem: RosterProblem }
  | { readonly kind: "faults"; readonly faults: readonly LineFault[] }
  | { readonly kind: "plan"; readonly plan: RosterPlan; readonly counts: RosterCounts };

export type RosterService = ReturnType<typeof rosterService>;

export function rosterService(deps: RosterDeps) {
  async function planned(read: ReadRoster, by: Importing, tx?: Tx): Promise<Previewed> {
    const state = {
      people: await deps.rows.people(tx),
      seats: await deps.seats.all(tx),
      frozen: await deps.frozen(tx),
      by: by.key,
    };
    const plan = planRoster(read.rows, state);
    const faults = [...read.faults, ...plan.faults].sort((a, b) => a.line - b.line);
    return faults.length > 0 ? { kind: "faults", faults } : { kind: "plan", plan, counts: countsOf(plan) };
  }

  const readIn = async (text: string) => readRoster(text, await deps.places());

  async function looked(text: string, by: Importing): Promise<Previewed> {
    const read = await readIn(text);
    return "kind" in read ? { kind: "problem", problem: read } : planned(read, by);
  }

  /** Who was known before and is corrected learns of it; nobody else can be reached yet. */
  async function correct(tx: Tx, step: RosterStep, by: Importing): Promise<void> {
    const { known, row, changed } = step;
    if (!known || changed.length === 0) return;
    const { memberId } = known;
    await deps.repository.correct(tx, memberId, row, by.now);
    for (const field of changed)
      await deps.repository.note(tx, { id: deps.newId(), memberId, field }, by.memberId, by.now);
    const told = memberId === by.memberId ? [] : await deps.repository.reachable(tx, [memberId]);
    await deps.enqueue(
      tx,
      told.map((to) => correctedNotice(deps.newId(), to, by.now)),
    );
  }

  async function apply(tx: Tx, step: RosterStep, by: Importing): Promise<void> {
    const memberId = step.known?.memberId ?? deps.newId();
    const { row, seat } = step;
    if (!step.known) await deps.rows.create(tx, memberId, row, by.now);
    await correct(tx, step, by);
    if (seat === "delegate" && !(await deps.seats.give(tx, row.organisation, memberId)))
      throw new Error("a seat that was held was given to somebody else");
    if (seat === "deputy") await deps.seats.nameDeputy(tx, row.organisation, memberId, by.now);
    if (step.appoint) await appointIn(deps, tx, memberId, by.memberId, by.now);
    for (const group of step.join) await deps.join(tx, group, memberId, by.now);
  }

  async function takeIn(tx: Tx, read: ReadRoster, by: Importing, refuse: (why: "stale") => never) {
    await deps.seats.hold(tx);
    await deps.repository.holdCoordinators(tx);
    // Judged anew: what the preview has shown may be out of date.
    const seen = await planned(read, by, tx);
    if (seen.kind !== "plan") return refuse("stale");
    for (const step of seen.plan.steps) await apply(tx, step, by);
    return JSON.stringify(seen.counts);
  }

  return {
    /** What the list would do now; nothing is written. Rights are checked by the caller. */
    preview: looked,

    /** Does it, once per key; otherwise what stands in its way now. Rights are checked by the caller. */
    async take(text: string, key: string, by: Importing): Promise<Previewed | RosterCounts> {
      const read = await readIn(text);
      if ("kind" in read) return { kind: "problem", problem: read };
      const done = await orRefuse<"stale", { readonly subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "people.import", by.now, () => takeIn(tx, read, by, refuse)),
        ),
      );
      return done.ok ? JSON.parse(done.value.subject) : looked(text, by);
    },
  };
}
