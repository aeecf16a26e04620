// @ts-check
// Reads what comes from a file, which may be anything, into values of a known shape.

/** The file is not what it should be; `sentence` says where. */
export class NotReadable extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.sentence = sentence;
  }
}

/**
 * @template T
 * @typedef {(value: unknown, path: string) => T} Reader
 */

/** @param {string} path @param {string} wanted @returns {never} */
function notReadable(path, wanted) {
  throw new NotReadable(`Die Angabe „${path}“ fehlt oder ist falsch. Hier muss ${wanted} stehen.`);
}

/** @type {Reader<string>} */
export const text = (value, path) => (typeof value === "string" ? value : notReadable(path, "ein Text"));

/** Names and choices count in Unicode NFC. @type {Reader<string>} */
export const name = (value, path) => text(value, path).normalize("NFC");

/** @type {Reader<number>} */
export const count = (value, path) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0
    ? value
    : notReadable(path, "eine ganze Zahl ab 0");

/** @type {Reader<boolean>} */
export const yesNo = (value, path) =>
  typeof value === "boolean" ? value : notReadable(path, "true oder false");

/** An instant. @type {Reader<number>} milliseconds since 1970, UTC */
export const instant = (value, path) => {
  const at = Date.parse(text(value, path));
  return Number.isFinite(at) ? at : notReadable(path, "ein Zeitpunkt");
};

/** @template {string} T @param {readonly T[]} known @returns {Reader<T>} */
export const oneOf = (known) => (value, path) =>
  known.find((one) => one === value) ?? notReadable(path, `eines von ${known.join(", ")}`);

/** What is missing counts as null. @template T @param {Reader<T>} reader @returns {Reader<T | null>} */
export const orNull = (reader) => (value, path) =>
  value === null || value === undefined ? null : reader(value, path);

/** @template T @param {Reader<T>} reader @returns {Reader<readonly T[]>} */
export const list = (reader) => (value, path) =>
  Array.isArray(value)
    ? value.map((one, at) => reader(one, `${path}[${at}]`))
    : notReadable(path, "eine Liste");

/** @param {unknown} value @param {string} path @returns {readonly [string, unknown][]} */
function entriesOf(value, path) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) notReadable(path, "ein Objekt");
  return Object.entries(value);
}

/**
 * An object whose keys are data. Names that are the same in NFC stand once or not at all.
 * @template T @param {Reader<T>} reader @returns {Reader<ReadonlyMap<string, T>>}
 */
export const mapOf = (reader) => (value, path) => {
  /** @type {Map<string, T>} */
  const read = new Map();
  for (const [key, one] of entriesOf(value, path)) {
    const known = key.normalize("NFC");
    if (read.has(known)) notReadable(`${path}.${key}`, "jeder Name nur einmal");
    read.set(known, reader(one, `${path}.${key}`));
  }
  return read;
};

/**
 * An object with these keys; others are not looked at.
 * @template {Record<string, Reader<unknown>>} S
 * @param {S} shape
 * @returns {Reader<{ readonly [K in keyof S]: ReturnType<S[K]> }>}
 */
export const object = (shape) => (value, path) => {
  const given = new Map(entriesOf(value, path));
  const prefix = path === "" ? "" : `${path}.`;
  const read = Object.entries(shape).map(([key, reader]) => [key, reader(given.get(key), `${prefix}${key}`)]);
  return /** @type {{ readonly [K in keyof S]: ReturnType<S[K]> }} */ (Object.fromEntries(read));
};
