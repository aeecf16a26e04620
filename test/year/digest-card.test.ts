import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestCard } from "../../src/year/digest/cards.ts";
import type { Digest } from "../../src/year/digest/digest.ts";
import { textOf } from "../support/card.ts";
import { partyName } from "./parties.ts";

const Q1 = { year: 2026, quarter: 1 } as const;
const EMPTY: Digest = {
  ...{ quarter: Q1, records: [], decisions: [], elections: [] },
  questions: { count: 0, onAgenda: [] },
  dates: { held: [], coming: [] },
};
const drawn = (digest: Digest, personal = true) => digestCard({ digest, nameOf: partyName, personal });
const shown = (digest: Digest) => textOf(drawn(digest));
const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";

describe("the card of a digest", () => {
  it("of an empty quarter is short", () => {
    const lines = shown(EMPTY).split("\n");
    expect(lines.length).toBeLessThan(8);
    expect(lines).toContain(
      "Im 1. Quartal 2026 gab es keine neuen Beiträge, keine Beschlüsse, keine Wahl und kein Forum.",
    );
    expect(lines).toContain("Ein nächster Termin steht noch nicht fest.");
  });

  it("names groups, titles with organisations, decisions, elections, questions and dates", () => {
    const text = shown({
      ...EMPTY,
      records: [
        { group: "Bauen", count: 7, newest: [{ title: "E-Akte", organisation: "kandern" }] },
        { group: null, count: 1, newest: [{ title: "Drohne", organisation: "loerrach" }] },
      ],
      decisions: [
        { number: 3, title: "Serverraum", state: "accepted", group: null },
        { number: 4, title: "Formulare", state: "rejected", group: "Bauen" },
      ],
      elections: [
        { office: "chair", state: "elected", winner: "Erika Beispiel" },
        { office: "deputy", state: "not_elected", winner: null },
      ],
      questions: { count: 2, onAgenda: ["Wer beruft das Forum ein"] },
      dates: { held: ["2026-02-18T09:00"], coming: ["2026-05-20T09:00"] },
    });
    for (const line of [
      "Bauen: 7 Beiträge",
      "– E-Akte (Stadt Kandern)",
      "– und 6 weitere",
      "Ohne Arbeitsgruppe: 1 Beitrag",
      "– Nr. 3: Serverraum, angenommen",
      "– Nr. 4: Formulare, abgelehnt (Arbeitsgruppe Bauen)",
      "– Vorsitz: gewählt ist Erika Beispiel.",
      "– Stellvertretung im Vorsitz: Niemand ist gewählt.",
      "2 Fragen warten auf eine Antwort.",
      "– Wer beruft das Forum ein",
      "Stattgefunden: 18.02.2026.",
      "Kommende Termine: 20.05.2026.",
    ])
      expect(text.split("\n")).toContain(line);
  });

  it("shows what people wrote as text", () => {
    const record = { group: TRICK, count: 1, newest: [{ title: TRICK, organisation: TRICK }] };
    const decision = { number: 1, title: TRICK, state: "void", group: TRICK } as const;
    const election = { office: "chair", state: "elected", winner: TRICK } as const;
    const text = shown({
      ...EMPTY,
      ...{ records: [record], decisions: [decision], elections: [election] },
      questions: { count: 1, onAgenda: [TRICK] },
    });
    expect(text).not.toMatch(/[^\\]\]\(|\*\*fett|<at>/);
  });

  it("is never larger than 25 kB, whatever happened", () => {
    const long = fc.string({ unit: fc.constantFrom("ä", "*", "[", "<", "a"), minLength: 60, maxLength: 120 });
    const records = fc.array(
      fc.record({
        group: fc.option(long),
        count: fc.nat(9999),
        newest: fc.array(fc.record({ title: long, organisation: long }), { maxLength: 5 }),
      }),
      { maxLength: 60 },
    );
    const state = fc.constantFrom("accepted" as const, "rejected" as const, "void" as const);
    const decisions = fc.array(fc.record({ number: fc.nat(), title: long, state, group: fc.option(long) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(records, decisions, fc.array(long, { maxLength: 30 }), (all, decided, onAgenda) => {
        const digest = { ...EMPTY, records: all, decisions: decided, questions: { count: 5, onAgenda } };
        const card = drawn(digest);
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
        expect(JSON.stringify(card)).not.toContain("ColumnSet");
      }),
      { numRuns: 60 },
    );
  });
});
