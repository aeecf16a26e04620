/** Opening early, moving an end, repeating; naming officer and scrutineers; on both stores. */
import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { CLOSES, memberOf, START } from "./hall.ts";
import { acting, type Bureau, coordinating, openBureau } from "./manage-hall.ts";

const HOUR = 3_600_000;
const LATER = { date: "2026-03-02", time: "18:00", reason: "Die Technik war gestört." };

const open: Bureau[] = [];
afterEach(async () => {
  for (const bureau of open.splice(0)) await bureau.db.close();
});

describe.each(engines)("the coordination on %s", (engine) => {
  const bureauWith = async (options: Parameters<typeof openBureau>[1] = {}) => {
    const bureau = await openBureau(engine, options);
    open.push(bureau);
    return bureau;
  };

  it("moves the end of a round: later votes count, reminders move, all are told", async () => {
    const bureau = await bureauWith();
    const name = await bureau.opens();
    const { electionId: id } = name;
    const before = await bureau.db.read.outboxItem.findMany({ where: { kind: "election.reminder" } });
    expect(await bureau.manage.checkExtension(coordinating(), id, LATER)).toEqual({
      ok: true,
      value: START + 6 * HOUR,
    });
    expect(await bureau.manage.extend(coordinating(), "f1", id, LATER)).toEqual({ ok: true, value: id });
    expect(await bureau.manage.extend(coordinating(), "f1", id, LATER)).toEqual({ ok: true, value: id });
    const round = await bureau.roundOf(name);
    expect(round.closesAt).toBe(START + 6 * HOUR);
    expect(round.extensions).toEqual([{ from: CLOSES, to: START + 6 * HOUR, reason: LATER.reason }]);
    const after = await bureau.db.read.outboxItem.findMany({ where: { kind: "election.reminder" } });
    expect(after.some((one) => before.some((old) => old.key === one.key))).toBe(false);
    expect(after.every((one) => one.traceless && one.expiresAt?.getTime() === START + 6 * HOUR)).toBe(true);
    expect(after.length % bureau.seated.length).toBe(0);
    expect(after.length).toBeGreaterThan(0);
    const papers = await bureau.db.read.outboxItem.findMany({ where: { kind: "election.ballot" } });
    expect(papers.every((one) => one.expiresAt?.getTime() === START + 6 * HOUR)).toBe(true);
    expect((await bureau.told("election.news")).length).toBe(bureau.seated.length + 1);
    await bureau.service.closeDue(CLOSES + 3000);
    expect((await bureau.roundOf(name)).phase).toBe("voting");
    expect((await bureau.votes(name, bureau.seated[0] ?? "", "Kandern", CLOSES + 1)).ok).toBe(true);
    const earlier = { ...LATER, time: "16:00" };
    expect(await bureau.manage.extend(coordinating(), "f2", id, earlier)).toEqual({
      ok: false,
      reason: "not-later",
    });
  });

  it("two extensions at once are one after the other; after the close there is none", async () => {
    const bureau = await bureauWith();
    const name = await bureau.opens();
    const ends = ["17:00", "18:00"];
    const done = await Promise.all(
      ends.map((time, number) =>
        bureau.manage.extend(coordinating(START + 60_000, number), `g${number}`, name.electionId, {
          ...LATER,
          time,
        }),
      ),
    );
    const round = await bureau.roundOf(name);
    expect(round.closesAt).toBe(START + 6 * HOUR);
    expect(round.extensions.length).toBe(done.filter((one) => one.ok).length);
    for (const [at, one] of round.extensions.entries())
      expect(one.to).toBeGreaterThan(round.extensions[at - 1]?.to ?? CLOSES);
    expect(await bureau.manage.extend(coordinating(START + 6 * HOUR), "g9", name.electionId, LATER)).toEqual({
      ok: false,
      reason: "no-open-round",
    });
  });

  it("opens early, but below the quorum only when that was confirmed", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies();
    for (const party of bureau.seated.slice(0, 5))
      await bureau.db.write((tx) => bureau.standing.free(tx, party));
    expect(await bureau.manage.view(coordinating(), id)).toMatchObject({ held: 3, entitled: 8, quorum: 4 });
    expect(await bureau.manage.open(coordinating(), id, false)).toEqual({
      ok: false,
      reason: "below-quorum",
    });
    expect(await bureau.manage.open(coordinating(), id, true)).toEqual({ ok: true, value: id });
    expect(await bureau.elections.lastRound(id)).toMatchObject({ phase: "voting", entitled: 8, quorum: 4 });
    expect(await bureau.manage.open(coordinating(), id, true)).toEqual({ ok: false, reason: "wrong-state" });
  });

  it("does nothing for anybody else", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies();
    const turn = acting(bureau.officer);
    const refused = { ok: false, reason: "not-coordinator" };
    expect(await bureau.manage.open(turn, id, true)).toEqual(refused);
    expect(await bureau.manage.repeat(turn, id)).toEqual(refused);
    expect(await bureau.manage.extend(turn, "f", id, LATER)).toEqual(refused);
    expect(await bureau.manage.checkExtension(turn, id, LATER)).toEqual(refused);
    expect(await bureau.officers.look(turn, id)).toEqual(refused);
    expect(await bureau.officers.name(turn, "f", id, { officer: "", scrutineers: [] })).toEqual(refused);
    expect(await bureau.manage.open(coordinating(), "gone", true)).toEqual({ ok: false, reason: "gone" });
  });

  it("repeats a round that was too small, with a quorum of three", async () => {
    const bureau = await bureauWith();
    const name = await bureau.counts(["Kandern"], ["Kandern", "Schopfheim"]);
    expect((await bureau.election(name)).state).toBe("void");
    const now = CLOSES + 60_000;
    expect((await bureau.manage.repeat(coordinating(now), name.electionId)).ok).toBe(true);
    expect((await bureau.manage.view(coordinating(now), name.electionId))?.quorum).toBe(3);
    expect(await bureau.manage.repeat(coordinating(now), name.electionId)).toEqual({
      ok: false,
      reason: "wrong-state",
    });
    expect((await bureau.manage.open(coordinating(now), name.electionId, false)).ok).toBe(true);
    expect(await bureau.elections.lastRound(name.electionId)).toMatchObject({
      quorum: 3,
      name: { round: 2 },
    });
  });

  it("names officer and scrutineers anew between rounds; who was in charge when stays", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies();
    const [fresh = ""] = bureau.seated;
    const [first, second] = bureau.scrutineers;
    const ids = (parties: readonly string[]) => parties.map((party) => memberOf(party).id);
    const wanted = { officer: memberOf(fresh).id, scrutineers: ids([first, second]) };
    const now = START + 2 * HOUR;
    expect(await bureau.officers.name(coordinating(now), "r1", id, wanted)).toEqual({ ok: true, value: id });
    expect(await bureau.officers.name(coordinating(now), "r1", id, wanted)).toEqual({ ok: true, value: id });
    const roles = await bureau.elections.roles(id);
    expect(roles.find((one) => one.memberId === memberOf(bureau.officer).id)?.until).toBe(now);
    expect(roles.find((one) => one.memberId === memberOf(fresh).id)).toMatchObject({
      since: now,
      until: null,
    });
    expect((await bureau.told("election.role")).sort()).toEqual(ids([bureau.officer, fresh]).sort());
    const why = async (named: typeof wanted, actionId: string) => {
      const done = await bureau.officers.name(coordinating(now), actionId, id, named);
      return done.ok ? "ok" : done.reason;
    };
    expect(await why({ ...wanted, officer: "nobody" }, "r2")).toBe("officer-missing");
    expect(await why({ ...wanted, scrutineers: [memberOf(first).id] }, "r3")).toBe("two-scrutineers");
    expect(await why({ ...wanted, officer: memberOf(first).id }, "r4")).toBe("one-person-two-roles");
    expect((await bureau.manage.open(coordinating(now), id, false)).ok).toBe(true);
    expect(await why({ ...wanted, officer: memberOf(bureau.officer).id }, "r5")).toBe("round-open");
  });

  it("an officer who stands is no officer any more for the next round, and confirms nothing", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies();
    const candidacy = { memberId: memberOf(bureau.officer).id, party: bureau.officer, nominatedById: null };
    const times = { nominatedAt: START, consentedAt: START };
    await bureau.deps.write((tx) =>
      bureau.elections.nominate(tx, id, { name: "Sie", ...candidacy, ...times }),
    );
    expect(await bureau.manage.open(coordinating(), id, true)).toEqual({
      ok: false,
      reason: "roles-missing",
    });
    const proposal = await bureau.fourEyes.propose(coordinating(), "c", id, {
      what: "cancel",
      reason: "Grund",
    });
    expect(await bureau.fourEyes.confirm(acting(bureau.officer), proposal.ok ? proposal.value : "")).toEqual({
      ok: false,
      reason: "not-confirmer",
    });
    const [first] = bureau.scrutineers;
    expect((await bureau.fourEyes.confirm(acting(first), proposal.ok ? proposal.value : "")).ok).toBe(true);
  });
});
