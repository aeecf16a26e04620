import { describe, expect, it } from "vitest";
import { applyOnce, findApplied, pruneAppliedActions } from "../../src/db/applied-action.prisma.ts";
import { uniqueConflict } from "../../src/db/lost-race.ts";
import type { Db } from "../../src/db/store.ts";
import { engines, freshDb, freshUrl, openTestDb } from "../support/database.ts";

const organisation = (key: string) => ({
  key,
  name: key,
  kind: "Gemeinde",
  party: true,
  validFrom: "2021-10-15",
});
const at = new Date(0);
const group = (id: string, nameKey: string) => ({
  data: { id, name: id, nameKey, topic: "", purpose: "", contact: "", createdAt: at, updatedAt: at },
});

/** The error of a write that is refused; a write that is not refused fails the test. */
const errorOf = (write: Promise<unknown>): Promise<unknown> =>
  write.then(
    () => expect.unreachable("the write was not refused"),
    (error: unknown) => error,
  );

describe.each(engines)("a lost race on %s", (engine) => {
  it("is named by its unique key", async () => {
    const db = await freshDb(engine);
    await db.write((tx) => tx.workingGroup.create(group("a", "it")));
    const taken = await errorOf(db.write((tx) => tx.workingGroup.create(group("b", "it"))));
    expect(uniqueConflict(taken)).toBe("WorkingGroup_nameKey_key");
  });

  it("is named by all the columns of its unique key", async () => {
    const db = await freshDb(engine);
    const member = (id: string) => ({
      data: {
        ...{
          id,
          tenantId: "t",
          aadObjectId: "o",
          teamsUserId: "29:x",
          name: "Hauptamt",
          organisationKey: "a",
        },
        ...{ createdAt: at, updatedAt: at },
      },
    });
    await db.write(async (tx) => {
      await tx.organisation.create({ data: organisation("a") });
      await tx.member.create(member("1"));
    });
    const taken = await errorOf(db.write((tx) => tx.member.create(member("2"))));
    expect(uniqueConflict(taken)).toBe("Member_tenantId_aadObjectId_key");
  });

  it("is told apart from a repeated id", async () => {
    const db = await freshDb(engine);
    await db.write((tx) => tx.workingGroup.create(group("a", "it")));
    const repeated = await errorOf(db.write((tx) => tx.workingGroup.create(group("a", "other"))));
    expect(uniqueConflict(repeated)).toBe("WorkingGroup_pkey");
  });

  it("is not what a broken reference, a CHECK or another fault is", async () => {
    const db = await freshDb(engine);
    const reference = db.write((tx) =>
      tx.groupMember.create({ data: { groupId: "x", memberId: "y", joinedAt: at } }),
    );
    expect(uniqueConflict(await errorOf(reference))).toBeNull();
    const check = db.write((tx) =>
      tx.organisation.create({ data: { ...organisation("a"), kind: "Planet" } }),
    );
    expect(uniqueConflict(await errorOf(check))).toBeNull();
    expect(uniqueConflict(new Error("P2002"))).toBeNull();
    expect(uniqueConflict(null)).toBeNull();
  });
});

describe.each(engines)("an act with a key on %s", (engine) => {
  const act = (db: Db, key: string, made: string) =>
    db.write((tx) =>
      applyOnce(tx, key, "test.make", 0, async () => {
        await tx.organisation.create({ data: organisation(made) });
        return made;
      }),
    );

  it("is applied once, and answers a repetition with what it made", async () => {
    const db = await freshDb(engine);
    expect(await act(db, "k", "first")).toEqual({ subject: "first", again: false });
    expect(await act(db, "k", "second")).toEqual({ subject: "first", again: true });
    expect(await db.read.organisation.count()).toBe(1);
    expect(await findApplied(db.read, "k", "test.make")).toBe("first");
    expect(await findApplied(db.read, "other", "test.make")).toBeNull();
  });

  it("is another act when another kind comes with the same key, and that one is applied once, too", async () => {
    const db = await freshDb(engine);
    const other = (made: string) => db.write((tx) => applyOnce(tx, "k", "test.other", 0, async () => made));
    expect(await act(db, "k", "first")).toEqual({ subject: "first", again: false });
    expect(await other("second")).toEqual({ subject: "second", again: false });
    expect(await other("third")).toEqual({ subject: "second", again: true });
    expect(await act(db, "k", "fourth")).toEqual({ subject: "first", again: true });
    expect(await findApplied(db.read, "k", "test.make")).toBe("first");
    expect(await findApplied(db.read, "k", "test.other")).toBe("second");
    expect(await findApplied(db.read, "k", "test.none")).toBeNull();
  });

  it("is applied once when two processes are asked twenty times at the same moment", async () => {
    const url = await freshUrl(engine);
    const replicas = [await openTestDb(url), await openTestDb(url)];
    const asked = Array.from({ length: 20 }, (_, n) => act(replicas[n % 2] as Db, "k", `made${n}`));
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => !answer.again)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.subject)).size).toBe(1);
    expect(await replicas[0]?.read.organisation.count()).toBe(1);
  });

  it("is not applied when its change is rolled back, and can be repeated", async () => {
    const db = await freshDb(engine);
    const failing = db.write((tx) =>
      applyOnce(tx, "k", "test.make", 0, () => Promise.reject(new Error("no"))),
    );
    await expect(failing).rejects.toThrow("no");
    expect(await findApplied(db.read, "k", "test.make")).toBeNull();
    expect(await act(db, "k", "made")).toEqual({ subject: "made", again: false });
  });

  it("is forgotten after its time, and not before", async () => {
    const db = await freshDb(engine);
    await db.write((tx) => applyOnce(tx, "old", "test.make", 1_000, async () => "o"));
    await db.write((tx) => applyOnce(tx, "new", "test.make", 2_000, async () => "n"));
    expect(await pruneAppliedActions(db, 2_000)).toBe(1);
    expect(await findApplied(db.read, "old", "test.make")).toBeNull();
    expect(await findApplied(db.read, "new", "test.make")).toBe("n");
  });
});
