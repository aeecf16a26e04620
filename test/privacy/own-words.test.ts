import { describe, expect, it } from "vitest";
import { ownDataIn } from "../../src/privacy/own-words.ts";

describe("one's own data, in one's own words", () => {
  it.each([
    "löschen meine daten bitte alles",
    "Bitte löschen Sie alle meine Daten.",
    "Loeschen Sie meine gespeicherten Daten",
    "Können Sie meine Daten löschen?",
    "Ich möchte, dass Sie meine persönlichen Angaben entfernen",
    "Löschen Sie mich bitte",
    "mein Konto löschen",
    "Vergessen Sie meine Daten",
  ])("are to be erased: %s", (typed) => expect(ownDataIn(typed)).toBe("erase"));

  it.each([
    "Welche Daten haben Sie über mich?",
    "Was ist über mich gespeichert?",
    "Was wissen Sie von mir",
    "Zeigen Sie mir meine Daten",
    "Ich bitte um Auskunft über meine Daten",
    "Auskunft zu meiner Person",
    "Kann ich meine Daten sehen?",
    "meine daten anzeigen",
  ])("are to be shown: %s", (typed) => expect(ownDataIn(typed)).toBe("show"));

  it.each([
    "Wer kann meine Daten löschen?",
    "Wann werden meine Daten gelöscht?",
    "Was passiert, wenn ich meine Daten lösche?",
    "Wie lange speichern Sie meine Daten?",
    "Darf die Koordination meine Daten sehen?",
    "Kann die Koordination meine Daten sehen?",
    "Können andere Kommunen meine Daten einsehen?",
    "Löschen Sie den Termin",
    "Löschen Sie mich aus der Arbeitsgruppe",
    "Entfernen Sie mich",
    "Welche Daten tauscht das Forum aus?",
    "Was sagt die Willensbekundung über den Vorsitz?",
    "Was halten Sie von mir?",
    "meine Nominierung löschen",
    "Wir haben mit der Software für das Bürgeramt angefangen, alte Akten zu löschen, auch meine Daten sind weg",
  ])("are not meant: %s", (typed) => expect(ownDataIn(typed)).toBeUndefined());
});
