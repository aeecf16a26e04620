/** What is sent without being asked for: announcement, opening, the card to vote with, reminder, result. */
import { button, cardOf, heading, note, paragraph, plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { askOf, voteButtons } from "./cards.ts";
import type { Decision } from "./decision.ts";
import { canBeSecret } from "./electorate.ts";
import { factsOf, motionText, ruleOf, titleOf } from "./frame.cards.ts";
import type { Reminder } from "./notices.ts";
import { endedBody, endingOf } from "./result.cards.ts";
import { show, whenOf } from "./texts.ts";
import { list, secrecy, told } from "./told.texts.ts";

const showButton = ({ id, number }: Decision) => button(list.show(number), "decision.show", { decision: id });

/** `secretPossible`: a party can still ask for a secret ballot. */
export function draftCard(decision: Decision, secretPossible: boolean): Card {
  const asks = secretPossible && !decision.secret && canBeSecret(decision);
  const title = told.draft(titleOf(decision));
  return cardOf(
    title,
    [
      heading(plain(title)),
      motionText(decision.text),
      factsOf(decision, decision.opensAt),
      paragraph(told.draftNext(whenOf(decision.opensAt))),
      ...(asks ? [paragraph(show.next.draftAsk)] : []),
      ...ruleOf(decision),
    ],
    [
      ...(asks ? [button(show.askSecret, "decision.askSecret", { decision: decision.id })] : []),
      showButton(decision),
    ],
  );
}

export const secretCard = (decision: Decision): Card =>
  cardOf(
    secrecy.told(titleOf(decision)),
    [
      heading(plain(secrecy.told(titleOf(decision)))),
      paragraph(secrecy.secret),
      paragraph(secrecy.secretHint),
    ],
    [showButton(decision)],
  );

export const openedCard = (decision: Decision, personal: boolean): Card =>
  cardOf(
    told.opened(titleOf(decision)),
    [
      heading(plain(told.opened(titleOf(decision)))),
      motionText(decision.text),
      factsOf(decision, null),
      paragraph(personal ? told.openedPersonal : told.openedNext),
      ...ruleOf(decision),
    ],
    [showButton(decision)],
  );

/** The card to vote with, in the personal chat of whoever votes for the party. */
export const ballotCard = (decision: Decision, party: string): Card =>
  cardOf(
    told.ballot(titleOf(decision)),
    [
      heading(plain(told.ballot(titleOf(decision)))),
      motionText(decision.text),
      factsOf(decision, null),
      paragraph(plain(askOf(decision, party))),
      ...ruleOf(decision),
    ],
    voteButtons(decision),
  );

export function reminderCard(decision: Decision, party: string, reminder: Reminder): Card {
  const title = told.reminder[reminder](titleOf(decision));
  return cardOf(
    title,
    [
      heading(plain(title)),
      paragraph(told.missing),
      motionText(decision.text),
      paragraph(plain(askOf(decision, party))),
      note(list.until(whenOf(decision.closesAt))),
    ],
    voteButtons(decision),
  );
}

export const resultTitle = (decision: Decision): string =>
  (decision.state === "cancelled" ? told.cancelled : told.result)(titleOf(decision));

export const resultCard = (decision: Decision, nameOf: (party: string) => string): Card =>
  cardOf(
    `${resultTitle(decision)}. ${endingOf(decision)}`,
    [
      heading(plain(resultTitle(decision))),
      ...endedBody(decision, nameOf),
      ...(decision.group === null ? [] : [note(plain(show.notBinding(decision.group.name)))]),
    ],
    [showButton(decision)],
  );

/** Takes the place of the card to vote with. */
export const endedCard = (decision: Decision): Card =>
  cardOf(told.ended(titleOf(decision)), [
    heading(plain(told.ended(titleOf(decision)))),
    paragraph(told.endedNext),
  ]);
