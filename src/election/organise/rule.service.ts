/** The rule of procedure: what holds, its versions, a new one. An election that is announced keeps its own. */
import { berlinDate } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { DEFAULT_RULE, type Wahlordnung } from "../wahlordnung.ts";
import type { RuleRepository, RuleVersion } from "./rule.repository.ts";
import { differences, readRule, type Setting } from "./rule.settings.ts";

export type RuleRefusal = "not-coordinator" | "fields" | "unchanged" | "adopted-wrong" | "stale";

export type RuleDraft = {
  /** Version that was changed. */
  readonly base: number;
  /** By setting, as typed. */
  readonly typed: Readonly<Record<string, unknown>>;
  /** Calendar date of the Forum's decision, or empty. */
  readonly adoptedOn: string;
};

export type RuleReview = {
  readonly from: RuleVersion;
  readonly rule: Wahlordnung;
  readonly adoptedOn: string | null;
  readonly changed: readonly Setting[];
};
export type RuleService = ReturnType<typeof ruleService>;

const DEFAULTS: RuleVersion = { version: 0, rule: DEFAULT_RULE, adoptedOn: null, savedAt: null };

/** Null for nothing entered; false for what is no day, or none that has been. */
function dayIn(entered: string, today: string): string | null | false {
  if (entered === "") return null;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(entered) ? Date.parse(`${entered}T00:00:00Z`) : Number.NaN;
  const isDay = Number.isFinite(at) && new Date(at).toISOString().startsWith(entered);
  return isDay && entered <= today ? entered : false;
}

export function ruleService(deps: Acting & { readonly rules: RuleRepository }) {
  const { rules } = deps;

  const newest = async (tx?: Tx): Promise<RuleVersion> => (await rules.all(tx))[0] ?? DEFAULTS;

  async function reviewed(turn: Turn, draft: RuleDraft, tx?: Tx): Promise<Outcome<RuleReview, RuleRefusal>> {
    if (!may(rolesOf(turn), "rule.change")) return refused("not-coordinator");
    const from = await newest(tx);
    if (from.version !== draft.base) return refused("stale");
    const read = readRule(draft.typed);
    if (!read.ok) return refused("fields");
    const adoptedOn = dayIn(draft.adoptedOn.trim(), berlinDate(turn.now));
    if (adoptedOn === false) return refused("adopted-wrong");
    const changed = differences(from.rule, read.rule);
    const decided = adoptedOn !== null && adoptedOn !== from.adoptedOn;
    if (changed.length === 0 && !decided) return refused("unchanged");
    return ok({ from, rule: read.rule, adoptedOn, changed });
  }

  return {
    newest: () => newest(),

    /** All, newest first; the defaults are the last. */
    versions: async (): Promise<readonly RuleVersion[]> => [...(await rules.all()), DEFAULTS],

    /** What a draft would change; nothing is stored. */
    review: (turn: Turn, draft: RuleDraft) => reviewed(turn, draft),

    /** Settings of a draft that cannot be read. */
    wrongIn: ({ typed }: Pick<RuleDraft, "typed">): readonly Setting[] => {
      const read = readRule(typed);
      return read.ok ? [] : read.wrong;
    },

    /** Saves a new version and answers its number. The same form again gives the same one. */
    async save(turn: Turn, actionId: string, draft: RuleDraft): Promise<Outcome<number, RuleRefusal>> {
      if (!may(rolesOf(turn), "rule.change")) return refused("not-coordinator");
      const done = await orRefuse<RuleRefusal, string>(async (refuse) => {
        const body = async (tx: Tx): Promise<string> => {
          const review = await reviewed(turn, draft, tx);
          if (!review.ok) return refuse(review.reason);
          const { from, rule, adoptedOn } = review.value;
          const version = from.version + 1;
          const savedById = turn.member?.id ?? turn.actor.aadObjectId;
          await rules.save(tx, { version, rule, adoptedOn, savedById, savedAt: turn.now });
          return String(version);
        };
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, formKey(turn, actionId), "rule.save", turn.now, () => body(tx)),
        );
        return subject;
      });
      return done.ok ? ok(Number(done.value)) : done;
    },
  };
}
