/** What is stored with a record to find it by: its words and its subjects with their weights. Pure. */
import { analyse } from "../../search/analyse.ts";
import type { Content } from "../exchange.ts";
import type { Packed } from "../repository.ts";
import type { Subjects, SubjectsOf } from "../subjects/subjects.ts";

/** Words count for where they stand; the sum over all places. */
export type Prepared = {
  readonly words: ReadonlyMap<string, number>;
  readonly subjects: Subjects;
};

const FIELD = { title: 3, product: 3, tag: 2, text: 1 } as const;
/** Weights are kept with so many digits behind the point. */
const DIGITS = 3;

export type Prepare = (content: Content) => Packed;

/** `version` names the subjects: another list of them needs another preparation. */
export function createPrepare(subjectsOf: SubjectsOf, version: string): Prepare {
  return (content) => ({ version, packed: pack({ words: wordsOf(content), subjects: subjectsIn(content) }) });

  function subjectsIn({ title, text, tags, product }: Content): ReadonlyMap<string, number> {
    return subjectsOf([title, tags.join(" "), product ?? "", text].join("\n"));
  }
}

export function wordsOf({ title, product, tags, text }: Content): ReadonlyMap<string, number> {
  const fields = [
    [title, FIELD.title],
    [product ?? "", FIELD.product],
    [tags.join(" "), FIELD.tag],
    [text, FIELD.text],
  ] as const;
  const counts = new Map<string, number>();
  for (const [said, weight] of fields)
    for (const [word, count] of analyse(said)) counts.set(word, (counts.get(word) ?? 0) + count * weight);
  return counts;
}

const packed = (weights: ReadonlyMap<string, number>): string =>
  [...weights].map(([name, weight]) => `${name}:${Number(weight.toFixed(DIGITS))}`).join(" ");

const unpacked = (kept: string): Map<string, number> =>
  new Map(
    kept === ""
      ? []
      : kept.split(" ").map((one) => {
          const at = one.lastIndexOf(":");
          return [one.slice(0, at), Number(one.slice(at + 1))] as const;
        }),
  );

/** Neither words nor names of subjects hold a space or a bar. */
export const pack = ({ words, subjects }: Prepared): string => `${packed(words)}|${packed(subjects)}`;

export function unpack(kept: string): Prepared {
  const [words = "", subjects = ""] = kept.split("|");
  return { words: unpacked(words), subjects: unpacked(subjects) };
}
