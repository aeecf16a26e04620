/** What a vote leaves behind: two rows and nothing else, anywhere. */
import { describe, expect, it } from "vitest";
import { dump } from "./files.ts";
import { CLOSES, memberOf, openHall, START, turnOf } from "./hall.ts";

type Tables = Awaited<ReturnType<typeof dump>>;

/** Rows that went and rows that came, by table; tables that stayed as they were are left out. */
function changes(before: Tables, after: Tables) {
  const tables = [...after.keys()].map((table) => {
    const old = before.get(table) ?? [];
    const now = after.get(table) ?? [];
    const gone = old.filter((row) => !now.includes(row));
    const come = now.filter((row) => !old.includes(row));
    return { table, gone, come, added: now.length - old.length };
  });
  return tables.filter(({ gone, come, added }) => gone.length + come.length + Math.abs(added) > 0);
}

describe("a vote", () => {
  it("changes the register row of its seat, adds one ballot, and touches nothing else; paper and review touch nothing", async () => {
    const hall = await openHall("sqlite", { seats: 6 });
    const name = await hall.opens();
    const file = hall.url.replace("file:", "");
    for (const party of hall.seated.slice(0, 3)) {
      const before = await dump(file);
      await hall.service.paper(turnOf(memberOf(party), START + 60_000), name);
      const paper = await hall.reviews(name, party, "Kandern");
      expect(changes(before, await dump(file))).toEqual([]);
      const turn = turnOf(memberOf(party), START + 60_000);
      const done = await hall.service.cast(turn, name, paper.token, paper.pending);
      expect(done).toMatchObject({ ok: true, value: { receipt: paper.receipt } });
      const after = await dump(file);
      const changed = changes(before, after);
      expect(changed.map(({ table, gone, come, added }) => [table, gone.length, come.length, added])).toEqual(
        [
          ["Ballot", 0, 1, 1],
          ["RegisterEntry", 1, 1, 0],
        ],
      );
      const [ballot, entry] = changed;
      expect(entry?.come[0]).toContain(`"${party}"`);
      for (const word of ["Kandern", paper.token, paper.receipt, party])
        expect(ballot?.come[0]).not.toContain(word);
      for (const word of [paper.token, paper.receipt, paper.receipt.replaceAll("-", ""), paper.pending])
        expect([...after.values()].flat().join("\n")).not.toContain(word);
    }
    expect(hall.logged).toEqual([]);
  });

  it("that is refused or delivered again changes nothing", async () => {
    const hall = await openHall("sqlite", { seats: 6 });
    const name = await hall.opens();
    const file = hall.url.replace("file:", "");
    const first = await hall.reviews(name, "binzen", "Kandern");
    const second = await hall.reviews(name, "binzen", "Schopfheim");
    const cast = (paper: typeof first, party = "binzen", now = START + 60_000) =>
      hall.service.cast(turnOf(memberOf(party), now), name, paper.token, paper.pending);
    expect((await cast(first)).ok).toBe(true);
    const before = await dump(file);
    await cast(first);
    await cast(second);
    await cast(first, "aitern");
    await cast(second, "aitern", CLOSES);
    expect(changes(before, await dump(file))).toEqual([]);
    expect(hall.logged).toEqual([]);
  });
});
