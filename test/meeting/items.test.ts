/** The rules of agendas: who may propose, what stands beside what, in which order. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StandingSeat } from "../../src/forum/seats.ts";
import { linesOf } from "../../src/meeting/items/cards.ts";
import {
  type AgendaItem,
  checkMinutes,
  checkTitle,
  ITEM_LIMITS,
  isOwn,
  judgeNew,
  moved,
  speakerOf,
  sumOf,
} from "../../src/meeting/items/item.ts";
import { NOON, partyName } from "./forum.ts";

const item = (part: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ id: "i-1", meetingId: "m-1", title: "E-Akte", party: "kandern", proposerId: "m-kandern" },
  ...{ minutes: null, question: null, createdAt: NOON },
  ...part,
});
const seats: readonly StandingSeat[] = [
  { party: "kandern", holderId: "stellv", delegateId: "del", deputies: ["stellv", "zweite"] },
  { party: "todtnau", holderId: null, delegateId: null, deputies: [] },
];
const reasonOf = (done: object) => ("reason" in done ? done.reason : done);

describe("who may propose", () => {
  const person = (id: string, organisation: string) => ({ id, organisation });

  it("is the delegate, the deputies, and for a seat without anybody any member of the party", () => {
    for (const id of ["del", "stellv", "zweite"])
      expect(speakerOf(person(id, "kandern"), false, seats)).toEqual({ ok: true, value: "kandern" });
    expect(speakerOf(person("wer", "todtnau"), false, seats)).toEqual({ ok: true, value: "todtnau" });
  });

  it("is no other member, no guest, and nobody of an organisation without a seat", () => {
    expect(reasonOf(speakerOf(person("wer", "kandern"), false, seats))).toBe("notOnSeat");
    expect(reasonOf(speakerOf(person("wer", "kommone"), false, seats))).toBe("notOnSeat");
    expect(reasonOf(speakerOf(null, false, seats))).toBe("notMember");
  });

  it("is the coordination, for itself or for the seat it belongs to", () => {
    expect(speakerOf(null, true, seats)).toEqual({ ok: true, value: null });
    expect(speakerOf(person("wer", "kandern"), true, seats)).toEqual({ ok: true, value: null });
    expect(speakerOf(person("del", "kandern"), true, seats)).toEqual({ ok: true, value: "kandern" });
  });
});

describe("a title", () => {
  it("is tidied into one line and must be there", () => {
    expect(checkTitle("  E-Akte \n gemeinsam\u200b ")).toEqual({ ok: true, value: "E-Akte gemeinsam" });
    for (const empty of ["", " \n\t", "\u200b\u202e"])
      expect(reasonOf(checkTitle(empty))).toBe("titleMissing");
  });

  it("has at most so many characters", () => {
    expect(checkTitle("ä".repeat(ITEM_LIMITS.title))).toMatchObject({ ok: true });
    expect(reasonOf(checkTitle("ä".repeat(ITEM_LIMITS.title + 1)))).toBe("titleTooLong");
  });

  it.each(["e-akte", "E-AKTE.", "E-Akte!", " E-Akte"])("%j stands there already", (title) => {
    expect(reasonOf(judgeNew([item()], { title, party: "binzen" }))).toBe("duplicate");
  });

  it("of another spelling of an umlaut is the same", () => {
    const there = [item({ title: "Bürgerbüro" })];
    expect(reasonOf(judgeNew(there, { title: "Buergerbuero", party: null }))).toBe("duplicate");
    expect(judgeNew(there, { title: "Bürgerhaus", party: null }).ok).toBe(true);
  });
});

describe("limits", () => {
  const many = (count: number, party: string | null) =>
    Array.from({ length: count }, (_, at) => item({ id: `${party}${at}`, title: `${party} ${at}`, party }));

  it("hold for a party and for the whole agenda", () => {
    const own = many(ITEM_LIMITS.ofParty, "kandern");
    expect(reasonOf(judgeNew(own, { title: "Neu", party: "kandern" }))).toBe("partyFull");
    expect(judgeNew(own, { title: "Neu", party: "binzen" }).ok).toBe(true);
    const full = many(ITEM_LIMITS.onDate, null);
    expect(reasonOf(judgeNew(full, { title: "Neu", party: "binzen" }))).toBe("agendaFull");
    expect(judgeNew(full.slice(1), { title: "Neu", party: null }).ok).toBe(true);
  });

  it.each([
    ["30", 30],
    [" 1 ", 1],
    ["240", 240],
    ["", null],
  ])("minutes %j are %s", (typed, minutes) => {
    expect(checkMinutes(typed)).toEqual({ ok: true, value: minutes });
  });

  it.each(["0", "241", "-5", "1.5", "zehn", "1e2", "٣"])("minutes %j are refused", (typed) => {
    expect(reasonOf(checkMinutes(typed))).toBe("minutesWrong");
  });
});

describe("the order", () => {
  it("changes by one place, and not beyond the ends", () => {
    expect(moved(["a", "b", "c"], "c", "up")).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], "a", "down")).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "a", "up")).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], "x", "down")).toEqual(["a", "b", "c"]);
  });

  it("never loses an item, and down takes up back", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.constantFrom("up" as const, "down" as const), (all, at, way) => {
        const id = all[at % all.length] ?? "";
        const once = moved(all, id, way);
        expect([...once].sort()).toEqual([...all].sort());
        const back = moved(once, id, way === "up" ? "down" : "up");
        if (once.join() !== all.join()) expect(back).toEqual(all);
      }),
    );
  });
});

describe("an agenda", () => {
  it("adds up the time and says what is still open", () => {
    const items = [item({ minutes: 30 }), item({ minutes: 45 }), item()];
    expect(sumOf(items, { minutes: 60 })).toEqual({ allotted: 75, open: 1, minutes: 60 });
  });

  it("is read as one line an item, with the party and never a person", () => {
    const items = [item({ minutes: 30 }), item({ title: "Haushalt", party: null })];
    expect(linesOf(items, { partyName })).toEqual([
      "1. E-Akte (Kandern, 30 Minuten)",
      "2. Haushalt (Koordination)",
    ]);
  });

  it("gives an item back to who proposed it and to its party, to nobody else", () => {
    expect(isOwn(item(), "m-kandern", null)).toBe(true);
    expect(isOwn(item(), "andere", "kandern")).toBe(true);
    expect(isOwn(item(), "andere", "binzen")).toBe(false);
    expect(isOwn(item({ party: null, proposerId: null }), null, null)).toBe(false);
  });
});
