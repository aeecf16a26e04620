// @ts-check
// Makes out of something well-formed something that is not: a field gone, of another type, huge, deep, or forged.
import { nasty } from "./words.mjs";

/** @typedef {import("../chaos/random.mjs").Chance} Chance */
/** @typedef {{ [key: string]: any }} Loose */

/** @param {unknown} value @returns {value is Loose} */
const isHolder = (value) => typeof value === "object" && value !== null;

/** @param {number} depth */
function deep(depth) {
  /** @type {unknown} */
  let value = "unten";
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

/** @param {Chance} chance @returns {unknown} */
export const anything = (chance) =>
  chance.pick([
    () => chance.pick(nasty),
    () => chance.pick(nasty),
    () => chance.pick([0, -1, 1, 1.5, -0, 1e308, 2 ** 53, -(2 ** 31), 4_294_967_296, 1e-7]),
    () => chance.pick([null, true, false, [], {}, [[]], [null], { length: -1 }, [1, 2, 3], [{}]]),
    () => JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}'),
    () => JSON.parse('{"toString":"x","valueOf":1,"then":"y","toJSON":"z"}'),
    () => deep(chance.pick([3, 30, 300])),
    () => Array.from({ length: chance.pick([2, 100, 2_000]) }, (_, at) => at),
    () => Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, at])),
  ])();

/** All places in something: holder and key. @param {Loose} root @returns {[Loose, string][]} */
function placesIn(root) {
  /** @type {[Loose, string][]} */
  const places = [];
  /** @type {Loose[]} */
  const open = [root];
  while (open.length > 0 && places.length < 400) {
    const holder = open.shift() ?? {};
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      if (isHolder(holder[key])) open.push(holder[key]);
    }
  }
  return places;
}

/** @param {unknown} value @param {Chance} chance @returns {unknown} the same of another type */
const retyped = (value, chance) => {
  if (typeof value === "string") return chance.pick([[value], { value }, Number(value) || 7, value === ""]);
  if (typeof value === "number") return chance.pick([String(value), [value], value + 0.5, -value, null]);
  if (Array.isArray(value)) return chance.pick([{ ...value }, value[0], JSON.stringify(value)]);
  return chance.pick([JSON.stringify(value), [value], null]);
};

/** @type {readonly ((holder: Loose, key: string, chance: Chance) => void)[]} */
const changes = [
  (holder, key) => void delete holder[key],
  (holder, key, chance) => set(holder, key, anything(chance)),
  (holder, key, chance) => set(holder, key, anything(chance)),
  (holder, key, chance) => set(holder, key, retyped(holder[key], chance)),
  (holder, key, chance) => set(holder, key, chance.pick(nasty)),
  (holder, key, chance) => set(holder, key, `${JSON.stringify(holder[key])}${chance.pick(nasty)}`),
  (holder, _, chance) =>
    set(holder, chance.pick(["__proto__", "constructor", "", "0", "verb"]), anything(chance)),
  (holder, key) => set(holder, key.toUpperCase(), holder[key]),
];

/** As own property, also where the name is one of the language's. @param {Loose} holder @param {string} key @param {unknown} value */
const set = (holder, key, value) =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

/**
 * A changed copy.
 * @template {Loose} T
 * @param {T} value plain JSON
 * @param {Chance} chance
 * @param {number} [times]
 * @returns {T}
 */
export function mutated(value, chance, times = 1) {
  const copy = JSON.parse(JSON.stringify(value));
  for (let at = 0; at < times; at += 1) {
    const places = placesIn(copy);
    if (places.length === 0) return copy;
    const [holder, key] = chance.pick(places);
    chance.pick(changes)(holder, key, chance);
  }
  return copy;
}
