/**
 * Whether what a model wrote may be shown: every quote stands to the letter in its passage, and the answer
 * says no number, date, name, limit or denial that its quotes do not say. Strict on purpose: what is refused
 * here costs an answer in finer words, never a true one, because the answer without a model stands behind it.
 * Pure.
 */
import { fold } from "../../search/fold.ts";
import type { Citation } from "../answer.ts";
import { denials, oversteps } from "./claims.ts";
import { figuresIn, monthsIn } from "./figures.ts";
import type { Excerpt } from "./model.ts";
import { foundIn, type Quote } from "./quote.ts";
import { type Claim, claimIn } from "./reply.ts";
import { orders, sentencesIn, type Tone, toneOf } from "./tone.ts";
import { contentOf, shared, supportOf, unproven, type Wording } from "./wording.ts";

export type Unverified =
  | "shape"
  | "abstained"
  | "noQuote"
  | "notLiteral"
  | "instructed"
  | "number"
  | "polarity"
  | "overstated"
  | Tone
  | Wording;

export type Verified = {
  /** Said before the sentences. */
  readonly verdict?: "yes" | "no";
  readonly sentences: readonly string[];
  readonly citations: readonly Citation[];
};

export type Verification =
  | ({ readonly ok: true } & Verified)
  | { readonly ok: false; readonly reason: Unverified };

const VERDICT = /^(ja|nein)\s*[,.:!–]\s*/i;

const refuse = (reason: Unverified): Verification => ({ ok: false, reason });

function quotesOf(claim: Claim, passages: readonly Excerpt[]): Quote[] | Unverified {
  const known = new Map(passages.map((one) => [one.id, one]));
  const quotes: Quote[] = [];
  for (const { passage, quote } of claim.quotes) {
    const from = known.get(passage);
    const found = from && foundIn(from, quote);
    if (!found) return "notLiteral";
    // A passage that talks to the bot proves nothing, not even with its harmless half.
    if (orders(from.text)) return "instructed";
    quotes.push(found);
  }
  return quotes.length === 0 ? "noQuote" : quotes;
}

/** A number is proven where a quote says it of the same thing: the next word with a meaning stands there too. */
function numbersProven(sentence: string, quotes: readonly Quote[]): boolean {
  return figuresIn(sentence).every(({ value, after }) => {
    const next = contentOf(after).slice(0, 2).join(" ");
    return quotes.some(
      ({ figures, support }) => figures.has(value) && (next === "" || shared(next, support) > 0),
    );
  });
}

const CLAUSES = /[,;:–]/;

/** Of the proofs that which has most in common with a text; undefined where none has anything. */
function nearest(text: string, proofs: readonly string[]): string | undefined {
  const weighed = proofs.map((proof) => ({ proof, weight: shared(text, supportOf([proof])) }));
  const [best] = weighed.sort((a, b) => b.weight - a.weight);
  return best && best.weight > 0 ? best.proof : undefined;
}

/** Share of a quoted sentence that an answer repeats before it must deny as often in the whole. */
const REPEATED = 0.8;

/** Clause by clause, and where it repeats a whole sentence also in that, the answer denies as often as its quotes. */
function deniesAlike(sentence: string, quotes: readonly Quote[]): boolean {
  const proofs = quotes.flatMap((quote) => sentencesIn(quote.sentence));
  const said = supportOf([sentence]);
  const repeated = proofs.filter((proof) => shared(proof, said) >= REPEATED * contentOf(proof).length);
  if (repeated.some((proof) => denials(proof) > 0 && denials(sentence) === 0)) return false;
  const clauses = proofs.flatMap((proof) => proof.split(CLAUSES));
  return sentence
    .split(CLAUSES)
    .every((clause) => denials(clause) === denials(nearest(clause, clauses) ?? ""));
}

function doubt(sentence: string, quotes: readonly Quote[]): Unverified | undefined {
  if (!numbersProven(sentence, quotes)) return "number";
  const titles = quotes.flatMap(({ passage: { citation } }) => [citation.document, citation.section]);
  const proofs = quotes.map((quote) => quote.sentence);
  const wording = unproven(sentence, supportOf([...proofs, ...proofs.flatMap(monthsIn), ...titles]));
  if (wording !== undefined) return wording;
  if (oversteps(sentence, proofs.join(" "))) return "overstated";
  return deniesAlike(sentence, quotes) ? undefined : "polarity";
}

/** One citation for each place, with the sentence that was quoted first where the original is known. */
function citationsOf(quotes: readonly Quote[]): Citation[] {
  const places = new Map<string, Citation>();
  for (const { passage, sentence } of quotes) {
    const { citation } = passage;
    const place = `${citation.document}|${citation.section}|${citation.date}`;
    const { cards = [], original } = places.get(place) ?? {};
    const wording = original ?? (citation.original && { ...citation.original, quote: sentence });
    places.set(place, {
      ...citation,
      cards: [...new Set([...cards, ...citation.cards])],
      ...(wording ? { original: wording } : {}),
    });
  }
  return [...places.values()];
}

function verdictOf(answer: string): { readonly verdict?: "yes" | "no"; readonly rest: string } {
  const [whole, word] = VERDICT.exec(answer) ?? [];
  if (whole === undefined || word === undefined) return { rest: answer };
  const rest = answer.slice(whole.length);
  return { verdict: fold(word) === "ja" ? "yes" : "no", rest: rest.charAt(0).toUpperCase() + rest.slice(1) };
}

/**
 * Reads and checks a model's answer. `verdict` is what is known of the question without the model: a yes is
 * accepted only where it agrees, a no also where the quotes deny.
 */
export function verify(json: unknown, passages: readonly Excerpt[], known?: "yes" | "no"): Verification {
  const claim = claimIn(json);
  if (!claim) return refuse("shape");
  if (claim.abstain) return refuse("abstained");
  const { verdict, rest } = verdictOf(claim.answer.normalize("NFC").trim());
  const tone = toneOf(rest);
  if (tone !== undefined) return refuse(tone);
  const sentences = sentencesIn(rest);
  if (sentences.length === 0) return refuse("shape");
  const quotes = quotesOf(claim, passages);
  if (!Array.isArray(quotes)) return refuse(quotes);
  for (const sentence of sentences) {
    const reason = doubt(sentence, quotes);
    if (reason !== undefined) return refuse(reason);
  }
  const denied = quotes.some(({ sentence }) => denials(sentence) > 0);
  if (verdict !== undefined && verdict !== known && !(verdict === "no" && denied && known === undefined))
    return refuse("polarity");
  const said = verdict ?? known;
  return { ok: true, ...(said ? { verdict: said } : {}), sentences, citations: citationsOf(quotes) };
}
