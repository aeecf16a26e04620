import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_SEARCH, parseList, parseRecord, parseSearch } from "../../src/exchange/typed.ts";

describe("festhalten", () => {
  it.each([
    ["festhalten", ["", "", ""]],
    ["  Festhalten  ", ["", "", ""]],
    ["FESTHALTEN:", ["", "", ""]],
    [
      "festhalten prozess: Bauantrag – Läuft über das Portal.",
      ["process", "Bauantrag", "Läuft über das Portal."],
    ],
    ["festhalten Prozess Bauantrag — Läuft.", ["process", "Bauantrag", "Läuft."]],
    ["festhalten PRODUKT : E-Akte - Läuft.", ["product", "E-Akte", "Läuft."]],
    ["festhalten: service: WLAN – Drei Orte - ein Anbieter", ["service", "WLAN", "Drei Orte - ein Anbieter"]],
    ["festhalten service WLAN\nDrei Orte.\nEin Anbieter.", ["service", "WLAN", "Drei Orte.\nEin Anbieter."]],
    ["festhalten produkt", ["product", "", ""]],
    ["festhalten produkt – Nur ein Text", ["product", "", "Nur ein Text"]],
    ["festhalten Produktion von Ausweisen", ["", "Produktion von Ausweisen", ""]],
    ["festhalten Service-Portal – Ein Text", ["", "Service-Portal", "Ein Text"]],
    ["festhalten E-Akte im Hauptamt", ["", "E-Akte im Hauptamt", ""]],
  ])("%j", (typed, [kind, title, text]) => {
    expect(parseRecord(typed)).toMatchObject({
      ...{ kind, title, text, offer: "" },
      product: kind === "product" ? title : "",
    });
  });

  it.each([
    "",
    "fest",
    "festhaltend prozess",
    "bitte festhalten",
    "festgehalten",
    "suche festhalten",
    "a".repeat(50),
  ])("leaves %j to others", (typed) => expect(parseRecord(typed)).toBeUndefined());

  it("assumes a stage only when something was said", () => {
    expect(parseRecord("festhalten")?.stage).toBe("");
    expect(parseRecord("festhalten prozess: A – B")?.stage).toBe("idea");
  });

  it("finds title and text again, whatever words they are and whichever dash stands between", () => {
    const word = fc.stringMatching(/^[a-zA-ZäöüÄÖÜß0-9.,]{1,12}$/);
    const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
    const dash = fc.constantFrom("–", "—", "-");
    const kind = fc.constantFrom("prozess", "Produkt", "SERVICE");
    fc.assert(
      fc.property(kind, phrase, dash, phrase, (said, title, between, text) => {
        expect(parseRecord(`festhalten ${said}: ${title} ${between} ${text}`)).toMatchObject({ title, text });
      }),
    );
  });

  it("reads 100 kB of anything without delay", () => {
    for (const filling of [" ", "a", "ae", "- ", "\n", "–", ": "]) {
      const long = `festhalten prozess ${filling.repeat(100_000 / filling.length)}`;
      const before = performance.now();
      parseRecord(long);
      parseSearch(long.replace("festhalten", "suche"));
      parseList(filling.repeat(100_000));
      expect(performance.now() - before).toBeLessThan(5_000);
    }
  });
});

describe("suche and beiträge", () => {
  it.each([
    ["suche bauantrag", "bauantrag"],
    ["Suche:  digitaler\n Bauantrag ", "digitaler Bauantrag"],
    ["SUCHE", ""],
  ])("%j", (typed, words) => expect(parseSearch(typed)).toEqual({ words }));

  it.each(["suchen wir einen Termin", "ich suche Hilfe", "sucheBauantrag"])("leaves %j to others", (typed) =>
    expect(parseSearch(typed)).toBeUndefined(),
  );

  it("searches with the beginning of a very long text", () => {
    expect(parseSearch(`suche ${"wort ".repeat(1000)}`)?.words.length).toBeLessThanOrEqual(LONGEST_SEARCH);
  });

  it.each(["beiträge", "Beitraege", "beitrage", " BEITRÄGE ", "beitra\u0308ge"])("%j lists", (typed) =>
    expect(parseList(typed)).toBe(true),
  );
  it.each(["beitrag", "beiträge zur E-Akte", "alle beiträge"])("%j does not list", (typed) =>
    expect(parseList(typed)).toBeUndefined(),
  );
});

describe("the stage of a record typed in one line", () => {
  it.each([
    ["Aktura – Unsere E-Akte läuft seit einem Jahr", "inUse"],
    ["Aktura – Wir nutzen es im Bauamt", "inUse"],
    ["Aktura – Wird gerade in zwei Ämtern erprobt", "trial"],
    ["Aktura – Pilotbetrieb bis Sommer", "trial"],
    ["Aktura – Lief drei Jahre, ist jetzt gekündigt", "ended"],
    ["Aktura – Das wäre etwas für uns alle", "idea"],
    ["Protestantische Kita – Anmeldung", "idea"],
  ])("%s: %s", (said, stage) => {
    expect(parseRecord(`festhalten Produkt: ${said}`)?.stage).toBe(stage);
  });
});
