// @ts-check
// `npm run eval -- rules`: how good the answers about the rules are. Table to stdout, the last line is JSON.
// Without --file the questions of the project count, and a floor holds.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadRulebook } from "../../dist/rulebook/load.js";
import { refusals, sentencesOf } from "../../dist/rulebook/texts.js";
import { figures, mark } from "./score.mjs";
import { Fault, percent, sentences, tableOf } from "./texts.mjs";

/** @typedef {import("./score.mjs").Question} Question */
/** @typedef {import("./score.mjs").Mark} Mark */

const suite = join(import.meta.dirname, "..", "..", "test", "rulebook", "suite");
/** What the questions of the project must reach; raised when the answers become better. */
export const FLOOR = { grounded: 0.65, falseAnswers: 0.07 };
/** Question files from elsewhere name the papers by the number with which their file begins. */
const NUMBERED = [
  "Willensbekundung",
  "Kreistagsvorlage 005/2022",
  "Neustadt (Hessen), Kompetenzcenter",
  "Digitale Agenda",
  "Antrag der Freien Wähler",
];

/** @param {any} source @returns {readonly string[]} */
function titlesIn(source) {
  if (!Array.isArray(source)) return [];
  return source.flatMap((one) =>
    typeof one === "string" ? one : (one.title ?? NUMBERED[Number.parseInt(one.doc, 10)] ?? one.doc ?? []),
  );
}

/** @param {string} path @returns {Question[]} */
function questionsIn(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Fault(sentences.unreadable(path));
  }
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      const {
        id,
        question,
        style = "",
        answerable,
        facts = [],
        forbidden = [],
        source = [],
      } = JSON.parse(line);
      if (typeof id !== "string" || typeof question !== "string" || typeof answerable !== "boolean")
        throw new Error();
      return [{ id, question, style, answerable, facts, forbidden, source: titlesIn(source) }];
    } catch {
      throw new Fault(sentences.badLine(path, at + 1));
    }
  });
}

/** @param {ReturnType<typeof loadRulebook>["decide"]} decide @param {Question} question */
function markOf(decide, question) {
  const { answer } = decide(question.question);
  if (answer.kind === "abstained")
    return mark(question, { text: refusals[answer.reason], abstained: true, documents: [] });
  const documents = answer.citations.map(({ document }) => document);
  return mark(question, { text: sentencesOf(answer), abstained: false, documents });
}

/** @param {readonly Mark[]} marks */
function table(marks) {
  const styles = [...new Set(marks.map(({ question }) => question.style))].sort();
  const head = [
    "",
    "n",
    sentences.answerable,
    sentences.grounded,
    sentences.answered,
    sentences.falseAnswers,
    sentences.precision,
    sentences.cited,
  ];
  /** @param {string} name @param {readonly Mark[]} some */
  const row = (name, some) => {
    const { questions, answerable, grounded, answered, falseAnswers, precision, cited } = figures(some);
    return [
      name,
      questions,
      answerable,
      ...[grounded, answered, falseAnswers, precision, cited].map(percent),
    ].map(String);
  };
  const rows = [
    head,
    ...styles.map((style) =>
      row(
        style,
        marks.filter(({ question }) => question.style === style),
      ),
    ),
    row(sentences.all, marks),
  ];
  return tableOf(rows);
}

/** @param {readonly Mark[]} marks */
function faultsOf(marks) {
  const { grounded, falseAnswers } = figures(marks);
  return [
    ...(grounded !== null && grounded < FLOOR.grounded
      ? [sentences.below(sentences.grounded, grounded, FLOOR.grounded)]
      : []),
    ...(falseAnswers !== null && falseAnswers > FLOOR.falseAnswers
      ? [sentences.above(sentences.falseAnswers, falseAnswers, FLOOR.falseAnswers)]
      : []),
  ];
}

/** @param {readonly string[]} rest @returns {number} the exit code */
export function evalRules(rest) {
  const at = rest.indexOf("--file");
  const file = at < 0 ? undefined : rest[at + 1];
  const known = rest.filter((arg) => arg === "--misses" || arg === "--file" || arg === file);
  if (known.length !== rest.length || (at >= 0 && file === undefined)) throw new Fault(sentences.usage);
  const own = readdirSync(suite)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => join(suite, name));
  const questions = (file === undefined ? own.sort() : [file]).flatMap(questionsIn);
  const { decide } = loadRulebook();
  const marks = questions.map((one) => markOf(decide, one));
  console.log(table(marks));
  const missed = marks.filter(({ correct, cited, question }) => !correct || (question.answerable && !cited));
  if (rest.includes("--misses"))
    for (const { question, given } of missed)
      console.log(`\n${sentences.misses}: ${question.id} ${question.question}\n  ${given.text}`);
  console.log(JSON.stringify({ name: "rules", ...figures(marks) }));
  const faults = file === undefined ? faultsOf(marks) : [];
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}
