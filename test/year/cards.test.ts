/** Every card of the yearly round: labelled inputs, one primary action, small, no markup from people. */
import { describe, expect, it } from "vitest";
import type { Card } from "../../src/turn/reply.ts";
import {
  askTellCard,
  chairCard,
  quarterCard,
  renewalCard,
  renewedCard,
  toldCard,
} from "../../src/year/cards.ts";
import { digestCard } from "../../src/year/digest/cards.ts";
import {
  leaveFormCard,
  leaveReviewCard,
  leftCard,
  notedCard,
  partiesCard,
  withdrawnCard,
} from "../../src/year/leave/cards.ts";
import { returnedCard, returnFormCard, returnReviewCard } from "../../src/year/leave/return.cards.ts";
import { problems as returning } from "../../src/year/leave/return.texts.ts";
import { problems } from "../../src/year/leave/texts.ts";
import { chooseCard, chosenCard } from "../../src/year/optout/cards.ts";
import { TOPICS } from "../../src/year/optout/topics.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const quarter = { year: 2026, quarter: 3 } as const;
const parties = Array.from({ length: 36 }, (_, n) => `Gemeinde am Rande des Waldes ${n}`);
const renewal = {
  year: 2026,
  parties: [...parties, TRICK],
  leaving: [{ name: TRICK, lastDay: "2026-12-31" }],
};
const nameOf = (key: string) => (key === "trick" ? TRICK : `Gemeinde ${key}`);
const leaves = ["a", "b", "c", "d", "e", "trick"].map((party) => ({
  ...{ party, lastDay: "2026-12-31" },
  recordedAt: 1,
}));
const view = {
  parties: [...parties, "a", "b", "trick"],
  leaving: leaves,
  left: leaves.slice(2).map((one) => ({ ...one, lastDay: "2024-12-31" })),
};
const inElections = (["candidate", "officer", "scrutineer"] as const).map((part) => ({ part, name: TRICK }));
const draft = { party: "a", lastDay: "2026-12-31" };
const term = { electionId: "w", lastDay: "2026-03-01", name: TRICK };
const record = { title: TRICK, organisation: "trick" };

const cards: [string, Card][] = [
  ...(["info", "alarm", "escalation"] as const).flatMap((check): [string, Card][] => [
    [`${check} for the coordinator`, quarterCard(quarter, check, true)],
    [`${check} for the chair`, quarterCard(quarter, check, false)],
  ]),
  ["expired chair", chairCard(term)],
  ["no chair", chairCard(null)],
  ...(["coordinator", "chair", "party"] as const).map((reader): [string, Card] => [
    `renewal for ${reader}`,
    renewalCard({ ...renewal, reader }),
  ]),
  ["renewed", renewedCard(renewal)],
  ["asking to tell", askTellCard({ actionId: "a", year: 2026, people: 30, empty: parties })],
  ["told", toldCard(30)],
  ["parties", partiesCard({ actionId: "a", view, nameOf, year: 2026 })],
  ["leave form", leaveFormCard({ actionId: "a", view, nameOf, draft, problem: problems.dayOver })],
  [
    "leave review",
    leaveReviewCard(
      "a",
      { ...draft, party: "trick", warnings: ["notYearEnd", "nextYear"], inElections },
      nameOf,
    ),
  ],
  [
    "return form",
    returnFormCard({ actionId: "a", left: view.left, nameOf, party: "", problem: returning.partyMissing }),
  ],
  ["return review", returnReviewCard("a", { party: "trick", lastDay: "2024-12-31", recordedAt: 1 }, nameOf)],
  ["returned", returnedCard(TRICK, true, 36)],
  ["noted", notedCard(TRICK, "2026-12-31")],
  ["withdrawn", withdrawnCard(TRICK)],
  ["left", leftCard(TRICK, "2026-12-31", 35)],
  ["left, with a part in elections", leftCard(TRICK, "2026-12-31", 35, inElections)],
  ["noted, with a part in elections", notedCard(TRICK, "2026-12-31", inElections)],
  ["messages", chooseCard({ actionId: "a", off: ["digest"], coordinator: true })],
  ["messages chosen", chosenCard({ off: TOPICS })],
  [
    "digest",
    digestCard({
      digest: {
        quarter,
        records: Array(30).fill({ group: TRICK, count: 9, newest: Array(5).fill(record) }),
        decisions: Array(20).fill({ number: 1, title: TRICK, state: "accepted", group: TRICK }),
        elections: [{ office: "chair", state: "elected", winner: TRICK }],
        questions: { count: 3, onAgenda: [TRICK] },
        dates: { held: ["2026-08-19T09:00"], coming: ["2026-11-18T09:00"] },
      },
      nameOf,
      personal: true,
    }),
  ],
];

describe.each(cards)("the card %s", (name, card) => {
  it("has labelled inputs, unique titles, one primary action and at most six buttons", () => {
    for (const { label, node } of inputsOf(card)) {
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.length).toBeLessThanOrEqual(6);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
  });

  it("is version 1.5 with a fallback, one column, small, and wraps its text", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(json).not.toContain("ColumnSet");
    expect(Buffer.byteLength(json)).toBeLessThan(name === "digest" ? 25_000 : 16_000);
    expect(json.match(/"TextBlock"/g)?.length ?? 0).toBe(
      json.match(/"type":"TextBlock"(?=[^{}]*"wrap":true)/g)?.length ?? 0,
    );
  });

  it("shows what people wrote as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|\*\*fett|<at>/);
  });
});
