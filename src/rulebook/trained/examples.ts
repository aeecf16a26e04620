/** From the bank of questions to what is learnt. Pure. */
import type { Example } from "../../search/trained/learn.ts";

/** The label of what no card answers. */
export const NONE = "-";

/** Letters are left out, swapped, doubled or replaced in so many words of a copy at most. */
const MOST_SPOILT = 2;
const SPOILABLE = 5;
const LETTERS = "aeinrst";

/** Numbers between 0 and 1, always the same ones. */
function chances(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

function spoilWord(word: string, chance: () => number): string {
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const [before, sign, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const spoilt = [
    before + after,
    before + after.charAt(0) + sign + after.slice(1),
    before + sign + sign + after,
    before + LETTERS.charAt(Math.floor(chance() * LETTERS.length)) + after,
  ];
  return spoilt[Math.floor(chance() * spoilt.length)] ?? word;
}

/** The text in small letters with one or two typing mistakes. */
function spoil(text: string, chance: () => number): string {
  const parts = text.toLowerCase().split(" ");
  const long = parts.flatMap((word, at) => (word.length >= SPOILABLE ? [at] : []));
  for (let times = Math.min(MOST_SPOILT, long.length); times > 0; times--) {
    const at = long[Math.floor(chance() * long.length)] ?? 0;
    if (times === 1 || chance() < 1 / 2) parts[at] = spoilWord(parts[at] ?? "", chance);
  }
  return parts.join(" ");
}

/** Copies of all would only take longer. */
const EVERY = 3;

/** The examples, and misspelt copies of some, so that typing mistakes are no surprise. */
export function withMistakes(examples: readonly Example[]): readonly Example[] {
  const chance = chances();
  const some = examples.filter((_, at) => at % EVERY === 0);
  return [...examples, ...some.map(({ label, text }) => ({ label, text: spoil(text, chance) }))];
}
