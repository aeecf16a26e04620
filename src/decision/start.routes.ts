/** `abstimmung starten`: the form, its review, and what they make. */
import { z } from "zod";
import { addDays } from "../calendar/dates.ts";
import { workingDayFrom } from "../calendar/working-days.ts";
import { berlinDate } from "../calendar/zones.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import type { Decision } from "./decision.ts";
import { type DecisionDraft, EMPTY_DECISION, tidyDraft } from "./draft.ts";
import { formCard, reviewCard } from "./form.cards.ts";
import { problems, startRefusals } from "./refusal.texts.ts";
import type { DecisionDeps, DecisionService } from "./service.ts";
import type { Scope, StartRefusal, Stopped } from "./start.service.ts";
import { form, review as reviewWords } from "./texts.ts";

export type StartRouteDeps = Pick<DecisionDeps, "newId"> & {
  readonly service: Pick<DecisionService, "begin" | "review" | "create">;
  /** Answers with the decision that has been made. */
  readonly confirmed: (turn: Turn, decision: Decision) => Promise<Reply>;
};

export const ID = z.string().regex(/^[\w-]{1,64}$/);
/** A field that nobody filled in is not sent by every client. */
const input = z.string().max(20_000).default("");
const FIELDS = {
  ...{ title: input, text: input, way: input, majority: input },
  ...{ secret: input, closesOn: input, closesAt: input },
};
const group = z.union([ID, z.literal("")]).default("");
const CHECK = z.object({ actionId: ID, group, ...FIELDS });
const CREATE = CHECK.extend({ atOnce: z.boolean().default(false) });

/** Days until the end that the form proposes, and the hour. */
const PROPOSED_DAYS = 8;
const PROPOSED_TIME = "18:00";

const draftIn = (data: DecisionDraft): DecisionDraft => {
  const { title, text, way, majority, secret, closesOn, closesAt } = data;
  return tidyDraft({ title, text, way, majority, secret, closesOn, closesAt });
};

/** Entering something else helps against these. */
const CORRECTABLE: readonly StartRefusal[] = ["secretNotHere", "tooFewForSecret", "endBeforeOpening"];

export function startRoutes({ service, newId, confirmed }: StartRouteDeps): Routes {
  function drawForm({ group }: Scope, draft: DecisionDraft, sentences: readonly string[] = []): Reply {
    const drawn = formCard({ actionId: newId(), group, draft, problems: sentences });
    return card(drawn, [`${form.title}.`, ...sentences].join(" "));
  }

  async function open(turn: Turn, draft: DecisionDraft): Promise<Reply> {
    const begun = await service.begin(turn);
    if (!begun.ok) return refusal(startRefusals[begun.reason]);
    const closesOn = workingDayFrom(addDays(berlinDate(turn.now), PROPOSED_DAYS));
    const proposed = { closesOn: draft.closesOn || closesOn, closesAt: draft.closesAt || PROPOSED_TIME };
    return drawForm(begun.value, { ...draft, ...proposed });
  }

  /** The form again where entering something else helps; else one sentence, and the card stays. */
  async function stopped(turn: Turn, done: Stopped, draft: DecisionDraft): Promise<Reply> {
    const begun = await service.begin(turn);
    if ("problems" in done) {
      const sentences = done.problems.map((problem) => problems[problem]);
      return begun.ok ? drawForm(begun.value, draft, sentences) : refusal(sentences.join(" "));
    }
    const sentence = startRefusals[done.reason];
    return begun.ok && CORRECTABLE.includes(done.reason)
      ? drawForm(begun.value, draft, [sentence])
      : refusal(sentence);
  }

  async function check(turn: Turn, data: z.output<typeof CHECK>): Promise<Reply> {
    const draft = draftIn(data);
    const done = await service.review(turn, draft);
    if (!done.ok) return stopped(turn, done, draft);
    if ((done.value.group?.id ?? "") !== data.group) return refusal(startRefusals.elsewhere);
    return card(reviewCard({ ...done.value, actionId: data.actionId, draft }), reviewWords.title);
  }

  async function create(turn: Turn, data: z.output<typeof CREATE>): Promise<Reply> {
    const { actionId, group, atOnce } = data;
    const draft = draftIn(data);
    const done = await service.create(turn, { key: formKey(turn, actionId), draft, group, atOnce });
    return done.ok ? confirmed(turn, done.value) : stopped(turn, done, draft);
  }

  return {
    texts: [
      textRoute(
        "abstimmung starten",
        (typed) => (commandWord(typed) === "abstimmung starten" ? EMPTY_DECISION : undefined),
        open,
      ),
    ],
    actions: [
      actionRoute("decision.form", z.object(FIELDS), (turn, data) => open(turn, draftIn(data))),
      actionRoute("decision.check", CHECK, check),
      actionRoute("decision.create", CREATE, create),
    ],
  };
}
