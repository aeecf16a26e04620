/** Cards of a voter, in the personal chat only. None of them has `refresh`. */
import { button, choice, exit, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { HelpView } from "./ballot.service.ts";
import { ballot, confirmed, help, paper, reminder, review, test } from "./ballot.texts.ts";
import { choiceTitle, electionCard, roundData, whenOf } from "./frame.cards.ts";
import type { Reminder } from "./opening.ts";
import { OFFICES } from "./round.texts.ts";
import { paperOf, SMALL_BELOW, type StoredRound } from "./stored.ts";
import type { CastView, PaperView, ReviewView, TestView } from "./vote.service.ts";

const isMotion = ({ stage }: Pick<StoredRound, "stage">): boolean => stage === "motion";

/** What a motion asks, where no office is voted on. */
const motionOf = ({ stage, candidates }: Pick<StoredRound, "stage" | "candidates">) =>
  isMotion({ stage }) ? [{ ...paragraph(plain(candidates[0] ?? "")), weight: "Bolder" as const }] : [];

const opening = (round: StoredRound) => button(ballot.open, "election.paper", roundData(round.name), true);

/** `party` is the name of the municipality. */
export const ballotCard = (trial: boolean, round: StoredRound, party: string): Card =>
  electionCard(
    trial,
    ballot.titleOf(OFFICES[round.office]),
    [...motionOf(round), paragraph(ballot.text(plain(party), whenOf(round.closesAt)))],
    [opening(round)],
  );

export const reminderCard = (trial: boolean, round: StoredRound, party: string, which: Reminder): Card =>
  electionCard(
    trial,
    reminder.title[which],
    [...motionOf(round), paragraph(reminder.text(plain(party), whenOf(round.closesAt)))],
    [opening(round)],
  );

export const paperCard = (trial: boolean, { round }: PaperView, party: string): Card =>
  electionCard(
    trial,
    paper.titleOf(OFFICES[round.office]),
    [
      ...motionOf(round),
      paragraph(paper.for(plain(party))),
      note(paper.until(whenOf(round.closesAt))),
      ...(round.entitled < SMALL_BELOW ? [warning(paper.small)] : []),
      paragraph(paper.promise),
      paragraph(paper.check),
      { ...heading(paper.limitsTitle), size: "Default" as const },
      paragraph(paper.limits),
      paragraph(isMotion(round) ? paper.motionOnPaper : paper.onPaper),
      choice(
        "choice",
        paper.choice,
        [...paperOf(round)].map((value) => ({
          title: choiceTitle(value, round.candidates),
          value,
        })),
        { style: "expanded", wrap: true, isRequired: true, errorMessage: paper.choose },
      ),
    ],
    [
      button(paper.next, "election.review", roundData(round.name), true),
      exit(help.button, "election.help", roundData(round.name)),
    ],
  );

/** Carries the sealed choice; what is cast is read from it and from nothing else. */
export const reviewCard = (trial: boolean, view: ReviewView, party: string): Card => {
  const { round, token, pending, receipt } = view;
  const data = roundData(round.name);
  const sealed = { ...data, token, ballot: pending };
  return electionCard(
    trial,
    review.title,
    [
      ...motionOf(round),
      paragraph(paper.for(plain(party))),
      { ...paragraph(review.chosen(plain(choiceTitle(view.choice, round.candidates)))), weight: "Bolder" },
      paragraph(review.receipt),
      { ...paragraph(receipt), fontType: "Monospace", size: "Large" },
      paragraph(review.final),
    ],
    [
      button(review.cast, "election.cast", sealed, true),
      button(review.back, "election.paper", data),
      ...(round.rule.testBallot ? [button(test.button, "election.test", sealed)] : []),
      button(help.button, "election.help", sealed),
    ],
  );
};

/** A test ballot: what was sealed, and how to check it. */
export const testCard = (trial: boolean, { round, choice: chosen, salt, receipt }: TestView): Card => {
  const { electionId, round: number } = round.name;
  const sealed = `forum-stimme/v1|${electionId}|${number}|${chosen}|${salt}`;
  return electionCard(
    trial,
    test.title,
    [
      paragraph(test.choice(plain(choiceTitle(chosen, round.candidates)))),
      { ...paragraph(test.receipt(receipt)), fontType: "Monospace" as const },
      paragraph(test.salt(salt)),
      paragraph(test.how(plain(sealed))),
      { ...paragraph(test.next), weight: "Bolder" as const },
    ],
    [button(ballot.open, "election.paper", roundData(round.name), true)],
  );
};

export const castCard = (trial: boolean, { receipt }: CastView): Card =>
  electionCard(trial, confirmed.title, [
    paragraph(confirmed.receipt),
    { ...paragraph(receipt), fontType: "Monospace", size: "Large" },
    paragraph(confirmed.keep),
  ]);

/** For those who get stuck. `sealed` is the ballot under review, carried on as it was; null on the paper. */
export function helpCard(
  trial: boolean,
  { round, officer }: HelpView,
  sealed: { readonly token: string; readonly ballot: string } | null,
): Card {
  const data = roundData(round.name);
  return electionCard(
    trial,
    help.title,
    [
      ...help.lines.map(paragraph),
      ...(round.rule.paperOnRequest && !isMotion(round) ? [paragraph(help.paper)] : []),
      paragraph(officer === null ? help.askCoordination : help.ask(plain(officer))),
      note(help.glossary),
      ...(sealed ? [note(help.nothingCast)] : []),
    ],
    [
      sealed
        ? button(help.toReview, "election.resume", { ...data, ...sealed }, true)
        : button(help.toPaper, "election.paper", data, true),
    ],
  );
}

/** In place of the ballot paper, when the round is over. */
export const endedCard = (trial: boolean): Card =>
  electionCard(trial, paper.title, [paragraph(ballot.ended)]);
