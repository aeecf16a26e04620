import { describe, expect, it } from "vitest";
import type { ExchangeSearch } from "../../src/exchange/find/service.ts";
import { engines, freshDb } from "../support/database.ts";
import { prepare, settle, turnOf } from "./records.ts";
import { RECORDS } from "./register.ts";

const turn = turnOf("schopfheim");

/** The small register in a database of its own. */
async function filled(engine: (typeof engines)[number]): Promise<ExchangeSearch> {
  const db = await freshDb(engine);
  const { repository, deps } = await settle(db);
  await db.write(async (tx) => {
    for (const { recordedBy: _, group: __, source: ___, ...one } of RECORDS) {
      const row = { ...one, groupId: null, recordedById: "m-kandern" };
      await repository.insert(tx, row, prepare(one));
    }
  });
  return deps.finder;
}

describe("a search in the store", () => {
  it("gives the same records in the same order on every engine", async () => {
    const all: string[][] = [];
    for (const engine of engines) {
      const finder = await filled(engine);
      const found: string[] = [];
      for (const words of ["Bauantrag", "Hundesteur", "Verwaltung Gemeinde", "Kandern", "Fahrbahnkamera"]) {
        const hits = await finder.find(turn, { words });
        found.push(
          hits.ok
            ? `${hits.value.total}: ${hits.value.hits.map(({ exchange }) => exchange.id).join(" ")}`
            : "",
        );
      }
      all.push(found);
    }
    expect(all[0]?.[0]).toBe("1: bau");
    expect(all[0]?.[1]).toBe("1: hund");
    for (const found of all) expect(found).toEqual(all[0]);
  });

  it("is refused to guests, whatever they search", async () => {
    const finder = await filled("sqlite");
    const guest = turnOf(null, { coordinator: true });
    expect(await finder.find(guest, { words: "Bauantrag" })).toEqual({ ok: false, reason: "notMember" });
    expect(await finder.newest(guest)).toEqual({ ok: false, reason: "notMember" });
  });
});
