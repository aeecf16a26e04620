/** The settings of the rule of procedure as people fill them in: reading, writing, comparing. Pure. */
import { fold } from "../../search/fold.ts";
import { LOT_WAYS, type Wahlordnung, wahlordnung } from "../wahlordnung.ts";
import { WITHDRAWAL_RULES } from "../withdrawal.ts";

export type Setting = keyof Wahlordnung;

/** What belongs together, in the order of an election. */
export const GROUPS = {
  time: [
    ...["nominationDays", "votingDays", "runoffDays", "secondRoundMinDays"],
    ...["acceptanceDays", "objectionDays"],
  ],
  validity: ["quorum", "secretMinElectorate", "hideDistributionBelow", "paperOnRequest", "testBallot"],
  decision: ["withdrawal", "lot"],
  office: ["termMonths", "mostTerms", "deputies", "caretaker"],
} as const satisfies Record<string, readonly string[]> as Readonly<
  Record<"time" | "validity" | "decision" | "office", readonly Setting[]>
>;
export type Group = keyof typeof GROUPS;
export const SETTINGS: readonly Setting[] = Object.values(GROUPS).flat();

/** Settings with one of a few values. */
export const OPTIONS = {
  withdrawal: WITHDRAWAL_RULES,
  lot: LOT_WAYS,
  paperOnRequest: ["ja", "nein"],
  testBallot: ["ja", "nein"],
  caretaker: ["ja", "nein"],
} as const satisfies Partial<Record<Setting, readonly string[]>>;
export type Chosen = keyof typeof OPTIONS;
export const isChosen = (key: Setting): key is Chosen => key in OPTIONS;

/** Least and greatest whole number that people may enter for every other setting. */
export const LIMITS = {
  nominationDays: [1, 60],
  votingDays: [1, 60],
  runoffDays: [1, 60],
  secondRoundMinDays: [1, 60],
  acceptanceDays: [1, 60],
  objectionDays: [1, 60],
  quorum: [1, 36],
  secretMinElectorate: [3, 36],
  hideDistributionBelow: [3, 36],
  termMonths: [1, 60],
  mostTerms: [0, 20],
  deputies: [0, 2],
} as const satisfies Record<Exclude<Setting, Chosen>, readonly [number, number]>;

export const HALF = "Hälfte";

/** As it stands in the form. */
export function typedOf(key: Setting, rule: Wahlordnung): string {
  const value = rule[key];
  if (typeof value === "boolean") return value ? "ja" : "nein";
  return value === "half" ? HALF : String(value);
}

function readOne(key: Setting, typed: string): unknown {
  const text = typed.trim();
  if (key === "paperOnRequest" || key === "testBallot" || key === "caretaker")
    return { ja: true, nein: false }[text];
  if (isChosen(key)) return text;
  if (key === "quorum" && fold(text) === fold(HALF)) return "half";
  const [least, most] = LIMITS[key];
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

const SHAPE = wahlordnung.unwrap().shape;

export type Read =
  | { readonly ok: true; readonly rule: Wahlordnung }
  /** Settings that cannot be read. */
  | { readonly ok: false; readonly wrong: readonly Setting[] };

/** Every setting from its field; one that is missing is wrong, so that nothing changes unseen. */
export function readRule(typed: Readonly<Record<string, unknown>>): Read {
  const values = SETTINGS.map((key) => [key, readOne(key, String(typed[key] ?? ""))] as const);
  const wrong = values.filter(([key, value]) => value === undefined || !SHAPE[key].safeParse(value).success);
  if (wrong.length > 0) return { ok: false, wrong: wrong.map(([key]) => key) };
  return { ok: true, rule: wahlordnung.parse(Object.fromEntries(values)) };
}

export const typedRule = (rule: Wahlordnung): Readonly<Record<Setting, string>> =>
  Object.fromEntries(SETTINGS.map((key) => [key, typedOf(key, rule)])) as Record<Setting, string>;

export const differences = (from: Wahlordnung, to: Wahlordnung): readonly Setting[] =>
  SETTINGS.filter((key) => from[key] !== to[key]);
