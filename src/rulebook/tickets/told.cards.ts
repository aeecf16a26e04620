/** Cards that tell whoever asked what became of the question. */
import { cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { headingOf, informationBody, written } from "../information/cards.ts";
import type { Information } from "../information/information.ts";
import { told } from "./texts.ts";
import type { Ticket } from "./ticket.ts";

/** The answer, as an information with its source. */
export const answerCard = ({ number, question }: Ticket, information: Information): Card =>
  cardOf(
    `${told.answered(number)}: ${headingOf(information)}`,
    [
      heading(told.answered(number)),
      note(plain(question)),
      ...informationBody(information),
      note(told.again),
    ],
    [],
  );

export const closedCard = ({ number, question, closedReason }: Ticket): Card =>
  cardOf(told.closed(number), [
    heading(told.closed(number)),
    note(plain(question)),
    written(told.because(closedReason ?? "")),
  ]);

export const withdrawnCard = ({ number, question }: Ticket): Card =>
  cardOf(told.answered(number), [
    heading(told.answered(number)),
    note(plain(question)),
    paragraph(told.withdrawn),
  ]);
