/** The seat of the person who asks: who votes, who is named, and letting a deputy stand in. */
import { button, cardOf, choice, heading, note, paragraph, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { deputyNames, nameIn, personChoices } from "./deputies.cards.ts";
import type { DeputySeatView } from "./deputies.service.ts";
import { isSubstituted } from "./deputies.ts";
import { texts } from "./seats-own.texts.ts";

export type OwnSeatForm = {
  readonly actionId: string;
  readonly view: DeputySeatView;
  /** Member id of the person who looks. */
  readonly me: string;
  readonly partyName: string;
  readonly problem?: string;
};

function whoVotes({ seat, people }: DeputySeatView, me: string): string {
  if (seat.holderId === null) return texts.nobodyVotes;
  if (seat.holderId !== me) return texts.otherVotes(nameIn(people, seat.holderId));
  return isSubstituted(seat) ? texts.youStandIn(nameIn(people, seat.delegateId)) : texts.youVote;
}

export function ownSeatCard({ actionId, view, me, partyName, problem }: OwnSeatForm): Card {
  const { seat, people, frozen } = view;
  const title = texts.title(partyName);
  const delegate = seat.delegateId === me;
  const on = isSubstituted(seat);
  const may = delegate && !on && seat.deputies.length > 0;
  const [only] = seat.deputies;
  const chosen = seat.deputies.length === 1 && only !== undefined ? { value: only } : {};
  return cardOf(
    title,
    [
      heading(title),
      ...(problem ? [warning(problem)] : []),
      paragraph(whoVotes(view, me)),
      note(seat.deputies.length === 0 ? texts.noDeputies : texts.deputies(deputyNames(seat, people))),
      note(frozen ? texts.open : texts.closed),
      ...(frozen && seat.deputies.length > 0 ? [note(texts.frozen)] : []),
      ...(may
        ? [
            paragraph(texts.whatChanges),
            choice("deputy", texts.who, personChoices(people, seat.deputies), {
              placeholder: texts.choose,
              ...chosen,
            }),
          ]
        : []),
      ...(delegate ? [] : [note(texts.askToSubstitute)]),
    ],
    [
      ...(may ? [button(texts.standIn, "seat.standIn", { actionId })] : []),
      ...(delegate && on ? [button(texts.end, "seat.endStandIn", { actionId })] : []),
      ...(frozen ? [button(texts.election, "say", { text: "wahl" })] : []),
    ],
  );
}
