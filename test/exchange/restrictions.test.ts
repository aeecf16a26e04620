import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRestrictions } from "../../src/exchange/find/restrictions.ts";
import { createDirectory } from "../../src/forum/directory.ts";
import { shippedOrganisations } from "../../src/forum/organisations.ts";
import { fold } from "../../src/search/fold.ts";

const { names: organisations } = createDirectory(shippedOrganisations());
const groups = ["AG E-Akte", "AG OZG", "Geodaten"].map((name) => ({ key: name, names: [fold(name)] }));
const names = { organisations, groups, today: "2026-11-22" };
const date = (instant: string | number) =>
  new Intl.DateTimeFormat("sv", { timeZone: "Europe/Berlin" }).format(Number(instant));

/** Restrictions as text, those that are unsure with a question mark; then the words that are left. */
function said(typed: string, dropped: readonly ("party" | "stage" | "since")[] = []): string {
  const { restrictions, rest } = readRestrictions(typed, names, dropped);
  const all = restrictions.map(({ name, value, unsure }) => {
    const shown = name === "since" || name === "until" ? date(value) : value;
    return `${name}=${shown}${unsure ? "?" : ""}`;
  });
  return `${all.join(" ")} | ${rest}`;
}

describe("restrictions in the words of a search", () => {
  it.each([
    [
      "prozess baugenehmigung kandern seit 2025",
      "since=2025-01-01 party=kandern kind=process | baugenehmigung",
    ],
    [
      "AG OZG Onlinetermine fürs Bürgerbüro ab 2024",
      "group=AG OZG since=2024-01-01 | onlinetermine furs burgerburo",
    ],
    ["e-akte beim landkreis lörrach", "party=landkreis-loerrach | e-akte beim"],
    ["e-akte in lörrach", "party=loerrach | e-akte in"],
    ["Lörracher Erfahrungen mit Chatbots", "party=loerrach | erfahrungen mit chatbots"],
    [
      "Schulungen des Landkreises zur IT-Sicherheit",
      "party=landkreis-loerrach | schulungen des zur it-sicherheit",
    ],
    ["was macht weil am rhein mit ki", "party=weil-am-rhein | was macht mit ki"],
    ["wer bietet Schulungen", "offer=offers | schulungen"],
    ["beendete Projekte mit KI", "stage=ended | projekte mit ki"],
    ["Chatbot nicht mehr im Einsatz", "stage=ended | chatbot"],
    ["welche Dorf-App ist noch im Einsatz", "stage=inUse | welche dorf-app ist noch"],
    ["Was ist in Steinen gerade in Erprobung?", "party=steinen stage=trial | was ist gerade ?"],
    ["nur Produkte für die Feuerwehr", "kind=product | fur die feuerwehr"],
    ["arbeitsgruppe geodaten befliegung", "group=Geodaten | befliegung"],
  ])("%j", (typed, expected) => expect(said(typed)).toBe(expected));

  it.each([
    ["pflaster mit wackligen steinen", "party=steinen? | pflaster mit wackligen steinen"],
    ["gekündigte Buchungssysteme", "stage=ended? | gekundigte buchungssysteme"],
    ["Pilotprojekte mit Sensoren", "stage=trial? | pilotprojekte mit sensoren"],
  ])("%j may be meant otherwise: the words stay", (typed, expected) => expect(said(typed)).toBe(expected));

  it.each([
    "alles verworfen, weil es zu teuer war",
    "Geodaten veröffentlichen",
    "Service-BW freischalten",
    "Prozessmanagement einführen",
    "Produktkatalog der Vergabestelle",
    "Ladesäulen bis 2040",
    "Windows 11",
  ])("%j restricts nothing", (typed) => expect(said(typed).split(" | ")[0]).toBe(""));

  it("takes dropped restrictions as words", () => {
    expect(said("ki in kandern seit 2025", ["party"])).toBe("since=2025-01-01 | ki in kandern");
    expect(said("ki in kandern seit 2025", ["since"])).toBe("party=kandern | ki in seit 2025");
  });

  it("finds every organisation by its own name", () => {
    for (const { key, name } of shippedOrganisations()) {
      const { restrictions } = readRestrictions(`winterdienst stadt ${name}`, names);
      expect(
        restrictions.map(({ value }) => value),
        name,
      ).toEqual([key]);
    }
  });

  it("reads anything at all, and never twice the same restriction", () => {
    const words = fc.constantFrom(
      "weil",
      "seit 2025",
      "kandern",
      "prozess",
      "AG OZG",
      "im einsatz",
      "ki",
      "2024",
      "(",
      "]",
    );
    const typed = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { restrictions } = readRestrictions(text, names);
        const kinds = restrictions.map(({ name }) => name);
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
    );
  });
});

describe("periods", () => {
  it.each([
    ["x seit 1.3.2025", "since=2025-03-01 | x"],
    ["x ab März 2024", "since=2024-03-01 | x"],
    ["x seit 2025-04", "since=2025-04-01 | x"],
    ["x nach 2023", "since=2024-01-01 | x"],
    ["x bis 2023", "until=2024-01-01 | x"],
    ["x vor 2023", "until=2023-01-01 | x"],
    ["x im Jahr 2024", "since=2024-01-01 until=2025-01-01 | x"],
    ["x zwischen 2022 und 2024", "since=2022-01-01 until=2025-01-01 | x"],
    ["x im Dezember 2025", "since=2025-12-01 until=2026-01-01 | x"],
    ["x dieses Jahr", "since=2026-01-01 | x"],
    ["x letztes Jahr", "since=2025-01-01 until=2026-01-01 | x"],
    ["x seit letztem Jahr", "since=2025-01-01 | x"],
    ["x in den letzten zwei Jahren", "since=2024-11-22 | x"],
    ["x der letzten 6 Monate", "since=2026-05-01 | x"],
    ["x seit Sommer 2025", "since=2025-06-01 | x"],
  ])("%j", (typed, expected) => expect(said(typed)).toBe(expected));
});
