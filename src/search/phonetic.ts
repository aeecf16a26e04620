/**
 * How a folded German word sounds, after the Kölner Phonetik (Postel 1969), a little simplified: words that are
 * spelt as they are heard get the same code ("fertick" and "fertig").
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "3"],
  [/[dt](?=[csz])/g, "8"],
  [/[ckq]?x/g, "48"],
  [/(?<=[sz])c|(?<=.)c(?![ahkoqux])|^c(?![ahklorqux])/g, "8"],
  [/[aeiouyj]/g, "0"],
  [/h/g, ""],
  [/[bp]/g, "1"],
  [/[dt]/g, "2"],
  [/[fvw]/g, "3"],
  [/[gkqc]/g, "4"],
  [/l/g, "5"],
  [/[mn]/g, "6"],
  [/r/g, "7"],
  [/[sz]/g, "8"],
];

/** The code of a folded word: digits for consonants, a leading 0 for a vowel; "" for a word of other letters. */
export function phonetic(word: string): string {
  const coded = RULES.reduce((text, [from, to]) => text.replace(from, to), word).replace(/\D/g, "");
  const single = coded.replace(/(.)\1+/g, "$1");
  return single.slice(0, 1) + single.slice(1).replaceAll("0", "");
}
