/** A round on paper: asked for by a municipality, taken out, counted with two witnesses; on both stores. */
import { afterEach, describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { CLOSES, memberOf, START } from "./hall.ts";
import { acting, type Bureau, coordinating, openBureau } from "./manage-hall.ts";

const open: Bureau[] = [];
afterEach(async () => {
  for (const bureau of open.splice(0)) await bureau.db.close();
});

const NUMBERS = {
  what: "paperResult" as const,
  tally: Object.entries({ Kandern: 5, Schopfheim: 1, enthaltung: 1, ungueltig: 0 }),
  present: 7,
};

describe.each(engines)("a round on paper on %s", (engine) => {
  const bureauWith = async () => {
    const bureau = await openBureau(engine);
    open.push(bureau);
    return bureau;
  };
  const asks = async (bureau: Bureau, id: string, party: string) => {
    const done = await bureau.fourEyes.propose(acting(party), `p-${party}`, id, {
      what: "paperRequest",
      party,
    });
    if (!done.ok) throw new Error(done.reason);
    return done.value;
  };
  const witnessed = async (bureau: Bureau, id: string, numbers: typeof NUMBERS = NUMBERS) => {
    const done = await bureau.fourEyes.propose(acting(bureau.officer), `n-${id}`, id, numbers);
    if (!done.ok) throw new Error(done.reason);
    for (const one of bureau.scrutineers) await bureau.fourEyes.confirm(acting(one), done.value);
    return done.value;
  };

  it("destroys the ballots that were cast, counts the paper like a box, and goes on", async () => {
    const bureau = await bureauWith();
    const name = await bureau.opens();
    const { electionId: id } = name;
    const [party = ""] = bureau.seated;
    await bureau.votes(name, party, "Schopfheim");
    const request = await asks(bureau, id, party);
    expect((await bureau.fourEyes.confirm(acting(bureau.officer), request)).ok).toBe(false);
    expect(await bureau.fourEyes.confirm(coordinating(), request)).toEqual({
      ok: true,
      value: { done: true },
    });
    expect(await bureau.ballots(name)).toEqual([]);
    expect(await bureau.keys.read(name)).toBeNull();
    expect((await bureau.votes(name, party, "Kandern")).ok).toBe(false);
    expect((await bureau.told("election.onPaper")).length).toBe(bureau.seated.length + 1);
    await bureau.service.closeDue(CLOSES + 3000);
    expect(await bureau.election(name)).toMatchObject({ state: "voting" });
    await witnessed(bureau, id);
    const round = await bureau.roundOf(name);
    expect(round.paper).toMatchObject({ present: 7, enteredBy: memberOf(bureau.officer).name });
    expect(round.paper?.witnesses).toHaveLength(2);
    expect(round.result).toMatchObject({ outcome: "elected", winner: "Kandern", present: 7, needed: 4 });
    expect(await bureau.election(name)).toMatchObject({ state: "acceptance", winner: "Kandern" });
    expect((await bureau.told("election.result")).length).toBe(bureau.seated.length + 1);
  });

  it("can be asked for before the votes: nobody gets a ballot paper here", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies();
    const request = await asks(bureau, id, bureau.seated[0] ?? "");
    expect((await bureau.fourEyes.confirm(coordinating(), request)).ok).toBe(true);
    const round = await bureau.elections.lastRound(id);
    expect(round).toMatchObject({ entitled: 8, result: { outcome: "void", reason: "cancelled" } });
    expect(round && (await bureau.keys.read(round.name))).toBeNull();
    await witnessed(bureau, id);
    expect((await bureau.elections.election(id))?.state).toBe("acceptance");
  });

  it("a tie on paper waits for a lot by hand; a run-off follows in the chat", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies(["A", "B", "C"]);
    const request = await asks(bureau, id, bureau.seated[0] ?? "");
    await bureau.fourEyes.confirm(coordinating(), request);
    const tally = Object.entries({ A: 2, B: 2, C: 2, enthaltung: 0, ungueltig: 0 });
    await witnessed(bureau, id, { ...NUMBERS, tally, present: 6 });
    expect(await bureau.elections.lastRound(id)).toMatchObject({ lot: { way: "manual-witnessed" } });
    const hand = { what: "lotDrawn", drawn: ["B", "C"] };
    const lot = await bureau.fourEyes.propose(acting(bureau.officer), "l", id, hand as never);
    for (const one of bureau.scrutineers) await bureau.fourEyes.confirm(acting(one), lot.ok ? lot.value : "");
    expect((await bureau.elections.election(id))?.state).toBe("runoff_pending");
    expect((await bureau.manage.open(coordinating(), id, false)).ok).toBe(true);
    expect(await bureau.elections.lastRound(id)).toMatchObject({ stage: "runoff", candidates: ["B", "C"] });
  });

  it("refuses numbers that cannot be right, at the wrong time, by the wrong person, or without the rule", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies();
    const officer = acting(bureau.officer);
    const why = async (numbers: typeof NUMBERS, actionId: string, turn = officer) => {
      const done = await bureau.fourEyes.propose(turn, actionId, id, numbers);
      return done.ok ? "ok" : done.reason;
    };
    expect(await why(NUMBERS, "1")).toBe("paper-not-awaited");
    const request = await asks(bureau, id, bureau.seated[0] ?? "");
    await bureau.fourEyes.confirm(coordinating(), request);
    expect(await why({ ...NUMBERS, present: 6 }, "2")).toBe("paper-more-ballots");
    expect(await why({ ...NUMBERS, present: 9 }, "3")).toBe("paper-more-present");
    expect(await why(NUMBERS, "4", coordinating())).toBe("propose-officer");
    expect(await why(NUMBERS, "5")).toBe("ok");
    expect(await why(NUMBERS, "6")).toBe("already-proposed");
    const stranger = await bureau.fourEyes.propose(coordinating(), "7", id, {
      what: "paperRequest",
      party: "x",
    });
    expect(stranger).toEqual({ ok: false, reason: "propose-delegate" });
  });

  it("is not foreseen where the rule says so", async () => {
    const bureau = await bureauWith();
    await bureau.rules({ paperOnRequest: false });
    const id = await bureau.readies();
    const [party = ""] = bureau.seated;
    expect(
      await bureau.fourEyes.propose(acting(party, START + 1), "p", id, { what: "paperRequest", party }),
    ).toEqual({ ok: false, reason: "paper-not-foreseen" });
  });

  it("two delegates of other municipalities can be the witnesses; nobody confirms twice", async () => {
    const bureau = await bureauWith();
    const id = await bureau.readies();
    const [party = "", one = "", two = ""] = bureau.seated;
    await bureau.fourEyes.confirm(coordinating(), await asks(bureau, id, party));
    const done = await bureau.fourEyes.propose(acting(bureau.officer), "n", id, NUMBERS);
    const proposal = done.ok ? done.value : "";
    expect(await bureau.fourEyes.confirm(acting(one), proposal)).toEqual({
      ok: true,
      value: { done: false },
    });
    expect(await bureau.fourEyes.confirm(acting(one), proposal)).toEqual({
      ok: true,
      value: { done: false },
    });
    const [first, second] = await Promise.all([
      bureau.fourEyes.confirm(acting(two), proposal),
      bureau.fourEyes.confirm(acting(two), proposal),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect((await bureau.elections.election(id))?.state).toBe("acceptance");
    expect(await bureau.db.read.electionApproval.count({ where: { proposalId: proposal } })).toBe(2);
  });
});
