/** Data of card actions and typed texts as no client would send them: of the right shape with nasty words, or of none. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

const SRC = join(import.meta.dirname, "../../src");
const routes = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("routes.ts"))
  .map((path) => readFileSync(join(SRC, path), "utf8"))
  .join("\n");
const all = (pattern: RegExp): readonly string[] => [
  ...new Set([...routes.matchAll(pattern)].map((match) => match[1] ?? "")),
];

/** Every button of the program, and some that it does not have. */
export const VERBS = [...all(/actionRoute\(\s*"([\w.]+)"/g), "form.cancel", "say", "no.such", ""];
/** Whatever the data of a button may be called. */
const NAMES = all(/\b([a-z][A-Za-z]+)(?:: (?:z\.|id\b|key|line|text|actionId)|,? ?\}\))/g);
const TYPED = all(/textRoute\(\s*"([^"]+)"/g);
const NASTY = [
  "\u0000x\u0000",
  "\ud800",
  "\u202ez",
  "😀".repeat(500),
  "<at>Alle</at>",
  "[x](y)",
  "__proto__",
  "a".repeat(9000),
];

const words = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...NASTY));
const anything = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), fc.object({ maxDepth: 3 }));

/** Ids of what is there, so that the data reaches the rules and the store. */
export type Known = {
  readonly record: string;
  readonly meeting: string;
  readonly election: string;
  readonly decision?: string;
};

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

const shaped = ({ record, meeting, election, decision = "none" }: Known) =>
  fc.record({
    action: fc.uuid(),
    actionId: fc.uuid(),
    id: fc.constant(record),
    revision: fc.integer({ min: 1, max: 5 }),
    kind: fc.constantFrom("process", "product"),
    stage: fc.constantFrom("idea", "inUse"),
    offer: fc.constantFrom("none", "seeks"),
    organisation: fc.constantFrom("binzen", "kandern"),
    use: fc.constantFrom("new", "forum", "gone"),
    groupId: fc.constant("gone"),
    people: fc.oneof(words, fc.constant("trial-a1,trial-a2,gone")),
    party: fc.constantFrom("kandern", "binzen", ""),
    meeting: fc.constant(meeting),
    reply: fc.constantFrom("zusage", "absage", "vertretung", "vielleicht"),
    deputy: words,
    startsOn: fc.constantFrom("2026-04-01", "2026-02-30", "31.12.2026", ""),
    startsAt: fc.constantFrom("09:00", "25:00", "neun", ""),
    minutes: fc.constantFrom("120", "0", "-1"),
    place: words,
    link: fc.oneof(words, fc.constant("https://video.example/raum")),
    election: fc.constantFrom(election, decision),
    decision: fc.constant(decision),
    way: fc.constantFrom("open", "fixed", "vote", "umlauf"),
    officer: fc.constantFrom("trial-a3", "gone"),
    scrutineers: fc.constantFrom("trial-a4,trial-a5", "trial-a4"),
    nominationOn: fc.constantFrom("2026-03-20", "2026-99-01", ""),
    nominationAt: fc.constantFrom("18:00", "99:99"),
    member: fc.constantFrom("trial-a1", "trial-a2", "gone"),
    reason: words,
    agrees: fc.boolean(),
    round: fc.constantFrom(1, 2),
    parties: fc.oneof(words, fc.constant("kandern,schopfheim")),
    others: words,
    candidates: fc.array(words, { maxLength: 30 }),
    closesOn: fc.constantFrom("2026-03-20", "2026-99-01", ""),
    closesAt: fc.constantFrom("18:00", "99:99"),
    choice: fc.oneof(words, fc.constantFrom("Kandern", "enthaltung")),
    token: fc.oneof(words, hex(32)),
    ballot: fc.oneof(words, fc.base64String({ minLength: 696, maxLength: 704 })),
    full: fc.boolean(),
    title: words,
    text: words,
    product: words,
    name: words,
    topic: words,
    purpose: words,
    contact: words,
    words,
  });
const FIELDS = [
  "id",
  "revision",
  "title",
  "text",
  "kind",
  "use",
  "name",
  "organisation",
  "groupId",
  "action",
];
const MORE = ["meeting", "reply", "startsOn", "election", "round", "choice", "token", "ballot", "candidates"];
const misshaped = fc.dictionary(fc.constantFrom(...FIELDS, ...MORE, "people", "__proto__"), anything);

/** Ids that are there, under any name. */
const guessed = (known: Known) =>
  fc.dictionary(
    fc.constantFrom(...NAMES),
    fc.oneof(
      words,
      fc.constantFrom(
        ...Object.values(known),
        "kandern",
        "trial-a2",
        "trial-a3",
        "trial-a1,trial-a4",
        "2026-04-01",
      ),
      fc.constantFrom("ja", "nein", "open", "fixed", "umlauf", "simple", "chair", "18:00", "0"),
      fc.integer({ min: -1, max: 40 }),
      fc.boolean(),
    ),
    { minKeys: 2, maxKeys: 12 },
  );

export const hostileData = (known: Known) =>
  fc.oneof(
    { weight: 2, arbitrary: shaped(known) },
    {
      weight: 2,
      arbitrary: fc.tuple(shaped(known), guessed(known)).map(([one, more]) => ({ ...one, ...more })),
    },
    { weight: 1, arbitrary: misshaped },
  );

const COMMANDS = [
  ...["festhalten ", "festhalten produkt: ", "suche ", "ich bin ", "gruppe"],
  ...["termine", "termin planen", "wahl", "wahl starten", "koordination"],
  ...TYPED,
];
export const hostileText = fc.oneof(
  words,
  fc.constantFrom(...COMMANDS),
  fc
    .tuple(fc.constantFrom(...COMMANDS), words, words)
    .map(([command, one, other]) => `${command}${one} – ${other}`),
);

const PARTS = ["conversation", "from", "recipient", "channelData", "channelId", "serviceUrl", "id", "type"];
const REST = ["entities", "value", "name", "replyToId", "membersAdded", "action", "deliveryMode", "locale"];
/** Fields of an activity that hold anything. */
export const bent = fc.option(fc.dictionary(fc.constantFrom(...PARTS, ...REST), anything, { maxKeys: 3 }), {
  freq: 3,
  nil: {},
});
