/** Words that people wrote, tidied, shortened and compared. Pure. */
import { fold } from "../../search/fold.ts";
import { seenOrNothing } from "../../turn/unseen.ts";

/** Control characters other than white space, signs that turn the direction of writing, halves of characters. */
const UNSEEN = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

const seen = (value: string): string => seenOrNothing(value.replace(UNSEEN, "").normalize("NFC"));

export const oneLine = (value: string): string => seen(value).replace(/\s+/g, " ").trim();

export const manyLines = (value: string): string =>
  seen(value)
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[\t\v\f]/g, " ").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** At most `limit` UTF-16 units, an ellipsis where something is missing; never half a character. */
export function cut(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const last = value.charCodeAt(limit - 2);
  const half = last >= 0xd800 && last <= 0xdbff;
  return `${value.slice(0, half ? limit - 2 : limit - 1)}…`;
}

/** At most so many bytes in the data of a button, where some signs take six. */
export function cutToBytes(value: string, bytes: number): string {
  const takes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
  let kept = value;
  while (takes(kept) > bytes) kept = cut(kept, Math.max(1, Math.floor(kept.length * 0.8)));
  return kept;
}

/** Two questions with the same key are the same question: case, umlauts, marks and white space do not count. */
export const questionKey = (question: string): string =>
  fold(question)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A button on a phone of 360 px holds about so much beside its first word. */
const LONGEST_NAME = 18;

/** Short names for the titles of buttons; no two of them are alike. */
export function shortNames(values: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return values.map((value) => {
    const name = cut(oneLine(value), LONGEST_NAME);
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`;
    taken.add(free);
    return free;
  });
}
