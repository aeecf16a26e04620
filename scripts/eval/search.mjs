// @ts-check
// `npm run eval -- search`: how well records are found. Without --file the searches of the project count, and a floor
// holds. Score: nDCG of the first ten with grades 0 to 3 (gain 2^grade - 1, discount log2 of the place + 1).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { look } from "../../dist/exchange/find/look.js";
import { shippedPreparation } from "../../dist/exchange/find/preparation.js";
import { unpack } from "../../dist/exchange/find/prepared.js";
import { SUBJECT } from "../../dist/exchange/find/rank.js";
import { createDirectory } from "../../dist/forum/directory.js";
import { shippedOrganisations } from "../../dist/forum/organisations.js";
import { fold } from "../../dist/search/fold.js";
import { createInverted } from "../../dist/search/inverted.js";
import { createVocabulary } from "../../dist/search/vocabulary.js";
import { Fault, sentences, tableOf } from "./texts.mjs";

const suite = join(import.meta.dirname, "..", "..", "test", "exchange", "searches");
/** What the searches of the project must reach; raised when they become better. */
export const FLOOR = 0.9;
const FIRST = 10;

/** @type {Record<string, string>} */
const kinds = { prozess: "process", produkt: "product", service: "service" };
/** @type {Record<string, string>} */
const stages = { idee: "idea", erprobung: "trial", "im-einsatz": "inUse", beendet: "ended" };
/** @type {Record<string, string>} */
const offers = { sucht: "seeks", bietet: "offers" };

/** @param {string} path @returns {any[]} */
function linesIn(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Fault(sentences.unreadable(path));
  }
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw new Fault(sentences.badLine(path, at + 1));
    }
  });
}

/** @param {readonly any[]} records */
function known(records) {
  const preparation = shippedPreparation();
  const index = createInverted();
  for (const { externalId, kind, stage, offer, party, group, binding, recordedAt, ...said } of records) {
    const content = { ...said, product: said.product ?? null };
    const { words, subjects } = unpack(preparation.prepare(content).packed);
    const tokens = new Map(words);
    for (const [subject, strength] of subjects) tokens.set(SUBJECT + subject, strength);
    index.put(externalId, tokens, {
      ...{ kind: kinds[kind], stage: stages[stage], offer: offers[offer] ?? null, organisation: party },
      ...{ groupId: group, visibility: "forum", decided: binding === "beschlossen" },
      recordedAt: Date.parse(recordedAt),
    });
  }
  const vocabulary = createVocabulary([...index.tokens()].filter((token) => !token.startsWith(SUBJECT)));
  const groups = [...new Set(records.map(({ group }) => group))];
  const names = {
    organisations: createDirectory(shippedOrganisations()).names,
    groups: groups.map((name) => ({ key: name, names: [fold(name)] })),
    today: new Date().toISOString().slice(0, 10),
  };
  const scope = { now: Date.now(), names, seen: /** @type {const} */ ("all"), group: null };
  /** @param {any} query @returns {readonly string[]} */
  return ({ query, filters: { kind, stage, party, group, since } = {} }) => {
    const filters = {
      ...(kind ? { kind: kinds[kind] } : {}),
      ...(stage ? { stage: stages[stage] } : {}),
      ...(party ? { party } : {}),
      ...(group ? { group } : {}),
      ...(since ? { since: Date.parse(since) } : {}),
    };
    const { scored } = look(
      /** @type {any} */ ({ index, vocabulary }),
      { words: query, filters },
      scope,
      preparation,
    );
    return scored.slice(0, FIRST).map(({ id }) => id);
  };
}

/** @param {Record<string, number>} relevant @param {readonly string[]} found */
export function ndcg(relevant, found) {
  /** @param {readonly number[]} grades */
  const gain = (grades) =>
    grades.slice(0, FIRST).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const best = gain(Object.values(relevant).sort((a, b) => b - a));
  return best === 0 ? 0 : gain(found.map((id) => relevant[id] ?? 0)) / best;
}

/** @param {readonly number[]} all */
const mean = (all) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

/** @param {string | undefined} file @param {string | undefined} records */
function setsOf(file, records) {
  if (file !== undefined && records !== undefined) return [{ file, records }];
  return readdirSync(suite)
    .filter((name) => name.endsWith("-queries.jsonl"))
    .sort()
    .map((name) => ({ file: join(suite, name), records: join(suite, name.replace("queries", "records")) }));
}

/** @param {readonly string[]} args @returns {number} the exit code */
export function evalSearch(args) {
  /** @param {string} name */
  const after = (name) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? "") : undefined);
  const [file, records] = [after("--file"), after("--records")];
  if ((file === undefined) !== (records === undefined)) throw new Fault(sentences.usage);
  const marks = setsOf(file, records).flatMap((set) => {
    const search = known(linesIn(set.records));
    return linesIn(set.file).map((query) => {
      const found = search(query);
      return { query, found, score: ndcg(query.relevant, found) };
    });
  });
  const styles = [...new Set(marks.map(({ query }) => query.style))].sort();
  /** @param {string} name @param {typeof marks} some */
  const row = (name, some) => [name, String(some.length), mean(some.map(({ score }) => score)).toFixed(3)];
  console.log(
    tableOf([
      [sentences.style, sentences.searches, "nDCG@10"],
      ...styles.map((style) =>
        row(
          style,
          marks.filter(({ query }) => query.style === style),
        ),
      ),
      row(sentences.all, marks),
    ]),
  );
  if (args.includes("--misses"))
    for (const { query, found, score } of marks.filter((one) => one.score < 0.5))
      console.log(
        `${sentences.misses}: ${query.id} ${score.toFixed(2)} ${query.query} → ${found.slice(0, 3).join(" ")}`,
      );
  const all = mean(marks.map(({ score }) => score));
  console.log(JSON.stringify({ name: "search", searches: marks.length, ndcg: Number(all.toFixed(4)) }));
  if (file !== undefined || all >= FLOOR) return 0;
  console.error(sentences.below("nDCG@10", all, FLOOR));
  return 1;
}
