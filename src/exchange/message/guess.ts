/** What a message seems to say, to fill the form with: everything can be changed there. Pure. */
import { fold } from "../../search/fold.ts";
import { cut, isLink } from "../draft.ts";
import { type Draft, EMPTY_DRAFT, type Kind, LIMITS, type Offer } from "../exchange.ts";
import { assumedStage, brandIn } from "../typed.ts";

/** Longer titles are cut at a word: they stand in lists. UTF-16 units. */
const TITLE = 80;
const GREETING =
  /^(?:hallo|hi|hey|moin|servus|gruss gott|guten (?:morgen|tag|abend)|liebe[rns]?|sehr geehrte[rns]?|werte[rns]?|zusammen)\b/;
const MOST_GREETING_WORDS = 8;

/** A greeting before the first sentence, in the same line. */
const GREETED =
  /^(?:hallo|hi|hey|moin|servus|guten (?:morgen|tag|abend)|liebe[rns]?|sehr geehrte[rns]?)(?![\p{L}\p{N}])[^,!.?:]{0,60}[,!]\s+/iu;

const isGreeting = (line: string): boolean =>
  GREETING.test(fold(line)) && line.split(/\s+/).length <= MOST_GREETING_WORDS && !/[.?!].*\p{L}/u.test(line);

/** An end of a sentence: not after a digit, a single letter or a short form such as "ca." and "z. B.". */
const SENTENCE_END = /(?<=[\p{L}\p{N})"“]{4}|[!?])[.!?]*[.!?](?=\s+\p{Lu}|\s*$)/u;

function atWord(line: string): string {
  if (line.length <= TITLE) return line;
  const start = cut(line, TITLE - 1);
  const space = start.lastIndexOf(" ");
  return `${(space > TITLE / 2 ? start.slice(0, space) : start).replace(/[\s,;:–-]+$/, "")} …`;
}

/** The first sentence after a greeting, cut at a word. */
export function guessTitle(text: string, subject = ""): string {
  if (subject !== "") return atWord(subject);
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^\s*[-*•>#]+\s*/, "").trim())
    .filter((line) => line !== "");
  const line = cut(lines.find((one) => !isGreeting(one)) ?? lines[0] ?? "", 500).replace(GREETED, "");
  const end = SENTENCE_END.exec(line);
  return atWord((end ? line.slice(0, end.index) : line).replace(/[.:,;\s]+$/, ""));
}

const KIND_WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    "product",
    /\b(?:software|programm|produkt|app\b|tool|lizenz|version|hersteller|anwendung|plattform|fachverfahren|system\b|gerate?\b|modul)/g,
  ],
  [
    "service",
    /\b(?:service|dienstleist|schulung|beratung|support|hosting|rechenzentrum|leihen|unterstutz|fortbildung|workshop|betreuung|hotline)/g,
  ],
  [
    "process",
    /\b(?:prozess|ablauf|verfahren|antrag|antrage|formular|workflow|genehmig|dienstanweisung|einfuhrung|umstellung|vorgehen|organis|regelung|freigabe)/g,
  ],
];

/** The kind whose words are said most; a process where none is. */
export function guessKind(text: string, product: string): Kind {
  const folded = fold(text);
  const bonus = product === "" ? 0 : 2;
  const counts = KIND_WORDS.map(([kind, words]) => {
    const said = folded.match(words)?.length ?? 0;
    return { kind, count: said + (kind === "product" ? bonus : 0) };
  });
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count === 0 ? "process" : best.kind;
}

const OFFER_WORDS: readonly (readonly [Offer, RegExp])[] = [
  [
    "seeks",
    /\b(?:wir suchen|ich suche|suchen\b|gesucht|wer (?:hat|nutzt|kennt|kann)|(?:hat|kennt|nutzt) (?:jemand|wer|eine[r]? von)|benotigen|brauchen (?:wir|noch)|wir brauchen)/,
  ],
  [
    "offers",
    /\b(?:wir bieten|ich biete|bieten (?:wir|wir|an|ihnen|allen|anderen)|(?:konnen|kann) .{0,30}(?:ubernehmen|nachnutzen)|stellen .{0,60}zur verfugung|geben .{0,40}gerne? weiter|teilen .{0,40}gerne?|gerne? zur verfugung)/,
  ],
];

/** What is said first: somebody seeks, or offers. Empty where nobody does. */
export function guessOffer(text: string): Offer | "" {
  const folded = cut(fold(text), LIMITS.text);
  const found = OFFER_WORDS.flatMap(([offer, words]) => {
    const at = words.exec(folded)?.index;
    return at === undefined ? [] : [{ offer, at }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.offer ?? "";
}

export type Said = {
  readonly subject: string;
  readonly text: string;
  /** Addresses of what is attached. */
  readonly links: readonly string[];
};

/** `known`: the name of a product that stands in the words and that others have recorded. */
export function guess({ subject, text, links }: Said, known: string | null): Draft {
  const product = known ?? brandIn(`${subject}\n${text}`) ?? "";
  const said = `${subject}\n${text}`;
  const safe = [...new Set(links)].filter(isLink).slice(0, LIMITS.links);
  return {
    ...EMPTY_DRAFT,
    kind: text === "" ? "" : guessKind(said, product),
    title: guessTitle(text, subject),
    text,
    stage: text === "" ? "" : assumedStage(said),
    product: cut(product, LIMITS.product),
    offer: guessOffer(said),
    links: safe.join("\n"),
  };
}
