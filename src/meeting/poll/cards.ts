/** The card of a poll: question, numbers, ranking. */
import type { ITable } from "@microsoft/teams.cards";
import { instantOf } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import {
  button,
  cardOf,
  choice,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { draftOf } from "../move/move.ts";
import { type OptionTally, type Poll, ranked, SUITS } from "./poll.ts";
import { briefDay, pollForm, result, suitsNames, poll as texts } from "./texts.ts";
import type { PollView } from "./view.ts";

/** Input of the option at a place in the list. */
const optionInput = (at: number): string => `option${at}`;

const cell = (text: string) => ({ type: "TableCell" as const, items: [note(text)] });
const row = (texts: readonly string[]) => ({ type: "TableRow" as const, cells: texts.map(cell) });

/** Numbers by option. Four narrow columns: readable at 360 px; the first row is read out as headers. */
const tallyTable = (counted: readonly OptionTally[]): ITable => ({
  type: "Table",
  firstRowAsHeaders: true,
  showGridLines: true,
  columns: [{ width: 3 }, ...SUITS.map(() => ({ width: 2 }))],
  rows: [
    row([texts.column, ...SUITS.map((one) => suitsNames[one])]),
    ...counted.map((one) => row([briefDay(one.startsAt), ...SUITS.map((which) => String(one[which]))])),
  ],
});

export type PollCardContext = {
  readonly partyName: (key: string) => string;
  readonly now: Instant;
  readonly heading?: string;
  /** What has just been done, or why nothing was. */
  readonly said?: string;
  readonly problem?: string;
};

function whereOf({ place, link, options, minutes }: Poll) {
  const where = place === "" ? link : place;
  return [
    note(texts.time(options[0] ?? "", minutes)),
    ...(where === null ? [] : [note(plain(texts.place(where)))]),
  ];
}

function questionOf({ poll, own, mayAnswer }: PollView) {
  if (!mayAnswer) return [];
  const choices = SUITS.map((one) => ({ title: suitsNames[one], value: one }));
  return [
    paragraph(texts.ask),
    ...poll.options.map((startsAt, at) =>
      choice(optionInput(at), pollForm.option(startsAt), choices, {
        style: "expanded",
        isRequired: true,
        errorMessage: texts.required,
        ...(own?.suits[startsAt] ? { value: own.suits[startsAt] } : {}),
      }),
    ),
    note(texts.until(poll.closesAt)),
  ];
}

/** Names of parties in one paragraph: 36 lines of their own would be too long for a phone. */
const namesOf = (title: string, parties: readonly string[], partyName: (key: string) => string) =>
  paragraph(`**${title}:** ${plain(parties.map(partyName).join(", ") || texts.nobody)}`);

function stateOf({ state, poll, mayAnswer }: PollView) {
  if (state === "givenUp") return [warning(texts.givenUp)];
  if (poll.meetingId !== null) return [paragraph(texts.planned)];
  if (state === "closed") return [paragraph(texts.closed)];
  return mayAnswer ? [] : [note(texts.until(poll.closesAt)), note(texts.notYours)];
}

/** Form of a date with what is known from the poll. */
const inviteData = (poll: Poll, startsAt: string) => ({
  ...draftOf({ ...poll, startsAt }),
  poll: poll.id,
});

/** Dates that can still be invited to, best first. */
const possibleOf = ({ counted }: PollView, now: Instant) =>
  ranked(counted).filter(({ startsAt }) => instantOf(startsAt) > now);

function invitesOf(view: PollView, now: Instant) {
  const { poll } = view;
  return possibleOf(view, now).map(({ startsAt }, at) =>
    at === 0
      ? button(result.invite, "meeting.form", inviteData(poll, startsAt), true)
      : button(result.inviteOther(startsAt), "meeting.form", inviteData(poll, startsAt)),
  );
}

function actionsOf(view: PollView, now: Instant) {
  const { poll, state, list, mayAnswer } = view;
  const answers = mayAnswer ? [button(texts.send, "meeting.pollAnswer", { poll: poll.id }, true)] : [];
  if (list === null) return answers;
  if (state === "open") return [...answers, exit(texts.giveUp, "meeting.pollAskGiveUp", { poll: poll.id })];
  return state === "closed" && poll.meetingId === null ? invitesOf(view, now) : [];
}

/** Where it is over and the coordinator looks: what came out. */
function rankingOf(view: PollView, now: Instant) {
  if (view.state !== "closed" || view.list === null) return [];
  const [best] = possibleOf(view, now);
  if (!best) return [warning(result.past)];
  return [paragraph(view.parties.answered === 0 ? result.none : result.first(best.startsAt))];
}

export function pollCard(view: PollView, context: PollCardContext): Card {
  const { poll, state, counted, parties, list } = view;
  const isOver = state === "closed" && list !== null;
  const title = context.heading ?? (isOver ? result.title : texts.title);
  const isCounted = parties.answered > 0 || !view.mayAnswer;
  return cardOf(
    [context.problem, context.said, title].filter(Boolean).join(" "),
    [
      heading(title),
      ...(context.problem ? [warning(context.problem)] : []),
      ...(context.said ? [paragraph(plain(context.said))] : []),
      ...stateOf(view),
      ...whereOf(poll),
      ...rankingOf(view, context.now),
      ...questionOf(view),
      paragraph(texts.count(parties.answered, parties.all)),
      ...(isCounted ? [tallyTable(isOver ? ranked(counted) : counted)] : []),
      ...(list === null
        ? []
        : [
            namesOf(texts.answered, list.answered, context.partyName),
            namesOf(texts.missing, list.missing, context.partyName),
          ]),
    ],
    actionsOf(view, context.now),
  );
}

export const giveUpCard = ({ id }: Pick<Poll, "id">): Card =>
  cardOf(
    texts.giveUpAsk,
    [heading(texts.giveUpAsk), paragraph(texts.giveUpWhat)],
    [
      button(texts.giveUp, "meeting.pollGiveUp", { poll: id }, true),
      exit(texts.keep, "meeting.poll", { poll: id }),
    ],
  );

/** To those who were asked. */
export const toldGivenUpCard = (): Card =>
  cardOf(texts.givenUp, [heading(texts.title), paragraph(texts.givenUp)]);
