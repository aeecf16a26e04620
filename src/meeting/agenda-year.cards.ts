/** The card of a year: its quarters, its gaps, all its dates. */
import { dateOf } from "../calendar/zones.ts";
import { button, cardOf, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { YearView } from "./agenda-year.service.ts";
import { year as words } from "./agenda-year.texts.ts";
import { type CardContext, nameOf, replyLine } from "./cards.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import { paperLine } from "./papers/cards.ts";
import { quarterKey } from "./plan/plan.ts";
import { agenda, answer, clockTime, facts, shortDate } from "./texts.ts";

export type YearCardView = CardContext & YearView & { readonly coordinator: boolean; readonly now: number };

/** More would make the card too long and too big; the ones left out are the earliest. */
const MOST_DATES = 10;

/** Buttons are told apart by the date; two dates of one day by the time as well. */
function shortName(meeting: Meeting, all: readonly Meeting[]): string {
  const date = shortDate(meeting.startsAt);
  const sameDay = all.filter((one) => dateOf(one.startsAt) === dateOf(meeting.startsAt));
  if (sameDay.length === 1) return date;
  const time = `${date}, ${clockTime(meeting.startsAt)}`;
  const twice = sameDay.filter((one) => one.startsAt === meeting.startsAt);
  return twice.length > 1 ? `${time} (${twice.indexOf(meeting) + 1})` : time;
}

/** The bar of the four quarters: a line each, with a sign and words. */
const barOf = ({ quarters }: YearView) => ({
  type: "FactSet" as const,
  facts: quarters.map(({ quarter, state, dates }) => ({
    title: words.quarter(quarter),
    value: words.state(
      state,
      dates.map(({ startsAt }) => shortDate(startsAt)),
    ),
  })),
});

const gapsOf = ({ gaps, coordinator }: YearCardView) =>
  gaps.flatMap((quarter) => [
    paragraph(agenda.without(quarter)),
    ...(coordinator
      ? [
          {
            type: "ActionSet" as const,
            actions: [button(words.plan(quarter), "meeting.propose", { quarter: quarterKey(quarter) })],
          },
        ]
      : []),
  ]);

function stateOf(meeting: Meeting, view: YearCardView) {
  if (meeting.cancelledAt !== null) return [warning(agenda.cancelled)];
  if (hasBegun(meeting, view.now)) return [note(words.held)];
  if (view.party === null) return [];
  const given = view.own.get(meeting.id);
  return [note(plain(given ? replyLine(given, view) : answer.ownNone(view.partyName(view.party))))];
}

function belongingOf({ id }: Meeting, { items, papers }: YearCardView) {
  const count = items.get(id) ?? 0;
  const line = paperLine(papers.get(id) ?? []);
  return [...(count === 0 ? [] : [note(words.items(count))]), ...(line === null ? [] : [note(plain(line))])];
}

function actionsOf(meeting: Meeting, view: YearCardView) {
  if (meeting.cancelledAt !== null) return [];
  const name = shortName(meeting, [...view.dates, ...view.later]);
  const data = { meeting: meeting.id };
  if (!hasBegun(meeting, view.now))
    return [
      button(agenda.answer(name), "meeting.show", data),
      button(words.agenda(name), "agenda.show", data),
      ...(view.coordinator
        ? [
            button(agenda.move(name), "meeting.moveForm", data),
            button(agenda.cancel(name), "meeting.askCancel", data),
          ]
        : []),
    ];
  const hasPapers = (view.papers.get(meeting.id) ?? []).length > 0;
  return [
    button(words.show(name), "meeting.show", data),
    ...(hasPapers || view.coordinator ? [button(words.papers(name), "attachment.show", data)] : []),
  ];
}

function entryOf(meeting: Meeting, view: YearCardView) {
  const actions = actionsOf(meeting, view);
  const where = meeting.place === "" ? (meeting.link ?? "") : meeting.place;
  return {
    type: "Container" as const,
    separator: true,
    items: [
      { ...paragraph(nameOf(meeting)), weight: "Bolder" as const },
      note(plain(`${facts.place}: ${where}`)),
      ...stateOf(meeting, view),
      ...belongingOf(meeting, view),
      ...(actions.length === 0 ? [] : [{ type: "ActionSet" as const, actions }]),
    ],
  };
}

const spokenOf = ({ year, quarters, gaps, dates }: YearView): string =>
  [
    words.title(year),
    ...quarters.map(({ quarter, state, dates: its }) =>
      [
        words.quarter(quarter),
        words.state(
          state,
          its.map(({ startsAt }) => shortDate(startsAt)),
        ),
      ].join(": "),
    ),
    ...gaps.map(agenda.without),
    ...(dates.length === 0 ? [words.none] : []),
  ].join(". ");

const listOf = (title: string, meetings: readonly Meeting[], view: YearCardView) =>
  meetings.length === 0
    ? []
    : [
        { ...paragraph(title), weight: "Bolder" as const },
        ...meetings.map((meeting) => entryOf(meeting, view)),
      ];

export function yearCard(view: YearCardView): Card {
  const { year, dates, later, personal, coordinator, gaps } = view;
  const hidden = Math.max(0, dates.length + later.length - MOST_DATES);
  return cardOf(
    spokenOf(view),
    [
      heading(words.title(year)),
      barOf(view),
      ...gapsOf(view),
      ...(dates.length === 0 ? [paragraph(words.none)] : []),
      ...(hidden === 0 ? [] : [note(words.more(hidden))]),
      ...listOf(words.dates, dates.slice(hidden), view),
      ...listOf(words.later, later.slice(0, MOST_DATES), view),
    ],
    [
      ...(coordinator && gaps.length === 0 ? [button(agenda.plan, "meeting.propose")] : []),
      button(words.other(year - 1), "meeting.year", { year: year - 1 }),
      button(words.other(year + 1), "meeting.year", { year: year + 1 }),
      ...(personal ? [button(words.subscribe, "calendar.show")] : []),
    ],
  );
}
