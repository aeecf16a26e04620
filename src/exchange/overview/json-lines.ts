/** Records in a file of JSON objects, one a line. Pure. */
import { z } from "zod";
import type { Instant } from "../../system/clock.ts";
import { FILE_WORDS, named, type WordField } from "./file-words.ts";
import {
  contentIn,
  createReading,
  type Fault,
  field,
  type Imported,
  isExternalId,
  LONGEST_GROUP,
  type Places,
  type ReadFile,
} from "./imported.ts";

const word = (name: WordField) => z.string().refine((said) => named(name, said) !== undefined);
/** Outside of these years it is a slip. */
const [EARLIEST, LATEST] = [Date.UTC(1990, 0, 1), Date.UTC(2100, 0, 1)];

/** An instant in UTC within sensible years; null: none. */
export function instantIn(said: string): Instant | null {
  const at = z.iso.datetime().safeParse(said).success ? Date.parse(said) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? at : null;
}

const LINE = z.object({
  externalId: z.string().refine(isExternalId),
  ...{ kind: word("kind"), title: z.string(), text: z.string(), party: z.string(), stage: word("stage") },
  product: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  offer: word("offer").nullish(),
  binding: word("binding").nullish(),
  recordedAt: z.string().refine((said) => instantIn(said) !== null),
  group: z.string().nullish(),
  visibility: word("visibility").nullish(),
  links: z.array(z.string()).nullish(),
});
type Line = z.output<typeof LINE>;
const KNOWN = new Set(Object.keys(LINE.shape));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const shown = (value: unknown): string | null =>
  value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);

/** `undefined` stays: a word that is not said. */
const own = <F extends WordField>(name: F, said: string | null | undefined): string =>
  said ? (named(name, said) as string) : "";

function rowOf(line: Line, places: Places): Omit<Imported, "line"> | readonly Fault[] {
  const { externalId, title, text, party } = line;
  const organisation = places.organisation(party);
  const group = line.group?.replace(/\s+/g, " ").trim() || null;
  const visibility = own("visibility", line.visibility);
  const made = contentIn({
    ...{ kind: own("kind", line.kind), title, text, stage: own("stage", line.stage) },
    ...{ product: line.product ?? "", offer: own("offer", line.offer) },
    ...{ binding: own("binding", line.binding), visibility },
    ...{ tags: (line.tags ?? []).join("\n"), links: (line.links ?? []).join("\n") },
  });
  const faults: readonly (Fault | false)[] = [
    organisation === undefined && field("party", party),
    group !== null && group.length > LONGEST_GROUP && field("group", group),
    visibility === "group" && group === null && { kind: "groupOnly" },
    ...("faults" in made ? made.faults : []),
  ];
  const found = faults.filter((fault) => fault !== false);
  if (found.length > 0 || organisation === undefined || !("content" in made)) return found;
  return { externalId, content: made.content, organisation, group, recordedAt: instantIn(line.recordedAt) };
}

function readLine(value: unknown, places: Places): Omit<Imported, "line"> | readonly Fault[] {
  if (!isObject(value)) return [{ kind: "notObject" }];
  const line = LINE.safeParse(value);
  if (line.success) return rowOf(line.data, places);
  const names = new Set(line.error.issues.map(({ path }) => String(path[0])));
  return [...names].map((name) => field(name, shown(value[name])));
}

/** The lines of a file in UTF-8, without the mark of the order of bytes; null: that line is in something else. */
export function textLines(bytes: Uint8Array): readonly (string | null)[] {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const lines: (string | null)[] = [];
  for (let from = 0; from <= bytes.length; ) {
    const at = bytes.indexOf(10, from);
    const end = at === -1 ? bytes.length : at;
    try {
      lines.push(decoder.decode(bytes.subarray(from, end)).replace(/\r$/, ""));
    } catch {
      lines.push(null);
    }
    from = end + 1;
  }
  return lines;
}

/** Reads a whole file. Empty lines are left out; every other line is a row or has its faults. */
export function readJsonLines(bytes: Uint8Array, places: Places): ReadFile {
  const reading = createReading();
  const ignored: string[] = [];
  for (const [at, text] of textLines(bytes).entries()) {
    if (text?.trim() === "") continue;
    const value = text === null ? undefined : parsed(text);
    if (isObject(value)) ignored.push(...Object.keys(value).filter((key) => !KNOWN.has(key)));
    reading.take(at + 1, text === null ? [{ kind: "encoding" }] : readLine(value, places));
  }
  return reading.done(ignored);
}

/** One line of such a file. */
export function jsonLine(row: Omit<Imported, "line">): string {
  const { content, organisation, group, recordedAt } = row;
  const { kind, title, text, stage, product, offer, binding, visibility, tags, links } = content;
  return JSON.stringify({
    ...{ externalId: row.externalId, kind: FILE_WORDS.kind[kind], title, text, party: organisation },
    stage: FILE_WORDS.stage[stage],
    ...(product === null ? {} : { product }),
    tags,
    offer: offer === null ? null : FILE_WORDS.offer[offer],
    binding: FILE_WORDS.binding[binding],
    ...(recordedAt === null ? {} : { recordedAt: new Date(recordedAt).toISOString() }),
    group,
    ...(visibility === "forum" ? {} : { visibility: FILE_WORDS.visibility[visibility] }),
    ...(links.length === 0 ? {} : { links }),
  });
}
