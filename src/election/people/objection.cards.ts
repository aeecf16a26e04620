/** Cards of objections, in the personal chat only. */
import { button, exit, field, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { electionCard, whenOf } from "../frame.cards.ts";
import { OFFICES } from "../round.texts.ts";
import type { StoredElection } from "../stored.ts";
import { stand } from "./candidacy.texts.ts";
import { objection as words } from "./objection.texts.ts";
import { LONGEST_REASON, type Objection } from "./objection.ts";

const back = () => exit(stand.back, "say", { text: "wahl" });
const aboutLine = ({ office, winner }: StoredElection): string =>
  words.about(OFFICES[office], plain(winner ?? ""));

/** `written` and `problem`: what was entered before, and what is wrong with it. */
export const objectionFormCard = (
  trial: boolean,
  election: StoredElection,
  actionId: string,
  written = "",
  problem: string | null = null,
): Card =>
  electionCard(
    trial,
    words.title,
    [
      ...(problem === null ? [] : [warning(problem)]),
      paragraph(aboutLine(election)),
      ...(election.objectionUntil === null ? [] : [paragraph(words.until(whenOf(election.objectionUntil)))]),
      paragraph(words.readers),
      note(words.secret),
      field("reason", words.reason, {
        ...{ isMultiline: true, maxLength: LONGEST_REASON },
        ...{ isRequired: true, errorMessage: words.reasonMissing },
        ...(written === "" ? {} : { value: written.slice(0, LONGEST_REASON) }),
      }),
    ],
    [button(words.check, "election.objectionCheck", { election: election.id, actionId }, true), back()],
  );

/** What will be sent, and to whom: it cannot be taken back. The card carries the reason. */
export const objectionReviewCard = (
  trial: boolean,
  election: StoredElection,
  actionId: string,
  reason: string,
): Card => {
  const data = { election: election.id, actionId, reason };
  return electionCard(
    trial,
    words.reviewTitle,
    [
      paragraph(aboutLine(election)),
      { ...paragraph(words.reason), weight: "Bolder" },
      paragraph(plain(reason)),
      paragraph(words.readers),
      warning(words.final),
    ],
    [
      button(words.send, "election.objection", data, true),
      button(words.change, "election.object", { election: election.id, reason }),
      back(),
    ],
  );
};

export const raisedCard = (trial: boolean): Card =>
  electionCard(trial, words.done, [paragraph(words.doneText)], [back()]);

/** To officer, scrutineers and chair. */
export const objectedCard = (
  trial: boolean,
  election: StoredElection,
  { text, raisedAt }: Objection,
  by: { readonly party: string; readonly name: string | null },
): Card =>
  electionCard(trial, words.title, [
    paragraph(aboutLine(election)),
    paragraph(words.raised(plain(by.party), plain(by.name ?? words.unknown), whenOf(raisedAt))),
    paragraph(plain(text)),
    note(words.next),
  ]);
