/** Cards about all records at once: people's words stay words, buttons differ, pages hold together. */
import { describe, expect, it } from "vitest";
import { activityOf } from "../../src/exchange/overview/activity.ts";
import { faultsCard, needsPage, previewCard } from "../../src/exchange/overview/import.cards.ts";
import {
  activityCard,
  linksCard,
  PRODUCTS_SHOWN,
  usageCard,
} from "../../src/exchange/overview/overview.cards.ts";
import { quarterLine } from "../../src/exchange/overview/page.ts";
import { usageOf } from "../../src/exchange/overview/usage.ts";
import { actionsOf, textOf } from "../support/card.ts";
import { NOON } from "./records.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const label = (key: string) => key;
const said = (product: string, organisation = "Kandern", record = "x") => ({
  ...{ product, organisation, record, stage: "inUse" as const, at: NOON },
});
const many = usageOf(Array.from({ length: 14 }, (_, at) => said(`Produkt ${String(at).padStart(2, "0")}`)));
const view = { products: many, wanted: "", from: 0, personal: true, label };
const titles = (card: Parameters<typeof actionsOf>[0]) => actionsOf(card).map(({ title }) => title);

describe("who uses what, as a card", () => {
  it("is paged, and every page leads on and back", () => {
    expect(textOf(usageCard(view))).toContain(`Produkte 1 bis ${PRODUCTS_SHOWN} von 14.`);
    expect(titles(usageCard(view))).toEqual(["Weitere Produkte", "Als Seite"]);
    expect(titles(usageCard({ ...view, from: 6 }))).toEqual([
      "Vorige Produkte",
      "Weitere Produkte",
      "Als Seite",
    ]);
    expect(titles(usageCard({ ...view, from: 12, personal: false }))).toEqual(["Vorige Produkte"]);
    const all = [0, 6, 12].map((from) => textOf(usageCard({ ...view, from }))).join();
    for (const { name } of many) expect(all).toContain(name);
  });

  it("offers the records of a single product, each by its organisation", () => {
    const uses = ["A", "B", "C", "D", "E"].map((name) => said("AktoDoc", name, `x-${name}`));
    const card = usageCard({ ...view, products: usageOf(uses), wanted: "akto" });
    expect(titles(card)).toEqual(["Beitrag: A", "Beitrag: B", "Beitrag: C", "Beitrag: D", "Als Seite"]);
  });

  it("says so when there is nothing, with what to do", () => {
    expect(textOf(usageCard({ ...view, products: [] }))).toContain("Mit „festhalten Produkt: …“");
    expect(textOf(usageCard({ ...view, products: [], wanted: TRICK }))).toContain(
      "Schreiben Sie „wer nutzt was“",
    );
  });
});

describe("activity, as a card", () => {
  it("stands in bars and in words, without colour", () => {
    const happened = [1, 2, 3].map(() => ({ kind: "process" as const, at: NOON, group: TRICK }));
    const activity = activityOf(
      [...happened, { kind: null, at: NOON - 100 * 86_400_000, group: null }],
      NOON,
    );
    const text = textOf(activityCard(activity, true));
    for (const one of activity.quarters) expect(text).toContain(quarterLine(one));
    expect(text).toContain("██████████████ 3");
    expect(text).toContain("░░░░░░░░░░░░░░ 0");
    expect(JSON.stringify(activityCard(activity, true))).not.toContain('"color"');
  });

  it("of nothing draws nothing", () => {
    const card = activityCard(activityOf([], NOON), true);
    expect(textOf(card)).toContain("wurde nichts festgehalten");
    expect(titles(card)).toEqual([]);
  });
});

describe("what people wrote", () => {
  const file = { id: "f", fileName: TRICK, rows: [] };
  const faults = [1, 2, 3, 4, 5, 6].map((line) => ({
    line,
    faults: [{ kind: "field" as const, field: "Art", said: TRICK }],
  }));
  const taken = { created: 1, changed: 0, unchanged: 0, deleted: [] };
  const cards = [
    usageCard({ ...view, products: usageOf([said(TRICK, TRICK)]), wanted: TRICK }),
    usageCard({ ...view, products: [], wanted: TRICK }),
    activityCard(activityOf([{ kind: "process", at: NOON, group: TRICK }], NOON), true),
    previewCard({ ...file, faults: [] }, taken, [TRICK]),
    faultsCard({ ...file, faults }, "https://x/1"),
  ];

  it.each(cards)("is nowhere markup: card %#", (card) => {
    // The fallback is plain text.
    const { fallbackText: _, ...shown } = card;
    const blocks: string[] = [];
    JSON.stringify(shown, (key, value) => {
      if (key === "text") blocks.push(value);
      return value;
    });
    expect(blocks.join("\n")).not.toMatch(/\[Klick\]\(|\*\*fett\*\*|<at>/);
    const all = titles(card);
    expect(new Set(all).size).toBe(all.length);
  });

  it("needs a page only when the card does not hold all faults", () => {
    expect(needsPage({ ...file, faults })).toBe(true);
    expect(needsPage({ ...file, faults: faults.slice(0, 5) })).toBe(false);
    expect(titles(previewCard({ ...file, faults: [] }, { ...taken, created: 0 }, []))).toEqual([]);
  });
});

describe("links", () => {
  it("can be taken back where they are given", () => {
    const links = { page: "http://p", csv: "http://c", markdown: "http://m", json: "http://j" };
    expect(titles(linksCard(links, "page"))).toEqual(["Seite öffnen", "Links zurücknehmen"]);
    expect(titles(linksCard(links, "files"))).toEqual(["CSV", "Markdown", "JSON", "Links zurücknehmen"]);
  });
});
