import { beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../../src/db/store.ts";
import { decisionJob } from "../../src/decision/job.ts";
import { engines } from "../support/database.ts";
import {
  CHANNEL,
  CLOSES,
  coordination,
  draft,
  fakeBox,
  forumDb,
  type Hall,
  hallOn,
  NOON,
  OPENS,
  SEATS,
  turnOf,
} from "./hall.ts";

describe.each(engines)("secret decisions on %s", (engine) => {
  let db: Db;
  let hall: Hall;
  beforeEach(async () => {
    db = await forumDb(engine);
    hall = hallOn(db);
  });

  const runs = (now: number, on = hall) => decisionJob(on.service).run(now);
  const addressees = async (kind: string) => (await hall.told(kind)).map(({ to }) => to);

  describe("secret", () => {
    const secret = { secret: "ja" };

    it("use the ballot box; what comes out of it is the result, without who voted what", async () => {
      const fake = fakeBox(db);
      hall = hallOn(db, { secretBallot: fake.box });
      const id = await hall.puts(secret);
      expect(fake.opened).toEqual([
        {
          decisionId: id,
          title: "Gemeinsame Bauakte",
          seats: SEATS,
          opensAt: NOON,
          closesAt: CLOSES,
          quorum: 3,
        },
      ]);
      expect(await hall.repository.seats(id)).toEqual([]);
      expect(await addressees("ballot")).toEqual([]);
      expect(await addressees("reminder")).toEqual([]);
      expect(await hall.votes("kandern", id, "ja")).toEqual({ ok: false, reason: "secret" });
      await runs(CLOSES);
      expect((await hall.load(id)).state).toBe("voting");
      const settle = () =>
        db.write((tx) =>
          hall.service.settleSecret(
            tx,
            `box-${id}`,
            new Map([
              ["ja", 4],
              ["ungueltig", 1],
            ]),
            { present: 5, entitled: 6 },
            CLOSES,
          ),
        );
      expect(await settle()).toEqual({ outcome: "accepted" });
      expect(await settle()).toEqual({ outcome: "accepted" });
      expect(await hall.load(id)).toMatchObject({
        state: "accepted",
        result: { tally: { ja: 4, ungueltig: 1 }, votes: null, present: 5 },
      });
      expect(await addressees("result")).toHaveLength(6);
    });

    it("that could not be read are void, and few ballots show only the outcome", async () => {
      hall = hallOn(db, { secretBallot: fakeBox(db).box });
      const [lost, few] = [await hall.puts(secret), await hall.puts(secret)];
      const settle = (id: string, ...[tally, more]: [ReadonlyMap<string, number> | null, object]) =>
        db.write((tx) =>
          hall.service.settleSecret(tx, `box-${id}`, tally, { present: 4, entitled: 6, ...more }, CLOSES),
        );
      expect(await settle(lost, null, { voidReason: "key-lost" })).toMatchObject({ outcome: "void" });
      expect(await hall.load(lost)).toMatchObject({ state: "void", reason: "key-lost" });
      await settle(few, new Map([["nein", 4]]), {});
      expect(await hall.load(few)).toMatchObject({ state: "rejected", result: { tally: null, present: 4 } });
      await expect(settle("other", null, {})).rejects.toThrow("without its decision");
    });

    it("become so when one party asks before the opening; asking again changes nothing", async () => {
      const fake = fakeBox(db);
      hall = hallOn(db, { secretBallot: fake.box });
      const id = await hall.puts({}, false);
      const ask = (turn: ReturnType<typeof turnOf>) => hall.service.askSecret(turn, id);
      expect(await ask(turnOf(null))).toEqual({ ok: false, reason: "notMember" });
      expect(await ask(turnOf("kandern", { id: "m-2" }))).toEqual({ ok: false, reason: "notHolder" });
      expect(await ask(turnOf("komm-one"))).toEqual({ ok: false, reason: "notEntitled" });
      expect((await hall.load(id)).secret).toBe(false);
      const asked = await Promise.all([
        ask(turnOf("kandern")),
        ask(turnOf("kandern")),
        ask(turnOf("binzen")),
      ]);
      expect(asked.map((one) => one.ok && one.value.state)).toEqual(["secret", "secret", "secret"]);
      expect(await addressees("secret")).toEqual([CHANNEL]);
      await runs(OPENS);
      expect(fake.opened).toHaveLength(1);
      expect(await ask(turnOf("kandern"))).toEqual({ ok: false, reason: "notDraft" });
    });

    it("need a quarter of the parties where the Forum wants it so", async () => {
      hall = hallOn(db, { secretBallot: fakeBox(db).box, secrecy: "quarter" });
      const id = await hall.puts({}, false);
      const ask = (party: string) => hall.service.askSecret(turnOf(party), id);
      expect(await ask("kandern")).toMatchObject({ value: { state: "noted", decision: { secret: false } } });
      expect(await ask("kandern")).toMatchObject({ value: { state: "noted" } });
      expect(await ask("binzen")).toMatchObject({ value: { state: "secret", decision: { secret: true } } });
    });

    it("are not offered for few seats, in circulation, or without a box", async () => {
      const none = await hall.service.review(coordination(), draft(secret));
      expect(none).toEqual({ ok: false, reason: "secretNotHere" });
      hall = hallOn(db, { secretBallot: fakeBox(db).box });
      const umlauf = await hall.puts({ way: "umlauf" }, false);
      expect(await hall.service.askSecret(turnOf("kandern"), umlauf)).toEqual({
        ok: false,
        reason: "umlaufIsOpen",
      });
      hall.state.seats = SEATS.slice(0, 4);
      expect(await hall.service.review(coordination(), draft(secret))).toEqual({
        ok: false,
        reason: "tooFewForSecret",
      });
      const id = await hall.puts({}, false);
      expect(await hall.service.askSecret(turnOf("kandern"), id)).toEqual({
        ok: false,
        reason: "tooFewForSecret",
      });
    });

    it("of which too few seats are left at the opening are not held", async () => {
      hall = hallOn(db, { secretBallot: fakeBox(db).box });
      const id = await hall.puts(secret, false);
      hall.state.seats = SEATS.slice(0, 4);
      await runs(OPENS);
      expect(await hall.load(id)).toMatchObject({ state: "void", reason: "not-opened" });
    });

    it("close the box without counting when they are cancelled, and do not close early", async () => {
      const fake = fakeBox(db);
      hall = hallOn(db, { secretBallot: fake.box });
      const id = await hall.puts(secret);
      expect(await hall.service.closeEarly(coordination(), id)).toEqual({
        ok: false,
        reason: "secretCloses",
      });
      await hall.service.cancel(coordination(), id, "Text fehlt");
      expect(fake.cancelled).toEqual([`box-${id}`]);
      const settled = await db.write((tx) =>
        hall.service.settleSecret(tx, `box-${id}`, new Map(), { present: 0, entitled: 6 }, CLOSES),
      );
      expect(settled).toEqual({ outcome: "void", reason: "cancelled" });
      expect((await hall.load(id)).state).toBe("cancelled");
    });
  });
});
