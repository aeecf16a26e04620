/** What must be known of a paper, and which paper is meant. */
import { describe, expect, it } from "vitest";
import {
  described,
  inForce,
  named,
  type PaperEntry,
  titleKey,
} from "../../../src/rulebook/originals/paper.ts";

const ENTRY: PaperEntry = {
  title: "Die  Satzung ",
  kind: "rule",
  scope: " alle\nGemeinden",
  date: "2021-10-15",
};
const reason = (part: Partial<PaperEntry>): string => {
  const made = described({ ...ENTRY, ...part });
  return made.ok ? "taken" : made.reason;
};

describe("the entry of a paper", () => {
  it("is tidied", () => {
    const value = { title: "Die Satzung", titleKey: "die satzung", kind: "rule", scope: "alle Gemeinden" };
    expect(described(ENTRY)).toEqual({ ok: true, value: { ...value, date: "2021-10-15" } });
    expect(described({ ...ENTRY, date: " Ohne Datum" })).toEqual({
      ok: true,
      value: { ...value, date: null },
    });
  });

  it.each<[string, Partial<PaperEntry>]>([
    ["titleMissing", { title: " \n" }],
    ["titleMissing", { title: "§§ – ." }],
    ["titleTooLong", { title: "x".repeat(201) }],
    ["taken", { title: "x".repeat(200) }],
    ["kindMissing", { kind: "" }],
    ["kindMissing", { kind: "Regel" }],
    ["taken", { kind: "foreign" }],
    ["scopeMissing", { scope: " " }],
    ["scopeTooLong", { scope: "x".repeat(201) }],
    ["taken", { scope: "x".repeat(200) }],
    ["dateMissing", { date: " " }],
    ["taken", { date: "ohne" }],
    ["taken", { date: " 2024-02-29 " }],
    ["dateWrong", { date: "2023-02-29" }],
    ["dateWrong", { date: "15.10.2021" }],
    ["dateWrong", { date: "2021-10-15T10:00" }],
    ["dateWrong", { date: "2021-13-01" }],
    ["dateWrong", { date: "Datum ohne" }],
  ])("gets %s for %j", (expected, part) => expect(reason(part)).toBe(expected));
});

describe("a paper", () => {
  const of = (title: string, version = 1, removedAt: number | null = null) => ({
    ...{
      id: `${title}-${version}`,
      number: 1,
      title,
      titleKey: titleKey(title),
      version,
      kind: "rule" as const,
    },
    ...{
      scope: "alle",
      date: null,
      fileName: "a.txt",
      format: "txt" as const,
      sha256: "",
      importedAt: 0,
      removedAt,
    },
  });

  it("is meant by its very title before others that begin alike", () => {
    const [short, long] = [of("Agenda"), of("Agenda des Kreises")];
    expect(named([long, short], "AGENDA")).toBe(short);
    expect(named([long], "Agenda")).toBe(long);
    expect(named([short], "Agenda des Kreises Lörrach")).toBe(short);
    expect(named([of("Agenda der Stadt"), long], "Agenda")).toBeUndefined();
    expect(named([of("Agendaplan")], "Agenda")).toBeUndefined();
    expect(named([short], "Agendaplan")).toBeUndefined();
    expect(named([of("Die Agenda")], "Agenda")).toBeUndefined();
    expect(named([short], "?!")).toBeUndefined();
  });

  it("is in force in its newest version that is left, whatever the order", () => {
    const all = [of("B", 2), of("A", 1), of("A", 3, 7), of("A", 2), of("B", 1), of("C", 1, 0)];
    expect(inForce(all).map(({ id }) => id)).toEqual(["B-2", "A-2"]);
    expect(inForce([...all].reverse()).map(({ id }) => id)).toEqual(["B-2", "A-2"]);
  });
});
