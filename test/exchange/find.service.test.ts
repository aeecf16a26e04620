import { describe, expect, it } from "vitest";
import { exchangeSearch } from "../../src/exchange/find.service.ts";
import { tokensOf } from "../../src/exchange/find.ts";
import type { ExchangeRepository } from "../../src/exchange/repository.ts";
import { engines, freshDb } from "../support/database.ts";
import { NOON, organisationName, settle, turnOf } from "./records.ts";
import { RECORDS } from "./register.ts";

const turn = turnOf("schopfheim");

/** The small register in a database of its own. */
async function filled(engine: (typeof engines)[number]): Promise<ExchangeRepository> {
  const db = await freshDb(engine);
  const { repository } = await settle(db);
  await db.write(async (tx) => {
    for (const { recordedBy: _, group: __, ...one } of RECORDS) {
      const row = { ...one, groupId: null, recordedById: "m-kandern" };
      await repository.insert(tx, row, tokensOf(one, organisationName(one.organisation)));
    }
  });
  return repository;
}

describe("a search in the store", () => {
  it("gives the same records in the same order on every engine", async () => {
    const all: string[][] = [];
    for (const engine of engines) {
      const finder = exchangeSearch(await filled(engine));
      const found: string[] = [];
      for (const words of ["Bauantrag", "Hundesteur", "Verwaltung Gemeinde", "Kandern", "Fahrbahnkamera"]) {
        const hits = await finder.find(turn, words);
        found.push(hits.ok ? `${hits.value.total}: ${hits.value.hits.map(({ id }) => id).join(" ")}` : "");
      }
      all.push(found);
    }
    expect(all[0]?.[0]).toBe("2: bau park");
    expect(all[0]?.[1]).toBe("1: hund");
    for (const found of all) expect(found).toEqual(all[0]);
  });

  it("is refused to guests, whatever they search", async () => {
    const finder = exchangeSearch(await filled("sqlite"));
    const guest = turnOf(null, { coordinator: true });
    expect(await finder.find(guest, "Bauantrag")).toEqual({ ok: false, reason: "notMember" });
    expect(await finder.newest(guest)).toEqual({ ok: false, reason: "notMember" });
  });

  it("learns the words again only after a change, and in a large register at most once a minute", async () => {
    let learned = 0;
    let words = ["hundesteu"];
    let mark = "1";
    const finder = exchangeSearch({
      ...(await filled("sqlite")),
      state: async () => ({ count: 25, mark }),
      vocabulary: async () => {
        learned += 1;
        return words;
      },
    });
    const search = (at: number) => finder.find({ ...turn, now: NOON + at }, "Hundesteuer");
    await search(0);
    await search(1);
    expect(learned).toBe(1);
    words = Array.from({ length: 6_000 }, (_, at) => `wort${at}`);
    mark = "2";
    await search(2);
    mark = "3";
    await search(59_000);
    expect(learned).toBe(2);
    await Promise.all([search(60_002), search(60_002), search(60_002)]);
    expect(await search(60_003)).toMatchObject({ ok: true, value: { hits: [{ id: "hund" }] } });
    expect(learned).toBe(3);
  });
});
