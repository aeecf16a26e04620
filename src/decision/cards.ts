/** The card of one decision, and what answers a vote. */
import { button, cardOf, heading, note, paragraph, plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import type { Cast } from "./cast.service.ts";
import { CHOICES, type Decision, isRunning } from "./decision.ts";
import { choiceName, factsOf, motionText, ruleOf, titleOf } from "./frame.cards.ts";
import { endedBody, endingOf } from "./result.cards.ts";
import { cast, show, whenOf } from "./texts.ts";
import { secrecy } from "./told.texts.ts";
import type { DecisionView } from "./view.service.ts";

type NameOf = (party: string) => string;

/** One button for each choice; none stands out, for none is the better one. */
export const voteButtons = ({ id, way }: Pick<Decision, "id" | "way">) =>
  (way === "umlauf" ? (["ja", "nein"] as const) : CHOICES).map((choice) =>
    button(choiceName(way, choice), "decision.cast", { decision: id, choice }),
  );

/** What a person who can vote is asked; the same words wherever the buttons stand. */
export const askOf = ({ way }: Pick<Decision, "way">, party: string): string =>
  way === "umlauf" ? show.next.voteUmlauf(party) : show.next.vote(party);

function votingLines({ decision, next, party, own, personal }: DecisionView, nameOf: NameOf): string[] {
  if (!personal) return [next === "change" ? show.next.changeHidden : show.next.elsewhere];
  const name = nameOf(party ?? "");
  if (own !== null) return [show.next.change(name, choiceName(decision.way, own))];
  return [askOf(decision, name)];
}

/** What comes next for the person who looks. */
export function nextLines(view: DecisionView, nameOf: NameOf): string[] {
  switch (view.next) {
    case "ended":
      return [];
    case "vote":
    case "change":
      return votingLines(view, nameOf);
    case "draft":
      return [show.next.draft, ...(view.mayAskSecret ? [show.next.draftAsk] : [])];
    case "box":
      return [view.personal ? show.next.boxHere : show.next.box];
    default:
      return [show.next[view.next]];
  }
}

const secretButton = ({ id }: Decision) => button(show.askSecret, "decision.askSecret", { decision: id });

function actionsOf(view: DecisionView) {
  const { decision, personal, next } = view;
  const on = { decision: decision.id };
  const votes = personal && (next === "vote" || next === "change");
  const box = personal && next === "box" && decision.state === "voting" ? decision.electionId : null;
  const ended = !isRunning(decision) && decision.state !== "cancelled";
  return [
    ...(votes ? voteButtons(decision) : []),
    ...(view.mayAskSecret ? [secretButton(decision)] : []),
    ...(view.mayOpen ? [button(show.open, "decision.open", on)] : []),
    ...(view.mayClose ? [button(show.close, "decision.close", on)] : []),
    ...(view.mayCancel ? [button(show.cancel, "decision.askCancel", on)] : []),
    ...(box === null ? [] : [button(show.paper, "election.paper", { election: box, round: 1 }, true)]),
    ...(ended ? [button(show.minutes, "election.minutes", { election: decision.id })] : []),
    ...(isRunning(decision) ? [] : [button(show.all, "decision.list", { words: "" })]),
  ];
}

/** A decision with everything this person may see and do here. */
export function decisionCard(view: DecisionView, nameOf: NameOf): Card {
  const { decision, voted } = view;
  const next = nextLines(view, nameOf);
  const opensAt = decision.state === "draft" ? decision.opensAt : null;
  return cardOf(
    [titleOf(decision), endingOf(decision), ...next].filter((one) => one !== "").join(". "),
    [
      heading(plain(titleOf(decision))),
      ...endedBody(decision, nameOf),
      motionText(decision.text),
      factsOf(decision, opensAt),
      ...(voted === null ? [] : [paragraph(show.turnout(voted, decision.entitled))]),
      ...next.map((line) => paragraph(plain(line))),
      ...ruleOf(decision),
    ],
    actionsOf(view),
  );
}

/** What a vote is answered with: what is stored, and that it can still be changed. */
export function castCard(done: Cast, nameOf: NameOf): Card {
  const { decision, party, choice, changed } = done;
  const said = changed ? cast.changed : cast.done;
  const line = said(nameOf(party), choiceName(decision.way, choice));
  const open = decision.state === "voting";
  return cardOf(
    line,
    [
      heading(plain(titleOf(decision))),
      { ...paragraph(plain(line)), weight: "Bolder" },
      ...(open ? [note(cast.until(whenOf(decision.closesAt)))] : []),
    ],
    open ? voteButtons(decision) : [],
  );
}

export const secrecyCard = (decision: Decision, state: "secret" | "noted"): Card =>
  cardOf(secrecy[state], [
    heading(plain(titleOf(decision))),
    { ...paragraph(secrecy[state]), weight: "Bolder" },
    ...(state === "secret" ? [paragraph(secrecy.secretHint)] : []),
  ]);
