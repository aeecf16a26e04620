/** The public value of a lot, in the one spelling that goes into the hash. */
import { type Outcome, ok, refused } from "../system/outcome.ts";

export type PublicValueRefusal = "source-unknown" | "draw-date-wrong" | "draw-numbers-wrong" | "beacon-wrong";

const NUMBERS = 6;
const HIGHEST = 49;
const TWO_DIGITS = /^\d\d$/;

/** `YYYY-MM-DD` that is a day of the calendar. */
const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

/** Six different numbers from 01 to 49, two digits each, ascending. */
const areNumbers = (text: string): boolean => {
  const parts = text.split("-");
  return (
    parts.length === NUMBERS &&
    parts.every((part, at) => TWO_DIGITS.test(part) && Number(part) > Number(parts[at - 1] ?? 0)) &&
    Number(parts.at(-1)) <= HIGHEST
  );
};

/**
 * Reads `lotto-6aus49:<date>:<six numbers joined by ->` or `drand-quicknet:<round>:<randomness>`. Answers
 * the text unchanged, because every other spelling would give another drawing.
 */
export function readPublicValue(text: string): Outcome<string, PublicValueRefusal> {
  const [source, first = "", second = "", ...rest] = text.split(":");
  if (rest.length > 0) return refused("source-unknown");
  if (source === "lotto-6aus49") {
    if (!isDay(first)) return refused("draw-date-wrong");
    return areNumbers(second) ? ok(text) : refused("draw-numbers-wrong");
  }
  if (source !== "drand-quicknet") return refused("source-unknown");
  return /^[1-9]\d*$/.test(first) && /^[0-9a-f]{64}$/.test(second) ? ok(text) : refused("beacon-wrong");
}
