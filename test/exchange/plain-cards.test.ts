/** Whatever people write in a record is only words on every card that shows it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmCard, deletedCard, noticeCard, recordCard } from "../../src/exchange/cards.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { hitsCard } from "../../src/exchange/find/hits.cards.ts";
import { binCard, historyCard, revertedCard } from "../../src/exchange/history/cards.ts";
import { entriesOf, type Version, versionOf } from "../../src/exchange/history/versions.ts";
import { invokeBody } from "../../src/teams/answer.ts";
import type { Card } from "../../src/turn/reply.ts";
import { digestCard } from "../../src/year/digest/cards.ts";
import { hostile } from "../support/hostile.ts";
import { markupIn } from "../support/shown.ts";
import { exchange, NOON } from "./records.ts";

const records: fc.Arbitrary<Exchange> = fc
  .record({
    title: hostile,
    text: hostile,
    product: hostile,
    tags: fc.array(hostile, { maxLength: 2 }),
    links: fc.array(fc.oneof(fc.webUrl(), hostile), { maxLength: 2 }),
    name: hostile,
    group: hostile,
  })
  .map(({ name, group, ...said }) =>
    exchange({ ...said, group: { id: "g-1", name: group }, recordedBy: { id: "m-1", name } }),
  );
const named = fc.tuple(records, hostile, records);

/** `organisation` stands for names from a list that others keep. */
type Draw = (one: Exchange, organisation: string, other: Exchange) => Card;
const view = (one: Exchange, organisation: string) => ({ exchange: one, organisation, mayEdit: true });

function historyOf(one: Exchange, organisation: string, other: Exchange): Card {
  const now: Version = { ...versionOf(one), revision: 2 };
  const before = { ...versionOf(other), revision: 1, placing: { organisation: "zell", group: null } };
  const earlier = [{ ...before, act: "changed" as const, by: other.recordedBy, at: NOON }];
  const steps = entriesOf(one, now, earlier).map((entry) => ({ ...entry, closed: false, revertible: true }));
  return historyCard({ exchange: one, steps, page: 1, pages: 1 }, { organisationName: () => organisation });
}

const cards: readonly (readonly [string, Draw])[] = [
  ["record", (one, organisation) => recordCard(view(one, organisation), { problem: "Problem." })],
  ["confirmation", (one, organisation) => confirmCard(view(one, organisation), "recorded")],
  ["deletion", (one, organisation) => deletedCard(view(one, organisation))],
  ["notice", (one, organisation) => noticeCard(view(one, organisation))],
  [
    "hits",
    (one, organisation, other) =>
      hitsCard({
        ...{ title: `Suche: ${other.title}`, sentences: [`Zu „${other.title}“ nichts.`] },
        ...{ hits: [{ exchange: one, why: other.title }, { exchange: other }], words: other.title },
        organisationName: () => organisation,
      }),
  ],
  ["history", historyOf],
  ["return to an earlier version", (one) => revertedCard(one)],
  [
    "bin",
    (one, organisation, other) => {
      const gone = { deletedAt: NOON, deletedBy: other.recordedBy, objected: true, restorable: true };
      const entries = [one, other].map((each) => ({ exchange: each, ...gone }));
      return binCard({ entries, page: 1, pages: 2, all: true }, { organisationName: () => organisation });
    },
  ],
  [
    "digest",
    (one, organisation, other) =>
      digestCard({
        nameOf: () => organisation,
        personal: true,
        digest: {
          quarter: { year: 2026, quarter: 1 },
          records: [{ group: other.title, count: 2, newest: [{ title: one.title, organisation: "x" }] }],
          ...{ decisions: [], elections: [], dates: { held: [], coming: [] } },
          questions: { count: 0, onAgenda: [] },
        },
      }),
  ],
];

describe.each(cards)("the card of a %s", (_, draw) => {
  it("makes neither markup nor mentions of what people wrote, and hides nothing in it", () => {
    fc.assert(
      fc.property(named, ([one, organisation, other]) => {
        expect(markupIn(draw(one, organisation, other))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the preview of a message extension", () => {
  it("holds no tag and no sign that nobody sees", () => {
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const hit = { title, text, card: noticeCard(view(exchange(), "Kandern")) };
        const body = invokeBody("composeExtension/query", [hit]) as {
          composeExtension: { attachments: { preview: { content: { title: string; text: string } } }[] };
        };
        const shown = body.composeExtension.attachments.map(({ preview: { content } }) => content);
        expect(shown).toHaveLength(1);
        expect(`${shown[0]?.title} ${shown[0]?.text}`).not.toMatch(/[<>\u200b\u202e\u2066\ufeff]/);
      }),
    );
  });
});
