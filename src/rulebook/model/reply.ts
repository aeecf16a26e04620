/** What came back from a model, read: JSON out of its text, and a claim out of the JSON. Pure. */
import { z } from "zod";

/** More quotes than this prove nothing but that the passages were copied. */
const MOST_QUOTES = 8;

const shape = z.object({
  abstain: z.boolean().default(false),
  answer: z.string().nullish(),
  quotes: z
    .array(z.object({ passage: z.union([z.string(), z.number().transform(String)]), quote: z.string() }))
    .max(MOST_QUOTES)
    .nullish(),
});

export type Claim = {
  readonly abstain: boolean;
  readonly answer: string;
  readonly quotes: readonly { readonly passage: string; readonly quote: string }[];
};

/** The claim, or undefined where the JSON has another shape. Further fields are ignored. */
export function claimIn(json: unknown): Claim | undefined {
  const read = shape.safeParse(json);
  if (!read.success) return undefined;
  const { abstain, answer, quotes } = read.data;
  return { abstain, answer: answer ?? "", quotes: quotes ?? [] };
}

const FENCE = "```";

/** What stands between the marks of a code fence that is all of the text. */
function unfenced(text: string): string {
  const whole = text.trim();
  if (!whole.startsWith(FENCE) || !whole.endsWith(FENCE)) return whole;
  const lineEnd = whole.indexOf("\n");
  return lineEnd < 0 ? whole : whole.slice(lineEnd, -FENCE.length);
}

/** The JSON a text consists of, also within a code fence; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(unfenced(text));
  } catch {
    return undefined;
  }
}
