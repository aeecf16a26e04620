// @ts-check
/**
 * @typedef {{ id: string, mutatorName: string, replacement?: string, status: string,
 *   location: { start: { line: number, column: number }, end: { line: number, column: number } } }} Mutant
 * @typedef {{ files: Readonly<Record<string, { source: string, mutants: readonly Mutant[] }>> }} Report
 */

const NOTICED = new Set(["Killed", "Timeout"]);
const COUNTED = new Set([...NOTICED, "Survived", "NoCoverage"]);

/** @param {readonly Mutant[]} mutants */
function tally(mutants) {
  const counted = mutants.filter(({ status }) => COUNTED.has(status));
  const noticed = counted.filter(({ status }) => NOTICED.has(status)).length;
  const uncovered = counted.filter(({ status }) => status === "NoCoverage").length;
  const score = counted.length === 0 ? 100 : (100 * noticed) / counted.length;
  return { mutants: counted.length, noticed, uncovered, score };
}

/** Score of each file and of all. @param {Report} report */
export function tallyOf({ files }) {
  const each = Object.entries(files).map(([file, { mutants }]) => ({ file, ...tally(mutants) }));
  return { each, all: tally(Object.values(files).flatMap(({ mutants }) => mutants)) };
}

/** One line of source, from column to the end of the mutated part. @param {string} source @param {Mutant} mutant */
function was(source, { location: { start, end } }) {
  const line = source.split("\n")[start.line - 1] ?? "";
  const part =
    start.line === end.line
      ? line.slice(start.column - 1, end.column - 1)
      : `${line.slice(start.column - 1)} …`;
  return part.trim().slice(0, 160);
}

/** What no test noticed, readable: file:line, what it was, what it became. @param {Report} report */
export function survivorsOf({ files }) {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map((mutant) => {
        const became = (mutant.replacement ?? "").replace(/\s+/g, " ").slice(0, 160);
        const mark = mutant.status === "NoCoverage" ? "nicht erreicht" : "unbemerkt";
        return `${file}:${mutant.location.start.line} [${mark}] ${mutant.mutatorName}: ${was(source, mutant)}  =>  ${became}`;
      }),
  );
}
