// @ts-check
// Old syntax on purpose: this runs on any Node, also on those it turns away.

const lowest = [20, 19, 0];

/**
 * The sentence for a Node that is too old, or undefined if it is new enough.
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined}
 */
export function nodeVersionFault(version) {
  const parts = version.split(".").map(Number);
  for (let i = 0; i < lowest.length; i += 1) {
    const have = parts[i] || 0;
    const need = lowest[i] || 0;
    if (have > need) return undefined;
    if (have < need) {
      return `Forumsbote braucht Node.js ${lowest.join(".")} oder neuer, hier läuft ${version}. Bitte installieren Sie eine neuere Version von nodejs.org.`;
    }
  }
  return undefined;
}
