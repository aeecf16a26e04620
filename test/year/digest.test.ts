import { beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import type { Db } from "../../src/db/store.ts";
import { digestCard } from "../../src/year/digest/cards.ts";
import { spanOf } from "../../src/year/digest/digest.ts";
import { digestRepository } from "../../src/year/digest/repository.prisma.ts";
import { readDigest } from "../../src/year/digest/service.ts";
import { textOf } from "../support/card.ts";
import { engines, freshDb } from "../support/database.ts";
import { CARER, partyName, processOn, settled } from "./parties.ts";

const Q1 = { year: 2026, quarter: 1 } as const;
const NOW = instantOf("2026-04-01T09:00");

describe.each(engines)("what a digest reads on %s", (engine) => {
  let db: Db;
  beforeEach(async () => {
    db = await freshDb(engine);
    await settled(db);
  });

  it("is what lies in the quarter by the clock in Berlin, without what is deleted or cancelled", async () => {
    const bot = processOn(db);
    const at = (wallClock: string) => new Date(instantOf(wallClock));
    await db.write(async (tx) => {
      const group = { topic: "T", purpose: "P", contact: "K", createdAt: at("2025-01-01T12:00") };
      await tx.workingGroup.create({
        data: { id: "g", name: "Bauen", nameKey: "bauen", ...group, updatedAt: group.createdAt },
      });
      const record = (id: string, recordedAt: string, more: { groupId?: string; deletedAt?: Date } = {}) =>
        tx.exchange.create({
          data: {
            ...{ id, kind: "process", title: `Titel ${id}`, text: "Text", stage: "idea", revision: 1 },
            ...{ organisationKey: "kandern", recordedById: CARER, recordedAt: at(recordedAt), ...more },
          },
        });
      await record("before", "2025-12-31T23:59", { groupId: "g" });
      for (const day of [1, 2, 3, 4, 5, 6])
        await record(`g${day}`, `2026-01-0${day}T00:00`, { groupId: "g" });
      await record("last", "2026-03-31T23:59");
      await record("gone", "2026-02-01T12:00", { groupId: "g", deletedAt: at("2026-02-02T12:00") });
      await record("after", "2026-04-01T00:00", { groupId: "g" });
      const decided = (number: number, state: "accepted" | "cancelled", settledAt: string) =>
        tx.decision.create({
          data: {
            ...{ id: `d${number}`, number, title: `Antrag ${number}`, text: "Text", way: "vote", state },
            ...{ majority: "simple", quorum: 2, entitled: 4, createdById: CARER },
            ...{ createdAt: at(settledAt), closesAt: at(settledAt), settledAt: at(settledAt) },
          },
        });
      await decided(1, "accepted", "2025-12-31T23:00");
      await decided(2, "accepted", "2026-03-29T03:00");
      await decided(3, "cancelled", "2026-03-01T12:00");
      const ticket = { question: "Wer ist zuständig für Herrn Geheim", reason: "x", conversationId: "a:1" };
      for (const [number, state] of [
        [1, "open"],
        [2, "taken"],
        [3, "closed"],
      ] as const)
        await tx.rulesTicket.create({
          data: {
            ...{ id: `t${number}`, number, state, askedAt: at("2026-01-01T12:00"), ...ticket },
            ...(state === "taken" ? { takenById: CARER, takenAt: at("2026-01-02T12:00") } : {}),
            ...(state === "closed" ? { settledAt: at("2026-01-02T12:00"), closedReason: "x" } : {}),
          },
        });
      const item = (id: string, title: string, ticketId: string | null, meetingId: string | null) =>
        tx.agendaItem.create({
          data: { id, title, ticketId, meetingId, position: 1, createdAt: at("2026-01-05T12:00") },
        });
      await item("i1", "Zuständigkeit", "t1", null);
      await item("i2", "Anderes", null, null);
      await item("i3", "Erledigt", "t9", "held");
    });
    await bot.plans({ id: "held", startsAt: "2026-03-31T22:30" });
    await bot.plans({ id: "off", startsAt: "2026-02-18T09:00" });
    await bot.cancels("off", instantOf("2026-02-01T12:00"));
    await bot.plans({ id: "next", startsAt: "2026-05-20T09:00" });
    await bot.elects("w-1", "2026-03-02", "2027-03-02");
    await bot.elects("w-0", "2025-03-01", "2026-03-01");
    const digest = await readDigest(digestRepository(db), Q1, NOW);
    expect(digest).toEqual({
      quarter: Q1,
      records: [
        {
          group: "Bauen",
          count: 6,
          newest: [6, 5, 4, 3, 2].map((day) => ({ title: `Titel g${day}`, organisation: "kandern" })),
        },
        { group: null, count: 1, newest: [{ title: "Titel last", organisation: "kandern" }] },
      ],
      decisions: [{ number: 2, title: "Antrag 2", state: "accepted", group: null }],
      elections: [{ office: "chair", state: "elected", winner: "Erika Beispiel" }],
      questions: { count: 2, onAgenda: ["Zuständigkeit"] },
      dates: { held: ["2026-03-31T22:30"], coming: ["2026-05-20T09:00"] },
    });
    // The wording of a question stays between those who asked and the coordination.
    expect(textOf(digestCard({ digest, nameOf: partyName, personal: false }))).not.toContain("Geheim");
    expect(spanOf(Q1).to).toBe(instantOf("2026-04-01T00:00"));
  });

  it("is rendered from what is there when it is sent", async () => {
    const bot = processOn(db);
    await bot.run(instantOf("2026-03-31T12:00"));
    await bot.run(NOW);
    const key = "year|digest|2026-01-01|m-kandern";
    expect(await bot.reads(key, NOW)).toContain("keine neuen Beiträge");
    await bot.plans({ id: "held", startsAt: "2026-02-18T09:00" });
    expect(await bot.reads(key, NOW)).toContain("Stattgefunden: 18.02.2026.");
  });
});
