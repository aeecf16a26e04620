// @ts-check
// Notes which handler ran. The metrics merge the routes of elections, and count a turn also when its data was refused
// before any handler saw it.

/** @typedef {readonly import("../../src/turn/route.ts").Routes[]} AllRoutes */
/** @typedef {Record<string, any>} Loose */

/** @param {AllRoutes} routes changed in place: each entry tells when it runs */
export function watchRoutes(routes) {
  /** @type {string[]} */
  let handled = [];
  /** @type {{ name: string, match: (typed: string) => unknown }[]} */
  const texts = [];
  /** @type {string[]} */
  const names = [];

  /** @param {string} kind @param {string} name @param {Loose} entry @param {string} method @param {(result: unknown, ran: () => void) => unknown} wrap */
  function watch(kind, name, entry, method, wrap) {
    const label = `${kind} ${name}`;
    if (!names.includes(label)) names.push(label);
    const plain = entry[method];
    const ran = () => void handled.push(label);
    entry[method] = (/** @type {unknown[]} */ ...args) => wrap(plain(...args), ran);
  }

  const atOnce = (/** @type {unknown} */ result, /** @type {() => void} */ ran) => {
    // A card action answers nothing when the data does not have its shape.
    if (result !== undefined) ran();
    return result;
  };
  const later = (/** @type {any} */ answer, /** @type {() => void} */ ran) =>
    answer &&
    ((/** @type {unknown} */ turn) => {
      ran();
      return answer(turn);
    });

  for (const one of routes) {
    for (const text of one.texts) {
      texts.push({ name: text.name, match: text.match });
      watch("text", text.name, text, "match", later);
    }
    for (const action of one.actions) watch("verb", action.verb, action, "handle", atOnce);
    for (const search of one.searches ?? []) watch("search", search.name, search, "search", atOnce);
    for (const dialog of one.dialogs ?? []) watch("dialog", dialog.command, dialog, "open", atOnce);
  }

  return {
    /** Everything there is, as `kind name`. */
    names: () => names,
    /** @param {string} typed @returns {string | null} the first command that takes it, as the bot decides */
    commandOf: (typed) => texts.find((one) => one.match(typed))?.name ?? null,
    /** What ran since this was asked last. */
    taken: () => {
      const ran = handled;
      handled = [];
      return ran;
    },
  };
}
