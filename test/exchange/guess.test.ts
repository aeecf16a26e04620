/** What a message seems to say. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/exchange/draft.ts";
import { LIMITS } from "../../src/exchange/exchange.ts";
import { guess, guessKind, guessOffer, guessTitle } from "../../src/exchange/message/guess.ts";
import { carried, isAuthor, isTeamsLink, threadOf } from "../../src/exchange/message/message.ts";
import { keysIn, knownProduct } from "../../src/exchange/product-names.ts";
import { brandIn } from "../../src/exchange/typed.ts";
import { inChannel, turnOf } from "./records.ts";

describe("the title", () => {
  it.each([
    ["Wir nutzen die E-Akte. Sie spart Zeit.", "Wir nutzen die E-Akte"],
    ["Guten Morgen zusammen,\n\nwir suchen ein Tool für Umfragen.", "wir suchen ein Tool für Umfragen"],
    ["Hallo! Wir nutzen jetzt die E-Akte.", "Wir nutzen jetzt die E-Akte"],
    ["Liebe alle, wir suchen ein Werkzeug. Wer hilft?", "wir suchen ein Werkzeug"],
    ["Liebe Kolleginnen und Kollegen,\nder Server steht.", "der Server steht"],
    ["Das kostet ca. 500 Euro im Jahr. Mehr nicht.", "Das kostet ca. 500 Euro im Jahr"],
    ["Formulare, z. B. Hundesteuer, gehen online. Gut so.", "Formulare, z. B. Hundesteuer, gehen online"],
    ["Am 3. Mai beginnt der Test. Wer macht mit?", "Am 3. Mai beginnt der Test"],
    ["- Erster Punkt\n- Zweiter Punkt", "Erster Punkt"],
    ["Hat jemand Erfahrung mit Drohnen? Danke!", "Hat jemand Erfahrung mit Drohnen"],
    ["Hallo zusammen", "Hallo zusammen"],
    ["", ""],
  ])("of %j is %j", (text, title) => expect(guessTitle(text)).toBe(title));

  it("is the subject of a post that has one", () => {
    expect(guessTitle("Wir nutzen die E-Akte.", "Frage zur E-Akte")).toBe("Frage zur E-Akte");
  });

  it("is cut at a word", () => {
    expect(guessTitle("Wort ".repeat(60))).toMatch(/^(Wort )+…$/);
    expect(guessTitle("Wort ".repeat(60)).length).toBeLessThanOrEqual(81);
  });
});

describe("kind and offer", () => {
  it.each([
    ["Wir nutzen eine neue Software mit eigener App.", "product"],
    ["Wir bieten eine Schulung mit Beratung an.", "service"],
    ["Der Ablauf der Genehmigung hat sich bewährt.", "process"],
    ["Schönes Wetter heute.", "process"],
  ])("%j is a %s", (text, kind) => expect(guessKind(text, "")).toBe(kind));

  it("a named product makes a product", () =>
    expect(guessKind("Das läuft im Antrag.", "AktoDoc")).toBe("product"));

  it.each([
    ["Wir suchen ein Werkzeug für Umfragen.", "seeks"],
    ["Hat jemand Erfahrung mit Drohnen?", "seeks"],
    ["Wer nutzt schon die neue Fassung?", "seeks"],
    ["Wir bieten eine Schulung an. Wer hat Interesse?", "offers"],
    ["Andere können das gerne übernehmen.", "offers"],
    ["Wir stellen die Vorlage zur Verfügung.", "offers"],
    ["Die Sucherei hat ein Ende.", ""],
  ])("%j: %j", (text, offer) => expect(guessOffer(text)).toBe(offer));
});

describe("a product", () => {
  it.each([
    ["Wir nutzen AktoDoc im Amt.", "AktoDoc"],
    ["Die Muster GmbH liefert MeldeMax.", "MeldeMax"],
    ["Alle BürgerInnen melden sich.", undefined],
    ["Wir nutzen die E-Akte.", undefined],
  ])("written like a brand in %j: %j", (said, brand) => expect(brandIn(said)).toBe(brand));

  it("that is known by name is found in the words, the longest name first, however it is spelt", async () => {
    const names = async (keys: readonly string[]) =>
      new Map(
        [
          ["formular", "Formular"],
          ["formularserversud", "Formular-Server Süd"],
        ].filter((entry): entry is [string, string] => keys.includes(entry[0] ?? "")),
      );
    expect(await knownProduct("Bei uns läuft der formular server SÜD, gut.", names)).toBe(
      "Formular-Server Süd",
    );
    expect(await knownProduct("Das Formular ist lang.", names)).toBe("Formular");
    expect(await knownProduct("Nichts davon.", names)).toBe(null);
  });

  it("is looked for with a bounded number of keys", () => {
    expect(keysIn("wort und noch eins ".repeat(5_000)).length).toBeLessThanOrEqual(320);
    expect(keysIn(Array.from({ length: 999 }, (_, n) => `wort${n}`).join(" ")).length).toBeLessThanOrEqual(
      320,
    );
  });
});

describe("the whole form", () => {
  it("of any message holds nothing that the form refuses, but what is missing or too long", () => {
    const words = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.lorem({ maxCount: 30 }));
    const link = fc.oneof(
      fc.webUrl(),
      fc.constantFrom("javascript:alert(1)", "http://x.example", "https://", "x"),
    );
    fc.assert(
      fc.property(words, words, fc.array(link), (subject, text, links) => {
        const checked = check(guess({ subject, text, links }, null));
        const problems = checked.ok ? [] : checked.problems;
        const allowed = ["kindMissing", "stageMissing", "titleMissing", "textMissing"];
        expect(problems.filter((one) => !allowed.includes(one))).toEqual([]);
      }),
    );
  });

  it("takes time that grows with the length of the message only", () => {
    for (const piece of ["a", "A. ", "wir bieten ", "stellen ", "Aa", "- ", "hallo ", "geben "]) {
      const before = performance.now();
      guess({ subject: "", text: piece.repeat(20_000 / piece.length), links: [] }, null);
      expect(performance.now() - before).toBeLessThan(5_000);
    }
  });
});

describe("a message", () => {
  const author = { aadObjectId: "aad-kandern", name: "Bauamt Kandern" };
  const sent = { id: "9", rootId: "7", subject: "", text: "x", at: 1, link: null, author, links: [] };

  it.each([
    ["https://teams.microsoft.com/l/message/1/2", true],
    ["https://teams.cloud.microsoft/l/message/1/2", true],
    ["https://gov.teams.microsoft.us/l/message/1/2", true],
    ["http://teams.microsoft.com/l/message/1/2", false],
    ["https://teams.microsoft.com.boese.example/", false],
    ["https://boeseteams.microsoft.com/", false],
    ["https://a@teams.microsoft.com/", false],
    ["javascript:alert(1)//teams.microsoft.com", false],
    [`https://teams.microsoft.com/${"x".repeat(2_000)}`, false],
  ])("%s leads back to Teams: %s", (link, good) => expect(isTeamsLink(link)).toBe(good));

  it("is carried without what could lead elsewhere or part a key", () => {
    expect(carried({ ...sent, link: "https://boese.example" })).toMatchObject({ link: null });
    expect(carried({ ...sent, rootId: "7;messageid=8" })).toMatchObject({ rootId: "9" });
    expect(carried({ ...sent, author: { aadObjectId: "a|b", name: "" } })).toMatchObject({ author: null });
    expect(carried({ ...sent, id: "9;x" })).toBeUndefined();
    expect(LIMITS.text).toBeLessThan(20_000);
  });

  it("is answered in its thread, in a group chat beside it", () => {
    const channel = inChannel(turnOf("kandern"));
    const { threadId: _, ...place } = channel.place;
    expect(threadOf(channel, sent)).toBe("77");
    expect(threadOf({ ...channel, place }, sent)).toBe("7");
    expect(threadOf({ ...channel, place: { ...place, kind: "group" } }, sent)).toBeUndefined();
  });

  it("has the author who is named in it, known here or not, and nobody else", () => {
    const source = { key: "k", link: null, at: null, author: null, authorKey: null };
    const known = { ...source, author: { id: "m-kandern", name: "" } };
    const stranger = { ...source, authorKey: "t-1|aad-guest" };
    const [kandern, schopfheim, guest] = [turnOf("kandern"), turnOf("schopfheim"), turnOf(null)];
    expect([kandern, schopfheim, guest].map((turn) => isAuthor(turn, known))).toEqual([true, false, false]);
    expect([kandern, schopfheim, guest].map((turn) => isAuthor(turn, stranger))).toEqual([
      false,
      false,
      true,
    ]);
    for (const turn of [kandern, guest])
      expect([isAuthor(turn, source), isAuthor(turn, null)]).toEqual([false, false]);
  });
});
