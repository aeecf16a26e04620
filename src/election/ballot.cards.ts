/** Cards of a voter, in the personal chat only. None of them has `refresh`. */
import { button, choice, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { ballot, confirmed, paper, reminder, review } from "./ballot.texts.ts";
import { choiceTitle, electionCard, roundData, whenOf } from "./frame.cards.ts";
import type { Reminder } from "./opening.ts";
import { paperOf, SMALL_BELOW, type StoredRound } from "./stored.ts";
import type { CastView, PaperView, ReviewView } from "./vote.service.ts";

const opening = (round: StoredRound) => button(ballot.open, "election.paper", roundData(round.name), true);

/** `party` is the name of the municipality. */
export const ballotCard = (trial: boolean, round: StoredRound, party: string): Card =>
  electionCard(
    trial,
    ballot.title,
    [paragraph(ballot.text(plain(party), whenOf(round.closesAt)))],
    [opening(round)],
  );

export const reminderCard = (trial: boolean, round: StoredRound, party: string, which: Reminder): Card =>
  electionCard(
    trial,
    reminder.title[which],
    [paragraph(reminder.text(plain(party), whenOf(round.closesAt)))],
    [opening(round)],
  );

export const paperCard = (trial: boolean, { round }: PaperView, party: string): Card =>
  electionCard(
    trial,
    paper.title,
    [
      paragraph(paper.for(plain(party))),
      note(paper.until(whenOf(round.closesAt))),
      ...(round.entitled < SMALL_BELOW ? [warning(paper.small)] : []),
      paragraph(paper.promise),
      paragraph(paper.check),
      { ...heading(paper.limitsTitle), size: "Default" as const },
      paragraph(paper.limits),
      choice(
        "choice",
        paper.choice,
        [...paperOf(round)].map((value) => ({
          title: choiceTitle(value, round.candidates),
          value,
        })),
        { style: "expanded", isRequired: true, errorMessage: paper.choose },
      ),
    ],
    [button(paper.next, "election.review", roundData(round.name), true)],
  );

/** Carries the sealed choice; what is cast is read from it and from nothing else. */
export const reviewCard = (trial: boolean, view: ReviewView, party: string): Card => {
  const { round, token, pending, receipt } = view;
  const data = roundData(round.name);
  return electionCard(
    trial,
    review.title,
    [
      paragraph(paper.for(plain(party))),
      { ...paragraph(review.chosen(plain(choiceTitle(view.choice, round.candidates)))), weight: "Bolder" },
      paragraph(review.receipt),
      { ...paragraph(receipt), fontType: "Monospace", size: "Large" },
      paragraph(review.final),
    ],
    [
      button(review.cast, "election.cast", { ...data, token, ballot: pending }, true),
      button(review.back, "election.paper", data),
    ],
  );
};

export const castCard = (trial: boolean, { receipt }: CastView): Card =>
  electionCard(trial, confirmed.title, [
    paragraph(confirmed.receipt),
    { ...paragraph(receipt), fontType: "Monospace", size: "Large" },
    paragraph(confirmed.keep),
  ]);

/** In place of the ballot paper, when the round is over. */
export const endedCard = (trial: boolean): Card =>
  electionCard(trial, paper.title, [paragraph(ballot.ended)]);
