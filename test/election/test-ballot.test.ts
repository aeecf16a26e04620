/** Probestimmen: a voter opens a paper instead of casting it, checks its receipt, and votes with another one. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Engine } from "../../src/db/url.ts";
import { engines } from "../support/database.ts";
import { CLOSES, memberOf, openHall, START, turnOf } from "./hall.ts";

const reasonOf = (done: { ok: boolean; reason?: string }) => (done.ok ? "ok" : done.reason);
const MINUTE = 60_000;

/** A Forum whose rule allows tests. */
async function hallWith(engine: Engine, testBallot: boolean) {
  const hall = await openHall(engine, { seats: 6 });
  const saved = { savedById: "co", savedAt: new Date(START) };
  await hall.db.write((tx) =>
    tx.electionRule.create({ data: { version: 1, settings: { testBallot }, ...saved } }),
  );
  const name = await hall.opens();
  const turn = (party: string) => turnOf(memberOf(party), START + MINUTE);
  const tests = (party: string, { token, pending }: { token: string; pending: string }) =>
    hall.service.test(turn(party), name, token, pending);
  const casts = (party: string, { token, pending }: { token: string; pending: string }) =>
    hall.service.cast(turn(party), name, token, pending);
  return { hall, name, tests, casts };
}

describe.each(engines)("a test ballot on %s", (engine) => {
  it("shows what gives the receipt, and that paper is never cast; another one is", async () => {
    const { hall, name, tests, casts } = await hallWith(engine, true);
    const paper = await hall.reviews(name, "binzen", "Kandern");
    const shown = await tests("binzen", paper);
    if (!shown.ok) throw new Error(shown.reason);
    const { choice, salt, receipt } = shown.value;
    expect([choice, receipt]).toEqual(["Kandern", paper.receipt]);
    const text = `forum-stimme/v1|${name.electionId}|1|${choice}|${salt}`;
    const hash = createHash("sha256").update(text).digest("hex");
    expect(receipt.replaceAll("-", "")).toBe(hash.slice(0, 12));
    expect(reasonOf(await casts("binzen", paper))).toBe("tested");
    expect(reasonOf(await tests("binzen", paper))).toBe("tested");
    expect([await hall.flags(name), (await hall.ballots(name)).length]).toEqual([0, 0]);
    expect(reasonOf(await hall.votes(name, "binzen", "Schopfheim"))).toBe("ok");
    await hall.service.closeDue(CLOSES + 2_000);
    expect((await hall.roundOf(name)).result).toMatchObject({ present: 1 });
    expect(await hall.db.read.registerEntry.count({ where: { tested: { not: null } } })).toBe(0);
  });

  it("is refused where the rule does not know it, for others, and after the vote", async () => {
    const off = await hallWith(engine, false);
    const plain = await off.hall.reviews(off.name, "binzen", "Kandern");
    expect(reasonOf(await off.tests("binzen", plain))).toBe("no-test");
    const { hall, name, tests, casts } = await hallWith(engine, true);
    const paper = await hall.reviews(name, "binzen", "Kandern");
    expect(reasonOf(await tests("aitern", paper))).toBe("foreign-action");
    expect(reasonOf(await casts("binzen", paper))).toBe("ok");
    expect(reasonOf(await tests("binzen", paper))).toBe("already-voted");
    expect((await hall.ballots(name)).length).toBe(1);
  });

  it("never opens a paper that is cast at the same moment", async () => {
    const { hall, name, tests, casts } = await hallWith(engine, true);
    for (const [number, party] of hall.seated.slice(0, 3).entries()) {
      const paper = await hall.reviews(name, party, "Kandern");
      const both = [() => tests(party, paper), () => casts(party, paper)];
      if (number % 2) both.reverse();
      const done = await Promise.all(both.map((act) => act()));
      expect(done.filter((one) => one.ok)).toHaveLength(1);
    }
    expect(await hall.flags(name)).toBe((await hall.ballots(name)).length);
  });
});
