// @ts-check
// Reads an Adaptive Card as a client does: what stands on it, what can be filled in, what can be pressed.

/**
 * @typedef {{ readonly [key: string]: unknown }} Node
 *
 * @typedef {object} Input
 * @property {string} id
 * @property {string} label a toggle is labelled by its own title
 * @property {string} type
 * @property {readonly { title: string, value: string }[]} choices
 * @property {boolean} several more than one choice may be taken
 * @property {string} value drawn with the card
 * @property {boolean} required
 *
 * @typedef {object} Button
 * @property {string} title
 * @property {string} verb
 * @property {object} data
 * @property {boolean} sendsInputs
 */

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const words = (value) => (typeof value === "string" ? value : "");
/** @param {unknown} value @returns {Node[]} */
const listOf = (value) => (Array.isArray(value) ? value.filter(isNode) : []);

/** Every object of a card in reading order, without what only the bot reads. @param {unknown} value @returns {Generator<Node>} */
function* nodes(value) {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one);
  if (!isNode(value)) return;
  yield value;
  for (const [key, inner] of Object.entries(value)) if (key !== "data") yield* nodes(inner);
}

/** What a client shows of Markdown with escaped signs. @param {string} text */
const shown = (text) => text.replace(/\\([\\`*_[\]#>+.)-])/g, "$1").replace(/&lt;/g, "<");

/** @param {Node} node @returns {string[]} */
function linesOf(node) {
  if (node.type === "TextBlock" || node.type === "TextRun") return [words(node.text)];
  if (node.type === "FactSet")
    return listOf(node.facts).map((fact) => `${words(fact.title)}: ${words(fact.value)}`);
  return words(node.type).startsWith("Input.") ? [words(node.label)] : [];
}

/** What can be read on a card, a line for every piece. @param {unknown} card */
export const textOf = (card) =>
  [...nodes(card)]
    .flatMap(linesOf)
    .filter((line) => line !== "")
    .map(shown)
    .join("\n");

/** Sentences that are drawn to be noticed. @param {unknown} card */
export const warningsOf = (card) =>
  [...nodes(card)]
    .filter((node) => node.type === "TextBlock" && node.color === "Attention")
    .map((node) => shown(words(node.text)));

/** @param {unknown} card @returns {Input[]} */
export const inputsOf = (card) =>
  [...nodes(card)]
    .filter((node) => words(node.type).startsWith("Input."))
    .map((node) => ({
      id: words(node.id),
      label: words(node.label) || words(node.title),
      type: words(node.type),
      choices: listOf(node.choices).map((one) => ({ title: words(one.title), value: words(one.value) })),
      several: node.isMultiSelect === true,
      value: node.value === undefined ? "" : String(node.value),
      required: node.isRequired === true,
    }));

/** @param {unknown} card @returns {Button[]} */
export const buttonsOf = (card) =>
  [...nodes(card)]
    .filter((node) => node.type === "Action.Execute")
    .map((node) => ({
      title: words(node.title),
      verb: words(node.verb),
      data: isNode(node.data) ? node.data : {},
      sendsInputs: node.associatedInputs !== "none",
    }));

/** Words, or a pattern for a title that names something. @typedef {string | RegExp} Reading */

/** @param {string} text @param {Reading} reading */
export const reads = (text, reading) => (typeof reading === "string" ? text === reading : reading.test(text));

/** @param {unknown} card @param {Reading} title */
export const buttonOn = (card, title) => buttonsOf(card).find((button) => reads(button.title, title));

/** @param {unknown} card @param {string} name id or label */
export const inputOn = (card, name) =>
  inputsOf(card).find((input) => input.id === name) ?? inputsOf(card).find((input) => input.label === name);

/** @typedef {string | readonly string[]} Entry what is put into an input; choices by title or value */

/** @param {readonly string[]} all */
const listed = (all) => all.map((one) => `„${one}“`).join(", ");

/** @param {Input} input @param {Entry} entry @returns {string} what the client sends */
function entered(input, entry) {
  const wanted = typeof entry === "string" ? [entry] : entry;
  if (input.type !== "Input.ChoiceSet") return wanted.join("\n");
  const values = wanted.map((one) => {
    const found = input.choices.find(({ title, value }) => title === one || value === one);
    if (!found)
      throw new Error(`„${input.label}“: ${listed([one])} / ${listed(input.choices.map((c) => c.title))}`);
    return found.value;
  });
  return values.join(",");
}

/**
 * All inputs of a card as a client sends them: what was entered, else what was drawn with the card.
 * @param {unknown} card
 * @param {Readonly<Record<string, Entry>>} entries by id or label
 * @returns {Record<string, string>}
 * @throws for an entry without an input, and for a required input left empty, which a client would not send
 */
export function valuesOf(card, entries) {
  const inputs = inputsOf(card);
  const values = Object.fromEntries(
    inputs.map((input) => [input.id, input.type === "Input.Toggle" ? input.value || "false" : input.value]),
  );
  for (const [name, entry] of Object.entries(entries)) {
    const input = inputOn(card, name);
    if (!input) throw new Error(`${listed([name])} / ${listed(inputs.map((one) => one.label))}`);
    values[input.id] = entered(input, entry);
  }
  const empty = inputs.find((input) => input.required && !values[input.id]?.trim());
  if (empty) throw new Error(`„${empty.label}“ ist leer`);
  return values;
}
