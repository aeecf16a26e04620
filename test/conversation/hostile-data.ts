/** Data of card actions and typed texts as no client would send them: of the right shape with nasty words, or of none. */
import fc from "fast-check";

export const VERBS = [
  ...["new", "save", "edit", "update", "show", "find", "delete", "restore"].map((act) => `exchange.${act}`),
  ...["show", "register", "edit", "change", "join"].map((act) => `group.${act}`),
  ...["form", "releaseForm", "give", "free"].map((act) => `seat.${act}`),
  ...["form", "check", "plan", "reply", "show", "askCancel", "cancel"].map((act) => `meeting.${act}`),
  ...["form", "check", "start", "paper", "review", "cast", "close", "proof"].map((act) => `election.${act}`),
  ...["member.introduce", "member.ask", "form.cancel", "say", "no.such", ""],
];
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
export type Known = { readonly record: string; readonly meeting: string; readonly election: string };

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

const shaped = ({ record, meeting, election }: Known) =>
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
    election: fc.constant(election),
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

export const hostileData = (known: Known) =>
  fc.oneof({ weight: 2, arbitrary: shaped(known) }, { weight: 1, arbitrary: misshaped });

const COMMANDS = [
  ...["festhalten ", "festhalten produkt: ", "suche ", "ich bin ", "gruppe"],
  ...["termine", "termin planen", "wahl", "wahl starten", "koordination"],
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
