import { beforeEach, describe, expect, it } from "vitest";
import { isLostRace } from "../../src/db/lost-race.ts";
import type { Db } from "../../src/db/store.ts";
import { draftOf, EMPTY_DRAFT, type Result } from "../../src/exchange/exchange.ts";
import { objections } from "../../src/exchange/message/objection.service.ts";
import { exchangeService } from "../../src/exchange/service.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import { engines, freshDb } from "../support/database.ts";
import { content, inChannel, NOON, settle, turnOf } from "./records.ts";

const NOTICE = TRIAL_NOTICE.version;

const draft = draftOf(content());
const kandern = turnOf("kandern");
const schopfheim = turnOf("schopfheim");
const coordinator = turnOf("schopfheim", { coordinator: true });

const idOf = (result: Result): string => {
  if (!result.ok) throw new Error(`refused: ${result.problems.join(", ")}`);
  return result.value.id;
};
const problemsOf = (result: Result) => (result.ok ? [] : result.problems);

describe.each(engines)("records on %s", (engine) => {
  let db: Db;
  let world: Awaited<ReturnType<typeof settle>>;
  let service: ReturnType<typeof exchangeService>;
  beforeEach(async () => {
    db = await freshDb(engine);
    world = await settle(db);
    service = exchangeService({ ...world.deps, write: twice });
  });

  /** As the program does: who was too late decides anew. */
  const twice: Db["write"] = (body) =>
    db.write(body).catch((error) => (isLostRace(error) ? db.write(body) : Promise.reject(error)));
  const record = (key: string, turn = kandern, byForm = false) =>
    service.record(turn, { key, draft, byForm });
  const change = (turn: typeof kandern, key: string, id: string, revision: number, title: string) =>
    service.change(turn, { key, id, revision, draft: { ...draft, title } });

  it("makes one record of many deliveries at once, and gives all the same answer", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => record("k")));
    expect(new Set(all.map(idOf)).size).toBe(1);
    expect(await db.read.exchange.count()).toBe(1);
  });

  it("makes two records of two messages with the same words", async () => {
    expect(idOf(await record("k1"))).not.toBe(idOf(await record("k2")));
  });

  it("puts a record into the group of the channel, and tells the thread when a form was used", async () => {
    const typed = await record("k1", inChannel(kandern));
    expect(typed).toMatchObject({ value: { organisation: "kandern", group: { id: "g-1", name: "Bauen" } } });
    expect(world.notices).toEqual([]);
    const id = idOf(await record("k2", inChannel(kandern), true));
    await record("k2", inChannel(kandern), true);
    expect(world.notices).toEqual([
      {
        key: `exchange.recorded|${id}`,
        kind: "exchange.recorded",
        subject: id,
        to: { conversation: "19:bau@thread.tacv2", threadId: "77" },
        dueAt: NOON,
        expiresAt: NOON + 86_400_000,
      },
    ]);
  });

  it("belongs to no group and tells nobody in the personal chat", async () => {
    expect(await record("k", kandern, true)).toMatchObject({ value: { group: null } });
    expect(world.notices).toEqual([]);
  });

  it("makes a guest a member together with the record, or neither", async () => {
    const guest = turnOf(null);
    const say = (organisation: string, said = draft) =>
      service.record(guest, { key: "k", draft: said, organisation, shownNotice: NOTICE, byForm: true });
    expect(problemsOf(await say(""))).toEqual(["organisationMissing"]);
    expect(problemsOf(await say("atlantis"))).toEqual(["organisationUnknown"]);
    expect(problemsOf(await say("kandern", { ...draft, title: "" }))).toEqual(["titleMissing"]);
    expect(await db.read.member.count()).toBe(2);
    expect(await say("komm-one")).toMatchObject({ ok: true, value: { organisation: "komm-one" } });
    expect(await db.read.member.count()).toBe(3);
  });

  it("makes nobody a member who has not seen the present privacy notice, or is on a list already", async () => {
    const asked = { key: "k", draft, organisation: "kandern", byForm: true };
    expect(problemsOf(await service.record(turnOf(null), asked))).toEqual(["noticeChanged"]);
    const old = { ...asked, shownNotice: "alt" };
    expect(problemsOf(await service.record(turnOf(null), old))).toEqual(["noticeChanged"]);
    const listed = exchangeService({ ...world.deps, isStranger: async () => false });
    const fresh = { ...asked, shownNotice: NOTICE };
    expect(problemsOf(await listed.record(turnOf(null), fresh))).toEqual(["notMember"]);
    expect([await db.read.member.count(), await db.read.exchange.count()]).toEqual([2, 0]);
  });

  it("stores neither person nor record when the notice cannot be written", async () => {
    const failing = exchangeService({
      ...world.deps,
      enqueue: async () => Promise.reject(new Error("full")),
    });
    const asked = { key: "k", draft, organisation: "kandern", shownNotice: NOTICE, byForm: true };
    await expect(failing.record(inChannel(turnOf(null)), asked)).rejects.toThrow("full");
    expect([await db.read.member.count(), await db.read.exchange.count()]).toEqual([2, 0]);
    expect(await db.read.appliedAction.count()).toBe(0);
  });

  it("is changed by its recorder and by a coordinator, by nobody else", async () => {
    const id = idOf(await record("k"));
    expect(problemsOf(await change(schopfheim, "a", id, 1, "Fremd"))).toEqual(["notYours"]);
    expect(problemsOf(await service.open(schopfheim, id))).toEqual(["notYours"]);
    expect(problemsOf(await service.remove(schopfheim, id, 1))).toEqual(["notYours"]);
    expect(await change(kandern, "b", id, 1, "Eigen")).toMatchObject({
      value: { title: "Eigen", revision: 2 },
    });
    expect(await change(coordinator, "c", id, 2, "Amtlich")).toMatchObject({ value: { revision: 3 } });
    expect(await service.open(coordinator, id)).toMatchObject({ ok: true });
  });

  it("asks a guest and a coordinator without organisation who they are", async () => {
    const id = idOf(await record("k"));
    for (const turn of [turnOf(null), turnOf(null, { coordinator: true })]) {
      expect(problemsOf(await change(turn, "a", id, 1, "Nein"))).toEqual(["notMember"]);
      expect(problemsOf(await service.open(turn, id))).toEqual(["notMember"]);
      expect(problemsOf(await service.show(turn, id))).toEqual(["notMember"]);
    }
  });

  it("lets one of two editors win and tells the other; the winner's form twice is one change", async () => {
    const id = idOf(await record("k"));
    const both = [
      change(kandern, "form-a", id, 1, "Fassung A"),
      change(coordinator, "form-b", id, 1, "Fassung B"),
    ];
    const results = await Promise.all(both);
    expect(results.flatMap(problemsOf)).toEqual(["changedMeanwhile"]);
    const winner = results[0]?.ok ? (["form-a", kandern] as const) : (["form-b", coordinator] as const);
    expect(await change(winner[1], winner[0], id, 1, "Noch einmal")).toMatchObject({
      ok: true,
      value: { revision: 2 },
    });
  });

  it("stores nothing of a change with mistakes", async () => {
    const id = idOf(await record("k"));
    const wrong = await service.change(kandern, { key: "a", id, revision: 1, draft: EMPTY_DRAFT });
    expect(problemsOf(wrong)).toEqual(["kindMissing", "titleMissing", "textMissing", "stageMissing"]);
    expect(await service.show(kandern, id)).toMatchObject({ value: { revision: 1 } });
  });

  it("is gone for all after deleting, and back after restoring", async () => {
    const id = idOf(await record("k"));
    expect(await service.remove(kandern, id, 1)).toMatchObject({ value: { deletedAt: NOON, revision: 2 } });
    expect(await service.remove(kandern, id, 1)).toMatchObject({ value: { deletedAt: NOON, revision: 2 } });
    expect(problemsOf(await service.show(schopfheim, id))).toEqual(["gone"]);
    expect(problemsOf(await service.open(kandern, id))).toEqual(["gone"]);
    expect(problemsOf(await change(kandern, "a", id, 2, "Zu spät"))).toEqual(["gone"]);
    expect(problemsOf(await service.restore(schopfheim, id, 2))).toEqual(["notYours"]);
    expect(await service.restore(kandern, id, 2)).toMatchObject({ value: { deletedAt: null, revision: 3 } });
    expect(problemsOf(await service.restore(coordinator, id, 2))).toEqual(["changedMeanwhile"]);
    expect(problemsOf(await service.remove(coordinator, id, 1))).toEqual(["changedMeanwhile"]);
    expect(await service.show(schopfheim, id)).toMatchObject({ ok: true });
  });

  const message = {
    ...{ id: "9", rootId: "7", at: NOON, link: null },
    author: { aadObjectId: "aad-schopfheim", name: "Bauamt Schopfheim" },
  };
  const fromMessage = (key: string, turn = inChannel(kandern), part: Partial<typeof message> = {}) =>
    service.record(turn, { key, draft, byForm: true, message: { ...message, ...part } });

  it("makes one record of a message, whoever records it and how many at once", async () => {
    const turns = [inChannel(kandern), inChannel(schopfheim), inChannel(coordinator)];
    const all = await Promise.all([...turns, ...turns].map((turn, at) => fromMessage(`k${at}`, turn)));
    expect(new Set(all.map(idOf)).size).toBe(1);
    expect(all.filter((one) => one.ok && !one.known)).toHaveLength(1);
    expect(await db.read.exchange.count()).toBe(1);
    expect(idOf(await fromMessage("other", inChannel(kandern), { id: "10" }))).not.toBe(
      idOf(all[0] as Result),
    );
  });

  it("keeps author and recorder apart, and tells the author and the thread", async () => {
    const made = await fromMessage("k");
    expect(made).toMatchObject({
      told: true,
      value: { recordedBy: { id: "m-kandern" }, source: { author: { id: "m-schopfheim" }, authorKey: null } },
    });
    const conversation = { conversation: "19:bau@thread.tacv2", threadId: "77" };
    expect(world.notices).toMatchObject([
      { kind: "exchange.recorded", to: conversation },
      { kind: "exchange.recordedYours", to: { member: "m-schopfheim" }, expiresAt: null },
    ]);
    expect(world.notices[0]).not.toHaveProperty("payload");
  });

  it("knows an author who is no member by a key, and names him or her in the confirmation only", async () => {
    const author = { aadObjectId: "aad-guest", name: "Hauptamt Gast" };
    const made = await fromMessage("k", inChannel(kandern), { author });
    expect(made).toMatchObject({ value: { source: { author: null, authorKey: "t-1|aad-guest" } } });
    expect(world.notices).toMatchObject([{ payload: { author: "Hauptamt Gast" } }]);
  });

  it("is deleted by an objection of its author alone, and restored by the author alone", async () => {
    const author = { aadObjectId: "aad-guest", name: "Hauptamt Gast" };
    const id = idOf(await fromMessage("k", inChannel(kandern), { author }));
    const acts = objections(world.deps);
    const guest = turnOf(null);
    for (const other of [kandern, schopfheim, coordinator])
      expect(problemsOf(await acts.object(other, id))).toEqual(["notAuthor"]);
    const both = await Promise.all([acts.object(guest, id), acts.object(guest, id)]);
    expect(both).toMatchObject([{ value: { revision: 2 } }, { value: { revision: 2 } }]);
    // Nobody who is no member can stand in the revisions: the recorder does.
    expect(await world.repository.revisions(id)).toMatchObject([
      { act: "objected", by: { id: "m-kandern" } },
    ]);
    expect(world.notices.filter(({ kind }) => kind === "exchange.objected")).toMatchObject([
      { to: { member: "m-kandern" } },
    ]);
    for (const other of [kandern, coordinator]) {
      expect(problemsOf(await service.restore(other, id, 2))).toEqual(["objected"]);
      expect(problemsOf(await acts.takeBack(other, id, 2))).toEqual(["notAuthor"]);
    }
    expect(problemsOf(await acts.takeBack(guest, id, 1))).toEqual(["changedMeanwhile"]);
    expect(await acts.takeBack(guest, id, 2)).toMatchObject({ value: { deletedAt: null, revision: 3 } });
    expect(await acts.object(guest, id)).toMatchObject({ value: { revision: 4 } });
    expect(problemsOf(await acts.object(guest, "x"))).toEqual(["gone"]);
    expect(problemsOf(await acts.object(guest, idOf(await record("plain"))))).toEqual(["gone"]);
  });

  it("that never was is gone", async () => {
    expect(problemsOf(await service.show(kandern, "x"))).toEqual(["gone"]);
    expect(problemsOf(await change(kandern, "a", "x", 1, "Nichts"))).toEqual(["gone"]);
    expect(problemsOf(await service.restore(kandern, "x", 1))).toEqual(["gone"]);
  });
});
