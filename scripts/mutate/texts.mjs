// @ts-check
/** What the person at the terminal reads. */
export const sentences = {
  usage: (/** @type {readonly string[]} */ names) =>
    `Aufruf: npm run mutate -- ${names.join(" | ")} [--only DATEI] [--by ORDNER] [--concurrency ZAHL]. Ohne Namen: alle nacheinander.`,
  noRules: (/** @type {string} */ only) => `Keine Regel-Datei passt zu „${only}“.`,
  score: (/** @type {string} */ name, /** @type {number} */ score, /** @type {number} */ floor) =>
    `${name}: ${score.toFixed(1)} % der Veränderungen wurden bemerkt (verlangt: ${floor} %).`,
  survivors: (/** @type {string} */ file) => `Was unbemerkt blieb, steht in ${file}.`,
  failed: (/** @type {string} */ name) => `${name}: Der Lauf ist nicht zu Ende gekommen.`,
};
