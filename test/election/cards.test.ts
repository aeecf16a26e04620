/** Every card of an election: marked in a trial, labelled, small, never refreshed, and names shown as text. */
import { describe, expect, it } from "vitest";
import {
  ballotCard,
  castCard,
  endedCard,
  paperCard,
  reminderCard,
  reviewCard,
} from "../../src/election/ballot.cards.ts";
import { PENDING_LENGTH } from "../../src/election/box.ts";
import { formCard, noneCard, openedCard, planCard, runningCard } from "../../src/election/cards.ts";
import { proofCard, resultCard, sealedCard } from "../../src/election/result.cards.ts";
import { endings } from "../../src/election/result.texts.ts";
import { TRIAL } from "../../src/election/round.texts.ts";
import { sealOf } from "../../src/election/seal.ts";
import type { EndReason, StoredResult, StoredRound } from "../../src/election/stored.ts";
import { sha256 } from "../../src/system/hash.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const name = { electionId: "00000000-0000-4000-8000-000000000001", round: 1 };
const candidates = [TRICK, ...Array.from({ length: 19 }, (_, at) => `${"Ä".repeat(78)}${at + 10}`)];
const parties = Array.from({ length: 36 }, (_, at) => ({ key: `party-${at}`, name: `Gemeinde ${at}` }));
const { commitments, voters, root } = sealOf(
  name,
  parties.map(({ key }) => sha256(key)),
  parties.map(({ key }) => key),
);
const seal = { commitments: [...commitments], voters: [...voters], root };
const result: StoredResult = {
  ...{ outcome: "elected", reason: null, winner: TRICK, present: 36, needed: 19, entitled: 36 },
  tally: [
    [TRICK, 20],
    ["enthaltung", 15],
    ["ungueltig", 1],
  ],
  choices: parties.map(() => "Gemeinde"),
};
const round: StoredRound = {
  ...{ name, electionState: "voting", current: 1, stage: "first", phase: "voting", candidates },
  ...{ entitled: 36, quorum: 18, opensAt: 0, closesAt: 86_400_000, closedEarly: false },
  ...{ turnout: 3, turnoutAt: 0, sealedAt: null, seal: null, result: null },
};
const over: StoredRound = { ...round, phase: "closed", sealedAt: 1, seal, result };
const entered = { parties: ["party-1"], others: TRICK, closesOn: "2026-03-02", closesAt: "18:00" };
const planned = { candidates, closesAt: 0, entitled: 36, held: 3, quorum: 18 };
const view = (
  next: "open-paper" | "has-voted" | "other-holder" | "nothing" | "closing",
  personal = true,
) => ({
  ...{ running: { round, next }, last: null, mayStart: false, mayClose: true, personal },
});
const review = { round, party: "p", choice: TRICK, receipt: "0123-4567-89ab", token: "0".repeat(32) };
const nameOf = (key: string) => `Gemeinde ${key}`;

const cards: [string, (trial: boolean) => Card][] = [
  ["form", (trial) => formCard(trial, { actionId: "a", entered, parties, problem: "Problem." })],
  ["plan", (trial) => planCard(trial, "a", entered, planned)],
  ["status", (trial) => runningCard(trial, view("open-paper"), round)],
  ["status in a channel", (trial) => runningCard(trial, view("nothing", false), round)],
  ["nothing runs", (trial) => noneCard(trial, true)],
  ["opened", (trial) => openedCard(trial, round)],
  ["ballot message", (trial) => ballotCard(trial, round, TRICK)],
  ["reminder", (trial) => reminderCard(trial, round, TRICK, "day")],
  ["paper", (trial) => paperCard(trial, { round: { ...round, entitled: 6 }, party: "p" }, TRICK)],
  ["review", (trial) => reviewCard(trial, { ...review, pending: "A".repeat(PENDING_LENGTH) }, TRICK)],
  ["confirmation", (trial) => castCard(trial, { round, receipt: review.receipt })],
  ["ended", endedCard],
  ["seal", (trial) => sealedCard(trial, over, seal, nameOf)],
  ["result", (trial) => resultCard(trial, over, result, { none: true, start: true })],
  ["recount", (trial) => proofCard(trial, over, nameOf)],
  ["recount, everything", (trial) => proofCard(trial, over, nameOf, true)],
];

describe.each(cards)("the card %s", (_, draw) => {
  const card = draw(false);

  it("has labelled inputs, one primary action, different titles, no refresh, and is small", () => {
    for (const { label, node } of inputsOf(card)) {
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(actions.every(({ type }) => type === "Action.Execute")).toBe(true);
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    expect(card).not.toHaveProperty("refresh");
    const json = JSON.stringify(card);
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
    expect(json.match(/"TextBlock"/g)?.length ?? 0).toBe(json.match(/"wrap":true/g)?.length ?? 0);
  });

  it("shows names as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|\*\*fett|<at>/);
  });

  it("says in a trial, and only then, that nothing is real", () => {
    expect(textOf(draw(true)).startsWith(TRIAL)).toBe(true);
    expect(JSON.stringify(card)).not.toContain(TRIAL);
  });
});

describe("the result", () => {
  const words = (bent: Partial<StoredResult>, names = ["Kandern", "Wieden"]) =>
    textOf(resultCard(false, { ...over, candidates: names }, { ...result, winner: "Kandern", ...bent }));

  it("counts in lines, those without a vote too", () => {
    const tally: StoredResult["tally"] = [
      ["Kandern", 19],
      ["enthaltung", 17],
    ];
    const shown = words({ tally });
    for (const line of [
      "Kandern: 19 von 36 Stimmen",
      "Wieden: 0 von 36",
      "Enthaltungen: 17 von 36",
      "Ungültig: 0",
    ])
      expect(shown).toContain(line);
    expect(shown).toContain("Nötig waren 19 Stimmen.");
  });

  it("of few ballots says who is elected and no numbers but the turnout", () => {
    const shown = words({ tally: null, choices: null, present: 4, needed: 3 });
    expect(shown).toContain("Gewählt ist: Kandern.");
    expect(shown).toContain("weniger als fünf");
    expect(shown).not.toContain("von 4 Stimmen");
  });

  it.each(Object.keys(endings) as EndReason[])("without somebody elected says why: %s", (reason) => {
    const shown = words({ winner: null, reason, outcome: "not-elected" });
    expect(shown).toContain(endings[reason]);
    expect(shown).not.toContain("Gewählt ist:");
  });
});
