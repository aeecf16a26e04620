/** Cards about parties that leave: the list, the form, the review, and what people are told. */
import {
  button,
  cardOf,
  choice,
  dateField,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { leavingLines } from "../cards.ts";
import { listed, renewal } from "../texts.ts";
import type { InElection, LeaveDraft } from "./leave.ts";
import { list as returning } from "./return.texts.ts";
import type { PartiesView, Reviewed } from "./service.ts";
import { elections, form, parties, review, told, warnings } from "./texts.ts";

type Names = (party: string) => string;

const byName = (keys: readonly string[], nameOf: Names) =>
  keys.map((value) => ({ value, title: nameOf(value) })).sort((a, b) => a.title.localeCompare(b.title, "de"));

/** With the other two a card has at most six buttons, as many as Teams shows. */
const MOST_WITHDRAWALS = 4;

export type ListView = {
  readonly actionId: string;
  readonly view: PartiesView;
  readonly nameOf: Names;
  readonly year: number;
};

export function partiesCard({ actionId, view, nameOf, year }: ListView): Card {
  const names = byName(view.parties, nameOf).map(({ title }) => title);
  const leaving = view.leaving.map(({ party, lastDay }) => ({ name: nameOf(party), lastDay }));
  const back = view.left.length > 0 ? [button(returning.record, "year.returnForm", {})] : [];
  const shown = view.leaving.slice(0, MOST_WITHDRAWALS - back.length);
  return cardOf(
    `${parties.title}. ${parties.count(names.length)}`,
    [
      heading(parties.title),
      paragraph(`${parties.count(names.length)} ${plain(listed(names))}.`),
      ...leavingLines(leaving).map((line) => paragraph(line)),
      ...view.left.map(({ party, lastDay }) => note(returning.left(plain(nameOf(party)), lastDay))),
      ...(view.leaving.length > shown.length ? [note(parties.more)] : []),
      paragraph(`${renewal.title(year)}. ${renewal.renews(year)}`),
      note(renewal.source),
    ],
    [
      button(parties.record, "year.leaveForm", {}),
      ...shown.map(({ party, recordedAt }) =>
        button(parties.withdraw(nameOf(party)), "year.leaveWithdraw", { actionId, party, recordedAt }),
      ),
      ...back,
      button(renewal.tellAll, "year.askTell", {}),
    ],
  );
}

export type FormView = {
  readonly actionId: string;
  readonly view: PartiesView;
  readonly nameOf: Names;
  readonly draft: LeaveDraft;
  readonly problem?: string;
};

export function leaveFormCard({ actionId, view, nameOf, draft, problem }: FormView): Card {
  const leaving = new Set(view.leaving.map(({ party }) => party));
  const staying = byName(
    view.parties.filter((party) => !leaving.has(party)),
    nameOf,
  );
  return cardOf(
    problem ?? form.title,
    [
      heading(form.title),
      ...(problem === undefined ? [] : [warning(problem)]),
      paragraph(form.why),
      choice("party", form.party, staying, {
        placeholder: form.choose,
        ...(draft.party === "" ? {} : { value: draft.party }),
      }),
      dateField("lastDay", form.lastDay, {
        isRequired: true,
        errorMessage: form.lastDayMissing,
        value: draft.lastDay,
      }),
    ],
    [button(form.next, "year.leaveCheck", { actionId }, true), exit(form.cancel, "form.cancel")],
  );
}

const electionLines = (found: readonly InElection[]): readonly string[] =>
  found.map(({ part, name }) => elections[part](plain(name)));

/** What will happen, before it happens. */
export function leaveReviewCard(actionId: string, reviewed: Reviewed, nameOf: Names): Card {
  const { party, lastDay } = reviewed;
  const facts = review.facts(plain(nameOf(party)), lastDay);
  return cardOf(
    `${review.title} ${facts}`,
    [
      heading(review.title),
      paragraph(facts),
      ...reviewed.warnings.map((one) => warning(warnings[one])),
      ...electionLines(reviewed.inElections).map((line) => warning(line)),
      ...[review.seat(lastDay), review.voting, review.groups, review.told].map((one) => paragraph(one)),
    ],
    [
      button(review.record, "year.leaveRecord", { actionId, party, lastDay }, true),
      button(review.change, "year.leaveForm", { party, lastDay }),
      exit(form.cancel, "form.cancel"),
    ],
  );
}

const news = (title: string, lines: readonly string[]): Card =>
  cardOf([title, ...lines].join(" "), [heading(plain(title)), ...lines.map((line) => paragraph(line))]);

/** `inElections`: for those who coordinate; nobody else has to do anything about it. */
export const notedCard = (name: string, lastDay: string, inElections: readonly InElection[] = []): Card =>
  news(told.notedTitle(name), [
    told.noted(plain(name), lastDay),
    told.notedSeat,
    ...electionLines(inElections),
    told.wrong,
  ]);

export const withdrawnCard = (name: string): Card =>
  news(told.withdrawnTitle(name), [told.withdrawn(plain(name))]);

/** `count`: parties in force from now on. */
export const leftCard = (
  name: string,
  lastDay: string,
  count: number,
  inElections: readonly InElection[] = [],
): Card =>
  news(told.leftTitle(name), [
    told.left(plain(name), lastDay),
    told.leftGroups,
    told.leftCount(count),
    ...electionLines(inElections),
  ]);
