/** Cards with the links of the minutes, and for scrutineers. */
import { button, exit, heading, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { electionCard, roundData, whenOf } from "../frame.cards.ts";
import type { RoundName } from "../seal.ts";
import {
  confirmCard as confirmWords,
  openingCard as openWords,
  minutesCard as words,
} from "./minutes.chat.texts.ts";
import type { MinutesLinksView, RoundToCheck } from "./minutes.service.ts";
import type { Fetched } from "./scrutiny.service.ts";

/** For every card about something that has minutes: an election, or a decision. */
export const minutesButtons = (id: string) => [exit(words.button, "election.minutes", { election: id })];

/** Our own address and our own words: nothing a person wrote is in it. */
const linkLine = (title: string, url: string) => paragraph(`[${title}](${url})`);

const small = (text: string) => ({ ...heading(text), size: "Default" as const });

/** `actionId` belongs to one fetching: pressed twice, it is the same one. */
function checkButtons(id: string, { round }: RoundToCheck, newId: () => string) {
  const data = roundData({ electionId: id, round });
  return [
    button(words.fetch(round), "election.opening", { ...data, actionId: newId() }),
    button(words.confirm(round), "election.confirm", data),
  ];
}

export function minutesLinksCard(trial: boolean, view: MinutesLinksView, newId: () => string): Card {
  const { id, title, page, json, text, recount, toCheck } = view;
  return electionCard(
    trial,
    words.title(plain(title)),
    [
      linkLine(words.page, page),
      linkLine(words.text, text),
      linkLine(words.json, json),
      ...(recount === null ? [] : [linkLine(words.recount, recount)]),
      note(words.note),
      ...(toCheck.length > 0 ? [small(words.scrutiny), paragraph(words.scrutinyHow)] : []),
    ],
    toCheck.flatMap((round) => checkButtons(id, round, newId)),
  );
}

const answerButtons = (name: RoundName) => [
  button(confirmWords.agrees, "election.confirm", { ...roundData(name), agrees: true }),
  button(confirmWords.differs, "election.confirm", { ...roundData(name), agrees: false }),
];

export const openingCard = (trial: boolean, name: RoundName, { url, root, until }: Fetched): Card =>
  electionCard(
    trial,
    openWords.title(name.round),
    [
      linkLine(openWords.link, url),
      paragraph(openWords.until(whenOf(until))),
      warning(openWords.silence),
      paragraph(confirmWords.how),
      paragraph(confirmWords.root(root)),
    ],
    answerButtons(name),
  );

export const confirmCard = (trial: boolean, name: RoundName, root: string): Card =>
  electionCard(
    trial,
    confirmWords.title(name.round),
    [paragraph(confirmWords.how), paragraph(confirmWords.root(root))],
    answerButtons(name),
  );
