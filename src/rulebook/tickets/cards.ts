/** Cards about passed-on questions: confirmation, news, lists, closing. */
import { germanDate } from "../../calendar/zones.ts";
import {
  button,
  cardOf,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import type { Place } from "../../turn/turn.ts";
import { strong, written } from "../information/cards.ts";
import type { Information } from "../information/information.ts";
import { type Page, pageButtons, pageNote } from "../information/paging.ts";
import { shared, sourceOf } from "../information/texts.ts";
import { cut, oneLine } from "../information/written.ts";
import type { PassedTicket } from "./pass-on.service.ts";
import { asked, closing, list, passing, refusals, states } from "./texts.ts";
import { LIMITS, RATED, type Ticket, type TicketGroup } from "./ticket.ts";

const EXCERPT = 240;
const shortened = (text: string) => plain(cut(oneLine(text), EXCERPT));

/** Where the answer will come, as said in `place`. */
function whereOf(ticket: Ticket, place: Place): string {
  const here = ticket.conversationId === place.conversationId && ticket.threadId === (place.threadId ?? null);
  if (!here) return passing.elsewhere;
  return place.kind === "channel" ? passing.inThread : passing.here[place.kind];
}

export const passedOnSentences = (ticket: PassedTicket, place: Place): readonly string[] => [
  `${passing.title(ticket.number)} ${whereOf(ticket, place)}`,
  ...(ticket.shared ? [passing.shared] : []),
  passing.stored,
];

export const passedOnCard = (ticket: PassedTicket, place: Place): Card =>
  cardOf(
    `${passing.title(ticket.number)} ${whereOf(ticket, place)}`,
    [
      heading(passing.title(ticket.number)),
      written(ticket.question),
      paragraph(whereOf(ticket, place)),
      ...(ticket.shared ? [paragraph(passing.shared)] : []),
      note(passing.stored),
    ],
    [button(passing.own, "rules.ownQuestions")],
  );

const whyOf = ({ reason, answered }: Ticket) => [
  note(reason === RATED ? list.rated : list.noAnswer),
  ...(answered === null ? [] : [note(shortened(list.answered(answered)))]),
];

/** A question as a coordinator reads it in full. */
export const questionBody = (ticket: Ticket) => [written(ticket.question), ...whyOf(ticket)];

const openButtons = ({ number, id }: Ticket, actionId: string) => [
  button(list.buttons.take(number), "rules.take", { actionId, id }),
  button(list.buttons.answer(number), "rules.answering", { id }),
  button(list.buttons.close(number), "rules.closing", { id }),
];

export const askedCard = (ticket: Ticket, actionId: string): Card =>
  cardOf(
    asked.title(ticket.number),
    [heading(asked.title(ticket.number)), ...questionBody(ticket)],
    [...openButtons(ticket, actionId), button(list.buttons.all, "rules.questions")],
  );

export type ListView = Page<TicketGroup> & {
  readonly actionId: string;
  readonly total: number;
  /** Who asks to see it, as tickets keep it. */
  readonly me: string;
  /** Name of whoever has taken a ticket. */
  readonly takenBy: (ticket: Ticket) => string;
  readonly problem?: string;
};

/** More numbers than these help nobody. */
const MOST_NUMBERS = 10;

const numbersOf = (tickets: readonly Ticket[]): string => {
  const numbers = tickets.slice(0, MOST_NUMBERS).map(({ number }) => number);
  return [...numbers, ...(tickets.length > MOST_NUMBERS ? ["…"] : [])].join(", ");
};

function groupOf({ head, others }: TicketGroup, { actionId, me, takenBy }: ListView) {
  const { number, id, state, askedAt } = head;
  const stands = state === "taken" ? list.takenBy(takenBy(head)) : states[state];
  const settle = openButtons(head, actionId).slice(1);
  const giveBack = button(list.buttons.giveBack(number), "rules.giveBack", { actionId, id });
  const mine = head.takenById === me ? [...settle, giveBack] : [giveBack];
  return {
    type: "Container" as const,
    separator: true,
    items: [
      strong(list.line(number, germanDate(askedAt), stands)),
      paragraph(shortened(head.question)),
      ...whyOf(head),
      ...(others.length === 0 ? [] : [note(list.others(others.length, numbersOf(others)))]),
      {
        type: "ActionSet" as const,
        actions: state === "open" ? openButtons(head, actionId) : mine,
      },
    ],
  };
}

export function questionsCard(view: ListView): Card {
  const { items, total, problem } = view;
  const count = total === 0 ? list.none : list.count(total);
  return cardOf(
    [list.title, count, ...(problem ? [problem] : [])].join(". "),
    [
      heading(list.title),
      ...(problem ? [warning(problem)] : []),
      paragraph(count),
      ...items.map((group) => groupOf(group, view)),
      ...pageNote(view),
    ],
    [
      ...(total === 0 ? [] : [button(list.buttons.agenda, "rules.agenda")]),
      ...pageButtons(view, "rules.questions"),
    ],
  );
}

/** A ticket of one's own, and the answer where there is one. */
export type Own = { readonly ticket: Ticket; readonly answer: Information | null };

const ownOf = ({ ticket, answer }: Own) => ({
  type: "Container" as const,
  separator: true,
  items: [
    strong(list.line(ticket.number, germanDate(ticket.askedAt), states[ticket.state])),
    paragraph(shortened(ticket.question)),
    ...(answer ? [written(answer.answer), note(sourceOf(answer.givenOn))] : []),
    ...(ticket.closedReason === null ? [] : [paragraph(plain(list.closedBecause(ticket.closedReason)))]),
  ],
});

export const ownCard = (view: Page<Own>): Card =>
  cardOf(
    list.ownTitle,
    [
      heading(list.ownTitle),
      ...(view.items.length === 0 ? [paragraph(list.ownNone)] : view.items.map(ownOf)),
      ...pageNote(view),
    ],
    pageButtons(view, "rules.ownQuestions"),
  );

export const closeCard = (ticket: Ticket, actionId: string): Card =>
  cardOf(
    closing.title(ticket.number),
    [
      heading(closing.title(ticket.number)),
      ...questionBody(ticket),
      field("reason", closing.label, {
        isMultiline: true,
        maxLength: LIMITS.closedReason,
        isRequired: true,
        errorMessage: refusals.closedReasonMissing,
      }),
    ],
    [
      button(closing.save, "rules.close", { actionId, id: ticket.id }, true),
      exit(shared.cancel, "form.cancel"),
    ],
  );

/** Confirms to a coordinator what was done. */
export const doneCard = (said: string): Card =>
  cardOf(said, [paragraph(said)], [button(list.buttons.all, "rules.questions")]);
