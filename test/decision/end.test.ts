import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { decisionJob } from "../../src/decision/job.ts";
import { engines, freshUrl, openTestDb } from "../support/database.ts";
import { CLOSES, coordination, forumDb, type Hall, HELD, hallOn, SEATS, turnOf } from "./hall.ts";

describe.each(engines)("the end of decisions on %s", (engine) => {
  let db: Db;
  let hall: Hall;
  beforeEach(async () => {
    db = await forumDb(engine);
    hall = hallOn(db);
  });

  const runs = (now: number, on = hall) => decisionJob(on.service).run(now);
  const addressees = async (kind: string) => (await hall.told(kind)).map(({ to }) => to);

  describe("the end", () => {
    it("comes once with two processes, and is told to everybody", async () => {
      const url = await freshUrl(engine);
      const [one, two] = [hallOn(await openTestDb(url)), hallOn(await openTestDb(url))] as const;
      const id = await one.puts();
      for (const party of ["kandern", "loerrach", "binzen"]) await one.votes(party, id, "nein");
      await Promise.all([runs(CLOSES, one), runs(CLOSES, two), runs(CLOSES + 1, two)]);
      expect(await one.load(id)).toMatchObject({
        state: "rejected",
        reason: "majority",
        result: {
          tally: { nein: 3 },
          votes: ["binzen", "kandern", "loerrach"].map((party) => ({ party, choice: "nein" })),
          ...{ present: 3, entitled: 6, quorum: 3, closedEarly: false },
        },
      });
      expect(await one.told("result")).toHaveLength(6);
      const ended = await one.told("ended");
      expect(ended.map(({ to, replaces }) => [to, replaces])).toEqual(
        HELD.map((party) => [`m-${party}`, `decision.ballot|${id}|m-${party}`]),
      );
      expect(await one.rendered((await one.told("result"))[0]?.row as never, CLOSES)).toBe(
        "Ergebnis: Abstimmung 1: Gemeinsame Bauakte",
      );
    });

    it("below the quorum is void, in circulation no quorum is asked", async () => {
      const [vote, umlauf] = [await hall.puts(), await hall.puts({ way: "umlauf" })];
      await hall.votes("kandern", vote, "ja");
      await runs(CLOSES);
      expect(await hall.load(vote)).toMatchObject({ state: "void", reason: "no-quorum" });
      expect(await hall.load(umlauf)).toMatchObject({ state: "accepted", reason: null });
    });

    it("comes early only when all have voted, by the coordinator", async () => {
      hall.state.seats = SEATS.filter(({ holderId }) => holderId !== null);
      const id = await hall.puts();
      const close = (turn = coordination()) => hall.service.closeEarly(turn, id);
      expect(await close(turnOf("kandern"))).toEqual({ ok: false, reason: "notManager" });
      for (const party of HELD.slice(1)) await hall.votes(party, id, "ja");
      expect(await close()).toEqual({ ok: false, reason: "notAllVoted" });
      await hall.votes(HELD[0] ?? "", id, "nein");
      const both = await Promise.all([close(), close()]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "notVoting" });
      expect(await hall.load(id)).toMatchObject({ state: "accepted", result: { closedEarly: true } });
      expect(await addressees("result")).toHaveLength(6);
    });

    it("by cancelling needs a reason, is told, and stays", async () => {
      const id = await hall.puts();
      const cancel = (reason: string, turn = coordination()) => hall.service.cancel(turn, id, reason);
      expect(await cancel("x", turnOf("kandern"))).toEqual({ ok: false, reason: "notCoordinator" });
      expect(await cancel(" \u200B ")).toEqual({ ok: false, reason: "reasonMissing" });
      expect(await cancel("x".repeat(501))).toEqual({ ok: false, reason: "reasonTooLong" });
      const both = await Promise.all([cancel("Text fehlt"), cancel("Text fehlt")]);
      expect(both.map((one) => one.ok && one.value.already).sort()).toEqual([false, true]);
      await runs(CLOSES);
      expect(await hall.load(id)).toMatchObject({
        state: "cancelled",
        cancelReason: "Text fehlt",
        result: null,
      });
      expect(await hall.votes("kandern", id, "ja")).toEqual({ ok: false, reason: "cancelled" });
      expect(await addressees("result")).toHaveLength(6);
      const other = await hall.puts({ way: "umlauf" });
      await runs(CLOSES);
      expect(await hall.service.cancel(coordination(), other, "zu spät")).toEqual({
        ok: false,
        reason: "ended",
      });
    });

    it("of one is not held back by a fault in another", async () => {
      await hall.puts();
      await hall.puts({ title: "Zweite" });
      let times = 0;
      const failing = hallOn(db, {
        enqueue: async (tx, notices) => {
          times += 1;
          if (times === 1) throw new Error("full");
          await hall.deps.enqueue(tx, notices);
        },
      });
      await expect(runs(CLOSES, failing)).rejects.toThrow("full");
      expect(await db.read.decision.count({ where: { state: "voting" } })).toBe(1);
      await runs(CLOSES + 1);
      expect(await db.read.decision.count({ where: { state: "voting" } })).toBe(0);
    });
  });
});
