/** Cards of the yearly round: alarms, end of a term, renewal of the declaration. */
import { type Quarter, rangeOf } from "../calendar/quarters.ts";
import type { Check } from "../meeting/quarter-alarm.ts";
import { button, cardOf, exit, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { Term } from "./repository.ts";
import { alarm, chair, listed, renewal, telling } from "./texts.ts";

/** `mayPlan`: the reader coordinates. */
export function quarterCard(quarter: Quarter, check: Check, mayPlan: boolean): Card {
  const title = alarm.title[check](quarter);
  const say = check === "escalation" ? warning : paragraph;
  return cardOf(
    `${title}. ${alarm.rule}`,
    [
      heading(title),
      paragraph(`${alarm.rule} ${alarm.until(rangeOf(quarter).to)}`),
      say(alarm.next[check]),
      ...(mayPlan ? [] : [paragraph(alarm.forChair)]),
    ],
    mayPlan
      ? [button(alarm.plan, "meeting.propose", { quarter: `${quarter.year}-${quarter.quarter}` }, true)]
      : [],
  );
}

/** `last` is null where nobody ever was in the chair. */
export function chairCard(last: Term | null): Card {
  const title = last ? chair.expiredTitle : chair.noneTitle;
  const text = last ? chair.expired(plain(last.name), last.lastDay) : chair.none;
  return cardOf(
    `${title}. ${text}`,
    [heading(title), paragraph(text), paragraph(chair.next), note(chair.rules)],
    [button(chair.start, "election.form", { office: "chair" }, true)],
  );
}

export type RenewalView = {
  readonly year: number;
  /** Names of the parties in force. */
  readonly parties: readonly string[];
  readonly leaving: readonly { readonly name: string; readonly lastDay: string }[];
  readonly reader: "coordinator" | "chair" | "party";
};

/** Names of parties in one paragraph: a line for each would be too long for a phone. */
const partyList = (parties: readonly string[]) => [
  { ...paragraph(renewal.partiesTitle(parties.length)), weight: "Bolder" as const },
  paragraph(`${plain(listed(parties))}.`),
];

export const leavingLines = (leaving: RenewalView["leaving"]): readonly string[] =>
  leaving.length === 0
    ? [renewal.noneLeaves]
    : leaving.map(({ name, lastDay }) => renewal.leaving(plain(name), lastDay));

const actionsFor = ({ reader }: RenewalView) =>
  reader === "coordinator"
    ? [button(renewal.record, "year.leaveForm", {}), button(renewal.tellAll, "year.askTell", {}, true)]
    : [];

export function renewalCard(view: RenewalView): Card {
  const { year, parties, reader } = view;
  const title = renewal.title(year);
  return cardOf(
    `${title}. ${renewal.renews(year)}`,
    [
      heading(title),
      paragraph(renewal.renews(year)),
      ...(reader === "party" ? [paragraph(renewal.forParty)] : []),
      { ...paragraph(renewal.whoTitle), weight: "Bolder" },
      paragraph(renewal.who),
      paragraph(renewal.when(year)),
      paragraph(renewal.forum),
      note(renewal.source),
      ...partyList(parties),
      ...leavingLines(view.leaving).map((line) => paragraph(line)),
      ...(reader === "chair" ? [paragraph(renewal.forChair)] : []),
    ],
    actionsFor(view),
  );
}

/** `year`: the one that has ended. */
export function renewedCard(view: Pick<RenewalView, "year" | "parties">): Card {
  const next = view.year + 1;
  const title = renewal.renewedTitle(next);
  return cardOf(`${title}. ${renewal.renewed(next)}`, [
    heading(title),
    paragraph(renewal.renewed(next)),
    ...partyList(view.parties),
    paragraph(renewal.renewedNext),
  ]);
}

export type TellView = {
  readonly actionId: string;
  readonly year: number;
  readonly people: number;
  /** Names of parties whose seat nobody holds. */
  readonly empty: readonly string[];
};

export const askTellCard = ({ actionId, year, people, empty }: TellView): Card =>
  cardOf(
    telling.title,
    [
      heading(telling.title),
      paragraph(telling.ask(people)),
      ...(empty.length > 0 ? [paragraph(telling.empty(plain(listed(empty))))] : []),
      note(telling.once),
    ],
    [button(telling.send, "year.tell", { actionId, year }, true), exit(telling.back, "year.parties")],
  );

export const toldCard = (people: number): Card =>
  cardOf(telling.done(people), [heading(telling.title), paragraph(telling.done(people))]);
