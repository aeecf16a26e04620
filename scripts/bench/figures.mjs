// @ts-check
// From runs to medians, a table and one line of JSON. Pure.

/**
 * @typedef {object} Run one run of one bot
 * @property {number} rate turns per second
 * @property {number} cpuMs processor time of the bot for one turn
 * @property {number} rssMb memory of the bot's process after the run
 *
 * @typedef {object} Row
 * @property {string} name of the benchmark's row, as in the JSON line
 * @property {string} title as in the table
 * @property {readonly Run[]} ours
 * @property {readonly Run[]} reference run by run beside `ours`
 * @property {{ ours: string, reference: string }} [names] other than those of the table
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} ratio ours / reference; higher is better
 * @property {number} ours median
 * @property {number} reference median
 * @property {string} unit
 * @property {number} runs of each of the two
 */

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** @param {number} value @param {number} digits */
const rounded = (value, digits) => Number(value.toFixed(digits));

/**
 * The figures of a row as others read them.
 * @param {Row} row
 * @param {string} [name] other than the row's own
 * @returns {Result}
 */
export function resultOf(row, name = row.name) {
  const ours = median(row.ours.map(({ rate }) => rate));
  const reference = median(row.reference.map(({ rate }) => rate));
  return {
    name,
    ratio: rounded(ours / reference, 3),
    ours: rounded(ours, 1),
    reference: rounded(reference, 1),
    unit: "turns/s",
    runs: row.ours.length,
  };
}

/** @param {number} value @param {number} [digits] */
const german = (value, digits = 0) =>
  value.toLocaleString("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** @param {string} title @param {string} bot @param {readonly Run[]} runs */
function botCells(title, bot, runs) {
  const rates = runs.map(({ rate }) => rate);
  return [
    title,
    bot,
    german(median(rates)),
    german(Math.min(...rates)),
    german(Math.max(...rates)),
    german(median(runs.map(({ cpuMs }) => cpuMs)), 2),
    german(Math.max(...runs.map(({ rssMb }) => rssMb))),
  ];
}

/**
 * Three lines a row: ours, the reference, and the ratio with the smallest and largest of the pairs of runs.
 * @param {readonly Row[]} rows
 * @param {{ head: readonly string[], ours: string, reference: string, ratio: string }} words
 */
export function tableOf(rows, words) {
  const cells = rows.flatMap((row) => {
    const pairs = row.ours.map(({ rate }, at) => rate / (row.reference[at]?.rate ?? Number.NaN));
    const ratios = [resultOf(row).ratio, Math.min(...pairs), Math.max(...pairs)];
    return [
      botCells(row.title, (row.names ?? words).ours, row.ours),
      botCells("", (row.names ?? words).reference, row.reference),
      ["", words.ratio, ...ratios.map((one) => german(one, 2)), "", ""],
    ];
  });
  const all = [words.head, ...cells];
  const widths = words.head.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)));
  return all.map((line) =>
    line
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
