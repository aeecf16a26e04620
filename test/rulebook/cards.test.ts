import { describe, expect, it } from "vitest";
import { answerCard } from "../../src/rulebook/cards.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";
import { createRecall } from "../../src/rulebook/recall.ts";
import { createAsk } from "../../src/rulebook/routes.ts";
import { plainText, refusals } from "../../src/rulebook/texts.ts";
import type { Turn } from "../../src/turn/turn.ts";

const { decide } = loadRulebook();
const turn: Turn = {
  now: 0,
  actor: { tenantId: "t", aadObjectId: "a", teamsUserId: "u", name: "Gast" },
  place: { kind: "personal", conversationId: "c", tenantId: "t", serviceUrl: "http://127.0.0.1", botId: "b" },
  member: null,
  coordinator: false,
  activityId: "1",
};
const textsOf = (question: string): string[] =>
  (answerCard({ answer: decide(question).answer }).body ?? []).map((one) =>
    (one as { text: string }).text.replaceAll("\\", ""),
  );

describe("the card of an answer", () => {
  it("numbers the citation with document, section, date and kind", () => {
    expect(textsOf("Trifft sich das Forum jeden Monat?")).toEqual([
      "Auskunft zu den Regeln",
      "Nein. Die Verwaltungsspitzen treffen sich im Digitalisierungsforum einmal im Quartal, also vierteljährlich.",
      "Quellen",
      "[1] Willensbekundung Kommunales Digitalisierungsforum Landkreis Lörrach, Absatz 7 (Struktur), Steuerungsebene, 15.10.2021 (Regelung)",
    ]);
  });
  it("is version 1.5, wraps every text and says the same without cards", () => {
    const { answer } = decide("Wer sitzt im Forum?");
    const card = answerCard({ answer });
    expect(card.version).toBe("1.5");
    expect(card.body?.every((one) => (one as { wrap?: boolean }).wrap)).toBe(true);
    expect(card.fallbackText).toBe(plainText(answer));
  });
  it("refuses with what is missing, what is near, and what to do", () => {
    const body = textsOf("Mit welcher Mehrheit wird der Vorsitz gewählt?");
    expect(body[1]).toBe(refusals.majority);
    expect(body[2]).toMatch(/^Verwandt ist: .*gewählt/);
    expect(body.at(-1)).toMatch(/Koordination/);
  });
  it("never repeats what was asked", () => {
    expect(
      JSON.stringify(answerCard({ answer: decide("<at>alle</at> [x](http://y) Quatschwort").answer })),
    ).not.toMatch(/at>|http:..y|Quatsch/);
  });
});

describe("asking", () => {
  const ask = createAsk({
    answer: async (text) => ({ answer: decide(text).answer }),
    recall: createRecall(),
    actions: () => [],
  });
  it("answers a guest with a card and its plain text", async () => {
    const reply = await ask(turn, "Wie oft trifft sich das Forum?");
    expect(reply).toMatchObject({ kind: "card", summary: expect.stringContaining("vierteljährlich") });
  });
  it("answers an empty text with an example", async () => {
    expect(await ask(turn, "")).toMatchObject({ summary: refusals.empty });
  });
});
