import { describe, expect, it } from "vitest";
import type { Db, Tx } from "../../src/db/store.ts";
import { engines, freshDb } from "../support/database.ts";

const at = new Date(0);
const party = { key: "a", name: "Gemeinde", kind: "Gemeinde", party: true, validFrom: "2021-10-15" };
const ids = { tenantId: "t", serviceUrl: "https://example.org/", botId: "b" };
const item = { id: "i", key: "k", kind: "test.told", subject: "s", conversationId: "c", dueAt: at };

const refused: readonly (readonly [string, (tx: Tx) => Promise<unknown>])[] = [
  ["a second Forum", (tx) => tx.forum.create({ data: { id: 2, name: "Forum" } })],
  ["an unknown kind of organisation", (tx) => tx.organisation.create({ data: { ...party, kind: "Verein" } })],
  [
    "a party that is no municipality",
    (tx) => tx.organisation.create({ data: { ...party, kind: "Zweckverband" } }),
  ],
  ["an organisation without a name", (tx) => tx.organisation.create({ data: { ...party, name: " " } })],
  ["a date that is none", (tx) => tx.organisation.create({ data: { ...party, validFrom: "15.10.2021" } })],
  [
    "an end before the beginning",
    (tx) => tx.organisation.create({ data: { ...party, validTo: "2021-10-14" } }),
  ],
  ["a message to nobody", (tx) => tx.outboxItem.create({ data: { ...item, conversationId: null } })],
  ["a message to two", (tx) => tx.outboxItem.create({ data: { ...item, memberId: "m" } })],
  [
    "a settled message without its instant",
    (tx) => tx.outboxItem.create({ data: { ...item, state: "expired" } }),
  ],
  ["a claim without an end", (tx) => tx.outboxItem.create({ data: { ...item, claimedBy: "p" } })],
  [
    "a settled message that keeps its payload",
    (tx) => tx.outboxItem.create({ data: { ...item, state: "delivered", settledAt: at, payload: { a: 1 } } }),
  ],
  [
    "an act without a key",
    (tx) => tx.appliedAction.create({ data: { key: "", kind: "k", subject: "s", at } }),
  ],
  [
    "a personal chat that is a working group's",
    async (tx) => {
      const texts = { name: "g", nameKey: "g", topic: "", purpose: "", contact: "" };
      await tx.workingGroup.create({ data: { id: "g", ...texts, createdAt: at, updatedAt: at } });
      await tx.conversation.create({ data: { id: "c", kind: "personal", groupId: "g", ...ids } });
    },
  ],
];

async function record(tx: Tx, change: { title?: string; revision?: number }): Promise<void> {
  await tx.organisation.create({ data: party });
  const person = {
    tenantId: "t",
    aadObjectId: "o",
    teamsUserId: "29:o",
    name: "Hauptamt",
    organisationKey: "a",
  };
  await tx.member.create({ data: { id: "m", ...person, createdAt: at, updatedAt: at } });
  const exchange = { kind: "service", title: "Titel", text: "", stage: "idea", revision: 1 } as const;
  const by = { organisationKey: "a", recordedById: "m", recordedAt: at };
  await tx.exchange.create({ data: { id: "e", ...exchange, ...by, ...change } });
}

/** Names of the conditions the database knows; SQLite keeps them only in the text of its tables. */
async function conditions(db: Db): Promise<readonly string[]> {
  if (db.engine === "postgresql") {
    const rows = await db.read.$queryRaw<{ name: string }[]>`
      SELECT conname::text AS name FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 AND conname LIKE '%_check'`;
    return rows.map((row) => row.name).sort();
  }
  const tables = await db.read.$queryRaw<
    { sql: string }[]
  >`SELECT sql FROM sqlite_master WHERE type = 'table'`;
  return tables
    .flatMap(({ sql }) => [...sql.matchAll(/"(\w+_check)" CHECK/g)].map((match) => match[1] ?? ""))
    .sort();
}

describe.each(engines)("the database itself on %s", (engine) => {
  it.each(refused)("refuses %s", async (_what, write) => {
    const db = await freshDb(engine);
    await expect(db.write(write)).rejects.toThrow(/check constraint/i);
  });

  it("takes a record with a title and a first revision, and refuses one without", async () => {
    const db = await freshDb(engine);
    await expect(db.write((tx) => record(tx, { title: "  " }))).rejects.toThrow(/check constraint/i);
    await expect(db.write((tx) => record(tx, { revision: 0 }))).rejects.toThrow(/check constraint/i);
    await db.write((tx) => record(tx, {}));
    expect(await db.read.exchange.count()).toBe(1);
  });

  it("knows every condition written by hand", async () => {
    // A table that a later migration builds anew loses them on SQLite, unless they are written again.
    const names = await conditions(await freshDb(engine));
    expect(names).toHaveLength(66);
    expect(names).toContain("OutboxItem_recipient_check");
    expect(names).toContain("Exchange_revision_check");
  });
});
