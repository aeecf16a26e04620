/** Asks the recount, and reads its answer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { recount } from "../../scripts/recount/recount.mjs";
import type { Minutes, Opening } from "./held.ts";

const files = join(import.meta.dirname, "files");
export const fileNamed = (name: string): string => join(files, name);

/** Written by another hand with another program; only the shapes are the same. */
export function vorsitz(): { minutes: Minutes; openings: Opening[] } {
  const [minutes, ...openings] = ["vorsitz.json", "vorsitz-oeffnung-1.json", "vorsitz-oeffnung-2.json"].map(
    (name) => JSON.parse(readFileSync(fileNamed(name), "utf8")),
  );
  return { minutes, openings };
}

export const readRecount = (texts: readonly string[]) =>
  recount(texts.map((text, at) => ({ name: `datei-${at}.json`, text })));

/** The lines by their mark. */
export async function recounted(minutes: object, openings: readonly object[] = []) {
  const outcome = await readRecount([minutes, ...openings].map((one) => JSON.stringify(one)));
  const lines = outcome.sections.flatMap((section) => section.lines);
  const marked = (mark: string) => lines.filter((line) => line.mark === mark).map((line) => line.text);
  return { ...outcome, oks: marked("ok"), faults: marked("fault"), open: marked("open") };
}
