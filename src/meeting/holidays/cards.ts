/** Cards of the coordinator's calendar. */
import type { CalendarDate } from "../../calendar/dates.ts";
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
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import {
  type BlockedDraft,
  type CalendarFacts,
  HOLIDAY_LIMITS,
  type HolidayDraft,
  schoolYearOf,
} from "./holidays.ts";
import { addForm, blocked, rangeText, removeForm, table } from "./texts.ts";

/** School years shown from the present one on. */
const YEARS = 3;
/** Entries offered for removal, days offered for release. */
const MOST_OFFERED = 40;
/** Blocked days that are told one by one; the others stand in the list to choose from. */
const MOST_TOLD = 8;

type Section = { readonly facts: CalendarFacts; readonly year: number };

function yearSection({ facts, year }: Section) {
  const entries = facts.holidays.filter(({ from }) => schoolYearOf(from) === year);
  const isConfirmed = facts.confirmed.includes(year);
  const line = entries.map(({ name, from, to }) => note(plain(table.entry(name, rangeText(from, to)))));
  const asks = entries.length > 0 && !isConfirmed;
  return {
    type: "Container" as const,
    separator: true,
    items: [
      { ...paragraph(table.year(year)), weight: "Bolder" as const },
      ...(entries.length === 0 ? [warning(table.none)] : line),
      ...(isConfirmed ? [note(table.confirmed)] : []),
      ...(asks
        ? [
            paragraph(table.open),
            {
              type: "ActionSet" as const,
              actions: [button(table.confirm(year), "meeting.holidayConfirm", { year })],
            },
          ]
        : []),
    ],
  };
}

export type TableView = {
  readonly facts: CalendarFacts;
  readonly today: CalendarDate;
  /** What has just been done. */
  readonly said?: string;
};

export function tableCard({ facts, today, said }: TableView): Card {
  const first = schoolYearOf(today);
  const last = facts.holidays
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return cardOf(
    [said, table.title, last ? table.end(last) : ""].filter(Boolean).join(" "),
    [
      heading(table.title),
      ...(said ? [paragraph(plain(said))] : []),
      paragraph(table.what),
      ...Array.from({ length: YEARS }, (_, more) => yearSection({ facts, year: first + more })),
      ...(last ? [note(table.end(last))] : []),
    ],
    [
      button(table.add, "meeting.holidayForm"),
      button(table.remove, "meeting.holidayRemoveForm"),
      button(table.blocked, "meeting.blocked"),
      exit(table.plan, "meeting.propose"),
    ],
  );
}

const holding = (value: string) => (value === "" ? {} : { value });

export type AddView = { readonly actionId: string; readonly draft: HolidayDraft; readonly problem?: string };

export const addCard = ({ actionId, draft, problem }: AddView): Card =>
  cardOf(
    [problem, addForm.title].filter(Boolean).join(" "),
    [
      heading(addForm.title),
      ...(problem ? [warning(problem)] : []),
      field("name", addForm.name, {
        placeholder: addForm.nameExample,
        maxLength: HOLIDAY_LIMITS.name,
        ...holding(draft.name),
      }),
      dateField("from", addForm.from, holding(draft.from)),
      dateField("to", addForm.to, holding(draft.to)),
      note(addForm.hint),
    ],
    [button(addForm.save, "meeting.holidayAdd", { actionId }, true), exit(addForm.back, "meeting.holidays")],
  );

/** Only what is not over yet is offered. */
export const removeCard = ({ facts, today }: TableView): Card =>
  cardOf(
    removeForm.title,
    [
      heading(removeForm.title),
      choice(
        "entry",
        removeForm.what,
        facts.holidays
          .filter(({ to }) => to >= today)
          .slice(0, MOST_OFFERED)
          .map(({ id, name, from, to }) => ({ title: table.entry(name, rangeText(from, to)), value: id })),
      ),
    ],
    [button(removeForm.save, "meeting.holidayRemove", {}, true), exit(addForm.back, "meeting.holidays")],
  );

/** The days themselves: a list to choose from shows them only when it is opened. */
const toldDays = (coming: CalendarFacts["blocked"]) => [
  { ...paragraph(blocked.now), weight: "Bolder" as const },
  ...coming.slice(0, MOST_TOLD).map(({ day, why }) => note(blocked.entry(day, plain(why)))),
  ...(coming.length > MOST_TOLD ? [note(blocked.more(coming.length - MOST_TOLD))] : []),
];

export type BlockedView = TableView & { readonly draft: BlockedDraft; readonly problem?: string };

export function blockedCard({ facts, today, draft, said, problem }: BlockedView): Card {
  const coming = facts.blocked.filter(({ day }) => day >= today).slice(0, MOST_OFFERED);
  const choices = coming.map(({ day, why }) => ({ title: blocked.entry(day, why), value: day }));
  const free = button(blocked.free, "meeting.unblock");
  return cardOf(
    [problem ?? said, blocked.title].filter(Boolean).join(" "),
    [
      heading(blocked.title),
      ...(said ? [paragraph(plain(said))] : []),
      ...(problem ? [warning(problem)] : []),
      paragraph(blocked.what),
      ...(coming.length === 0 ? [note(blocked.none)] : toldDays(coming)),
      field("days", blocked.days, { isMultiline: true, maxLength: 1000, ...holding(draft.days) }),
      note(blocked.daysHint),
      field("why", blocked.why, {
        placeholder: blocked.whyExample,
        maxLength: HOLIDAY_LIMITS.why,
        ...holding(draft.why),
      }),
      ...(choices.length === 0 ? [] : [choice("free", blocked.choose, choices, { isMultiSelect: true })]),
    ],
    [
      button(blocked.save, "meeting.block", {}, true),
      ...(choices.length === 0 ? [] : [free]),
      exit(blocked.holidays, "meeting.holidays"),
      exit(table.plan, "meeting.propose"),
    ],
  );
}
