/** What every sentence of the program must keep so that it is easy to read for all (B1, formal, neutral). */

export type Fault = { readonly rule: string; readonly found: string };

/** No sentence has more words. */
export const MOST_WORDS = 25;
/** What a sentence has on average, at most. */
export const AVERAGE_WORDS = 15;

/**
 * Abbreviations that need no words beside them, each for a reason. Whoever adds one says why nobody has to ask; all
 * others are spelled out.
 */
const KNOWN: Readonly<Record<string, string>> = {
  AG: "part of the names that working groups have",
  DSGVO: "the name of the law that everybody in an administration works with",
  EU: "better known than its long form",
  BITV: "the name of an ordinance, behind its long form",
  BSI: "a name, as the office itself uses it",
  KI: "explained by the sentence it stands in",
  OCR: "in brackets behind the words for it",
  UTC: "in brackets behind the words for it",
  PDF: "the name of a kind of file, as programs offer it",
  CSV: "the name of a kind of file, as Excel offers it",
  JSON: "the name of a kind of file",
  TXT: "the end of a file's name",
  MD: "the end of a file's name",
  DOCX: "the end of a file's name",
  UTF: "the name of an encoding, as Excel offers it",
  MB: "the unit of a file's size",
  JJJJ: "a form to fill in: the year",
  ID: "a name in a column, as the directory of Microsoft shows it",
  SHA: "the name of a method, for those who count again themselves",
  COORDINATORS: "the name of a setting, for those who run the server",
  TENANTS: "the name of a setting, for those who run the server",
  ANFANG: "a placeholder in a command",
  NAME: "a placeholder in a command",
};

const SHORT_FORMS =
  /\b(?:z\.\s?B|d\.\s?h|u\.\s?a|u\.\s?U|i\.\s?d\.\s?R|o\.\s?g|bzw|ggf|evtl|inkl|exkl|ca|sog|vgl|usw|etc|lfd|max|min|gem|Abs|Tel|Std|Bgm|LK)\./u;

const FAMILIAR =
  /(?<![\p{L}-])(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?)(?![\p{L}-])/u;

/** Forms that name men and mean all. Where an organisation is meant (Hersteller, Anbieter) they are right. */
const MASCULINE =
  /(?<![\p{L}-])(?:(?:Wahl|Stimm|Sitz|Amts|Stell)?(?:Teilnehmer|Bürgermeister|Mitarbeiter|Kollege|Nutzer|Benutzer|Anwender|Vertreter|Koordinator|Ansprechpartner|Kandidat|Bewerber|Wähler|Leiter|Schriftführer|Bürger|Einwohner|Leser|Empfänger|Absender|Autor|Verfasser|Prüfer|Zeuge|Administrator|Betreiber|Antragsteller|Unterzeichner|Redner|Experte|Inhaber|Organisator|Moderator|Besucher|Vorsitzender|Delegierter|Beauftragter|Beobachter|Sprecher))(?:n|s|en|es)?(?!\p{L}|[:*]in)/u;
/** Both forms, as the law names witnesses: „zwei Zeuginnen oder Zeugen“. */
const BOTH = /\p{L}+in(?:nen)? (?:oder|und) (?:der |des |die )?\p{L}+/gu;
const JEDER = /(?<![\p{L}-])(?:jeder, der|wer seinen|jedermann)(?!\p{L})/iu;

const PICTURE = /\p{Extended_Pictographic}/u;

const counted = (sentence: string): number =>
  sentence.match(/[\p{L}\p{N}][\p{L}\p{N}\-.:/%]*/gu)?.length ?? 0;

/** Sentences and lines; what stands behind a colon is one of its own. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[\p{L}\p{N}“)%][.!?]“?)\s+(?=[\p{Lu}„\d])|\n|(?<=:)\s/u)
    .map((one) => one.trim())
    .filter((one) => counted(one) > 0);

export const wordsOf = counted;

export function faultsIn(text: string): readonly Fault[] {
  const found = (rule: string, pattern: RegExp, where = text): Fault[] => {
    const match = pattern.exec(where);
    return match ? [{ rule, found: match[0] }] : [];
  };
  const capitals = text.match(/(?<![\p{L}\p{N}_-])\p{Lu}{2,}(?![\p{L}\p{N}_])/gu) ?? [];
  return [
    ...sentencesOf(text)
      .filter((sentence) => counted(sentence) > MOST_WORDS)
      .map((sentence) => ({ rule: `${counted(sentence)} words`, found: sentence })),
    ...found("familiar", FAMILIAR),
    ...found("short form", SHORT_FORMS),
    ...found("masculine", MASCULINE, text.replace(BOTH, "")),
    ...found("masculine", JEDER),
    ...found("picture", PICTURE),
    ...capitals.filter((one) => !(one in KNOWN)).map((one) => ({ rule: "abbreviation", found: one })),
  ];
}
