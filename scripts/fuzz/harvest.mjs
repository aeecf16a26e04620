// @ts-check
// Every button that the bot has drawn so far, as a client would send it: the real data from which stale, crossed and
// forged presses are made.

/**
 * @typedef {{ id: string, type: string, value: unknown, choices: readonly string[], several: boolean, on: string, off: string }} Input
 *
 * @typedef {object} Pressable
 * @property {string} verb
 * @property {Record<string, unknown>} data
 * @property {readonly Input[]} inputs
 * @property {number} view whose card it is: index of a person in a place
 * @property {string} replyToId
 * @property {boolean} dialog drawn in a dialog
 */

const KEPT = 12;

/** @param {unknown} value @returns {value is Record<string, any>} */
const isNode = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every object in something, without what buttons send back. @param {unknown} value @returns {Generator<Record<string, any>>} */
function* nodes(value) {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one);
  if (!isNode(value)) return;
  yield value;
  for (const [key, inner] of Object.entries(value)) if (key !== "data") yield* nodes(inner);
}

/** @param {Record<string, any>} node @returns {Input} */
const inputOf = (node) => ({
  id: String(node.id),
  type: String(node.type),
  value: node.value,
  choices: Array.isArray(node.choices) ? node.choices.map((one) => String(one?.value)) : [],
  several: node.isMultiSelect === true,
  on: String(node.valueOn ?? "true"),
  off: String(node.valueOff ?? "false"),
});

export function createHarvest() {
  /** @type {Map<string, Pressable[]>} */
  const byVerb = new Map();
  let count = 0;

  /** @param {Pressable} one */
  function keep(one) {
    count += 1;
    const kept = byVerb.get(one.verb) ?? [];
    // The oldest stay, for stale presses; of the others the newest.
    if (kept.length >= KEPT) kept.splice(2, 1);
    kept.push(one);
    byVerb.set(one.verb, kept);
  }

  /** @param {Record<string, any>} node @returns {{ verb: string, data: Record<string, unknown>, dialog: boolean } | undefined} */
  function buttonOf({ type, verb, data }) {
    const own = isNode(data) ? data : {};
    const dialog = type === "Action.Submit";
    const named = dialog ? own.verb : verb;
    if (typeof named !== "string" || (!dialog && type !== "Action.Execute")) return undefined;
    return { verb: named, data: own, dialog };
  }

  return {
    count: () => count,
    verbs: () => [...byVerb.keys()],
    /** @param {string} verb @returns {readonly Pressable[]} */
    of: (verb) => byVerb.get(verb) ?? [],
    /** Takes in an answer or a message. @param {unknown} body @param {number} view who sees it @param {string} replyToId */
    take(body, view, replyToId) {
      const all = [...nodes(body)];
      const inputs = all.filter((node) => String(node.type).startsWith("Input.")).map(inputOf);
      for (const node of all) {
        const button = buttonOf(node);
        const sent = node.associatedInputs === "none" ? [] : inputs;
        if (button) keep({ ...button, inputs: sent, view, replyToId });
      }
    },
  };
}

/** @typedef {ReturnType<typeof createHarvest>} Harvest */
