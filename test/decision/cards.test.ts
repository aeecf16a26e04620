/** Every card of decisions: labelled inputs, one primary action, small, no markup from people, readable without colour. */
import { describe, expect, it } from "vitest";
import { castCard, decisionCard, secrecyCard } from "../../src/decision/cards.ts";
import type { Decision, DecisionResult } from "../../src/decision/decision.ts";
import { LIMITS } from "../../src/decision/draft.ts";
import { cancelCard, formCard, reviewCard } from "../../src/decision/form.cards.ts";
import { listCard } from "../../src/decision/list.cards.ts";
import { problems } from "../../src/decision/refusal.texts.ts";
import {
  ballotCard,
  draftCard,
  endedCard,
  openedCard,
  reminderCard,
  resultCard,
  secretCard,
} from "../../src/decision/told.cards.ts";
import type { DecisionView, NextStep } from "../../src/decision/view.service.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";
import { CLOSES, draft, NOON, OPENS } from "./hall.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const BIG = draft({ title: "ä".repeat(LIMITS.title), text: "ä".repeat(LIMITS.text) });
const nameOf = (party: string) => `Gemeinde ${party}`;
const parties = Array.from({ length: 36 }, (_, n) => `gemeinde-${n}`);

const result: DecisionResult = {
  tally: { ja: 20, nein: 10, enthaltung: 6 },
  votes: parties.map((party, at) => ({ party, choice: at < 20 ? "ja" : at < 30 ? "nein" : "enthaltung" })),
  ...{ present: 36, entitled: 36, quorum: 18, closedEarly: true },
};
const decision = (part: Partial<Decision> = {}): Decision => ({
  ...{
    id: "d-1",
    number: 7,
    title: TRICK,
    text: `${TRICK}\n- eins\n# zwei`,
    group: { id: "g", name: TRICK },
  },
  ...{
    secret: false,
    way: "vote",
    majority: "two-thirds-electorate",
    state: "voting",
    quorum: 18,
    entitled: 36,
  },
  ...{ createdById: "m", createdAt: NOON, opensAt: OPENS, closesAt: CLOSES, settledAt: null },
  ...{ reason: null, cancelReason: null, result: null, electionId: null },
  ...part,
});
const accepted = decision({ state: "accepted", settledAt: CLOSES, result });
const cancelled = decision({
  state: "cancelled",
  settledAt: CLOSES,
  reason: "cancelled",
  cancelReason: TRICK,
});

const view = (part: Partial<DecisionView> = {}): DecisionView => ({
  ...{ decision: decision(), next: "vote", party: "binzen", own: null, voted: 3, personal: true },
  ...{ mayAskSecret: false, mayOpen: false, mayClose: true, mayCancel: true },
  ...part,
});
const checked = {
  plan: { ...decision(), ...draft() },
  group: null,
  quorum: 18,
  entitled: 36,
  opensAt: OPENS,
};
const plan = { ...BIG, way: "vote", majority: "simple", secret: true, closesAt: CLOSES } as const;
const review = { ...checked, plan, actionId: "a", draft: BIG };
const NEXT: NextStep[] = ["vote", "change", "colleague", "otherHolder", "noSeat", "box", "ended"];

const cards: [string, Card][] = [
  [
    "form with all problems",
    formCard({ actionId: "a", draft: BIG, problems: Object.values(problems), group: null }),
  ],
  [
    "form of a group",
    formCard({ actionId: "a", draft: draft(), problems: [], group: { id: "g", name: TRICK } }),
  ],
  ["review", reviewCard(review)],
  ["review, only at once", reviewCard({ ...review, opensAt: null, group: { id: "g", name: TRICK } })],
  ["review of a circulation", reviewCard({ ...review, plan: { ...plan, way: "umlauf", secret: false } })],
  ["cancelling", cancelCard({ decision: decision(), entered: TRICK, problem: "Problem." })],
  ...NEXT.map((next): [string, Card] => [`decision, next ${next}`, decisionCard(view({ next }), nameOf)]),
  [
    "draft",
    decisionCard(
      view({
        decision: decision({ state: "draft" }),
        next: "draft",
        mayAskSecret: true,
        mayOpen: true,
        voted: null,
      }),
      nameOf,
    ),
  ],
  ["own vote", decisionCard(view({ next: "change", own: "nein" }), nameOf)],
  ["in a channel", decisionCard(view({ next: "change", personal: false }), nameOf)],
  [
    "accepted",
    decisionCard(
      view({ decision: accepted, next: "ended", voted: null, mayClose: false, mayCancel: false }),
      nameOf,
    ),
  ],
  [
    "vote taken",
    castCard({ decision: decision(), party: TRICK, choice: "ja", changed: false }, (name) => name),
  ],
  [
    "vote changed too late",
    castCard({ decision: accepted, party: "binzen", choice: "ja", changed: true }, nameOf),
  ],
  ["secret", secrecyCard(decision(), "secret")],
  ["secrecy noted", secrecyCard(decision(), "noted")],
  ["told draft", draftCard(decision({ state: "draft" }), true)],
  ["told draft, no secrecy", draftCard(decision({ state: "draft", way: "umlauf" }), true)],
  ["told secret", secretCard(decision())],
  ["told opened", openedCard(decision(), false)],
  ["told opened, secret", openedCard(decision({ secret: true }), true)],
  ["ballot", ballotCard(decision(), TRICK)],
  ["ballot of a circulation", ballotCard(decision({ way: "umlauf" }), "Binzen")],
  ["reminder", reminderCard(decision(), "Binzen", "day")],
  ["told accepted", resultCard(accepted, nameOf)],
  ["told cancelled", resultCard(cancelled, nameOf)],
  [
    "told hidden",
    resultCard({ ...accepted, result: { ...result, tally: null, votes: null, present: 4 } }, nameOf),
  ],
  ["ended", endedCard(accepted)],
  [
    "list",
    listCard({
      title: `Abstimmungen zu: ${TRICK}`,
      sentences: ["Satz."],
      hits: [accepted, cancelled, decision()].map((one, number) => ({ ...one, number })),
    }),
  ],
];

describe.each(cards)("the card %s", (_, card) => {
  it("has labelled inputs with error messages where required, unique titles and one primary action", () => {
    for (const { id, label, node } of inputsOf(card)) {
      expect(id).toMatch(/^[a-z][A-Za-z]*$/);
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(actions.every(({ type }) => type === "Action.Execute")).toBe(true);
    expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6);
  });

  it("is version 1.5 with a fallback, one column, small, and wraps its text", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(json).not.toContain("ColumnSet");
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
    expect(json.match(/"type":"TextBlock"(?![^{}]*"wrap":true)/g) ?? []).toEqual([]);
    expect(card).not.toHaveProperty("refresh");
  });

  it("shows what people wrote as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|\*\*fett|<at>|^# zwei|^- eins/m);
  });
});

describe("what is on the cards", () => {
  const shownAs = (part: Partial<DecisionView>) => decisionCard(view(part), nameOf);
  const titles = (card: Card) => actionsOf(card).map(({ title }) => title);

  it("votes are given in the personal chat only, and no choice stands out", () => {
    const buttons = ["Ja", "Nein", "Enthaltung"];
    expect(titles(shownAs({}))).toEqual(expect.arrayContaining(buttons));
    expect(actionsOf(shownAs({})).some(({ node }) => node.style)).toBe(false);
    for (const part of [
      { personal: false },
      { next: "colleague" },
      { next: "box" },
      { next: "noSeat" },
    ] as const)
      expect(titles(shownAs(part)).filter((title) => buttons.includes(title))).toEqual([]);
    expect(titles(ballotCard(decision({ way: "umlauf" }), "x"))).toEqual(["Einverstanden", "Widerspruch"]);
  });

  it("while it runs nobody sees a vote of another party", () => {
    expect(textOf(shownAs({ next: "colleague" }))).not.toMatch(/Ja:|Nein:/);
    expect(textOf(shownAs({ next: "change", personal: false }))).not.toContain("hat abgestimmt: ");
  });

  it("the result stands first, with numbers, bars and the parties by their vote", () => {
    const lines = textOf(resultCard(accepted, nameOf)).split("\n");
    expect(lines.slice(1, 5)).toEqual(["Der Antrag ist angenommen.", "Ja: 20", "Nein: 10", "Enthaltung: 6"]);
    expect(lines.filter((line) => line.startsWith("**"))).toHaveLength(3);
    expect(lines.join()).toContain("nicht bindend für das Forum");
  });

  it("the rule says where it comes from, and what a tie does", () => {
    const text = textOf(reviewCard(review));
    for (const part of [
      "mindestens 18 von 36",
      "Bei Gleichstand",
      "Enthaltungen zählen nur",
      "nicht in der Willensbekundung",
    ])
      expect(text).toContain(part);
    const umlauf = textOf(reviewCard({ ...review, plan: { ...plan, way: "umlauf", secret: false } }));
    for (const part of [
      "einfacher Art",
      "Wer schweigt, stimmt zu",
      "Widerspruch",
      "nicht in der Willensbekundung",
    ])
      expect(umlauf).toContain(part);
    expect(umlauf).not.toContain("geheime Abstimmung");
  });

  it("every problem and every reason has a sentence of its own", () => {
    expect(new Set(Object.values(problems)).size).toBe(Object.keys(problems).length);
  });
});
