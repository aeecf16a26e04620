/** One spelling for every way of writing a German word. Keys only: folded text is never shown. */

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const MARKS = /\p{M}+/gu;

/**
 * Lower case, without accents, ß as ss, umlauts as their base letter, so that "Bürger", "buerger" and
 * "burger" are one key. Every kind of white space becomes one space, the ends are trimmed; punctuation
 * stays. Stable: `fold(fold(x)) === fold(x)`. Good as a key for names.
 */
export function fold(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARKS, "")
    .replaceAll("ß", "ss")
    .replace(/\s+/g, " ")
    .trim();
  return settle(plain);
}

/**
 * "ae", "oe" and "ue" as their vowel; "ue" after a, e or q is no umlaut: Bauer, neue, Quelle. One pass that
 * looks back at what it has written, so that nothing is left to fold and a long run of e costs no more.
 */
function settle(plain: string): string {
  let written = "";
  for (const sign of plain) if (sign !== "e" || !closesUmlaut(written)) written += sign;
  return written;
}

function closesUmlaut(written: string): boolean {
  const last = written.at(-1);
  if (last === "u") return !"aeq".includes(written.at(-2) ?? " ");
  return last === "a" || last === "o";
}
