// @ts-check
// Which licences a dependency may have. Pure.

/**
 * Names of SPDX whose terms a public body can keep without asking anybody: permissive ones, those with a
 * copyleft of single files, and the EUPL itself. "BSD" alone is an old name of one of the BSD licences.
 */
export const ALLOWED = new Set([
  ...["0BSD", "AFL-2.1", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0"],
  ...["EUPL-1.2", "ISC", "MIT", "MPL-2.0", "PSF-2.0", "Python-2.0", "Unlicense", "WTFPL", "Zlib"],
]);

/**
 * Whether the terms can be kept: of alternatives one, of what holds together all. A licence with an exception
 * ("WITH") and everything that cannot be read is not allowed.
 * @param {string} expression as SPDX writes it, in any case
 * @param {ReadonlySet<string>} [allowed]
 */
export function isAllowed(expression, allowed = ALLOWED) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  /** @param {string} word */
  const comes = (word) => words[at]?.toUpperCase() === word;

  /** @returns {boolean} */
  function single() {
    const word = words[at++] ?? "";
    if (word !== "(") return allowed.has(word);
    const inside = either();
    const closed = comes(")");
    at += 1;
    return inside && closed;
  }
  /** @returns {boolean} */
  function all() {
    let fine = single();
    while (comes("AND")) {
      at += 1;
      fine = single() && fine;
    }
    return fine;
  }
  /** @returns {boolean} */
  function either() {
    let fine = all();
    while (comes("OR")) {
      at += 1;
      fine = all() || fine;
    }
    return fine;
  }
  const fine = either();
  return fine && at === words.length;
}

/**
 * What a package says of itself, also in the old ways of writing it; empty if it says nothing.
 * @param {{ license?: unknown, licenses?: unknown }} about
 * @returns {string}
 */
export function licenceOf({ license, licenses }) {
  const one = license ?? licenses;
  if (typeof one === "string") return one.trim();
  if (Array.isArray(one)) {
    const all = one.map((each) => licenceOf({ license: each })).filter((each) => each !== "");
    return all.length > 1 ? `(${all.join(" OR ")})` : (all[0] ?? "");
  }
  const type = /** @type {{ type?: unknown } | null | undefined} */ (one)?.type;
  return typeof type === "string" ? type.trim() : "";
}

/** @typedef {{ name: string, version: string, licence: string }} Dependency */
/** @typedef {{ licence: string, why: string }} Judged */

/**
 * Splits the dependencies into those that are fine and those somebody has to look at.
 * @param {readonly Dependency[]} dependencies
 * @param {Readonly<Record<string, Judged>>} judged read by a person: by name and version, what holds and why
 */
export function judge(dependencies, judged) {
  /** @param {Dependency} one */
  const known = ({ name, version, licence }) => judged[`${name}@${version}`]?.licence === licence;
  const open = dependencies.filter((one) => !isAllowed(one.licence) && !known(one));
  const needed = new Set(
    dependencies
      .filter((one) => known(one) && !isAllowed(one.licence))
      .map(({ name, version }) => `${name}@${version}`),
  );
  return { open, unused: Object.keys(judged).filter((name) => !needed.has(name)) };
}
