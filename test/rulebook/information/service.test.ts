import { beforeEach, describe, expect, it } from "vitest";
import type { InformationTarget } from "../../../src/rulebook/information/service.ts";
import { systemIds } from "../../../src/system/ids.ts";
import type { Turn } from "../../../src/turn/turn.ts";
import { engines } from "../../support/database.ts";
import { DAY, NOON, office, turnOf } from "../tickets/office.ts";
import { draft } from "./known.ts";

const NEW: InformationTarget = { kind: "new", seen: [] };
const reasonOf = (done: object): unknown => ("reason" in done ? done.reason : "ok");

describe.each(engines)("information on %s", (engine) => {
  let it_: Awaited<ReturnType<typeof office>>;
  beforeEach(async () => {
    it_ = await office(engine);
  });
  const saves = (turn: Turn, part = {}, target: InformationTarget = NEW, key = systemIds()) =>
    it_.information.save(turn, { key, draft: draft(part), target });
  async function made(turn: Turn, part = {}, target: InformationTarget = NEW): Promise<string> {
    const done = await saves(turn, part, target);
    if (!done.ok) throw new Error(JSON.stringify(done));
    return done.value.id;
  }
  const change = (id: string): InformationTarget => ({ kind: "change", id });

  it("is in force from the day it is given in Berlin, with all its wordings once", async () => {
    const late = turnOf("kim", { now: Date.UTC(2026, 2, 1, 23, 30) });
    await saves(late, { wordings: "Was kostet das?\n\n  was KOSTET das\nWer zahlt die Geschäftsstelle" });
    expect(await it_.information.current()).toMatchObject([
      {
        questions: ["Wer zahlt die Geschäftsstelle?", "Was kostet das?"],
        givenOn: "2026-03-02",
        basis: null,
      },
    ]);
  });

  it("is saved once by a repeated press, and every change gives another stamp", async () => {
    const stamps = [await it_.information.stamp()];
    await Promise.all([1, 2, 3].map(() => saves(turnOf("kim"), {}, NEW, "same")));
    const [first] = await it_.information.current();
    stamps.push(await it_.information.stamp());
    const second = await made(turnOf("lou"), { answer: "Anders." }, change(first?.id ?? ""));
    stamps.push(await it_.information.stamp());
    await it_.information.withdraw(turnOf("kim"), "w", second);
    stamps.push(await it_.information.stamp());
    expect(new Set(stamps).size).toBe(4);
    expect(await it_.information.current()).toEqual([]);
    expect(await it_.db.read.rulesInformation.count()).toBe(2);
  });

  it("is superseded by a change, and the history says when and by whom", async () => {
    const first = await made(turnOf("kim"), { corrects: "wb-chair" });
    const tomorrow = turnOf("office", { now: NOON + DAY });
    const second = await made(tomorrow, { answer: "Alle zwei Jahre.", corrects: "" }, change(first));
    expect(await it_.information.current()).toMatchObject([{ id: second, corrects: "wb-chair" }]);
    await it_.information.withdraw(turnOf("lou", { now: NOON + 2 * DAY }), "w", second);
    const history = await it_.information.history(turnOf("kim"), second);
    expect(history.ok && history.value).toMatchObject([
      { id: second, givenOn: "2026-03-03", givenBy: null, endedBy: "Hauptamt lou", supersededById: null },
      { id: first, givenOn: "2026-03-02", givenBy: "Hauptamt kim", endedBy: null, supersededById: second },
    ]);
  });

  it("lets one of two coordinators win, of changes, of withdrawals and of corrections of one card", async () => {
    const id = await made(turnOf("kim"));
    const changes = await Promise.all([
      saves(turnOf("kim"), { answer: "A." }, change(id)),
      saves(turnOf("lou"), { answer: "B." }, change(id)),
    ]);
    expect(changes.map(reasonOf).sort()).toEqual(["changedMeanwhile", "ok"]);
    const [now] = await it_.information.current();
    const withdrawn = await Promise.all([
      it_.information.withdraw(turnOf("kim"), "a", now?.id ?? ""),
      it_.information.withdraw(turnOf("lou"), "b", now?.id ?? ""),
    ]);
    expect(withdrawn.map(reasonOf).sort()).toEqual(["changedMeanwhile", "ok"]);
    const corrections = await Promise.all([
      saves(turnOf("kim"), { corrects: "wb-chair" }),
      saves(turnOf("lou"), { corrects: "wb-chair" }),
    ]);
    expect(corrections.map(reasonOf).sort()).toEqual(["changedMeanwhile", "ok"]);
    expect(await it_.information.current()).toHaveLength(1);
    const [correction] = await it_.information.current();
    const seen: InformationTarget = { kind: "new", seen: [correction?.id ?? ""] };
    expect(reasonOf(await saves(turnOf("lou"), { corrects: "wb-chair" }, seen))).toBe("ok");
    expect(await it_.information.current()).toHaveLength(1);
  });

  it("is changed by coordinators alone, and only where it is there", async () => {
    const id = await made(turnOf("kim"));
    for (const turn of [turnOf("mia"), turnOf("guest")]) {
      const { information } = it_;
      const tried = await Promise.all([
        saves(turn),
        saves(turn, {}, change(id)),
        information.withdraw(turn, "w", id),
        information.open(turn, id),
        information.list(turn),
        information.history(turn, id),
      ]);
      expect(new Set(tried.map(reasonOf))).toEqual(new Set(["notCoordinator"]));
    }
    expect(reasonOf(await saves(turnOf("kim"), {}, change("nowhere")))).toBe("gone");
    expect(reasonOf(await it_.information.withdraw(turnOf("kim"), "w", "nowhere"))).toBe("gone");
    expect(reasonOf(await it_.information.history(turnOf("kim"), "nowhere"))).toBe("gone");
    expect(it_.changes()).toBe(1);
  });
});
