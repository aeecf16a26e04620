/** Cards of objections, in the personal chat only. */
import { button, exit, field, note, paragraph, plain } from "../../turn/elements.ts";
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

export const objectionFormCard = (trial: boolean, election: StoredElection, actionId: string): Card =>
  electionCard(
    trial,
    words.title,
    [
      paragraph(aboutLine(election)),
      ...(election.objectionUntil === null ? [] : [paragraph(words.until(whenOf(election.objectionUntil)))]),
      paragraph(words.readers),
      note(words.secret),
      field("reason", words.reason, {
        ...{ isMultiline: true, maxLength: LONGEST_REASON },
        ...{ isRequired: true, errorMessage: words.reasonMissing },
      }),
    ],
    [button(words.send, "election.objection", { election: election.id, actionId }, true), back()],
  );

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
