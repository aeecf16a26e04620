/** `wahlordnung`: every setting with its origin; the coordination changes them in a form. */
import { z } from "zod";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { ruleCard, ruleFormCard, ruleReviewCard, versionsCard } from "./rule.cards.ts";
import { fieldProblem, ruleForm, ruleRefusals, ruleWords, versionWords } from "./rule.chat.texts.ts";
import type { RuleDraft, RuleRefusal, RuleService } from "./rule.service.ts";
import { SETTINGS, typedRule } from "./rule.settings.ts";

export type RuleRouteDeps = { readonly rules: RuleService; readonly newId: NewId };

const which = z.object({ version: z.int().nonnegative().optional() });
const draft = z.looseObject({
  actionId: z.string().regex(/^[\w-]{1,64}$/),
  base: z.int().nonnegative(),
  adoptedOn: z.string().max(20).default(""),
});
/** From the review, to change something; empty where the form is opened first. */
const redrawn = draft.partial();

/** What a form sends is a text; whatever else comes there counts as nothing typed. */
const textIn = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).slice(0, 40) : "";

/** Settings as typed; nothing else of what was sent. */
const typedIn = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(SETTINGS.flatMap((key) => (key in data ? [[key, textIn(data[key])]] : [])));

const isOver = (reason: RuleRefusal): boolean => reason === "not-coordinator" || reason === "stale";

export function ruleRoutes({ rules, newId }: RuleRouteDeps): Routes {
  const mayChange = (turn: Turn): boolean => may(rolesOf(turn), "rule.change");

  async function shown(turn: Turn, version?: number, told?: string): Promise<Reply> {
    const versions = await rules.versions();
    const found = versions.find((one) => one.version === version) ?? versions[0];
    if (!found) return refusal(ruleRefusals.stale);
    const newest = found === versions[0];
    const more = { change: newest && mayChange(turn), versions: versions.length > 1 };
    return card(ruleCard(found, { ...more, ...(told ? { told } : {}) }), told ?? ruleWords.title);
  }

  async function formDrawn(turn: Turn, data: z.output<typeof redrawn>): Promise<Reply> {
    if (!mayChange(turn)) return refusal(ruleRefusals["not-coordinator"]);
    const { version, rule } = await rules.newest();
    const typed = { ...typedRule(rule), ...typedIn(data) };
    const view = { actionId: newId(), base: version, typed, adoptedOn: data.adoptedOn ?? "", problems: [] };
    return card(ruleFormCard(view), ruleForm.title);
  }

  /** The form again, with what was typed and a sentence for each field that cannot be read. */
  function withProblems(data: z.output<typeof draft>, reason: RuleRefusal): Reply {
    if (isOver(reason)) return refusal(ruleRefusals[reason]);
    const typed = typedIn(data);
    const wrong = reason === "fields" ? rules.wrongIn({ typed }).map(fieldProblem) : [];
    const problems = [ruleRefusals[reason], ...wrong];
    const { actionId, base, adoptedOn } = data;
    return card(ruleFormCard({ actionId, base, typed, adoptedOn, problems }), ruleRefusals[reason]);
  }

  const draftIn = (data: z.output<typeof draft>): RuleDraft => ({
    ...{ base: data.base, adoptedOn: data.adoptedOn, typed: typedIn(data) },
  });

  async function reviewed(turn: Turn, data: z.output<typeof draft>): Promise<Reply> {
    const done = await rules.review(turn, draftIn(data));
    return done.ok
      ? card(ruleReviewCard(done.value, data.actionId), ruleForm.reviewTitle)
      : withProblems(data, done.reason);
  }

  async function saved(turn: Turn, data: z.output<typeof draft>): Promise<Reply> {
    const done = await rules.save(turn, data.actionId, draftIn(data));
    if (!done.ok) return withProblems(data, done.reason);
    return stored(await shown(turn, done.value, ruleForm.saved(done.value)));
  }

  return {
    texts: [
      textRoute(
        "wahlordnung",
        (typed) => (commandWord(typed) === "wahlordnung" ? true : undefined),
        (turn) => shown(turn),
      ),
    ],
    actions: [
      actionRoute("rule.show", which, (turn, data) => shown(turn, data.version)),
      actionRoute("rule.versions", z.unknown(), async () =>
        card(versionsCard(await rules.versions()), versionWords.title),
      ),
      actionRoute("rule.form", redrawn, formDrawn),
      actionRoute("rule.review", draft, reviewed),
      actionRoute("rule.save", draft, saved),
    ],
  };
}
