/** A store that is put back to an earlier state while a round is open would let people vote twice. */
import { describe, expect, it } from "vitest";
import { SEALED } from "../../src/election/keys.ts";
import { engines } from "../support/database.ts";
import { CLOSES, openHall, START } from "./hall.ts";

const QUARTER = 15 * 60_000;

describe.each(engines)("a store put back to an earlier state on %s", (engine) => {
  it("is noticed at the start by the votes that are missing, and the round is stopped", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    for (const party of hall.seated.slice(0, 3)) await hall.votes(name, party, "Kandern");
    await hall.service.closeDue(START + QUARTER);
    expect(await hall.keys.noted(name)).toBe(3);
    await hall.service.stopDamaged(START + QUARTER);
    expect((await hall.roundOf(name)).phase).toBe("voting");
    // What a backup of before the third vote would say: one mark and one ballot less than there were.
    await hall.keys.note(name, 4);
    await hall.service.stopDamaged(START + QUARTER);
    await hall.service.closeDue(START + QUARTER);
    expect(await hall.roundOf(name)).toMatchObject({ phase: "closed", result: { reason: "count-mismatch" } });
    expect(await hall.election(name)).toMatchObject({ state: "void" });
  });

  it("is noticed where the box had been sealed already", async () => {
    const hall = await openHall(engine, { seats: 6, deps: { settled: async () => false } });
    const name = await hall.opens();
    await hall.votes(name, hall.seated[0] ?? "", "Kandern");
    await hall.service.closeDue(CLOSES + 2_000);
    await hall.service.closeDue(CLOSES + QUARTER + 3_000);
    expect(await hall.keys.noted(name)).toBe(SEALED);
    await hall.keys.remove(name);
    expect(await hall.keys.noted(name)).toBe(0);
  });
});
