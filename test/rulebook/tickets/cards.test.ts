import { describe, expect, it } from "vitest";
import {
  plainAnswer,
  ratedCard,
  ratingButtons,
  ratingsCard,
  whyCard,
} from "../../../src/rulebook/feedback/cards.ts";
import {
  foundCard,
  historyCard,
  knowCard,
  savedCard,
  withdrawCard,
} from "../../../src/rulebook/information/cards.ts";
import { informationForm } from "../../../src/rulebook/information/form.cards.ts";
import { draftOf, LIMITS } from "../../../src/rulebook/information/information.ts";
import {
  askedCard,
  closeCard,
  ownCard,
  passedOnCard,
  questionsCard,
} from "../../../src/rulebook/tickets/cards.ts";
import type { Ticket } from "../../../src/rulebook/tickets/ticket.ts";
import { answerCard, closedCard, withdrawnCard } from "../../../src/rulebook/tickets/told.cards.ts";
import type { Card } from "../../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../../support/card.ts";
import { complaintsAbout } from "../../support/card-linter.ts";
import { NOON, turnOf } from "./office.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at> # laut";
const long = (sign: string, length: number) => sign.repeat(Math.floor(length / sign.length));

function world(words: (length: number) => string) {
  const ticket: Ticket = {
    ...{ id: "t-1", number: 12, question: words(2_000), reason: "rated", answered: words(4_000) },
    ...{ state: "open", askedById: "m", conversationId: "a:mia", threadId: null, askedAt: NOON },
    ...{ takenById: null, settledAt: null, closedReason: words(500), informationId: null },
  };
  const information = {
    ...{ id: "i-1", corrects: "c-1", questions: [words(300), ...Array(10).fill(words(200))] },
    ...{ answer: words(600), basis: words(300), givenOn: "2026-11-21", givenAt: NOON, givenById: "m" },
    ...{ endedAt: NOON, endedById: "m", supersededById: null },
  };
  const card = { id: "c-1", section: "Absatz 6", document: "Willensbekundung", answer: words(600) };
  const shown = { answerId: "a-1", question: words(2_000), answer: words(3_000), sources: ["c-1", "c-2"] };
  const rating = {
    ...shown,
    helpful: false,
    why: "wrong" as const,
    comment: words(500),
    memberId: "m",
    at: NOON,
  };
  return { ticket, information, card, shown, rating };
}

function drawn(words: (length: number) => string): [string, Card][] {
  const { ticket, information, card, shown, rating } = world(words);
  const one = { page: 2, pages: 3 };
  const version = { ...information, givenBy: words(100), endedBy: words(100) };
  const group = { head: ticket, others: Array(30).fill(ticket) };
  const taken = { head: { ...ticket, number: 13, state: "taken" as const, takenById: "m" }, others: [] };
  const about = {
    name: words(150),
    says: words(600),
    correct: { verb: "rules.inform", data: { card: "c-1" } },
  };
  const ratings = { source: "c-1", ratings: Array(9).fill(rating), about };
  const numbered = [1, 2, 3, 4].map((number) => ({ ...group, head: { ...ticket, number } }));
  const listed = { total: 15, actionId: "a", me: "m", takenBy: () => words(100), problem: "Problem." };
  const own = { ticket: { ...ticket, closedReason: null }, answer: information };
  const getCard = () => card;
  const form = { title: "Neue Auskunft", save: "Speichern", verb: "rules.answer", data: { actionId: "a" } };
  return [
    ["passed on", passedOnCard({ ...ticket, shared: true }, turnOf("mia").place)],
    ["new question", askedCard(ticket, "a")],
    ["open questions", questionsCard({ ...one, items: [...numbered, taken], ...listed })],
    ["own questions", ownCard({ ...one, items: Array(3).fill(own) })],
    ["no own questions", ownCard({ items: [], page: 1, pages: 1 })],
    ["closing", closeCard(ticket, "a")],
    ["answer", answerCard(ticket, information)],
    ["closed", closedCard(ticket)],
    ["withdrawn", withdrawnCard(ticket)],
    ["knowledge", knowCard({ ...one, items: Array(5).fill(information), cards: 1234, total: 15, getCard })],
    [
      "what was found",
      foundCard({
        words: words(100),
        entries: Array(3).fill(information),
        found: Array(3).fill(card),
        more: true,
        getCard,
      }),
    ],
    ["saved", savedCard(information, ["Gespeichert."])],
    ["withdrawal", withdrawCard(information, "a")],
    ["history", historyCard("i-1", { ...one, items: Array(4).fill(version) })],
    [
      "form",
      informationForm({
        ...form,
        draft: draftOf(information),
        problems: ["Problem."],
        cards: Array.from({ length: 6 }, (_, at) => ({ ...card, id: `c-${at}`, section: `Absatz ${at}` })),
      }),
    ],
    ["rated", ratedCard(plainAnswer(words(1_200)), ["Danke."])],
    ["what was wrong", whyCard(plainAnswer(words(1_200)), shown, "a")],
    ["rateable", { ...plainAnswer(words(1_200)), actions: [...ratingButtons(shown)] }],
    ["bad ratings", ratingsCard({ ...one, items: Array(3).fill(ratings), total: 9 })],
  ];
}

describe("cards of passed-on questions, information and ratings", () => {
  it.each(["a", "ä", "€", "😀", "*", "<", '"', "\\", "\n."])("stay small when full of %j", (sign) => {
    for (const [name, card] of drawn((length) => long(sign, length)))
      expect([name, Buffer.byteLength(JSON.stringify(card)) < 20_000]).toEqual([name, true]);
  });

  it.each(drawn((length) => TRICK.slice(0, length)))("%s: shows what people wrote as text", (_, card) => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|(^|[^\\])\*\*fett|<at>/);
  });

  it.each(drawn((length) => long("Wort ", length)))(
    "%s: labels, one primary action, titles that differ, version 1.5, wrapping text",
    (_, card) => {
      for (const { id, label, node } of inputsOf(card)) {
        expect(id).toMatch(/^[a-z][A-Za-z]*$/);
        expect(label).not.toBe("");
        expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
      }
      const actions = actionsOf(card);
      expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
      expect(complaintsAbout(card)).toEqual([]);
      expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
      expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
      const json = JSON.stringify(card);
      expect(json).not.toContain("ColumnSet");
      expect(json.match(/"type":"TextBlock"(?![^{}]*"wrap":true)/g) ?? []).toEqual([]);
    },
  );

  it("keep a form as long as it can be filled", () => {
    const { information } = world((length) => long("x", length));
    const card = informationForm({
      ...{ title: "T", save: "S", verb: "v", data: {}, draft: draftOf(information), problems: [], cards: [] },
    });
    const values = inputsOf(card).map(({ node }) => String(node.value).length);
    expect(values).toEqual([LIMITS.heading, 10 * 200 + 9, LIMITS.answer, LIMITS.basis]);
  });
});
