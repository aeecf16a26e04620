/** Form and review of a poll. */
import {
  button,
  cardOf,
  dateField,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { holding, placeFields, required, startField } from "../form.fields.ts";
import { warningText } from "../refusal.texts.ts";
import { form } from "../texts.ts";
import { POLL_LIMITS, type Poll, type PollDraft, type PollPlan } from "./poll.ts";
import type { WarnedOption } from "./service.ts";
import { pollForm, pollProblems } from "./texts.ts";

/** Input of the day at a place in the list. */
const dayInput = (at: number): string => `day${at}`;

export type PollFormView = {
  readonly actionId: string;
  readonly draft: PollDraft;
  readonly problems: readonly string[];
};

export const pollFormCard = ({ actionId, draft, problems }: PollFormView): Card =>
  cardOf(
    [pollForm.title, ...problems].join(" "),
    [
      heading(pollForm.title),
      ...problems.map((problem) => warning(problem)),
      paragraph(pollForm.what),
      ...Array.from({ length: POLL_LIMITS.most }, (_, at) =>
        dateField(dayInput(at), pollForm.day(at + 1), holding(draft.days[at] ?? "")),
      ),
      startField(draft.startsAt),
      ...placeFields(draft, pollForm),
      dateField("closesOn", pollForm.closesOn, {
        ...holding(draft.closesOn),
        ...required(pollProblems.closesUnknown),
      }),
      note(pollForm.closesHint),
    ],
    [button(form.next, "meeting.pollCheck", { actionId }, true), exit(form.cancel, "form.cancel")],
  );

const flat = ({ days, ...rest }: PollDraft) => ({
  ...rest,
  ...Object.fromEntries(days.map((day, at) => [dayInput(at), day])),
});

export type PollReviewView = {
  readonly actionId: string;
  readonly draft: PollDraft;
  readonly plan: PollPlan;
  readonly options: readonly WarnedOption[];
};

const optionOf = ({ startsAt, warnings }: WarnedOption) => ({
  type: "Container" as const,
  separator: true,
  items: [
    { ...paragraph(pollForm.option(startsAt)), weight: "Bolder" as const },
    ...(warnings.length === 0
      ? [note(pollForm.nothing)]
      : warnings.map((one) => warning(plain(warningText(one))))),
  ],
});

export const pollReviewCard = ({ actionId, draft, plan, options }: PollReviewView): Card =>
  cardOf(
    pollForm.reviewTitle,
    [
      heading(pollForm.reviewTitle),
      ...options.map(optionOf),
      paragraph(pollForm.closes(plan.closesAt)),
      paragraph(pollForm.what2),
    ],
    [
      button(pollForm.start, "meeting.pollStart", { ...flat(draft), actionId }, true),
      button(form.change, "meeting.pollForm", flat(draft)),
      exit(form.cancel, "form.cancel"),
    ],
  );

/** What the coordinator reads after the start. */
export const startedCard = ({ id, closesAt, options }: Pick<Poll, "id" | "closesAt" | "options">): Card =>
  cardOf(
    pollForm.started,
    [
      heading(pollForm.started),
      ...options.map((startsAt) => paragraph(pollForm.option(startsAt))),
      paragraph(pollForm.closes(closesAt)),
      note(pollForm.startedHint),
    ],
    [button(pollForm.look, "meeting.poll", { poll: id })],
  );
