/** Cards about what others say: small, labelled, and people's words stay words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordCard } from "../../../src/exchange/cards.ts";
import type { Exchange } from "../../../src/exchange/exchange.ts";
import { besideOf, type ExperienceView } from "../../../src/exchange/together/beside.cards.ts";
import { bundleCard, bundleNotice, bundlesCard } from "../../../src/exchange/together/bundle.cards.ts";
import type { Bundle } from "../../../src/exchange/together/bundle.service.ts";
import {
  experienceForm,
  experienceNotice,
  pageCard,
  sureCard,
} from "../../../src/exchange/together/experience.cards.ts";
import { LONGEST_EXPERIENCE, pageOf } from "../../../src/exchange/together/experience.ts";
import { matchCard } from "../../../src/exchange/together/match.cards.ts";
import type { Card } from "../../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../../support/card.ts";
import { complaintsAbout } from "../../support/card-linter.ts";
import { hostile } from "../../support/hostile.ts";
import { markupIn } from "../../support/shown.ts";
import { exchange, NOON } from "../records.ts";

type Said = { readonly one: Exchange; readonly text: string; readonly name: string };

const viewOf = ({ text, name }: Said, at = 0): ExperienceView => ({
  experience: {
    ...{ id: `e-${at}`, exchange: "x-1", by: { id: "m-1", name }, organisation: "kandern", text },
    ...{ effort: "low" as const, benefit: "high" as const, createdAt: NOON, changedAt: NOON + 1 },
  },
  organisation: name,
  rights: { edit: true, remove: true },
});

const viewsOf = (said: Said) => [0, 1, 2, 3].map((at) => viewOf(said, at));

function whole(said: Said): Card {
  const by = { id: "m-1", name: said.name };
  const beside = besideOf({
    exchange: said.one,
    marks: [
      { kind: "uses", organisation: "a", by, at: 1 },
      { kind: "interested", organisation: "b", by, at: 1 },
    ],
    experiences: viewsOf(said),
    reader: "zell",
    organisationName: () => said.name,
    action: "action",
    words: "w".repeat(200),
  });
  const view = { exchange: said.one, organisation: said.name, mayEdit: true };
  return recordCard(view, { ...beside, words: "w".repeat(200), remark: `Vermerkt: ${said.name}` });
}

function bundleOf({ one, name }: Said, doneAt: number | null = null): Bundle {
  const parties = Array.from({ length: 36 }, (_, at) => ({ organisation: `${name}${at}`, since: at }));
  return {
    hint: { subject: "product:x", raisedAt: NOON, doneAt },
    standing: {
      name: one.product ?? one.title,
      interested: parties,
      ...{ notCounted: [name], uses: [name], offers: [name], restricted: true },
      records: [one, one, one, one],
    },
  };
}

const cards: readonly (readonly [string, (said: Said) => Card])[] = [
  ["record with all that is said", whole],
  [
    "form",
    ({ one, text }) =>
      experienceForm({
        ...{ exchange: one, action: "a", problems: ["Problem."] },
        draft: { text, effort: "low", benefit: "" },
        editing: { experience: "e", seen: NOON },
      }),
  ],
  ["question before deleting", (said) => sureCard(said.one, viewOf(said))],
  [
    "page of experiences",
    (said) => {
      const views = viewsOf(said);
      const some = pageOf(
        views.map(({ experience }) => experience),
        0,
      ).length;
      return pageCard({ exchange: said.one, views: views.slice(0, some), from: 0, all: 9, before: 0 });
    },
  ],
  ["message about an experience", (said) => experienceNotice(said.one, viewOf(said))],
  [
    "message about a match",
    ({ one, name }) =>
      matchCard({
        ...{ need: { ...one, offer: "seeks" }, offer: one, side: "need" },
        organisationName: () => name,
      }),
  ],
  ["message about a common need", (said) => bundleNotice(bundleOf(said))],
  [
    "list of common needs",
    (said) =>
      bundlesCard(
        [...Array(7)].map((_, at) => bundleOf(said, at || null)),
        1,
      ),
  ],
  ["common need", (said) => bundleCard(bundleOf(said), (key) => key, true)],
];

describe.each(cards)("the card of a %s", (_, draw) => {
  const usual: Said = { one: exchange({ product: "AktoDoc" }), text: "Es ging gut.", name: "Zell" };

  it("has labels on its inputs, one primary action at most, and titles that differ", () => {
    const card = draw(usual);
    for (const { label, id } of inputsOf(card)) expect([label, id].every((one) => one !== "")).toBe(true);
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    expect((card.actions ?? []).length).toBeLessThanOrEqual(6);
    expect(JSON.stringify(card)).not.toContain("ColumnSet");
  });

  it.each(["ä", "😀", "*", "<", '"', "\\", "\n"])("stays small with texts full of %j", (sign) => {
    const full = (units: number) => sign.repeat(units / sign.length);
    const one = exchange({ title: full(120), text: full(2000), product: full(80) });
    const card = draw({ one, text: full(LONGEST_EXPERIENCE), name: "Gemeinde mit langem Namen" });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(24_000);
  });

  it("makes neither markup nor mentions of what people wrote, and hides nothing in it", () => {
    const said = fc
      .record({ title: hostile, product: hostile, text: hostile, name: hostile })
      .map(({ title, product, text, name }) => ({ one: exchange({ title, product, text }), text, name }));
    fc.assert(
      fc.property(said, (all) => {
        expect(markupIn(draw(all))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("below a record", () => {
  it("stand the three newest experiences, and the rest is one press away", () => {
    const said = { one: exchange(), text: "Wort ".repeat(200), name: "Zell" };
    const titles = actionsOf(whole(said)).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Erfahrungen ganz lesen", "Weitere Erfahrungen"]));
    expect(textOf(whole(said)).match(/Aufwand: gering/g)).toHaveLength(3);
  });
});
