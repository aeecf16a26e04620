/** Cancelling and changing a delegate by four eyes, on both stores. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { Payload } from "../../src/election/organise/proposals.payload.ts";
import { engines } from "../support/database.ts";
import { memberOf, START } from "./hall.ts";
import { acting, type Bureau, coordinating, openBureau } from "./manage-hall.ts";

const open: Bureau[] = [];
afterEach(async () => {
  for (const bureau of open.splice(0)) await bureau.db.close();
});

const CANCEL: Payload = { what: "cancel", reason: "Der Termin passt nicht." };

describe.each(engines)("four eyes on %s", (engine) => {
  const begun = async () => {
    const bureau = await openBureau(engine);
    open.push(bureau);
    const name = await bureau.opens();
    const proposes = async (said: Payload, turn = coordinating(), actionId = "a1") => {
      const done = await bureau.fourEyes.propose(turn, actionId, name.electionId, said);
      if (!done.ok) throw new Error(done.reason);
      return done.value;
    };
    return { bureau, name, proposes };
  };

  it("cancels when the second person agrees: ballots and keys are gone, all are told", async () => {
    const { bureau, name, proposes } = await begun();
    await bureau.votes(name, bureau.seated[0] ?? "", "Kandern");
    const id = await proposes(CANCEL);
    expect((await bureau.election(name)).state).toBe("voting");
    expect(await bureau.told("election.proposal")).toEqual([memberOf(bureau.officer).id]);
    expect(await bureau.fourEyes.confirm(coordinating(), id)).toEqual({ ok: false, reason: "confirms-self" });
    const [watcher] = bureau.scrutineers;
    expect(await bureau.fourEyes.confirm(acting(watcher), id)).toEqual({
      ok: false,
      reason: "not-confirmer",
    });
    expect(await bureau.fourEyes.confirm(acting(bureau.officer), id)).toEqual({
      ok: true,
      value: { done: true },
    });
    expect(await bureau.election(name)).toMatchObject({ state: "cancelled", cancelReason: CANCEL.reason });
    expect(await bureau.ballots(name)).toEqual([]);
    expect(await bureau.keys.read(name)).toBeNull();
    expect((await bureau.told("election.news")).length).toBe(bureau.seated.length + 1);
    // Pressed twice is one act, with the same answer; anybody else comes too late.
    expect(await bureau.fourEyes.confirm(acting(bureau.officer), id)).toEqual({
      ok: true,
      value: { done: true },
    });
    expect(await bureau.fourEyes.confirm(acting(watcher), id)).toEqual({ ok: false, reason: "settled" });
    expect(await bureau.db.read.electionApproval.count()).toBe(1);
  });

  it("is confirmed by the chair where somebody is in office, and stored as that", async () => {
    const { bureau, proposes } = await begun();
    const [chair = ""] = bureau.seated;
    await bureau.seatsChair(chair);
    const id = await proposes(CANCEL);
    expect(await bureau.fourEyes.confirm(acting(bureau.officer), id)).toEqual({
      ok: false,
      reason: "not-confirmer",
    });
    expect((await bureau.fourEyes.confirm(acting(chair), id)).ok).toBe(true);
  });

  it("needs a reason, one proposal at a time, and an election that is not over", async () => {
    const { bureau, name, proposes } = await begun();
    const tries = (said: Payload, actionId: string) =>
      bureau.fourEyes.propose(coordinating(), actionId, name.electionId, said);
    expect(await tries({ what: "cancel", reason: " " }, "x1")).toEqual({
      ok: false,
      reason: "reason-missing",
    });
    const id = await proposes(CANCEL, coordinating(), "x2");
    expect(await tries(CANCEL, "x2")).toEqual({ ok: true, value: id });
    expect(await tries(CANCEL, "x3")).toEqual({ ok: false, reason: "already-proposed" });
    expect((await bureau.fourEyes.drop(acting(bureau.officer), id)).ok).toBe(true);
    expect(await bureau.fourEyes.confirm(acting(bureau.officer), id)).toEqual({
      ok: false,
      reason: "settled",
    });
    const again = await proposes(CANCEL, coordinating(), "x4");
    expect((await bureau.fourEyes.confirm(acting(bureau.officer), again)).ok).toBe(true);
    expect(await tries(CANCEL, "x5")).toEqual({ ok: false, reason: "round-changed" });
    expect(await bureau.fourEyes.confirm(acting(bureau.officer), "gone")).toEqual({
      ok: false,
      reason: "no-proposal",
    });
  });

  it("two coordinators at once make one proposal; two who confirm at once act once", async () => {
    const { bureau, name } = await begun();
    const both = await Promise.all(
      [1, 2].map((number) =>
        bureau.fourEyes.propose(coordinating(START + 60_000, number), `b${number}`, name.electionId, CANCEL),
      ),
    );
    expect(both.map((one) => (one.ok ? "ok" : one.reason)).sort()).toEqual(["already-proposed", "ok"]);
    const proposal = await bureau.proposal(name);
    const done = await Promise.all(
      [1, 2, 3].map(() => bureau.fourEyes.confirm(acting(bureau.officer), proposal?.id ?? "")),
    );
    expect(done.every((one) => one.ok)).toBe(true);
    expect((await bureau.election(name)).state).toBe("cancelled");
    expect(await bureau.db.read.electionApproval.count()).toBe(1);
  });

  const change = (party: string, number = 2): Payload => ({
    ...{ what: "delegateChange", party, from: memberOf(party).id, to: memberOf(party, number).id },
    ...{ fromName: "Alt", toName: "Neu" },
  });

  it("another delegate votes from then on, standing seat included, and those concerned are told", async () => {
    const { bureau, name, proposes } = await begun();
    const [party = ""] = bureau.seated;
    await bureau.joins(party);
    const id = await proposes(change(party));
    expect((await bureau.fourEyes.confirm(acting(bureau.officer), id)).ok).toBe(true);
    const entry = (await bureau.repository.register(name)).find((one) => one.party === party);
    expect(entry).toMatchObject({ holderId: memberOf(party, 2).id, delegateId: memberOf(party, 2).id });
    expect((await bureau.standing.all()).find((one) => one.party === party)?.holderId).toBe(
      memberOf(party, 2).id,
    );
    expect((await bureau.told("election.seatChanged")).sort()).toEqual(
      [
        memberOf(party, 2).id,
        memberOf(party).id,
        ...bureau.scrutineers.map((one) => memberOf(one).id),
      ].sort(),
    );
    expect(await bureau.votes(name, party, "Kandern")).toEqual({ ok: false, reason: "not-holder" });
  });

  it("a vote that was cast stands, and nothing that is stored or told to organisers differs", async () => {
    const { bureau, name, proposes } = await begun();
    const [party = ""] = bureau.seated;
    await bureau.joins(party);
    await bureau.votes(name, party, "Kandern");
    const id = await proposes(change(party));
    expect(await bureau.fourEyes.confirm(acting(bureau.officer), id)).toEqual({
      ok: true,
      value: { done: true },
    });
    const entry = (await bureau.repository.register(name)).find((one) => one.party === party);
    expect(entry).toMatchObject({ holderId: memberOf(party, 2).id, voted: true });
    expect((await bureau.ballots(name)).length).toBe(1);
    const again = await bureau.service.review(acting(party, START + 61_000, 2), name, "Schopfheim");
    expect(again).toEqual({ ok: false, reason: "already-voted" });
    expect((await bureau.told("election.seatChanged")).length).toBe(4);
    expect((await bureau.standing.all()).find((one) => one.party === party)?.holderId).toBe(
      memberOf(party, 2).id,
    );
  });

  it("a vote and a change at the same moment: one ballot for one mark, whoever was first", async () => {
    const { bureau, name, proposes } = await begun();
    const [party = ""] = bureau.seated;
    await bureau.joins(party);
    const id = await proposes(change(party));
    const { token, pending } = await bureau.reviews(name, party, "Kandern");
    const [cast, changed] = await Promise.all([
      bureau.service.cast(acting(party), name, token, pending),
      bureau.fourEyes.confirm(acting(bureau.officer), id),
    ]);
    expect(changed.ok).toBe(true);
    expect(await bureau.flags(name)).toBe(cast.ok ? 1 : 0);
    expect((await bureau.ballots(name)).length).toBe(await bureau.flags(name));
    const next = await bureau.votes(name, party, "Schopfheim", START + 70_000);
    expect(next.ok).toBe(false);
  });

  it("a cancellation and votes at the same moment leave no ballot behind", async () => {
    const { bureau, name, proposes } = await begun();
    const id = await proposes(CANCEL);
    const reviewed = await Promise.all(
      bureau.seated.map(async (seat) => ({ seat, view: await bureau.reviews(name, seat, "Kandern") })),
    );
    const casts = reviewed.map(({ seat, view }) =>
      bureau.service.cast(acting(seat), name, view.token, view.pending),
    );
    const [done] = await Promise.all([bureau.fourEyes.confirm(acting(bureau.officer), id), ...casts]);
    expect(done).toEqual({ ok: true, value: { done: true } });
    expect(await bureau.ballots(name)).toEqual([]);
    expect((await bureau.election(name)).state).toBe("cancelled");
  });

  it("refuses who is of another party, unknown, holds the seat, or has another seat", async () => {
    const { bureau, name, proposes } = await begun();
    const [party = "", other = ""] = bureau.seated;
    const why = async (said: Payload, turn = coordinating()) => {
      const done = await bureau.fourEyes.propose(turn, randomUUID(), name.electionId, said);
      return done.ok ? "ok" : done.reason;
    };
    const base = change(party);
    expect(await why(base)).toBe("unknown-person");
    expect(await why({ ...base, to: memberOf(other).id } as Payload)).toBe("unknown-person");
    expect(await why({ ...base, to: memberOf(party).id } as Payload)).toBe("holds-already");
    await bureau.joins(party);
    const self = { ...acting(party, START + 60_000, 2), coordinator: true };
    expect(await why(base, self)).toBe("names-self");
    expect(await why(base, acting(other))).toBe("propose-coordinator");
    expect(await why({ ...base, from: memberOf(other).id } as Payload)).toBe("round-changed");
    const id = await proposes(base, coordinating(), "late");
    const closed = START + 4 * 3_600_000;
    expect(await bureau.fourEyes.confirm(acting(bureau.officer, closed), id)).toEqual({
      ok: false,
      reason: "no-open-round",
    });
  });

  it("a substitution reaches the open round only for those who were named at its opening", async () => {
    const bureau = await openBureau(engine);
    open.push(bureau);
    const [party = ""] = bureau.seated;
    const deputy = await bureau.joins(party);
    const late = await bureau.joins(party, 3);
    await bureau.db.write((tx) => bureau.standing.nameDeputy(tx, party, deputy.id, START));
    expect(await bureau.register.frozen()).toBe(false);
    const none = await bureau.db.write((tx) => bureau.register.substituted(tx, party, deputy.id, START));
    expect(none).toBe("none");
    const name = await bureau.opens();
    expect(await bureau.register.frozen()).toBe(true);
    const stands = (id: string, now = START + 1000) =>
      bureau.db.write((tx) => bureau.register.substituted(tx, party, id, now));
    expect(await stands(late.id)).toBe("not-eligible");
    expect(await stands(deputy.id)).toBe("ok");
    const holder = async () =>
      (await bureau.repository.register(name)).find((one) => one.party === party)?.holderId;
    expect(await holder()).toBe(deputy.id);
    expect(await bureau.told("election.seatChanged")).toEqual([deputy.id]);
    expect(await stands(memberOf(party).id, START + 2000)).toBe("ok");
    await bureau.votes(name, party, "Kandern");
    expect(await stands(deputy.id, START + 3000)).toBe("ok");
    expect(await holder()).toBe(deputy.id);
    expect(await bureau.flags(name)).toBe(1);
    expect((await bureau.told("election.seatChanged")).length).toBe(3);
  });

  it("a party that leaves is one seat less unless it has voted, and the quorum is that of the rest", async () => {
    const { bureau, name } = await begun();
    const [voted = "", silent = ""] = bureau.seated;
    await bureau.votes(name, voted, "Kandern");
    await bureau.db.write(async (tx) => {
      await bureau.register.partyLeaves(tx, voted);
      await bureau.register.partyLeaves(tx, silent);
      await bureau.register.partyLeaves(tx, silent);
    });
    expect(await bureau.roundOf(name)).toMatchObject({ entitled: 7, quorum: 4 });
    const entries = await bureau.repository.register(name);
    expect(entries.filter((one) => one.left).map((one) => one.party)).toEqual([voted, silent]);
    expect(await bureau.flags(name)).toBe(1);
  });
});
