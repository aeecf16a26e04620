/** The forms: plan a date, review it, name a deputy. */
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
import { linkButton, planFacts } from "./cards.ts";
import {
  DEFAULT_MINUTES,
  MEETING_LIMITS,
  type Meeting,
  type MeetingDraft,
  type MeetingPlan,
  MINUTES,
} from "./meeting.ts";
import type { DateWarning } from "./own-date.ts";
import { problems as problemTexts, warningText } from "./refusal.texts.ts";
import type { Invited } from "./service.ts";
import { answer, form } from "./texts.ts";

const holding = (value: string) => (value === "" ? {} : { value });
const required = (errorMessage: string) => ({ isRequired: true, errorMessage });

/** The length entered before if the list has it, else the usual one. */
const lengthOf = ({ minutes }: MeetingDraft): string =>
  MINUTES.some((one) => String(one) === minutes) ? minutes : String(DEFAULT_MINUTES);

export type FormView = {
  /** Random id of this drawing of the form; what it plans is planned once. */
  readonly actionId: string;
  readonly draft: MeetingDraft;
  /** Sentences that say what is wrong. */
  readonly problems: readonly string[];
};

/** Everything that was entered is kept; what is wrong with it stands at the top. */
export const formCard = ({ actionId, draft, problems }: FormView): Card =>
  cardOf(
    [form.title, ...problems].join(" "),
    [
      heading(form.title),
      ...problems.map((problem) => warning(problem)),
      dateField("startsOn", form.date, {
        ...holding(draft.startsOn),
        ...required(problemTexts.dateMissing),
      }),
      timeField("startsAt", form.time, {
        ...holding(draft.startsAt),
        ...required(problemTexts.timeMissing),
      }),
      choice(
        "minutes",
        form.minutes,
        MINUTES.map((minutes) => ({ title: form.minutesChoice(minutes), value: String(minutes) })),
        { value: lengthOf(draft) },
      ),
      field("place", form.place, {
        placeholder: form.placeExample,
        maxLength: MEETING_LIMITS.place,
        ...holding(draft.place),
      }),
      field("link", form.link, {
        placeholder: form.linkExample,
        maxLength: MEETING_LIMITS.link,
        ...holding(draft.link),
      }),
    ],
    [button(form.next, "meeting.check", { actionId }, true), exit(form.cancel, "form.cancel")],
  );

export type ReviewView = {
  readonly actionId: string;
  readonly draft: MeetingDraft;
  readonly plan: MeetingPlan;
  readonly warnings: readonly DateWarning[];
};

/** The date as it will be planned, and what speaks against it. No warning forbids it. */
export const reviewCard = ({ actionId, draft, plan, warnings }: ReviewView): Card =>
  cardOf(
    [form.reviewTitle, ...warnings.map(warningText)].join(" "),
    [
      heading(form.reviewTitle),
      planFacts(plan),
      ...(warnings.length === 0
        ? [note(form.noWarnings)]
        : [paragraph(form.warnings), ...warnings.map((one) => warning(warningText(one)))]),
      paragraph(form.reviewNext),
    ],
    [
      button(form.invite, "meeting.plan", { actionId, ...draft }, true),
      button(form.change, "meeting.form", { ...draft }),
      exit(form.cancel, "form.cancel"),
    ],
  );

/** What the coordinator reads after planning. */
export const plannedCard = ({ meeting, people, empty }: Invited): Card =>
  cardOf(
    answer.planned(meeting.startsAt),
    [
      heading(answer.planned(meeting.startsAt)),
      planFacts(meeting),
      paragraph(answer.invitedCount(people)),
      ...(empty > 0 ? [note(answer.emptySeats(empty))] : []),
    ],
    [...linkButton(meeting)],
  );

export type DeputyView = {
  readonly meeting: Meeting;
  readonly entered?: string;
  readonly problem?: string;
};

/** Asks who comes instead. No reason is asked for. */
export const deputyCard = ({ meeting, entered = "", problem }: DeputyView): Card =>
  cardOf(
    problem ?? answer.deputyTitle,
    [
      heading(answer.deputyTitle),
      ...(problem ? [warning(problem)] : []),
      note(plain(answer.title(meeting.startsAt))),
      field("deputy", answer.deputyLabel, { maxLength: MEETING_LIMITS.deputy, ...holding(entered) }),
      note(answer.deputyHint),
      note(answer.deputyPrivate),
    ],
    [
      button(answer.deputySend, "meeting.reply", { meeting: meeting.id, reply: "vertretung" }, true),
      exit(answer.back, "meeting.show", { meeting: meeting.id }),
    ],
  );
