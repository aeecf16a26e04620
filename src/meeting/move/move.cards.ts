/** Cards for moving a date: form, review, done. */
import { button, cardOf, exit, heading, paragraph, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { linkButton, planFacts } from "../cards.ts";
import { warningList } from "../form.cards.ts";
import { dayField, placeFields, startField } from "../form.fields.ts";
import type { Meeting, MeetingDraft } from "../meeting.ts";
import { form } from "../texts.ts";
import type { MoveView } from "./move.service.ts";
import { moving } from "./move.texts.ts";

export type MoveFormView = {
  readonly actionId: string;
  readonly meeting: Meeting;
  readonly draft: MeetingDraft;
  readonly problems: readonly string[];
};

/** Holds the date as it is; the sequence says from which state somebody has changed it. */
export const moveFormCard = ({ actionId, meeting, draft, problems }: MoveFormView): Card =>
  cardOf(
    [moving.title(meeting.startsAt), ...problems].join(" "),
    [
      heading(moving.title(meeting.startsAt)),
      ...problems.map((problem) => warning(problem)),
      dayField(draft.startsOn),
      startField(draft.startsAt),
      ...placeFields(draft),
    ],
    [
      button(
        form.next,
        "meeting.moveCheck",
        { actionId, meeting: meeting.id, sequence: meeting.sequence },
        true,
      ),
      exit(moving.back, "meeting.show", { meeting: meeting.id }),
    ],
  );

/** What will happen, before it happens. */
export function moveReviewCard(view: MoveView, actionId: string, draft: MeetingDraft): Card {
  const { meeting, plan, change } = view;
  const isMoved = change.kind === "moved";
  const what = isMoved
    ? [paragraph(moving.from(meeting.startsAt)), paragraph(moving.to(plan.startsAt))]
    : [paragraph(moving.fields(change.fields))];
  const follows = isMoved
    ? [moving.moves, moving.replies(view.replies), moving.reminders]
    : [moving.moves, moving.keeps];
  const data = { meeting: meeting.id, sequence: meeting.sequence, actionId };
  return cardOf(
    moving.reviewTitle,
    [
      heading(moving.reviewTitle),
      ...what,
      planFacts(plan),
      ...(isMoved ? warningList(view.warnings) : []),
      ...follows.map((sentence) => paragraph(sentence)),
    ],
    [
      button(isMoved ? moving.move : moving.change, "meeting.move", { ...draft, ...data }, true),
      button(form.change, "meeting.moveForm", { ...draft, meeting: meeting.id }),
      exit(moving.back, "meeting.show", { meeting: meeting.id }),
    ],
  );
}

export const movedCard = (meeting: Meeting): Card =>
  cardOf(
    moving.done(meeting.startsAt),
    [heading(moving.done(meeting.startsAt)), planFacts(meeting), paragraph(moving.doneHint)],
    [...linkButton(meeting)],
  );
