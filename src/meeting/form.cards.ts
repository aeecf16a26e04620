/** The forms: plan a date, review it, name a deputy. */
import { button, cardOf, exit, field, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { linkButton, planFacts } from "./cards.ts";
import { dayField, holding, placeFields, startField } from "./form.fields.ts";
import { MEETING_LIMITS, type Meeting, type MeetingDraft, type MeetingPlan } from "./meeting.ts";
import type { DateWarning } from "./own-date.ts";
import { warningText } from "./refusal.texts.ts";
import type { Invited } from "./service.ts";
import { answer, form } from "./texts.ts";

export type FormView = {
  /** Random id of this drawing of the form; what it plans is planned once. */
  readonly actionId: string;
  readonly draft: MeetingDraft;
  /** Sentences that say what is wrong. */
  readonly problems: readonly string[];
  /** The poll from which the date comes. */
  readonly poll?: string | undefined;
};

const from = (poll: string | undefined) => (poll === undefined ? {} : { poll });

/** Everything that was entered is kept; what is wrong with it stands at the top. */
export const formCard = ({ actionId, draft, problems, poll }: FormView): Card =>
  cardOf(
    [form.title, ...problems].join(" "),
    [
      heading(form.title),
      ...problems.map((problem) => warning(problem)),
      dayField(draft.startsOn),
      startField(draft.startsAt),
      ...placeFields(draft),
    ],
    [button(form.next, "meeting.check", { actionId, ...from(poll) }, true), exit(form.cancel, "form.cancel")],
  );

/** What speaks against a date, or that nothing does. No warning forbids it. */
export const warningList = (warnings: readonly DateWarning[]) =>
  warnings.length === 0
    ? [note(form.noWarnings)]
    : [paragraph(form.warnings), ...warnings.map((one) => warning(plain(warningText(one))))];

export type ReviewView = {
  readonly actionId: string;
  readonly draft: MeetingDraft;
  readonly plan: MeetingPlan;
  readonly warnings: readonly DateWarning[];
  readonly poll?: string | undefined;
};

/** The date as it will be planned, and what speaks against it. */
export const reviewCard = ({ actionId, draft, plan, warnings, poll }: ReviewView): Card =>
  cardOf(
    [form.reviewTitle, ...warnings.map(warningText)].join(" "),
    [heading(form.reviewTitle), planFacts(plan), ...warningList(warnings), paragraph(form.reviewNext)],
    [
      button(form.invite, "meeting.plan", { actionId, ...draft, ...from(poll) }, true),
      button(form.change, "meeting.form", { ...draft, ...from(poll) }),
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
      note(answer.invitedHint),
    ],
    [...linkButton(meeting)],
  );

export type DeputyView = {
  readonly meeting: Meeting;
  readonly entered?: string;
  readonly problem?: string;
};

/** Asks who comes instead. No reason is asked for. */
export function deputyCard({ meeting, entered = "", problem }: DeputyView): Card {
  const about = { meeting: meeting.id, startsAt: meeting.startsAt };
  return cardOf(
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
      button(answer.deputySend, "meeting.reply", { ...about, reply: "vertretung" }, true),
      exit(answer.back, "meeting.show", { meeting: meeting.id }),
    ],
  );
}
