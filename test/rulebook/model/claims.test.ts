/** Single words that turn a true sentence into a false one. */
import { describe, expect, it } from "vitest";
import { denials, oversteps } from "../../../src/rulebook/model/claims.ts";

describe("denials", () => {
  it.each([
    "Das gilt nicht.",
    "Kein Ort",
    "keinerlei Pflicht",
    "Das kam nie vor.",
    "niemals",
    "nirgends",
    "ohne Beschluss",
    "weder hier",
    "NEIN",
    "nicht nurmehr",
  ])("there is one in: %s", (text) => expect(denials(text)).toBe(1));
  it.each([
    "nicht nur hier",
    "Das gilt.",
    "Nichte",
    "zunichte",
    "niedrig",
    "Ohnehin",
    "neinsagen",
    "einkeinen",
    "Niederschrift",
  ])("there is none in: %s", (text) => expect(denials(text)).toBe(0));
  it("are counted", () => expect(denials("Nicht ohne Beschluss, und niemals nicht.")).toBe(4));
});

/** Words of one meaning: each says too much beside a proof without it. */
const FAMILIES: readonly (readonly [string, string])[] = [
  [
    "a duty",
    "muss, müssen, musste, mussten, zwingend, zwingende, verpflichtend, Pflichten, erforderlich, vorgeschrieben",
  ],
  [
    "a permission",
    "darf, dürfen, durfte, durften, erlaubt, zulässig, unzulässig, berechtigt, verboten, untersagt",
  ],
  ["nothing else", "nur, ausschließlich, ausschließliche, lediglich, einzig, einzige"],
  ["at least", "mindestens, wenigstens"],
  ["at most", "höchstens, maximal, maximale"],
  ["until", "spätestens, bis"],
  ["from", "frühestens, ab"],
  ["all", "alle, allen, aller, alles, allem, jede, jeder, jedes, jeden, jedem, sämtliche, sämtlicher"],
  ["always", "immer, stets, jederzeit, dauerhaft, dauerhafte, unbefristet, unbefristete"],
  ["daily", "täglich, tägliche, pro Tag, am Tag, jeden Tag"],
  ["weekly", "wöchentlich, wöchentliche, pro Woche, in der Woche, jede Woche"],
  ["monthly", "monatlich, monatliche, pro Monat, im Monat, je Monat, jeden Monat"],
  [
    "quarterly",
    "vierteljährlich, vierteljährliche, quartalsweise, pro Quartal, im Quartal, je Quartal, jedes Quartal",
  ],
  ["half-yearly", "halbjährlich, halbjährliche"],
  ["yearly", "jährlich, jährliche, alljährlich, pro Jahr, im Jahr, je Jahr, jedes Jahr, um ein Jahr"],
  ["unanimous", "einstimmig, einstimmige"],
  ["by majority", "Mehrheit, Mehrheiten"],
  ["secret", "geheim, geheime"],
  ["in writing", "schriftlich"],
  ["by word of mouth", "mündlich"],
  ["public", "öffentlich, Öffentlichkeit"],
  ["not public", "nichtöffentlich"],
  ["by itself", "automatisch"],
  ["voluntary", "freiwillig"],
  ["binding", "verbindlich"],
  ["not binding", "unverbindlich"],
  ["bound", "bindend"],
  ["free", "kostenlos"],
  ["free of charge", "kostenfrei"],
  ["limited", "befristet"],
  ["final", "endgültig"],
  ["for the time being", "vorläufig"],
  ["half", "Hälfte"],
  ["a third", "Drittel"],
  ["a quarter", "Viertel"],
  ["double", "doppelt"],
  ["per cent", "Prozent, 50 %, Prozentsatz"],
  ["money", "Euro, 5 €"],
];
const all = FAMILIES.flatMap(([name, words]) => words.split(", ").map((word) => [name, word] as const));

describe("a sentence says more than its proof", () => {
  it.each(all)("%s: %s", (_name, word) => {
    const said = `Das Forum ${word} so.`;
    expect(oversteps(said, "Das Forum so.")).toBe(true);
    expect(oversteps(said, said)).toBe(false);
  });

  it.each([
    "Das Forum tagt in Lörrach.",
    "Der Abend, das Amt und der Bisch",
    "Nurmi",
    "Abteilung",
    "Bissen",
    "Tage, Wochen, Monate",
    "Quartal",
    "vierteljahr",
    "Ballett",
    "Bedarf",
    "Euroraum",
    "im Monatsbericht",
    "um ein Jahrzehnt",
    "Einzelheit",
    "geht es heim",
  ])("not with: %s", (text) => expect(oversteps(text, "")).toBe(false));

  it("not where the proof says it in other words of that kind", () => {
    expect(oversteps("Das muss sein.", "Das ist Pflicht.")).toBe(false);
    expect(oversteps("Das gilt pro Jahr.", "Das gilt jährlich.")).toBe(false);
    expect(oversteps("Das kostet fünf Euro.", "Das kostet 5 €.")).toBe(false);
  });

  it("also where the proof says only something else of that kind", () => {
    expect(oversteps("Das gilt jährlich.", "Das gilt monatlich.")).toBe(true);
    expect(oversteps("Das gilt mindestens ein Jahr.", "Das gilt höchstens ein Jahr.")).toBe(true);
  });
});
