/** `glossar` and `barrierefreiheit`: for everybody, everywhere. Stores nothing. */
import { cardOf, heading, note, paragraph, plain } from "../turn/elements.ts";
import { commandWord } from "../turn/grammar.ts";
import { type Card, card, type Reply } from "../turn/reply.ts";
import { type Routes, textRoute } from "../turn/route.ts";
import { statementCard, type Term, terms, glossary as words } from "./glossary.texts.ts";
import { parseGlossary, termFor, type Wanted } from "./glossary.ts";

const line = ({ term, means }: Term) => paragraph(`**${term}:** ${means}`);

/** All terms; with a sentence before them where a word is none of them. */
export const glossaryCard = (unknown = ""): Card =>
  cardOf(
    words.title,
    [
      heading(words.title),
      ...(unknown === "" ? [] : [paragraph(plain(words.unknown(unknown)))]),
      ...terms.map(line),
      note(words.how),
      note(words.rules),
    ],
    [],
  );

export const termCard = ({ term, means }: Term): Card =>
  cardOf(
    `${term}: ${means}`,
    [heading(words.one(term)), paragraph(means), note(words.rules)],
    [{ type: "Action.Execute", title: words.all, verb: "say", data: { text: "glossar" } }],
  );

/** The longest word that is said back: nobody asks for longer ones. */
const LONGEST = 60;

function answer({ word }: Wanted): Reply {
  const term = termFor(word);
  return term
    ? card(termCard(term), words.one(term.term))
    : card(glossaryCard(word.slice(0, LONGEST)), words.title);
}

/** `page`: the address of the statement; `contact`: whom to tell of a barrier. */
export function glossaryRoutes(page: string, contact: string): Routes {
  const statement = cardOf(
    `${statementCard.title}. ${statementCard.what}`,
    [
      heading(statementCard.title),
      paragraph(statementCard.what),
      paragraph(plain(statementCard.contact(contact))),
      paragraph(`[${statementCard.open}](${page})`),
    ],
    [],
  );
  return {
    texts: [
      textRoute("glossar", parseGlossary, async (_, wanted) => answer(wanted)),
      textRoute(
        "barrierefreiheit",
        (typed) => (commandWord(typed) === "barrierefreiheit" ? true : undefined),
        async () => card(statement, statementCard.title),
      ),
    ],
    actions: [],
  };
}
