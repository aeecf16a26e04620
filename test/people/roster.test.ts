import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Person } from "../../src/people/people.ts";
import { isRoster, MOST_CHARACTERS, readRoster, rosterFile } from "../../src/people/roster.file.ts";
import { countsOf, type Known, planRoster, type RosterState } from "../../src/people/roster.plan.ts";
import { faultText, problemText } from "../../src/people/roster.texts.ts";
import type { RosterPlaces, RosterRow } from "../../src/people/roster.ts";

const TENANT = "11111111-0000-0000-0000-000000000001";
const HEAD = "Organisation;Name;Funktion;Entra-Objekt-ID;Mandant;Arbeitsgruppen";
const idOf = (n: number): string => `aaaaaaaa-0000-0000-0000-${String(n).padStart(12, "0")}`;
const places: RosterPlaces = {
  organisation: (said) => ({ Binzen: "binzen", Kandern: "kandern", Komm: "komm" })[said],
  group: (said) => ({ Bauen: { id: "g1", closed: false }, Alt: { id: "g2", closed: true } })[said],
  tenant: TENANT,
  isServed: (tenant) => tenant === TENANT,
};
const read = (...lines: string[]) => readRoster([HEAD, ...lines].join("\r\n"), places);
function rowsOf(...lines: string[]): readonly RosterRow[] {
  const done = read(...lines);
  if ("kind" in done || done.faults.length > 0) throw new Error(JSON.stringify(done));
  return done.rows;
}
function faultsOf(...lines: string[]): readonly string[] {
  const done = read(...lines);
  return "kind" in done ? [done.kind] : done.faults.map(({ line, fault }) => `${line} ${fault.kind}`);
}

describe("a list of people", () => {
  it("is read with quotes, functions and groups", () => {
    expect(
      rowsOf(
        `Binzen;"Amt ""Bau""; Haus 2";Delegierte/r;${idOf(1).toUpperCase()};;Bauen`,
        `Kandern;Hauptamt;Stellvertreterin | Koordination;${idOf(2)};${TENANT};`,
      ),
    ).toEqual([
      {
        ...{ line: 2, organisation: "binzen", name: 'Amt "Bau"; Haus 2', functions: ["delegate"] },
        ...{ aadObjectId: idOf(1), tenantId: TENANT, groups: ["g1"] },
      },
      {
        ...{ line: 3, organisation: "kandern", name: "Hauptamt", functions: ["deputy", "coordinator"] },
        ...{ aadObjectId: idOf(2), tenantId: TENANT, groups: [] },
      },
    ]);
  });

  it.each([
    ["an unknown organisation", `Mainz;Amt;Mitglied;${idOf(1)};;`, "2 organisation"],
    ["no name", `Binzen;;Mitglied;${idOf(1)};;`, "2 nameMissing"],
    ["an endless name", `Binzen;${"x".repeat(201)};Mitglied;${idOf(1)};;`, "2 nameTooLong"],
    ["no function", `Binzen;Amt;;${idOf(1)};;`, "2 functionMissing"],
    ["an unknown function", `Binzen;Amt;Chefin;${idOf(1)};;`, "2 function"],
    ["two parts in one seat", `Binzen;Amt;Delegierte | Stellvertretung;${idOf(1)};;`, "2 bothOnSeat"],
    ["no object id", "Binzen;Amt;Mitglied;anna@example.org;;", "2 objectId"],
    ["a foreign tenant", `Binzen;Amt;Mitglied;${idOf(1)};${idOf(9)};`, "2 tenant"],
    ["an unknown group", `Binzen;Amt;Mitglied;${idOf(1)};;Bauen | Nichts`, "2 group"],
    ["a group that is over", `Binzen;Amt;Mitglied;${idOf(1)};;Alt`, "2 groupClosed"],
    ["too many fields", `Binzen;Amt;Mitglied;${idOf(1)};;;;`, "2 shape"],
    ["an open quote", `Binzen;"Amt;Mitglied;${idOf(1)};;`, "2 open"],
  ])("with %s says so, in which line, and what to do", (_, line, told) => {
    const done = read(line);
    expect(faultsOf(line)).toEqual([told]);
    if ("kind" in done) throw new Error(done.kind);
    const sentence = faultText(done.faults[0]?.fault ?? { kind: "open" });
    expect(sentence).toMatch(/Bitte|Erlaubt|fehlt|Mehrere|Sie hat/);
  });

  it("names a person or the seat of an organisation once", () => {
    const [a, b] = [`Binzen;A;Delegierte/r;${idOf(1)};;`, `Kandern;B;Mitglied;${idOf(1)};;`];
    expect(faultsOf(a, b)).toEqual(["3 twice"]);
    expect(faultsOf(a, `Binzen;B;Delegierter;${idOf(2)};;`)).toEqual(["3 twoDelegates"]);
  });

  it("takes no further column, needs its own, and is not endless", () => {
    const problem = (head: string) => {
      const done = readRoster(`${head}\nx`, places);
      return "kind" in done ? [done.kind, problemText(done)] : [];
    };
    expect(problem(`${HEAD};E-Mail`)).toEqual(["extra", expect.stringContaining("„E-Mail“")]);
    expect(problem("Organisation;Name")).toEqual(["columns", expect.stringContaining("„Entra-Objekt-ID“")]);
    expect(problem(`${HEAD};Name`)).toEqual(["double", expect.stringContaining("„Name“")]);
    expect(readRoster("x".repeat(MOST_CHARACTERS + 1), places)).toEqual({ kind: "tooLong" });
    expect(readRoster(HEAD, places)).toEqual({ kind: "empty" });
  });

  it("is told apart by its heading from a table of records", () => {
    expect(isRoster(`${HEAD}\nx`)).toBe(true);
    expect(isRoster("Name;FUNKTION\nx")).toBe(true);
    expect(isRoster("Kennung;Art;Titel;Beschreibung;Organisation;Stand\nx")).toBe(false);
    expect(isRoster("")).toBe(false);
  });

  it("comes back from a file as it was, whatever people are called", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
      .map((one) => one.replace(/\s+/g, " ").trim());
    fc.assert(
      fc.property(
        fc.array(
          name.filter((one) => one !== ""),
          { minLength: 1, maxLength: 8 },
        ),
        (names) => {
          const people = names.map(
            (called, at): Person => ({
              ...{
                memberId: `m${at}`,
                tenantId: TENANT,
                aadObjectId: idOf(at),
                name: called,
                organisation: "Binzen",
              },
              ...{ roles: at === 0 ? ["delegate", "coordinator", "chair"] : [], configured: false },
              ...{ reach: "reached", groups: at === 1 ? ["Bauen"] : [] },
            }),
          );
          const file = rosterFile(people, (key) => key);
          const done = readRoster(file, places);
          if ("kind" in done) throw new Error(done.kind);
          expect(done.faults).toEqual([]);
          expect(done.rows.map((row) => row.name)).toEqual(names);
          expect(done.rows[0]?.functions).toEqual(["delegate", "coordinator"]);
          // Nothing that a spreadsheet program would take for a formula.
          for (const line of file.slice(1).split("\r\n"))
            for (const cell of line.split(";")) expect(cell).not.toMatch(/^"?[=+@]/);
        },
      ),
    );
  });
});

describe("what a list would change", () => {
  const known = (n: number, part: Partial<Known> = {}): Known => ({
    ...{ memberId: `m${n}`, key: `${TENANT}|${idOf(n)}`, name: "Amt", organisation: "binzen" },
    ...{ left: false, coordinates: false, groups: [], ...part },
  });
  const seat = (party: string, delegateId: string | null = null, deputies: string[] = []) => ({
    ...{ party, delegateId, holderId: delegateId, deputies },
  });
  const state = (part: Partial<RosterState> = {}): RosterState => ({
    ...{ people: [], seats: [seat("binzen"), seat("kandern")], frozen: false, by: null, ...part },
  });
  const line = (called: string, n: number, org = "Binzen", name = "Amt", groups = "") =>
    `${org};${name};${called};${idOf(n)};;${groups}`;
  const told = (around: RosterState, ...lines: string[]) => {
    const plan = planRoster(rowsOf(...lines), around);
    return plan.faults.length > 0
      ? plan.faults.map(({ line: at, fault }) => `${at} ${fault.kind}`)
      : countsOf(plan);
  };

  it("is counted: new, changed, unchanged; a second time all is unchanged", () => {
    const lines = [line("Delegierte/r", 1), line("Mitglied", 2, "Kandern", "Neu"), line("Mitglied", 3)];
    const people = [known(1), known(2, { organisation: "kandern" }), known(4)];
    expect(told(state({ people }), ...lines)).toEqual({ created: 1, changed: 2, unchanged: 0 });
    const after = [known(1), known(2, { organisation: "kandern", name: "Neu" }), known(3)];
    const seats = [seat("binzen", "m1"), seat("kandern")];
    expect(told(state({ people: after, seats }), ...lines)).toEqual({ created: 0, changed: 0, unchanged: 3 });
  });

  it("takes nothing away: a delegate called a member keeps the seat", () => {
    const around = state({ people: [known(1, { coordinates: true })], seats: [seat("binzen", "m1")] });
    expect(told(around, line("Mitglied", 1))).toEqual({ created: 0, changed: 0, unchanged: 1 });
  });

  it.each<[string, Partial<RosterState>, string, string]>([
    [
      "a seat that somebody else has",
      { seats: [seat("binzen", "m9")] },
      line("Delegierte/r", 1),
      "2 seatTaken",
    ],
    ["an open round", { frozen: true }, line("Delegierte/r", 1), "2 roundOpen"],
    ["no seat", {}, line("Delegierte/r", 1, "Komm"), "2 noSeat"],
    ["oneself on a seat", { by: `${TENANT}|${idOf(1)}` }, line("Delegierte/r", 1), "2 yourself"],
    ["oneself as deputy", { by: `${TENANT}|${idOf(1)}` }, line("Stellvertretung", 1), "2 yourself"],
    ["oneself as coordinator", { by: `${TENANT}|${idOf(1)}` }, line("Koordination", 1), "2 yourself"],
    [
      "the delegate as deputy",
      { people: [known(1)], seats: [seat("binzen", "m1")] },
      line("Stellvertretung", 1),
      "2 isDelegate",
    ],
    [
      "who is on another seat",
      { people: [known(1)], seats: [seat("binzen"), seat("kandern", null, ["m1"])] },
      line("Delegierte/r", 1),
      "2 otherSeat",
    ],
    [
      "another organisation while on a seat",
      { people: [known(1)], seats: [seat("binzen", "m1"), seat("kandern")] },
      line("Mitglied", 1, "Kandern"),
      "2 holdsSeat",
    ],
    ["who has left", { people: [known(1, { left: true })] }, line("Mitglied", 1), "2 hasLeft"],
  ])("is refused for %s", (_, part, one, fault) => {
    expect(told(state(part), one)).toEqual([fault]);
  });

  it("names a deputy while a round is open, as in the chat, and makes a delegate of a deputy", () => {
    expect(told(state({ frozen: true }), line("Stellvertretung", 1))).toEqual({
      created: 1,
      changed: 0,
      unchanged: 0,
    });
    const around = state({ people: [known(1)], seats: [seat("binzen", null, ["m1"])] });
    expect(planRoster(rowsOf(line("Delegierte/r", 1)), around).steps[0]?.seat).toBe("delegate");
  });
});
