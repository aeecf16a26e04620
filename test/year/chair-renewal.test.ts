import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { engines, freshDb } from "../support/database.ts";
import { CARER, CHANNEL, processOn, settled } from "./parties.ts";

describe.each(engines)("chair, renewal and digest on %s", (engine) => {
  let db: Db;
  let bot: ReturnType<typeof processOn>;
  beforeEach(async () => {
    db = await freshDb(engine);
    await settled(db);
    bot = processOn(db);
    // Somebody is in the chair, and the program runs since the end of 2025.
    await bot.elects("w-1", "2025-12-01", "2026-12-01");
    await runAt("2025-12-30T12:00");
  });

  const runAt = (wallClock: string) => bot.run(instantOf(wallClock));
  describe("when a term has ended", () => {
    const expired = `year|chair|expired|w-1|${CARER}`;

    it("alerts on the first working day after it, with one button to the election", async () => {
      await runAt("2026-12-02T08:59");
      expect(await bot.keys()).not.toContain(expired);
      await runAt("2026-12-02T09:00");
      const read = await bot.reads(expired, instantOf("2026-12-02T09:00"));
      expect(read).toContain("Die Amtszeit von Erika Beispiel ging bis zum 01.12.2026.");
      expect(read).toContain('"verb":"election.form"');
    });

    it("waits for an election that runs, and alerts when it leads to nobody", async () => {
      await bot.starts("w-2", instantOf("2026-11-20T09:00"));
      await runAt("2026-12-02T09:00");
      expect(await bot.keys()).not.toContain(expired);
      await bot.starts("w-2", instantOf("2026-11-20T09:00"), "not_elected");
      await runAt("2026-12-10T15:00");
      expect(await bot.keys()).toContain(expired);
      await bot.elects("w-3", "2026-12-11", "2027-12-11");
      expect(await bot.reads(expired, instantOf("2026-12-11T12:00"))).toBe("superseded");
    });

    it("says it again at the start of each quarter without a chair", async () => {
      await runAt("2026-12-02T09:00");
      await runAt("2027-01-04T09:00");
      await runAt("2027-04-01T09:00");
      const chair = (await bot.keys()).filter((key) => key.startsWith("year|chair"));
      expect(chair).toEqual([
        expired,
        `year|chair|none|2027-01-01|${CARER}`,
        `year|chair|none|2027-04-01|${CARER}`,
      ]);
    });
  });

  it("says that there is no chair where there never was one", async () => {
    const other = await freshDb(engine);
    await settled(other);
    const alone = processOn(other);
    await alone.run(instantOf("2026-03-20T12:00"));
    await alone.run(instantOf("2026-04-01T09:00"));
    const key = `year|chair|none|2026-04-01|${CARER}`;
    expect(await alone.reads(key, instantOf("2026-04-01T09:00"))).toContain("Das Forum hat keinen Vorsitz");
    await alone.starts("w", instantOf("2026-04-01T10:00"));
    expect(await alone.reads(key, instantOf("2026-04-01T10:00"))).toBe("superseded");
  });

  it("tells of the renewal: who may end it, who takes part, who leaves", async () => {
    await runAt("2026-10-01T09:00");
    const now = instantOf("2026-10-01T09:00");
    const key = (who: string) => `year|renewal|2026|october|${who}`;
    expect((await bot.keys()).filter((one) => one.startsWith("year|renewal"))).toEqual(
      [key("m-kandern"), key(CARER)].sort(),
    );
    const read = await bot.reads(key(CARER), now);
    for (const said of [
      "Stadt Kandern, Stadt Lörrach, Stadt Schopfheim und Stadt Todtnau.",
      "Jede beteiligte Kommune kann für sich kündigen.",
      "31.12.2026",
      "Absatz 8",
      "year.askTell",
    ])
      expect(read).toContain(said);
    const chair = await bot.reads(key("m-kandern"), now);
    expect(chair).not.toContain("year.askTell");
    expect(chair).toContain("Kündigungen erfasst die Koordination.");
    expect(await bot.reads(key(CARER), instantOf("2027-01-01T00:00"))).toBe("superseded");
    await runAt("2027-01-01T00:00");
    const renewed = `year|renewal|2026|effective|${CARER}`;
    expect((await bot.told()).find((one) => one.key === renewed)?.dueAt).toBe(instantOf("2027-01-04T09:00"));
    expect(await bot.reads(renewed, instantOf("2027-01-04T09:00"))).toContain(
      "bis zum 31.12.2027 verlängert",
    );
    const row = await db.read.calendarNote.findUnique({ where: { key: "renewal|2026|effective" } });
    expect(row).toMatchObject({ sent: true, settledAt: new Date(instantOf("2027-01-01T00:00")) });
  });

  it("gives the digest to the channel and to whoever holds a seat when it is sent", async () => {
    await runAt("2026-04-01T09:00");
    const now = instantOf("2026-04-01T09:00");
    const key = (who: string) => `year|digest|2026-01-01|${who}`;
    for (const who of [CHANNEL, "m-kandern", "m-loerrach", "m-schopfheim"])
      expect(await bot.reads(key(who), now)).toContain("Überblick: 1. Quartal 2026");
    expect(await bot.reads(key("m-kandern"), now)).toContain("mitteilungen");
    expect(await bot.reads(key(CHANNEL), now)).not.toContain("mitteilungen");
    await db.write(async (tx) => {
      await tx.seat.update({ where: { party: "kandern" }, data: { delegateId: null } });
      await tx.forum.update({ where: { id: 1 }, data: { channelId: null } });
    });
    expect(await bot.reads(key("m-kandern"), now)).toBe("notEntitled");
    expect(await bot.reads(key(CHANNEL), now)).toBe("notEntitled");
  });
});
