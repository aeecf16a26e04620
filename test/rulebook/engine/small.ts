/** Parts of the answering made for tests: a lexicon of few words, and cards, questions and matches with defaults. */
import { ABSENT } from "../../../src/rulebook/answer.ts";
import type { FactCard } from "../../../src/rulebook/handbook.ts";
import { parseLexicon } from "../../../src/rulebook/lexicon.ts";
import type { Match } from "../../../src/rulebook/match.ts";
import { type Profile, profileOf } from "../../../src/rulebook/profile.ts";
import type { Question } from "../../../src/rulebook/question.ts";
import type { Token } from "../../../src/rulebook/tokens.ts";

const absent: Partial<Record<(typeof ABSENT)[number], string>> = {
  fees: "Kosten, kostet, Beitrag zahlen",
  majority: "Mehrheit, Stichwahl",
  quorum: "Quorum, beschlussfähig",
};

/** Everything a lexicon must have, with as few words as tell anything. */
export const LEXICON = `
ambient:
  forum: Forum, Runde, kommunales Digitalisierungsforum
  cooperation: Zusammenarbeit, gemeinsam
  municipalities: Gemeinde, Kommune, Stadt
  county: Landkreis
subjects:
  meeting: Treffen, treffen, tagen, Sitzung, zusammenkommen
  chair: Vorsitz, Vorsitzende, leitet
  election: Wahl, wählen, gewählt
  appointment: ernannt, Ernennung
  heads: Verwaltungsspitze, Bürgermeister
  operative: operative Ebene
  takesPart: nimmt teil, macht mit
  quarterly: Quartal, vierteljährlich
  monthly: monatlich
  termination: kündigen, Kündigung
  validity: gelten, gültig
  obligation: Pflicht, verpflichtend
  council: Kreistag, Gremium
  steering: Steuerungsgruppe, Gremium
  workgroups: Arbeitsgruppe
  oneTown: Rheinfelden
  naming: Name, Bezeichnung
  offer: bieten, bietet
attributes:
  date: { asks: "wann, bis wann", words: "Datum, Tag, Termin" }
  frequency: { asks: "wie oft", words: "Häufigkeit, Turnus" }
  duration: { asks: "wie lange, bis wann", words: "Dauer" }
  count: { asks: "wie viele, wieviele", words: "Anzahl" }
  role: { asks: "wer, wem, welche Person", words: "zuständig" }
  place: { asks: "wo", words: "Ort" }
  reason: { asks: "warum", words: "Grund" }
  definition: { asks: "wofür steht", words: "Bedeutung" }
  purpose: { asks: "wozu", words: "Zweck" }
absent:
${ABSENT.map((one) => `  ${one}: ${absent[one] ?? `fehlt${one}`}`).join("\n")}
elsewhere: Hessen, Freiburg
fillers: >-
  bitte der die das den dem ein eine einen ist sind wird werden hat haben was wie wer wann wo und oder nicht nur
  sich im in am auf für mit von zu es sie er man viele oft lange welche welcher welches the is
`;
export const lexicon = parseLexicon({ name: "small.yaml", yaml: LEXICON });

const RULE: FactCard["document"] = {
  title: "Probeerklärung",
  date: "2021-10-15",
  kind: "rule",
  scope: "Landkreis Probestadt",
  concept: "forum",
  names: ["probeerklärung"],
  setting: [],
};

/** A card of a rule about meetings, but for what is given. */
export const cardOf = (
  part: Partial<Omit<FactCard, "document">> = {},
  document: Partial<FactCard["document"]> = {},
): FactCard => ({
  ...{ id: "pe-treffen", topic: "meeting", attribute: "frequency", also: [] },
  ...{ answer: "Das Forum trifft sich einmal im Quartal.", section: "Absatz 6", keywords: [], mentions: [] },
  ...{ terms: "", words: "", says: "", needs: [], counts: [], silent: [], affirms: [], denies: [] },
  ...{ original: "", general: false },
  ...part,
  document: { ...RULE, ...document },
});

/** What the matching sees of a card. */
export const profile = (...given: Parameters<typeof cardOf>): Profile => profileOf(cardOf(...given), lexicon);

/** A known word that is no filler and stands for nothing, but for what is given. */
export const tokenOf = (
  word: string,
  { concepts = [], ...part }: Partial<Omit<Token, "concepts">> & { concepts?: readonly string[] } = {},
): Token => ({
  ...{ word, stem: word, filler: false, known: true, small: false, lower: false, before: false },
  ...part,
  concepts: new Set(concepts),
});

/** An open question for nothing in particular, but for what is given. */
export const questionOf = (part: Partial<Question> = {}): Question => ({
  ...{ text: "", folded: "", tokens: [], asks: [], closed: false, negated: false, excluded: false },
  ...{ only: false, several: false, target: undefined },
  ...part,
});

/** A card that explains everything and fits well, but for what is given. */
export const matchOf = (part: Partial<Match> = {}): Match => ({
  ...{ profile: profile(), score: 10, open: [], topicMet: true, pointed: 2, evident: true },
  ...{ affirmed: false, denied: false },
  ...part,
});
