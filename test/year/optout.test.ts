import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import type { Notice, Render } from "../../src/outbox/notice.ts";
import { text } from "../../src/turn/reply.ts";
import { optOutRepository } from "../../src/year/optout/repository.prisma.ts";
import { TOPICS, topicOf, unwanted } from "../../src/year/optout/topics.ts";
import { respectingOptOut, wantedBy } from "../../src/year/optout/wanted.ts";
import { engines, freshDb } from "../support/database.ts";
import { processOn, settled } from "./parties.ts";

const NOW = Date.UTC(2026, 2, 2, 11);

describe("what can be switched off", () => {
  it.each([
    "election.ballot",
    "election.reminder",
    "election.news",
    "election.term",
    "decision.ballot",
    "decision.opened",
    "meeting.cancelled",
    "meeting.moved",
    "meeting.changed",
    "year.quarter",
    "year.chair",
    "year.renewal",
    "year.partyLeft",
    "year.partyReturned",
    "rules.answered",
  ])("is not %s", (kind) => {
    expect(topicOf(kind)).toBeNull();
  });

  it("is every topic, and nothing is off when all are wanted", () => {
    expect(unwanted(TOPICS)).toEqual([]);
    expect(unwanted([])).toEqual(TOPICS);
    expect(topicOf("meeting.stage")).toBe("reminders");
  });
});

describe.each(engines)("messages that somebody has switched off on %s", (engine) => {
  let db: Db;
  beforeEach(async () => {
    db = await freshDb(engine);
    await settled(db);
  });

  it("are not sent to that member, and to everybody else they are", async () => {
    const store = optOutRepository(db);
    await db.write((tx) => store.switchOff(tx, "m-kandern", ["reminders", "digest"], NOW));
    const render: Render = async () => ({ send: text("da") });
    const kinds = ["meeting.stage", "meeting.cancelled", "year.digest", "election.ballot"];
    const renderers = respectingOptOut(wantedBy(store))(
      Object.fromEntries(kinds.map((kind) => [kind, render])),
    );
    const sends = async (kind: string, to: Notice["to"]) => {
      const notice = { key: "k", kind, subject: "s", to, dueAt: NOW, expiresAt: null };
      const rendered = await renderers[kind]?.(notice, NOW);
      return rendered && ("send" in rendered ? "sent" : rendered.drop);
    };
    expect(await sends("meeting.stage", { member: "m-kandern" })).toBe("notEntitled");
    expect(await sends("year.digest", { member: "m-kandern" })).toBe("notEntitled");
    expect(await sends("meeting.cancelled", { member: "m-kandern" })).toBe("sent");
    expect(await sends("election.ballot", { member: "m-kandern" })).toBe("sent");
    expect(await sends("meeting.stage", { member: "m-loerrach" })).toBe("sent");
    expect(await sends("year.digest", { conversation: "19:forum" })).toBe("sent");
  });

  it("are kept with the day of the choice, changed as a whole, and go with the member", async () => {
    const store = optOutRepository(db);
    const choose = (topics: Parameters<typeof store.switchOff>[2], now: number) =>
      db.write((tx) => store.switchOff(tx, "m-kandern-2", topics, now));
    await choose(["reminders", "digest"], NOW);
    await choose(["digest", "polls"], NOW + 1);
    const rows = await db.read.optOut.findMany({ orderBy: { topic: "asc" } });
    expect(rows.map(({ topic, since }) => [topic, since.getTime()])).toEqual([
      ["digest", NOW],
      ["polls", NOW + 1],
    ]);
    expect(await store.off("m-kandern-2")).toEqual(["polls", "digest"]);
    await db.write(async (tx) => {
      await tx.member.delete({ where: { id: "m-kandern-2" } });
    });
    expect(await db.read.optOut.count()).toBe(0);
  });

  it("are asked for inside a transaction as well", async () => {
    const { feature } = processOn(db);
    await db.write(async (tx) => {
      await optOutRepository(db).switchOff(tx, "m-kandern", ["polls"], NOW);
      expect(await feature.isWanted("meeting.poll", "m-kandern", tx)).toBe(false);
      expect(await feature.isWanted("meeting.moved", "m-kandern", tx)).toBe(true);
    });
  });
});
