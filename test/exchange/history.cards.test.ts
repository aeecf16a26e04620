import { describe, expect, it } from "vitest";
import { type Exchange, LIMITS } from "../../src/exchange/exchange.ts";
import { binCard, historyCard } from "../../src/exchange/history/cards.ts";
import type { Step } from "../../src/exchange/history/service.ts";
import { type Version, versionOf } from "../../src/exchange/history/versions.ts";
import { actionsOf, textOf } from "../support/card.ts";
import { exchange, NOON, organisationName } from "./records.ts";

const names = { organisationName };
const by = { id: "m-kandern", name: "Bauamt Kandern" };
const version = (part: Partial<Version> = {}): Version => ({ ...versionOf(exchange()), ...part });
const step = (before: Version | null, after: Version, part: Partial<Step> = {}): Step => ({
  ...{ act: before ? "changed" : "recorded", by, at: NOON, before, after },
  ...{ closed: false, revertible: false },
  ...part,
});
const drawn = (...steps: Step[]) =>
  historyCard({ exchange: exchange({ revision: 9 }), steps, page: 1, pages: 1 }, names);

/** Everything different, as long as it may be, of signs that take the most room. */
const longest = (sign: string, part: Partial<Exchange>): Exchange =>
  exchange({
    title: sign.repeat(LIMITS.title / sign.length),
    text: sign.repeat(LIMITS.text / sign.length),
    product: sign.repeat(LIMITS.product / sign.length),
    tags: Array.from({ length: LIMITS.tags }, (_, at) => `${at}${sign.repeat(18)}`),
    links: Array.from({ length: LIMITS.links }, (_, at) => `https://x.example/${at}${"a".repeat(470)}`),
    ...part,
  });

describe("the history of a record", () => {
  it("says what changed in the words of the form", () => {
    const before = version({ product: null, tags: ["Bau"], links: [], binding: "open", offer: null });
    const after = version({
      ...{
        revision: 2,
        kind: "product",
        product: "Bau 4",
        tags: ["e-Akte"],
        binding: "decided",
        offer: "seeks",
      },
      ...{ links: ["https://x.example/1"], stage: "inUse", visibility: "group" },
      text: before.text.replace("Fachverfahren", "Haus"),
      placing: { organisation: "schopfheim", group: null },
    });
    expect(textOf(drawn(step(before, after))).split("\n")).toEqual([
      "Verlauf: Bauanträge digital annehmen",
      "Geändert am 02.03.2026, 12:00 Uhr von Bauamt Kandern",
      "Fassung 2",
      "Art: Prozess → Produkt",
      "Beschreibung vorher: … Die Prüfung bleibt im Fachverfahren.",
      "Beschreibung danach: … Die Prüfung bleibt im Haus.",
      "Stand: Erprobung → im Einsatz",
      "Produkt: keine Angabe → Bau 4",
      "Gesucht oder geboten: keine Angabe → sucht",
      "Verbindlichkeit: unverbindlich → beschlossen",
      "Lesen dürfen: alle im Forum → nur die Arbeitsgruppe",
      "Stichwörter entfernt: Bau",
      "Stichwörter hinzugefügt: e-Akte",
      "Links hinzugefügt: https://x.example/1",
      "Organisation: Kandern → Schopfheim",
      "Gruppe: Bauen → keine",
    ]);
  });

  it.each([
    ["deleted", "Gelöscht am"],
    ["restored", "Wiederhergestellt am"],
    ["objected", "Gelöscht nach einem Widerspruch am"],
    ["moved", "Verschoben am"],
  ] as const)("tells that it was %s", (act, words) => {
    const text = textOf(drawn(step(version(), version({ revision: 2 }), { act })));
    expect(text).toContain(words);
    expect(text).toContain("Der Inhalt blieb gleich.");
  });

  it("tells of changes that an excerpt does not show", () => {
    const lines = version({ text: "Eins\nzwei", tags: ["a", "b"] });
    const text = textOf(drawn(step(lines, { ...lines, text: "Eins zwei", tags: ["b", "a"] })));
    expect(text).toContain("Beschreibung: nur Leerzeichen oder Zeilen");
    expect(text).toContain("Stichwörter: andere Reihenfolge");
  });

  it("shows nothing of what was for another group", () => {
    const card = drawn(step(version(), version({ title: "Geheim" }), { closed: true }));
    expect(JSON.stringify(card)).not.toContain("Geheim");
    expect(textOf(card)).toContain("nur für eine Arbeitsgruppe");
  });

  it.each(["ä", "€", "😀", "*", "<", '"', "\\", "\n"])("stays small with a text full of %j", (sign) => {
    const [one, other] = [longest(sign, {}), longest(`${sign}${sign}`, { stage: "ended" })];
    const reversed = {
      ...other,
      title: `x${other.title}`,
      product: "y",
      text: `z${other.text}`,
      tags: [],
      links: [],
    };
    const steps = Array.from({ length: 5 }, (_, at) =>
      step(
        { ...versionOf(one), revision: at + 1 },
        { ...versionOf(reversed), revision: at + 2 },
        { revertible: true },
      ),
    );
    const card = historyCard({ exchange: one, steps, page: 2, pages: 3 }, names, "Problem.");
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
  });

  it("has buttons with titles that differ", () => {
    const steps = [3, 2, 1].map((revision) => step(version(), version({ revision }), { revertible: true }));
    const titles = actionsOf(
      historyCard({ exchange: exchange({ revision: 9 }), steps, page: 2, pages: 3 }, names),
    ).map(({ title }) => title);
    expect(titles).toEqual([
      ...[3, 2, 1].map((revision) => `Fassung ${revision} wiederherstellen`),
      ...["Neuere", "Ältere", "Zum Beitrag"],
    ]);
  });
});

describe("the bin", () => {
  it("has buttons with titles that differ, and none where nothing can be taken back", () => {
    const gone = { deletedAt: NOON, deletedBy: null, objected: false, restorable: true };
    const entries = [1, 2, 3].map((at) => ({
      ...{ exchange: exchange({ id: `x-${at}`, deletedAt: NOON }), ...gone },
      ...(at === 3 ? { objected: true, restorable: false } : {}),
    }));
    const card = binCard({ entries, page: 1, pages: 1, all: false }, names);
    expect(actionsOf(card).map(({ title }) => title)).toEqual([
      "Zurück: Bauanträge …",
      "Zurück: Bauanträge … (2)",
    ]);
    expect(textOf(card)).toContain("Wiederherstellen können Sie ihn bis 01.04.2026.");
    expect(textOf(card)).toContain("hat widersprochen");
  });
});
