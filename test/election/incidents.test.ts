import { describe, expect, it } from "vitest";
import { createIncidents } from "../../src/election/incidents.ts";
import { CLOSES, memberOf, openHall, START, turnOf } from "./hall.ts";

const MINUTE = 60_000;
const one = { electionId: "e", round: 1 };

describe("votes that came twice or too late", () => {
  it("are counted by round and handed out at most every 15 minutes", () => {
    const incidents = createIncidents();
    expect(incidents.take(0)).toEqual([]);
    incidents.note(one, "late");
    incidents.note(one, "late");
    incidents.note({ ...one, round: 2 }, "duplicates");
    expect(incidents.take(MINUTE)).toEqual([
      { name: one, duplicates: 0, late: 2 },
      { name: { ...one, round: 2 }, duplicates: 1, late: 0 },
    ]);
    incidents.note(one, "late");
    expect(incidents.take(15 * MINUTE)).toEqual([]);
    expect(incidents.take(16 * MINUTE)).toEqual([{ name: one, duplicates: 0, late: 1 }]);
    expect(incidents.take(60 * MINUTE)).toEqual([]);
  });

  it("stand in the round as numbers, with nothing of who or when", async () => {
    const hall = await openHall("sqlite", { seats: 6 });
    const name = await hall.opens();
    const { token, pending } = await hall.reviews(name, "binzen", "Kandern");
    const late = await hall.reviews(name, "aitern", "Kandern");
    const cast = (party: string, card: typeof late, now: number) =>
      hall.service.cast(turnOf(memberOf(party), now), name, card.token, card.pending);
    for (let press = 0; press < 3; press += 1)
      expect(
        (await hall.service.cast(turnOf(memberOf("binzen"), START + MINUTE), name, token, pending)).ok,
      ).toBe(true);
    expect(await cast("aitern", late, CLOSES)).toMatchObject({ reason: "closed" });
    await hall.service.timers.writeIncidents(CLOSES + MINUTE);
    const where = { electionId_number: { electionId: name.electionId, number: 1 } };
    expect(await hall.db.read.electionRound.findUnique({ where })).toMatchObject({ duplicates: 2, late: 1 });
  });
});
