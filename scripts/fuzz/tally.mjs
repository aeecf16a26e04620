// @ts-check
// What reached which route, and what never ran.
import { lines } from "./texts.mjs";

/** Routes at which nothing of the program is asked. */
const NOWHERE = new Set(["unknownAction", "unknownInvoke", "nothing"]);
/** What an activity may be beside a command, a button, a search or a dialog; all of it must come. */
const KINDS = [
  ...["file", "installed", "removed", "departed", "otherInvoke", "ignored", "refused"],
  ...["renamed", "deleted", "restored", "closed", "reopened"].map((what) => `placeEvent ${what}`),
];

/** @typedef {ReturnType<typeof createTally>} Tally */

/** @param {readonly string[]} names everything of the program, as `kind name` */
export function createTally(names) {
  const wanted = [...names, "question", ...KINDS];
  /** @type {Map<string, { ran: number, reached: number, refused: number }>} */
  const rows = new Map(wanted.map((name) => [name, { ran: 0, reached: 0, refused: 0 }]));
  /** @type {Map<string, number>} */
  const shapes = new Map();
  const sums = { sent: 0, reached: 0, ran: 0, refused: 0, rows: 0, passed: 0 };

  /** @param {string} name */
  const row = (name) => {
    const found = rows.get(name) ?? { ran: 0, reached: 0, refused: 0 };
    rows.set(name, found);
    return found;
  };
  /** Names of routes say whether they are buttons; typed commands have names without a dot. @param {string} route */
  const labelOf = (route) =>
    ["verb", "text", "search", "dialog"].map((kind) => `${kind} ${route}`).find((one) => rows.has(one)) ??
    route;

  /** @param {import("./sender.mjs").Sent["counted"][number]} turn @param {readonly string[]} verbs pressed */
  function countTurn({ route, result, by }, verbs) {
    // The metrics do not say which button of an election it was; whoever sent it knows.
    const one = row(labelOf(route === "election" ? (verbs[0] ?? route) : route));
    one.reached += by;
    if (result === "refused") one.refused += by;
    const direct = route === "question" || route === "file";
    if (direct) sums.ran += by;
    if (route === "question") one.ran += by;
    if (!NOWHERE.has(route)) sums.reached += by;
  }

  return {
    sums,
    shapes,
    /** @param {string} kind @param {string} name */
    ran: (kind, name) => rows.get(`${kind} ${name}`)?.ran ?? 0,
    /** @param {string} verb */
    asked: (verb) => rows.get(`verb ${verb}`)?.reached ?? 0,
    /** @param {string} shape @param {number} amount @param {import("./sender.mjs").Sent} sent */
    count(shape, amount, { kinds, verbs, counted, handled, refused, rows: written }) {
      sums.sent += amount;
      sums.rows += written;
      if (refused) sums.refused += amount;
      shapes.set(shape, (shapes.get(shape) ?? 0) + amount);
      for (const name of handled) row(name).ran += 1;
      for (const kind of kinds.filter((one) => KINDS.includes(one))) row(kind).ran += 1;
      const events = kinds.filter((one) => /^(installed|removed|departed|placeEvent)/.test(one)).length;
      sums.reached += events;
      sums.ran += handled.length + events;
      for (const one of counted) countTurn(one, verbs);
    },
    /** Names of what was never asked for. */
    untouched: () => wanted.filter((name) => row(name).ran === 0 && row(name).reached === 0),
    /** Names of what was asked for, but never with data that it takes. */
    neverRan: () => wanted.filter((name) => row(name).ran === 0 && row(name).reached > 0),
    /** @returns {string[]} */
    histogram: () => [
      lines.histogram,
      ...[...rows]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, { ran, reached, refused }]) => lines.row(name, `${ran} · ${reached} · ${refused}`)),
    ],
  };
}
