/** Reads the privacy notice from its file: German field names, for those who write it. Everything wrong at once. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { calendarDate } from "../calendar/dates.ts";
import { readYaml } from "../system/yaml.ts";
import { noticeProblems as problems } from "./notice.texts.ts";
import { LONGEST_SHORT, LONGEST_TEXT, type PrivacyNotice } from "./notice.ts";

export type NoticeRead =
  | { readonly ok: true; readonly notice: PrivacyNotice }
  | { readonly ok: false; readonly problems: readonly string[] };

/** YAML reads `1` and `2.0` as numbers; to the writer they are text. */
const text = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z
    .string()
    .transform((said) => said.trim())
    .pipe(z.string().min(1)),
);
const VERSION = /^[\w.-]{1,40}$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function isDate(said: string): boolean {
  const [, year, month, day] = DATE.exec(said) ?? [];
  try {
    return year !== undefined && calendarDate(Number(year), Number(month), Number(day)) === said;
  } catch {
    return false;
  }
}

/** One text, or several points. */
const points = z.preprocess(
  (value) => (Array.isArray(value) || value === undefined || value === null ? value : [value]),
  z.array(text).min(1),
);
const FILE = z.strictObject({
  version: text.refine((said) => VERSION.test(said), { params: { problem: problems.version } }),
  gueltigAb: text.refine(isDate, { params: { problem: problems.date } }),
  verantwortlich: z.strictObject({ name: text, anschrift: text, kontakt: text }),
  datenschutzbeauftragte: points,
  aufsichtsbehoerde: points,
  zwecke: points,
  rechtsgrundlage: points,
  empfaenger: points,
  drittlaender: points,
  speicherdauer: points,
  rechte: points,
  herkunft: points,
  automatisierteEntscheidung: points,
  angabepflicht: points,
  kurztext: text,
  nutzungsbedingungen: points.optional(),
});
type Issue = z.core.$ZodIssue;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** What stands at a path of the file. */
const valueAt = (file: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    file,
  );

/** `verantwortlich` that is missing altogether misses each of its fields. */
function fieldsOf(path: readonly PropertyKey[]): readonly string[] {
  const named = path.map((key) => (typeof key === "number" ? String(key + 1) : String(key))).join(".");
  return named === "verantwortlich"
    ? ["name", "anschrift", "kontakt"].map((key) => `${named}.${key}`)
    : [named];
}

/** A single text stands for a list of one: the file has no number for it. */
const pathIn = (file: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] =>
  typeof path.at(-1) === "number" && !Array.isArray(valueAt(file, path.slice(0, -1)))
    ? path.slice(0, -1)
    : path;

function sentencesOf(issue: Issue, file: unknown): readonly string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => problems.unknown([...issue.path, key].join(".")));
  const path = pathIn(file, issue.path);
  const value = valueAt(file, path);
  if (isEmpty(typeof value === "string" ? value.trim() : value)) return fieldsOf(path).map(problems.empty);
  return issue.code === "custom" ? [String(issue.params?.problem)] : fieldsOf(path).map(problems.shape);
}

const lengthOf = (said: string): number => [...said].length;

function noticeOf(file: z.output<typeof FILE>): PrivacyNotice {
  const { name, anschrift, kontakt } = file.verantwortlich;
  return {
    version: file.version,
    validFrom: file.gueltigAb,
    controller: { name, address: anschrift, contact: kontakt },
    sections: {
      dataProtectionOfficer: file.datenschutzbeauftragte,
      purposes: file.zwecke,
      legalBasis: file.rechtsgrundlage,
      recipients: file.empfaenger,
      thirdCountries: file.drittlaender,
      retention: file.speicherdauer,
      rights: file.rechte,
      authority: file.aufsichtsbehoerde,
      origin: file.herkunft,
      automated: file.automatisierteEntscheidung,
      obligation: file.angabepflicht,
    },
    short: file.kurztext,
    terms: file.nutzungsbedingungen ?? null,
  };
}

function tooLong(notice: PrivacyNotice): readonly string[] {
  const short = lengthOf(notice.short);
  const all = Object.values(notice.sections)
    .flat()
    .reduce((sum, one) => sum + lengthOf(one), 0);
  return [
    ...(short > LONGEST_SHORT ? [problems.shortTooLong(short, LONGEST_SHORT)] : []),
    ...(all > LONGEST_TEXT ? [problems.tooLong(all, LONGEST_TEXT)] : []),
  ];
}

/** The notice in a YAML text, or all that is missing or wrong. `name` is what the text is called in a problem. */
export function parseNotice(yaml: string, name: string): NoticeRead {
  const source = readYaml(yaml);
  if (!source.ok) return { ok: false, problems: [problems.noYaml(name, source.faults[0]?.line ?? null)] };
  const file = source.value;
  const read = FILE.safeParse(file ?? {});
  if (!read.success) {
    const said = read.error.issues.flatMap((issue) => sentencesOf(issue, file));
    return { ok: false, problems: [...new Set(said)] };
  }
  const notice = noticeOf(read.data);
  const found = tooLong(notice);
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, notice };
}

/** The notice in a file. Never throws: what cannot be read is a problem in words. */
export function readNotice(path: string): NoticeRead {
  try {
    return parseNotice(readFileSync(path, "utf8"), path);
  } catch {
    return { ok: false, problems: [problems.unreadable(path)] };
  }
}
