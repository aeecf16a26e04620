/** The page of the minutes: structure, complete content, and nothing that people wrote as markup. */
import { describe, expect, it } from "vitest";
import { type MinutesLinks, minutesPage } from "../../src/election/minutes/minutes.page.ts";
import type { MinutesSource } from "../../src/election/minutes/minutes.source.ts";
import { STYLE } from "../../src/election/minutes/minutes.style.ts";
import { viewOf } from "../../src/election/minutes/minutes.view.ts";
import {
  accepted,
  CLOSED,
  candidacy,
  counted,
  DAY,
  decision,
  election,
  entry,
  NOW,
  nameOf,
  PARTIES,
  round,
  source,
} from "./minutes-source.ts";

const LINKS: MinutesLinks = {
  json: "https://bot.example/seiten/1",
  text: "https://bot.example/seiten/3",
  recount: "https://bot.example/seiten/2",
};

const page = (given: MinutesSource, { now = NOW, trial = false, links = LINKS } = {}): string =>
  minutesPage(viewOf(given, { now, version: "1.2.3", organisationName: nameOf }), links, trial);

/** What is read, without markup. */
const textOf = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

const headingsOf = (markup: string): [level: number, text: string][] =>
  [...markup.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)].map(([, level, text]) => [Number(level), text ?? ""]);

const whole = accepted({
  rounds: [
    round(counted("elected", { A: 5, B: 1, enthaltung: 1 }, { winner: "A" }), {
      ...{ duplicates: 2, late: 1 },
      extensions: [{ from: CLOSED - DAY, to: CLOSED, reason: "Störung im Rechenzentrum" }],
      register: PARTIES.map((party, at) =>
        entry(party, {
          ...{ voted: at < 7, left: at === 7 },
          ...(at === 0 ? { holderId: "m-weil", deputies: ["m-weil"] } : {}),
          ...(at === 6 ? { holderId: null, delegateId: null } : {}),
        }),
      ),
    }),
  ],
  confirmations: [{ round: 1, memberId: "m-weil", agrees: true, at: NOW }],
  objections: 1,
});

describe("the page of the minutes", () => {
  it("is one German document with one main heading and no level left out", () => {
    const markup = page(whole);
    expect(markup).toMatch(/^<!doctype html>\n<html lang="de">/);
    const levels = headingsOf(markup).map(([level]) => level);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(markup.match(/<main>/g)).toHaveLength(1);
    expect(markup).toContain("<title>Niederschrift – Wahl: Vorsitz des Forums</title>");
  });

  it("has tables with captions and scopes, two columns wide, and a picture with words", () => {
    const markup = page(whole);
    const tables = markup.match(/<table>[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThanOrEqual(4);
    for (const table of tables) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/);
      const heads = table.match(/<th scope="col">/g)?.length ?? 0;
      expect(heads).toBe(2);
      for (const row of table.match(/<tr><th scope="row">.*?<\/tr>/gs) ?? [])
        expect((row.match(/<td>/g)?.length ?? 0) + 1).toBe(heads);
    }
    expect(markup).toMatch(/<svg class="bars" role="img"[^>]*>\n<title>Bild der Stimmen: A: 5, B: 1, C: 0,/);
  });

  it("loads nothing and runs nothing", () => {
    const markup = page(whole);
    expect(markup).not.toMatch(/<script|<link|<img|\son\w+=|\sstyle=|@import|url\(/);
    expect(markup.match(/<style>([\s\S]*?)<\/style>/)?.[1]).toBe(STYLE);
    const addresses = [...markup.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([LINKS.json, LINKS.text, LINKS.recount, "../barrierefreiheit"]);
  });

  it.each([
    ["the body and the office", "Probeforum", "Vorsitz des Forums"],
    ["the term", "vom 10.02.2026 bis zum 09.02.2027"],
    ["the rule with every setting and its origin", "Fassung 3", "12 Monate. (Willensbekundung)"],
    ["nominations with consent", "vorgeschlagen von Delegation binzen", "hat zugestimmt"],
    ["officer and scrutineers", "Hauptamt Wieden (Gemeinde wieden)", "Bürgerbüro Todtnau"],
    ["opening, close, extension", "02.02.2026, 09:00 Uhr", "Grund: Störung im Rechenzentrum"],
    ["turnout and quorum", "7 von 8 berechtigten Kommunen", "mindestens 4 Kommunen"],
    ["the parties with seat, stand-in and who left", "in Vertretung: Delegation weil", "Sitz: nicht besetzt"],
    ["who left", "aus dem Forum ausgeschieden"],
    ["votes and needed majority", "Enthaltung 1", "Ungültig 0", "4 (mehr als die Hälfte der Teilnehmenden)"],
    ["equality of ballots and marks", "7 Stimmzettel, 7 Vermerke: gleich viele"],
    ["the list of choices", "Alle Stimmzettel in zufälliger Reihenfolge", "A, A, A, A, A, B, Enthaltung"],
    ["incidents as numbers", "einmal gezählt: 2.", "nicht gezählt: 1."],
    ["acceptance and objections", "am 10.02.2026, 09:00 Uhr angenommen", "Eingegangene Einsprüche: 1."],
    ["what scrutineers confirm", "Siegel und Zählung stimmen, bestätigt am"],
    ["lines for signatures", "Ort, Datum, Unterschrift:", "Wahlleitung: Hauptamt Wieden"],
    ["how to recount", "npm run recount -- niederschrift-wahl-1.json", "Fassung 1.2.3"],
  ])("says %s", (_, ...words) => {
    const text = textOf(page(whole));
    for (const word of words) expect(text).toContain(word);
  });

  it("shows root and every commitment with its receipt", () => {
    const text = textOf(page(whole));
    const [one] = whole.rounds;
    expect(text).toContain(one?.seal?.root);
    for (const value of one?.seal?.commitments ?? []) {
      expect(text).toContain(value);
      expect(text).toContain(`${value.slice(0, 4)}-${value.slice(4, 8)}-${value.slice(8, 12)}`);
    }
  });

  it("is marked as a draft until the time for objections is over, and as a trial where it is one", () => {
    expect(textOf(page(whole))).toContain(
      "Diese Niederschrift ist ein Entwurf, bis die Frist für Einsprüche am",
    );
    expect(textOf(page(whole, { now: NOW + 8 * DAY }))).not.toContain("Entwurf");
    expect(textOf(page(source(), { trial: true }))).toContain("Probebetrieb – keine echte Wahl");
    expect(textOf(page(source()))).toContain("Das Verfahren läuft noch.");
  });

  it("publishes no numbers of a void round and of few ballots, in words and in pictures", () => {
    const isVoid = round(counted("void", null, { reason: "no-quorum", present: 3 }));
    const few = round(counted("elected", { A: 3, B: 1 }, { winner: "A" }), { number: 2 });
    const markup = page(source({ rounds: [isVoid, few] }));
    expect(textOf(markup)).toContain("Der Wahlgang ist ungültig. Es haben zu wenige Kommunen teilgenommen.");
    expect(textOf(markup)).toContain("Es sind zu wenige Stimmzettel.");
    expect(markup).not.toContain("<svg");
    expect(textOf(markup)).not.toContain("Alle Stimmzettel in zufälliger Reihenfolge");
  });

  it("tells of a lot: announced, public, by hand", () => {
    const tied = counted("lot", { A: 3, B: 3 }, { reason: "lot" });
    const lot = {
      ...{ way: "public-draw" as const, source: "lotto-6aus49", notBefore: CLOSED + DAY, keys: [] },
      ...{ publicRandom: null, drawn: null, witnesses: [] },
    };
    const stage = { stage: "runoff" as const, candidates: ["A", "B"] };
    const text = (more: Partial<typeof lot> | object) =>
      textOf(page(source({ rounds: [round(tied, { ...stage, lot: { ...lot, ...more } })] })));
    expect(text({})).toContain(
      "Das Los ist noch nicht gezogen. Der öffentliche Wert steht frühestens am 10.02.2026",
    );
    const drawn = text({ publicRandom: "lotto-6aus49:2026-02-11:03-08-17-22-31-45", drawn: ["B"] });
    expect(drawn).toContain("Gewählt ist: B, durch das Los.");
    expect(drawn).toContain("Loszahlen: Die kleinste gewinnt");
    const hand = { way: "manual-witnessed", drawn: ["A"], witnesses: ["Ratsbüro Weil", "Hauptamt Wieden"] };
    expect(text(hand)).toContain("Von Hand gezogen, bezeugt von Ratsbüro Weil, Hauptamt Wieden.");
  });

  it("shows an open decision with its text and who voted how", () => {
    const given = source({
      election: election({ office: "motion" }),
      decision: decision(),
      candidacies: [],
      roles: [],
    });
    const text = textOf(page(given));
    expect(text).toContain("Das Forum empfiehlt <b>eine</b> Bauakte. Ab 2027.");
    expect(text).toContain("offen, nach Kommunen");
    expect(text).toContain("Gemeinde binzen Ja");
    expect(text).not.toContain("Siegel der Urne");
    expect(text).not.toContain("Geltende Regeln");
  });

  it("shows what people wrote as text", () => {
    const trick = `"><script>alert('x')</script><b>`;
    const given = source({
      candidacies: [candidacy(trick)],
      election: election({ state: "cancelled", cancelReason: trick }),
      rounds: [
        round(counted("elected", { [trick]: 6 }, { winner: trick }), {
          candidates: [trick, "B"],
          extensions: [{ from: CLOSED, to: CLOSED, reason: trick }],
        }),
      ],
      people: new Map([["m-binzen", trick]]),
    });
    const markup = page(given);
    expect(markup).not.toMatch(/<script|<b>/);
    expect(textOf(markup)).toContain(trick.replace(/\s+/g, " "));
  });

  it("has no link where there is nothing to load", () => {
    const alone = page(whole, { links: { json: LINKS.json, text: null, recount: null } });
    expect(alone).toContain(LINKS.json);
    expect(alone).not.toContain("Seite zum Nachrechnen");
  });
});
