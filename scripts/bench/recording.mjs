// @ts-check
// What people type to record something: each record another one, so that none looks like an earlier one.
import { confirm } from "../../dist/exchange/texts.js";
import { syntheticRecords } from "./records.mjs";

const AMOUNT = 40_000;
const KINDS = { process: "Prozess", product: "Produkt", service: "Service" };

/** @type {ReturnType<typeof syntheticRecords> | undefined} */
let made;

/** The next one of many; they come round after 40,000. */
function next() {
  const record = made?.next();
  if (record && !record.done) return record.value;
  made = syntheticRecords(AMOUNT, ["kandern"], Date.now());
  const first = made.next();
  if (first.done) throw new Error("there are no records");
  return first.value;
}

/** @type {import("./turn.mjs").Kind} */
export const recording = {
  title: "festhalten",
  name: "turn.festhalten",
  text: (n) => {
    const { kind, title, text } = next();
    return `festhalten ${KINDS[kind]}: ${title} ${n} – ${text}`;
  },
  shows: confirm.recorded("|").split("|")[0] ?? "",
  records: true,
};
