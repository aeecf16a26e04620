// @ts-check
// The two files: the minutes (Niederschrift) and the opening file of a round (Öffnungsdatei).
import {
  count,
  instant,
  list,
  mapOf,
  NotReadable,
  name,
  object,
  oneOf,
  orNull,
  text,
  yesNo,
} from "./shape.mjs";

export const MINUTES = "forum-niederschrift/v1";
export const OPENING = "forum-oeffnung/v1";

const readMinutes = object({
  electionId: text,
  title: text,
  kind: oneOf(/** @type {const} */ (["chair", "decision"])),
  decision: orNull(
    object({
      majority: oneOf(
        /** @type {const} */ (["simple", "absolute-present", "two-thirds-cast", "two-thirds-electorate"]),
      ),
      mode: oneOf(/** @type {const} */ (["vote", "umlauf"])),
      secret: yesNo,
    }),
  ),
  rule: object({
    settings: object({
      withdrawal: orNull(oneOf(/** @type {const} */ (["move-up", "binding", "restart"]))),
      /** A number, or something that means half. */
      quorum: (value) => (typeof value === "number" ? value : null),
      hideDistributionBelow: orNull(count),
    }),
  }),
  nominations: list(object({ name, consented: yesNo, withdrawn: yesNo })),
  scrutineers: list(object({ name })),
  parties: mapOf(text),
  rounds: list(
    object({
      round: count,
      stage: oneOf(/** @type {const} */ (["first", "runoff", "second", "motion"])),
      candidates: list(name),
      opensAt: instant,
      closesAt: instant,
      closedEarly: yesNo,
      entitled: count,
      quorum: orNull(count),
      present: count,
      needed: orNull(count),
      voters: list(text),
      seal: orNull(object({ root: text, commitments: list(text) })),
      tally: orNull(mapOf(count)),
      choices: orNull(list(name)),
      votes: orNull(list(object({ party: text, choice: name }))),
      outcome: text,
      reason: orNull(text),
      winner: orNull(name),
      byLot: orNull(yesNo),
      withdrawnAfter: list(name),
      lot: orNull(
        object({
          way: oneOf(/** @type {const} */ (["public-draw", "manual-witnessed"])),
          source: orNull(text),
          publicRandom: orNull(text),
          lotFor: oneOf(/** @type {const} */ (["winner", "runoff"])),
          among: list(name),
          seats: count,
          runoffFixed: list(name),
          drawn: list(name),
          keys: orNull(mapOf(text)),
          witnesses: orNull(list(text)),
        }),
      ),
      paper: orNull(object({ enteredBy: text, witnesses: list(text) })),
    }),
  ),
  acceptance: orNull(object({ answer: oneOf(/** @type {const} */ (["accepted", "declined", "expired"])) })),
  outcome: orNull(text),
  winner: orNull(name),
  reason: orNull(text),
  confirmations: list(object({ name, round: count, root: text, agrees: yesNo })),
});

const readOpening = object({
  electionId: text,
  round: count,
  ballots: list(object({ commitment: text, choice: name, salt: text })),
});

/** @typedef {ReturnType<typeof readMinutes>} Minutes */
/** @typedef {Minutes["rounds"][number]} Round */
/** @typedef {NonNullable<Round["lot"]>} Lot */
/** @typedef {ReturnType<typeof readOpening>} Opening */
/** @typedef {{ readonly name: string, readonly text: string }} GivenFile */
/** @typedef {{ readonly minutes: Minutes, readonly openings: readonly Opening[] }} Given */

/** @param {GivenFile} file @returns {unknown} */
function parsed(file) {
  try {
    return JSON.parse(file.text.replace(/^\uFEFF/, ""));
  } catch {
    throw new NotReadable("Das ist keine vollständige JSON-Datei. Bitte laden Sie die Datei noch einmal.");
  }
}

const formatOf = object({ format: text });

/** @param {GivenFile} file @returns {{ minutes: Minutes } | { opening: Opening }} */
function readOne(file) {
  const value = parsed(file);
  const { format } = formatOf(value, "");
  if (format === MINUTES) return { minutes: readMinutes(value, "") };
  if (format === OPENING) return { opening: readOpening(value, "") };
  throw new NotReadable("Das ist weder eine Niederschrift noch eine Öffnungsdatei.");
}

/**
 * Exactly one of the files is the minutes, the others are opening files, in any order.
 * @param {readonly GivenFile[]} files
 * @returns {Given}
 * @throws {NotReadable}
 */
export function readFiles(files) {
  /** @type {Minutes[]} */
  const found = [];
  /** @type {Opening[]} */
  const openings = [];
  for (const file of files) {
    try {
      const one = readOne(file);
      if ("minutes" in one) found.push(one.minutes);
      else openings.push(one.opening);
    } catch (error) {
      if (error instanceof NotReadable) throw new NotReadable(`${file.name}: ${error.sentence}`);
      throw error;
    }
  }
  const [minutes, second] = found;
  if (!minutes) throw new NotReadable("Es fehlt die Niederschrift. Bitte geben Sie diese Datei an.");
  if (second) throw new NotReadable("Das sind mehrere Niederschriften. Bitte geben Sie nur eine an.");
  return { minutes, openings };
}
