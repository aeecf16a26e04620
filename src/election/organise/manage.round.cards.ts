/** Cards of the coordination for one round: opening it early, moving its end. */
import { button, dateField, exit, field, paragraph, timeField, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { electionCard, listOf, whenOf } from "../frame.cards.ts";
import type { ManageView } from "./manage.service.ts";
import { extendForm, manageWords, openForm } from "./manage.texts.ts";
import { type Extending, LONGEST_REASON } from "./manage.ts";

/** What opens, and whether enough seats are held for it. */
export function openCard(
  trial: boolean,
  { scene, held, entitled, quorum }: ManageView,
  names: readonly string[],
): Card {
  const { id } = scene.election;
  const below = held < quorum;
  return electionCard(
    trial,
    openForm.title,
    [
      paragraph(openForm.candidates(listOf(names))),
      paragraph(manageWords.seats(held, entitled, quorum)),
      ...(below ? [warning(openForm.below(held, quorum))] : []),
      paragraph(openForm.why),
    ],
    [
      button(
        below ? openForm.anyway : openForm.now,
        "election.open",
        { election: id, anyway: below },
        !below,
      ),
      exit(openForm.cancel, "election.manage", { election: id }),
    ],
  );
}

export type ExtendView = {
  readonly actionId: string;
  readonly election: string;
  readonly closesAt: number;
  readonly entered: Extending;
  readonly problem?: string;
};

export function extendFormCard(trial: boolean, view: ExtendView): Card {
  const { actionId, election, entered, problem } = view;
  const { date, time, reason } = entered;
  return electionCard(
    trial,
    extendForm.title,
    [
      ...(problem ? [warning(problem)] : []),
      paragraph(extendForm.now(whenOf(view.closesAt))),
      dateField("date", extendForm.date, {
        ...{ isRequired: true, errorMessage: extendForm.dateMissing },
        ...(date === "" ? {} : { value: date }),
      }),
      timeField("time", extendForm.time, {
        ...{ isRequired: true, errorMessage: extendForm.timeMissing },
        ...(time === "" ? {} : { value: time }),
      }),
      field("reason", extendForm.reason, {
        ...{ isRequired: true, errorMessage: extendForm.reasonMissing },
        ...{ isMultiline: true, maxLength: LONGEST_REASON },
        ...(reason === "" ? {} : { value: reason }),
      }),
    ],
    [
      button(extendForm.check, "election.extendCheck", { actionId, election }, true),
      exit(extendForm.cancel, "election.manage", { election }),
    ],
  );
}

export function extendReviewCard(trial: boolean, view: ExtendView, to: number): Card {
  const { actionId, election, entered } = view;
  return electionCard(
    trial,
    extendForm.reviewTitle,
    [
      paragraph(extendForm.now(whenOf(view.closesAt))),
      { ...paragraph(extendForm.until(whenOf(to))), weight: "Bolder" },
      paragraph(extendForm.because(entered.reason)),
      paragraph(extendForm.told),
    ],
    [
      button(extendForm.extend, "election.extend", { actionId, election, ...entered }, true),
      exit(extendForm.cancel, "election.manage", { election }),
    ],
  );
}
