/** Cards with the links of the minutes and for scrutineers. */
import { describe, expect, it } from "vitest";
import {
  confirmCard,
  minutesButtons,
  minutesLinksCard,
  openingCard,
} from "../../src/election/minutes/minutes.cards.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";
import { countedIds } from "../support/ids.ts";

const URL = `https://bot.example/seiten/${"0123456789abcdef".repeat(4)}`;
const ROOT = "ab".repeat(32);
const name = { electionId: "wahl-1", round: 2 };
const view = {
  id: "wahl-1",
  title: "Wahl: Vorsitz des Forums",
  page: URL,
  json: URL,
  text: URL,
  recount: URL,
  toCheck: [],
};
const toCheck = [
  { round: 1, root: ROOT },
  { round: 2, root: ROOT },
];
const fetched = { url: URL, root: ROOT, until: Date.UTC(2026, 2, 3, 11) };
const cards = [
  ["for a delegate", minutesLinksCard(false, view, countedIds())],
  ["for a scrutineer", minutesLinksCard(true, { ...view, recount: null, toCheck }, countedIds())],
  ["with the opening file", openingCard(false, name, fetched)],
  ["to confirm", confirmCard(true, name, ROOT)],
] as const;

describe.each(cards)("the card %s", (_, card) => {
  it("is small, wraps, speaks, and its buttons can be told apart", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(json.match(/"type":"TextBlock"(?![^{}]*"wrap":true)/g) ?? []).toEqual([]);
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
    expect(inputsOf(card)).toEqual([]);
    const actions = actionsOf(card);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
  });
});

describe("the cards of the minutes", () => {
  it("link what there is, for 24 hours, and offer the check to scrutineers only", () => {
    const [, card] = cards[0];
    expect(textOf(card)).toContain(`[Niederschrift ansehen](${URL})`);
    expect(textOf(card)).toContain("gelten 24 Stunden");
    expect(actionsOf(card)).toEqual([]);
    const [, checks] = cards[1];
    expect(textOf(checks)).not.toContain("ohne Internet");
    expect(textOf(checks)).toContain("Probebetrieb – keine echte Wahl");
    const data = actionsOf(checks).map(({ node }) => node.data as { round: number; actionId?: string });
    expect(data.map(({ round }) => round)).toEqual([1, 1, 2, 2]);
    expect(new Set(data.map(({ actionId }) => actionId)).size).toBe(3);
  });

  it("say what to compare before anybody confirms, and warn of showing the file", () => {
    expect(textOf(cards[2][1])).toContain("Zeigen Sie die Datei niemandem.");
    expect(textOf(cards[2][1])).toContain("Der Link gilt bis 03.03.2026, 12:00 Uhr.");
    for (const [, card] of cards.slice(2)) expect(textOf(card)).toContain(ROOT);
  });

  it("show the title of a motion as text", () => {
    const title = "Abstimmung: [Klick](https://boese.example) **fett** <at>Alle</at>";
    const card = minutesLinksCard(false, { ...view, title }, countedIds());
    expect(textOf(card)).not.toMatch(/Klick\]\(|\*\*fett|<at>/);
  });

  it("have one way in, for any card", () => {
    expect(minutesButtons("wahl-1")).toMatchObject([
      {
        type: "Action.Execute",
        verb: "election.minutes",
        data: { election: "wahl-1" },
        associatedInputs: "none",
      },
    ]);
  });
});
