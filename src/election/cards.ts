/** Cards of an election as a whole: what `wahl` shows, and the opening of a round. */
import { button, folded, heading, paragraph } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { electionCard, listOf, ruleBlock, whenOf } from "./frame.cards.ts";
import { resultCard } from "./result.cards.ts";
import { OFFICES, opened, plan, status } from "./round.texts.ts";
import { actionsFor, endedLines, sectionLines } from "./status.cards.ts";
import type { ElectionView, StatusView } from "./status.service.ts";
import type { StoredRound } from "./stored.ts";

type Body = NonNullable<Card["body"]>;

/** More do not fit on a card; Teams would hide them. */
const MOST_BUTTONS = 6;

const startButton = (mayStart: boolean, primary: boolean) =>
  mayStart ? [button(status.start, "election.form", {}, primary)] : [];

/** Nothing runs, and nothing ever did. */
export const noneCard = (trial: boolean, mayStart: boolean): Card =>
  electionCard(trial, status.plainTitle, [paragraph(status.none)], startButton(mayStart, true), status.none);

/** Nothing runs: the result of the last election, and what can still be done about it. */
function endedCard(trial: boolean, view: ElectionView, { mayStart }: StatusView): Card {
  const { round, election } = view;
  const lines = endedLines(view).map(paragraph);
  const start = startButton(mayStart, view.steps.length === 0);
  const actions = actionsFor(view, null);
  if (!round?.result)
    return electionCard(
      trial,
      status.lastTitle(OFFICES[election.office]),
      [paragraph(status.none), ...lines],
      [...actions, ...start],
    );
  const result = resultCard(trial, round, round.result, { none: true });
  // That card has the button of the minutes itself.
  const more = actionsFor({ ...view, steps: view.steps.filter((step) => step !== "minutes") }, null);
  return {
    ...result,
    body: [...result.body, ...lines],
    actions: [...(result.actions ?? []), ...more, ...start],
  };
}

/** Two elections on one card: each under the name of its office, and on its buttons too. */
function sections(views: readonly ElectionView[], personal: boolean): Body {
  return views.flatMap((view) => [
    { ...heading(OFFICES[view.election.office]), size: "Default" as const },
    ...sectionLines(view, personal).map(paragraph),
  ]);
}

/** Everything `wahl` says. One election is on the card with its office in the title. */
export function statusCard(trial: boolean, view: StatusView): Card {
  const { elections, running, personal, mayStart } = view;
  const [first] = elections;
  if (!first) return noneCard(trial, mayStart);
  if (elections.length === 1 && !running) return endedCard(trial, first, view);
  const start = startButton(mayStart, false);
  if (elections.length === 1)
    return electionCard(
      trial,
      status.title(OFFICES[first.election.office]),
      sectionLines(first, personal).map(paragraph),
      [...actionsFor(first, null), ...start],
    );
  const primary = elections.findIndex((one) => one.steps.length > 0);
  const actions = elections.flatMap((one, at) =>
    actionsFor(one, OFFICES[one.election.office], at === primary),
  );
  const all = [...actions, ...start];
  const shown = all.length > MOST_BUTTONS ? MOST_BUTTONS - 1 : MOST_BUTTONS;
  const rest = all.slice(shown);
  return electionCard(
    trial,
    status.plainTitle,
    sections(elections, personal),
    [...all.slice(0, shown), ...(rest.length > 0 ? [folded(status.more, rest)] : [])],
    status.both(elections.map(({ election }) => OFFICES[election.office])),
  );
}

/** Told to the channel of the Forum. */
export const openedCard = (trial: boolean, round: StoredRound): Card =>
  electionCard(trial, opened.titleOf(OFFICES[round.office]), [
    paragraph(status.candidates(listOf(round.candidates))),
    paragraph(status.deadline(whenOf(round.closesAt))),
    paragraph(opened.text),
    { ...heading(plan.rulesTitle), size: "Default" as const },
    ...ruleBlock(round.rule, round.quorum, round.entitled),
  ]);
