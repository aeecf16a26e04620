// @ts-check
// How good answers about the rules are, measured against questions with the facts that must be said.

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} question
 * @property {string} style
 * @property {boolean} answerable
 * @property {readonly (readonly string[])[]} facts of each list one must be said
 * @property {readonly string[]} forbidden none may be said
 * @property {readonly string[]} source titles of the documents that say it; beginnings are enough
 */
/**
 * @typedef {object} Given
 * @property {string} text
 * @property {boolean} abstained
 * @property {readonly string[]} documents titles of the documents cited, in their order
 */
/**
 * @typedef {object} Mark
 * @property {Question} question
 * @property {Given} given
 * @property {boolean} correct every fact, nothing forbidden, not too long; or rightly no answer
 * @property {boolean} cited one of the first citations names a document that says it
 */

const LONGEST = 1000;
const CITED_WITHIN = 3;
const SHORT = 3;

/** Quotation marks, dashes and white space do not count. @param {string} text */
export function plain(text) {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[„“”«»]/g, '"')
    .replace(/[‚‘’]/g, "'")
    .replace(/\p{Pd}/gu, "-")
    .replace(/[*_`]/g, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/\s+/g, " ")
    .trim();
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A number is not found within a longer one, a very short word not within another. @param {string} said @param {string} fact */
export function says(said, fact) {
  const wanted = plain(fact);
  if (wanted === "") return false;
  const word = /^\p{L}+$/u.test(wanted) && wanted.length <= SHORT;
  const before = /^\d/.test(wanted) ? "(?<!\\d)(?<!\\d[.,])" : word ? "(?<![\\p{L}\\d])" : "";
  const after = /\d$/.test(wanted) ? "(?!\\d)(?![.,]\\d)" : word ? "(?![\\p{L}\\d])" : "";
  return new RegExp(`${before}${escaped(wanted)}${after}`, "u").test(plain(said));
}

/** @param {string} title @param {string} document */
const names = (title, document) =>
  plain(document).includes(plain(title)) || plain(title).includes(plain(document));

/** @param {Question} question @param {Given} given @returns {Mark} */
export function mark(question, given) {
  const { text, abstained, documents } = given;
  const cited = documents
    .slice(0, CITED_WITHIN)
    .some((one) => question.source.some((title) => names(title, one)));
  if (!question.answerable) return { question, given, correct: abstained, cited };
  const complete = question.facts.every((ways) => ways.some((one) => says(text, one)));
  const clean = !question.forbidden.some((one) => says(text, one));
  return { question, given, correct: !abstained && complete && clean && text.length <= LONGEST, cited };
}

/** Null: there is nothing to share. @param {number} part @param {number} whole */
const share = (part, whole) => (whole === 0 ? null : part / whole);

/** @param {readonly Mark[]} marks */
export function figures(marks) {
  const asked = marks.filter(({ question }) => question.answerable);
  const others = marks.filter(({ question }) => !question.answerable);
  const answered = asked.filter(({ given }) => !given.abstained);
  const right = asked.filter(({ correct, cited }) => correct && cited);
  const wrong = others.filter(({ correct }) => !correct);
  return {
    questions: marks.length,
    answerable: asked.length,
    grounded: share(right.length, asked.length),
    answered: share(answered.length, asked.length),
    falseAnswers: share(wrong.length, others.length),
    precision: share(asked.filter(({ correct }) => correct).length, answered.length + wrong.length),
    cited: share(answered.filter(({ cited }) => cited).length, answered.length),
  };
}
