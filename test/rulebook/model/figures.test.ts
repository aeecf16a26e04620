/** Numbers, dates and months as a text says them. */
import { describe, expect, it } from "vitest";
import { figuresIn, monthsIn, provenBy } from "../../../src/rulebook/model/figures.ts";
import { numberIn } from "../../../src/rulebook/model/number-words.ts";
import { fold } from "../../../src/search/fold.ts";

const values = (text: string, anyArticle = false): string[] =>
  figuresIn(text, anyArticle).map(({ value }) => value);
const number = (word: string): number | undefined => numberIn(fold(word));

const UNITS = "null ein zwei drei vier fünf sechs sieben acht neun".split(" ");
const TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");

describe("a number word", () => {
  it("is every number below a hundred", () => {
    const teens = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(" ");
    const all = [
      ...UNITS,
      ...teens,
      ...TENS.flatMap((ten) => [ten, ...UNITS.slice(1).map((one) => `${one}und${ten}`)]),
    ];
    for (const [value, word] of all.entries())
      expect([word, number(word)]).toEqual([word, word === "ein" ? undefined : value]);
  });

  it.each<[string, number]>([
    ["eins", 1],
    ["zwo", 2],
    ["hundert", 100],
    ["einhundert", 100],
    ["neunhundert", 900],
    ["hunderteins", 101],
    ["hundertundeins", 101],
    ["zweihundertdrei", 203],
    ["tausend", 1_000],
    ["tausendeins", 1_001],
    ["tausendundeins", 1_001],
    ["zweitausend", 2_000],
    ["fünfhunderttausend", 500_000],
    ["zweitausendfünfhundertdreißig", 2_530],
    ["erste", 1],
    ["zweiter", 2],
    ["dritten", 3],
    ["viertem", 4],
    ["fünftes", 5],
    ["sechste", 6],
    ["siebte", 7],
    ["siebente", 7],
    ["achte", 8],
    ["neunte", 9],
    ["zehnte", 10],
    ["elftens", 11],
    ["neunzehnten", 19],
    ["zwanzigste", 20],
    ["hundertster", 100],
    ["beide", 2],
    ["beiden", 2],
    ["beides", 2],
    ["zweifach", 2],
    ["dreifache", 3],
    ["vierjährlich", 4],
    ["sechsmonatig", 6],
    ["zweiwöchig", 2],
    ["dreitägige", 3],
    ["achtstündig", 8],
    ["fünfköpfigen", 5],
    ["zweiteilig", 2],
    ["dreistufig", 3],
    ["zweiquartalsweise", 2],
    ["zehnpunkteplan", 10],
    ["vierseitig", 4],
  ])("%s is %i", (word, value) => expect(number(word)).toBe(value));

  it.each([
    "ein",
    "einfach",
    "einfache",
    "einfachere",
    "zweig",
    "beidem-",
    "beidseitig",
    "anbeide",
    "achter Zug",
    "hundertwasser",
    "tausendsassa",
    "wassertausend",
    "wasserhunderteins",
    "zehne",
    "zweite Zeit",
    "manchmal",
    "mal",
    "erstmals",
    "dritt",
    "elf-",
    "einte",
    "zweite-",
    "neunt",
  ])("%s is none", (word) => expect(number(word)).toBeUndefined());
});

describe("figures", () => {
  it.each<[string, string[]]>([
    ["15.10.2021 und 16. 11. 2022", ["2021-10-15", "2022-11-16"]],
    ["1.2.2021", ["2021-02-01"]],
    ["1.2.21", ["2021-02-01"]],
    ["1.2.2", ["1", "2", "2"]],
    ["1.2.", ["--02-01"]],
    ["15.Oktober", ["--10-15"]],
    ["15. Oktober  2021", ["2021-10-15"]],
    ["März 2021", ["2021-03"]],
    ["März", []],
    ["2021-10-15", ["2021-10-15"]],
    ["1.234.567,80 Euro", ["1234567.8"]],
    ["1.2345", ["1", "2345"]],
    ["12,50", ["12.5"]],
    ["12,00", ["12"]],
    ["007", ["7"]],
    ["0", ["0"]],
    ["0,5", ["0.5"]],
    ["drei von sechsunddreißig", ["3", "36"]],
    ["3. Sitzung", ["3"]],
    ["Forum", []],
  ])("of %j are %j", (text, expected) => expect(values(text)).toEqual(expected));

  it.each([
    "Jahr",
    "Monat",
    "Woche",
    "Tag",
    "Stunde",
    "Minute",
    "Quartal",
    "Mal",
    "Stimme",
    "Person",
    "Vertretung",
    "Sitz",
    "Prozent",
    "Drittel",
    "Viertel",
  ])("count an article before %s", (unit) => {
    for (const article of ["ein", "eine", "einem", "einen", "einer", "eines"])
      expect(values(`${article} ${unit}`)).toEqual(["1"]);
  });

  it("count no other article but on demand, nor other words", () => {
    expect(values("ein Forum, ein Malbuch, ein gutes Jahr")).toEqual([]);
    expect(values("ein Forum")).toEqual([]);
    expect(values("ein Forum", true)).toEqual(["1"]);
    expect(values("kein Jahr, einig Jahr, keine, meine", true)).toEqual([]);
  });

  it("come with what follows them", () => {
    expect(figuresIn("Drei Sitze, 5 Ämter")).toEqual([
      { value: "3", after: " sitze, 5 amter" },
      { value: "5", after: " amter" },
    ]);
  });
});

describe("what a text proves", () => {
  it.each<[string, string[]]>([
    ["15.10.2021", ["--10-15", "2021", "2021-10", "2021-10-15"]],
    ["Oktober 2021", ["2021", "2021-10"]],
    ["15. Oktober", ["--10-15"]],
    ["ein Forum von 36", ["1", "36"]],
    ["nichts", []],
  ])("%j", (text, expected) => expect([...provenBy(text)].sort()).toEqual(expected));

  it("and the months of its dates", () => {
    const months = "januar februar marz april mai juni juli august september oktober november dezember".split(
      " ",
    );
    for (const [at, month] of months.entries()) expect(monthsIn(`am 5.${at + 1}.2021`)).toEqual([month]);
    expect(monthsIn("bis 31.12., ab Mai 2022, 36 am 2021-03-01")).toEqual(["dezember", "mai", "marz"]);
    expect(monthsIn("36 von 2021")).toEqual([]);
    expect(monthsIn("am 5.13.2021")).toEqual([""]);
  });
});
