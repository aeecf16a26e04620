/** Whatever people write about a record, or in its title, is only words on the cards that bring people together. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT, type Exchange } from "../../src/exchange/exchange.ts";
import { heardCard, objectedCard, yoursCard } from "../../src/exchange/message/cards.ts";
import { movedCard } from "../../src/exchange/move/move.cards.ts";
import { nearCard } from "../../src/exchange/near.cards.ts";
import { usageCard } from "../../src/exchange/overview/overview.cards.ts";
import { besideOf, type ExperienceView } from "../../src/exchange/together/beside.cards.ts";
import { bundleCard, bundleNotice, bundlesCard } from "../../src/exchange/together/bundle.cards.ts";
import { experienceNotice, pageCard } from "../../src/exchange/together/experience.cards.ts";
import { matchCard } from "../../src/exchange/together/match.cards.ts";
import { cardOf } from "../../src/turn/elements.ts";
import type { Card } from "../../src/turn/reply.ts";
import { hostile } from "../support/hostile.ts";
import { markupIn } from "../support/shown.ts";
import { exchange, NOON } from "./records.ts";

/** Forms and imports make one line of names and titles. */
const line = hostile.map((text) => text.replace(/\s+/g, " ").trim());
const source = { key: "c|1", link: "javascript:alert(1)", at: NOON, authorKey: null };
const records: fc.Arbitrary<Exchange> = fc
  .record({ title: line, text: hostile, product: line, name: line, author: line })
  .map(({ name, author, ...said }) =>
    exchange({
      ...said,
      recordedBy: { id: "m-1", name },
      source: { ...source, author: { id: "m-2", name: author } },
      group: { id: "g-1", name },
    }),
  );

/** `written` is an experience, `name` an organisation. */
type Said = {
  readonly one: Exchange;
  readonly other: Exchange;
  readonly written: string;
  readonly name: string;
};
const all: fc.Arbitrary<Said> = fc.record({ one: records, other: records, written: hostile, name: line });

const experienceOf = ({ one, written, name }: Said): ExperienceView => ({
  experience: {
    ...{ id: "e-1", exchange: one.id, by: one.recordedBy, organisation: "zell", text: written },
    ...{ effort: "high", benefit: null, createdAt: NOON, changedAt: NOON },
  } as ExperienceView["experience"],
  organisation: name,
  rights: { edit: true, remove: true },
});
const bundleOf = ({ one, other }: Said) => ({
  hint: { subject: "product:x", raisedAt: NOON, doneAt: null },
  standing: {
    ...{ name: one.title, uses: ["a"], offers: ["b"], notCounted: ["c"], restricted: true },
    interested: ["d", "e", "f"].map((organisation) => ({ organisation, since: NOON })),
    records: [one, other].map(({ id, title }) => ({ id, title })),
  },
});

const cards: readonly (readonly [string, (said: Said) => Card])[] = [
  [
    "near records",
    ({ one, other, name }) =>
      nearCard({
        ...{ near: [one, other], organisationName: () => name, action: "a" },
        entered: { draft: EMPTY_DRAFT } as unknown as Parameters<typeof nearCard>[0]["entered"],
      }),
  ],
  [
    "what stands beside a record",
    (said) => {
      const marks = [{ kind: "uses", organisation: "zell" }];
      const { below, actions } = besideOf({
        ...{ exchange: said.one, experiences: [experienceOf(said)], reader: "kandern", action: "a" },
        ...{ organisationName: () => said.name, marks },
      } as unknown as Parameters<typeof besideOf>[0]);
      return cardOf("Daneben", below, [...actions]);
    },
  ],
  [
    "experiences",
    (said) => pageCard({ exchange: said.one, views: [experienceOf(said)], from: 0, all: 9, before: null }),
  ],
  ["news of an experience", (said) => experienceNotice(said.one, experienceOf(said))],
  [
    "match",
    ({ one, other, name }) =>
      matchCard({
        ...{ need: one, offer: { ...other, offer: "offers" }, side: "need" },
        organisationName: () => name,
      }),
  ],
  ["news of a common need", (said) => bundleNotice(bundleOf(said))],
  ["common needs", (said) => bundlesCard([bundleOf(said)], 0)],
  ["common need", (said) => bundleCard(bundleOf(said), () => said.name)],
  ["move", ({ one }) => movedCard(one)],
  ["news to the author", ({ one, name }) => yoursCard({ exchange: one, organisation: name, mayEdit: false })],
  ["objection", ({ one }) => objectedCard({ exchange: one })],
  ["news of an objection", ({ one }) => heardCard({ exchange: one })],
  [
    "use of products",
    ({ one, other, name }) =>
      usageCard({
        products: [one, other].map(({ title }, at) => ({
          ...{ key: `${at}`, name: title },
          uses: [{ organisation: "zell", stage: "inUse" as const, at: NOON, record: "x" }],
        })),
        ...{ wanted: other.title, from: 0, personal: true, label: () => name },
      }),
  ],
];

describe.each(cards)("the card of %s", (_, draw) => {
  it("makes neither markup nor mentions of what people wrote, and hides nothing in it", () => {
    fc.assert(
      fc.property(all, (said) => {
        expect(markupIn(draw(said))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
