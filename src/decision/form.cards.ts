/** The forms: put a motion, review it, cancel it. */
import { MAJORITIES } from "../election/decision.ts";
import {
  button,
  cardOf,
  choice,
  dateField,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
  timeField,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { type Decision, WAYS } from "./decision.ts";
import { type DecisionDraft, EMPTY_DECISION, LIMITS } from "./draft.ts";
import { factsOf, motionText, ruleOf, titleOf } from "./frame.cards.ts";
import { cancelRefusals, problems as problemTexts } from "./refusal.texts.ts";
import type { Review, Scope } from "./start.service.ts";
import { form, majorities, review, ways, whenOf } from "./texts.ts";
import { cancelling } from "./told.texts.ts";

const holding = (value: string) => (value === "" ? {} : { value });
const required = (errorMessage: string) => ({ isRequired: true, errorMessage });
/** What was entered if the list has it, else the usual one. */
const chosen = (entered: string, all: readonly string[], usual: string) => ({
  value: all.includes(entered) ? entered : usual,
});

const scopeLine = ({ group }: Scope): string => (group === null ? form.forForum : form.forGroup(group.name));

export type FormView = Scope & {
  readonly actionId: string;
  readonly draft: DecisionDraft;
  /** Sentences that say what is wrong. */
  readonly problems: readonly string[];
};

/** Everything that was entered is kept; what is wrong with it stands at the top. */
export const formCard = ({ actionId, draft, problems, group }: FormView): Card =>
  cardOf(
    [form.title, ...problems].join(" "),
    [
      heading(form.title),
      paragraph(plain(scopeLine({ group }))),
      ...problems.map((problem) => warning(problem)),
      field("title", form.titleLabel, {
        placeholder: form.titleExample,
        maxLength: LIMITS.title,
        ...holding(draft.title),
        ...required(problemTexts.titleMissing),
      }),
      field("text", form.textLabel, {
        placeholder: form.textExample,
        isMultiline: true,
        maxLength: LIMITS.text,
        ...holding(draft.text),
        ...required(problemTexts.textMissing),
      }),
      choice(
        "way",
        form.way,
        WAYS.map((way) => ({ title: ways[way], value: way })),
        { style: "expanded", wrap: true, ...chosen(draft.way, WAYS, EMPTY_DECISION.way) },
      ),
      choice(
        "majority",
        form.majority,
        MAJORITIES.map((majority) => ({ title: majorities[majority], value: majority })),
        { style: "expanded", wrap: true, ...chosen(draft.majority, MAJORITIES, EMPTY_DECISION.majority) },
      ),
      note(form.majorityHint),
      dateField("closesOn", form.closesOn, {
        ...holding(draft.closesOn),
        ...required(problemTexts.endMissing),
      }),
      timeField("closesAt", form.closesAt, {
        ...holding(draft.closesAt),
        ...required(problemTexts.endMissing),
      }),
      choice(
        "secret",
        form.secret,
        [
          { title: form.no, value: "nein" },
          { title: form.yes, value: "ja" },
        ],
        { style: "expanded", wrap: true, ...chosen(draft.secret, ["ja", "nein"], "nein") },
      ),
    ],
    [
      button(form.next, "decision.check", { actionId, group: group?.id ?? "" }, true),
      exit(form.cancel, "form.cancel"),
    ],
  );

export type ReviewView = Review & { readonly actionId: string; readonly draft: DecisionDraft };

function openingLines({ opensAt, plan }: Review) {
  if (opensAt === null) return [note(review.tooShort)];
  const when = whenOf(opensAt);
  if (plan.way === "umlauf") return [paragraph(review.opensUmlauf(when))];
  return [paragraph(review.opens(when)), note(review.atOnce)];
}

/** The motion as it will be put, with the rule by which it will be decided. */
export function reviewCard(view: ReviewView): Card {
  const { actionId, draft, plan, group, quorum, entitled, opensAt } = view;
  const data = { actionId, group: group?.id ?? "", ...draft };
  const announce = button(review.announce, "decision.create", { ...data, atOnce: false }, true);
  return cardOf(
    `${review.title}: ${plan.title}`,
    [
      heading(review.title),
      { ...paragraph(plain(plan.title)), weight: "Bolder" },
      motionText(plan.text),
      factsOf({ ...plan, group }, null),
      ...ruleOf({ ...plan, group, quorum, entitled }),
      ...openingLines(view),
      paragraph(review.fixed),
    ],
    [
      ...(opensAt === null ? [] : [announce]),
      button(review.openNow, "decision.create", { ...data, atOnce: true }, opensAt === null),
      button(review.change, "decision.form", draft),
      exit(form.cancel, "form.cancel"),
    ],
  );
}

export type CancelView = {
  readonly decision: Decision;
  readonly entered?: string;
  readonly problem?: string;
};

/** Asks for the reason that everybody will read. */
export const cancelCard = ({ decision, entered = "", problem }: CancelView): Card =>
  cardOf(
    problem ?? cancelling.ask(titleOf(decision)),
    [
      heading(plain(cancelling.ask(titleOf(decision)))),
      ...(problem ? [warning(problem)] : []),
      paragraph(cancelling.what),
      field("reason", cancelling.reason, {
        isMultiline: true,
        maxLength: LIMITS.reason,
        ...holding(entered),
        ...required(cancelRefusals.reasonMissing),
      }),
    ],
    [
      button(cancelling.confirm, "decision.cancel", { decision: decision.id }, true),
      exit(cancelling.keep, "decision.show", { decision: decision.id }),
    ],
  );
