import { describe, expect, it } from "vitest";
import { isLostRace } from "../src/db/lost-race.ts";
import type { Db } from "../src/db/store.ts";
import { createDirectory } from "../src/forum/directory.ts";
import { shippedOrganisations } from "../src/forum/organisations.ts";
import { forumRepository } from "../src/forum/repository.prisma.ts";
import { seatRepository } from "../src/forum/seats.repository.prisma.ts";
import { memberRepository } from "../src/member/repository.prisma.ts";
import { TRIAL_NOTICE } from "../src/privacy/trial-notice.ts";
import { seedForum } from "../src/seed.ts";
import { engines, freshUrl, openTestDb } from "./support/database.ts";

const seed = (db: Db, trial: "none" | "few" | "all") =>
  seedForum({
    config: { trial, tenants: ["tenant"], forumName: "Forum", privacy: { notice: TRIAL_NOTICE } },
    directory: createDirectory(shippedOrganisations()),
    forum: forumRepository(db),
    members: memberRepository(db),
    seats: seatRepository(db),
    write: db.write,
    isLostRace,
    now: 0,
  });
const count = async (db: Db) => ({
  organisations: await db.read.organisation.count(),
  members: await db.read.member.count(),
  seats: await db.read.seat.count(),
  held: await db.read.seat.count({ where: { delegateId: { not: null } } }),
});

describe.each(engines)("the first start on %s", (engine) => {
  it.each([
    ["none", { organisations: 38, members: 0, seats: 36, held: 0 }],
    ["few", { organisations: 38, members: 6, seats: 6, held: 6 }],
    ["all", { organisations: 38, members: 1, seats: 36, held: 1 }],
  ] as const)("fills the store (trial: %s), and a second one changes nothing", async (trial, expected) => {
    const db = await openTestDb(await freshUrl(engine));
    await seed(db, trial);
    expect(await count(db)).toEqual(expected);
    await db.write((tx) => tx.seat.updateMany({ data: { delegateId: null } }));
    await seed(db, trial);
    expect(await count(db)).toEqual({ ...expected, held: 0 });
  });

  it("of four processes at once fills it once", async () => {
    const url = await freshUrl(engine);
    const opened = await Promise.all(Array.from({ length: 4 }, () => openTestDb(url)));
    await Promise.all(opened.map((db) => seed(db, "few")));
    for (const db of opened)
      expect(await count(db)).toEqual({ organisations: 38, members: 6, seats: 6, held: 6 });
  });
});
