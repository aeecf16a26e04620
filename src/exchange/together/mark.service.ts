/** Use case of marks: somebody says for the own organisation that it uses a thing too, or is interested. */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Exchange } from "../exchange.ts";
import type { ExchangeRepository } from "../repository.ts";
import { type Mark, type MarkKind, type MarkRefusal, type MarkStep, stepOf } from "./mark.ts";
import type { MarkRepository } from "./repository.ts";

export type MarkDeps = Acting & {
  readonly records: Pick<ExchangeRepository, "byId">;
  readonly marks: MarkRepository;
  /** Whether the person of the turn may see a record here. */
  readonly maySee: (turn: Turn, exchange: Exchange) => Promise<boolean>;
};

export type Marking = {
  readonly key: string;
  readonly id: string;
  readonly kind: MarkKind;
  /** True to say it, false to take it back. */
  readonly on: boolean;
};

type MarkRefused = MarkRefusal | "gone" | "notMember";

/** What a press has changed. Null: the same form was delivered before; it stands as it was left since. */
export type Marked = {
  /** Nothing was changed: it was said before, by this person of the organisation, or there was nothing to take back. */
  readonly before: Mark | null;
  readonly changed: boolean;
  readonly interestEnds: boolean;
} | null;

type Allowed = Extract<MarkStep, { ok: true }>;

function outcomeOf(step: Allowed | undefined): Marked {
  if (!step) return null;
  const changed = step.add || step.remove.length > 0;
  return {
    before: changed ? null : step.said,
    changed,
    interestEnds: step.add && step.remove.length > 0,
  };
}

export function markService(deps: MarkDeps) {
  const { records, marks } = deps;

  async function apply(
    tx: Tx,
    { id, kind, on }: Marking,
    by: { readonly memberId: string; readonly organisation: string; readonly at: Instant },
    refuse: (reason: MarkRefused) => never,
  ): Promise<Allowed> {
    const exchange = await records.byId(id, tx);
    if (!exchange || exchange.deletedAt !== null) return refuse("gone");
    const { organisation } = by;
    const step = stepOf(exchange, await marks.of(id, tx), { kind, on, organisation });
    if (!step.ok) return refuse(step.reason);
    for (const gone of step.remove) await marks.remove(tx, id, organisation, gone);
    if (step.add) await marks.add(tx, id, { kind, ...by });
    return step;
  }

  return {
    /** Decided in the transaction that stores it, so that of two colleagues the second finds what the first said. */
    async mark(turn: Turn, marking: Marking): Promise<Outcome<Marked, MarkRefused>> {
      const { member, now } = turn;
      if (!member || !may(rolesOf(turn), "exchange.mark")) return refused("notMember");
      const seen = await records.byId(marking.id);
      if (!seen || !(await deps.maySee(turn, seen))) return refused("gone");
      const by = { memberId: member.id, organisation: member.organisation, at: now };
      return orRefuse<MarkRefused, Marked>(async (refuse) => {
        let step: Allowed | undefined;
        await deps.write((tx) => {
          // Run a second time when somebody else was faster: only the last run counts.
          step = undefined;
          return deps.applyOnce(tx, marking.key, "exchange.mark", now, async () => {
            step = await apply(tx, marking, by, refuse);
            return marking.id;
          });
        });
        return outcomeOf(step);
      });
    },
  };
}
