// @ts-check
// What was checked, line by line, and what could not be.

/** @typedef {"ok" | "fault" | "open"} Mark */
/** @typedef {{ readonly mark: Mark, readonly text: string }} Line */
/** @typedef {{ readonly title: string, readonly lines: Line[] }} Section */
/** @typedef {{ readonly title: string, readonly sections: readonly Section[], readonly good: boolean, readonly verdict: string }} Outcome */

/** @type {Readonly<Record<Mark, string>>} */
export const MARKS = { ok: "OK", fault: "FEHLER", open: "NICHT GEPRÜFT" };

/** Signs that could move the cursor of a terminal or turn the direction of a line. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What stands in a file, shown as text and nothing else. @param {string} text */
export const shown = (text) => text.replace(UNSEEN, "\uFFFD");

/** @param {readonly string[]} names */
export const listed = (names) => (names.length === 0 ? "niemand" : names.join(", "));

export class Report {
  /** @param {string} title */
  constructor(title) {
    this.title = shown(title);
    /** @type {Section[]} */
    this.sections = [];
  }

  /** The lines that follow belong to this. @param {string} title */
  section(title) {
    this.sections.push({ title: shown(title), lines: [] });
  }

  /** @param {Mark} mark @param {string} text */
  #add(mark, text) {
    this.sections.at(-1)?.lines.push({ mark, text: shown(text) });
  }

  /** @param {string} text */
  ok(text) {
    this.#add("ok", text);
  }

  /** @param {string} text */
  fault(text) {
    this.#add("fault", text);
  }

  /** What could not be checked, and why. @param {string} text */
  open(text) {
    this.#add("open", text);
  }

  /**
   * One line: the first fault of those that hold, or that all is well.
   * @param {string} well
   * @param {readonly (readonly [boolean, string])[]} faults
   * @returns {boolean} whether all is well
   */
  check(well, faults) {
    const found = faults.filter(([holds]) => holds);
    for (const [, sentence] of found) this.fault(sentence);
    if (found.length === 0) this.ok(well);
    return found.length === 0;
  }

  /** @returns {Outcome} */
  ended() {
    const lines = this.sections.flatMap((section) => section.lines);
    /** @param {Mark} mark */
    const number = (mark) => lines.filter((line) => line.mark === mark).length;
    const [well, faults, open] = [number("ok"), number("fault"), number("open")];
    const verdict = verdictOf(well, faults, open);
    return { title: this.title, sections: this.sections, good: faults === 0, verdict };
  }
}

/** @param {number} well @param {number} faults @param {number} open */
function verdictOf(well, faults, open) {
  const rest = open === 0 ? "" : `, ${open} nicht geprüft`;
  if (faults > 0)
    return `Die Niederschrift stimmt nicht: ${faults} Fehler, ${well} in Ordnung${rest}. Bitte geben Sie das an Wahlleitung und Wahlprüfung weiter.`;
  const what = open === 0 ? "Alles stimmt" : "Was sich prüfen ließ, stimmt";
  return `${what}: ${well} in Ordnung, kein Fehler${rest}.`;
}
