/** What agenda, papers and calendar add to a card about one date. */
import type { Instant } from "../system/clock.ts";
import { exit, note, paragraph, plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { calendarButton } from "./calendar/cards.ts";
import { agenda } from "./items/texts.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import { paperLine } from "./papers/cards.ts";
import type { Paper } from "./papers/paper.ts";
import { papers as paperWords } from "./papers/texts.ts";

/** Pieces to put below what a card says, and behind its buttons. */
export type Beside = {
  readonly body: NonNullable<Card["body"]>;
  readonly actions: NonNullable<Card["actions"]>;
};

export type BesideDeps = {
  /** The agenda in one line an item, as text. */
  readonly agendaLines: (meetingId: string, now: Instant) => Promise<readonly string[]>;
  readonly papersOf: (meetingId: string) => Promise<readonly Paper[]>;
};

const strong = (text: string) => ({ ...paragraph(text), weight: "Bolder" as const });

/**
 * Agenda, papers and buttons of a date, in the state it is in now. The same for everybody and every place: the
 * link to a calendar file is only made for the one who presses. A cancelled date has nothing but that.
 */
export const besideOf =
  ({ agendaLines, papersOf }: BesideDeps) =>
  async (meeting: Meeting, now: Instant): Promise<Beside> => {
    const calendar = calendarButton(meeting);
    if (meeting.cancelledAt !== null) return { body: [], actions: [calendar] };
    const [lines, papers] = await Promise.all([agendaLines(meeting.id, now), papersOf(meeting.id)]);
    const data = { meeting: meeting.id };
    const paper = paperLine(papers);
    const begun = hasBegun(meeting, now);
    return {
      body: [
        ...(lines.length === 0 ? [] : [strong(agenda.list), ...lines.map((line) => paragraph(plain(line)))]),
        ...(paper === null ? [] : [note(plain(paper))]),
      ],
      actions: [
        ...(begun ? [exit(paperWords.button, "attachment.show", data)] : [calendar]),
        exit(agenda.list, "agenda.show", data),
      ],
    };
  };

/** The card with these pieces at its end. */
export const withBeside = (card: Card, { body, actions }: Beside): Card => ({
  ...card,
  body: [...(card.body ?? []), ...body],
  ...(actions.length === 0 ? {} : { actions: [...(card.actions ?? []), ...actions] }),
});
