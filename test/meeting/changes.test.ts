import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf } from "../../src/calendar/zones.ts";
import {
  changeEntry,
  type EntryChange,
  methodOf,
  newEntry,
  spanOf,
} from "../../src/meeting/calendar-entry.ts";
import { cancel } from "../../src/meeting/cancel.ts";
import { planLadder } from "../../src/meeting/ladder.ts";
import { recipientsOf } from "../../src/meeting/replies.ts";
import { reschedule } from "../../src/meeting/reschedule.ts";

const START = "2026-06-10T09:00";

describe("moving a meeting", () => {
  it("settles every stage of the new start one way, in the order of the ladder, and none in the past", () => {
    const planned = planLadder(START);
    const minutes = fc.integer({ min: -3000, max: 30 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.nat(), (before, sequence) => {
        const now = instantOf(START) - before * 60_000;
        const moved = reschedule(planned, now, sequence);
        const pending = moved.pending.map(({ stage }) => stage);
        const order = planned.map(({ stage }) => stage);
        expect(order.filter((stage) => pending.includes(stage) || moved.superseded.includes(stage))).toEqual(
          order,
        );
        expect(pending.length + moved.superseded.length).toBe(order.length);
        expect(order.filter((stage) => pending.includes(stage))).toEqual(pending);
        expect(moved.pending.every(({ at }) => at > now)).toBe(true);
        expect(moved).toMatchObject({ notice: now, sequence: sequence + 1 });
      }),
    );
  });
});

describe("cancelling a meeting", () => {
  const startsAt = instantOf(START);

  it("that has begun is refused with a reason", () => {
    expect(cancel({ startsAt, now: startsAt, sequence: 1, alreadyCancelled: false })).toEqual({
      ok: false,
      reason: "begun",
    });
  });

  it("twice gives one notice and one sequence", () => {
    const first = cancel({ startsAt, now: startsAt - 1, sequence: 1, alreadyCancelled: false });
    expect(first).toEqual({ ok: true, value: { notice: startsAt - 1, sequence: 2 } });
    expect(cancel({ startsAt, now: startsAt - 1, sequence: 2, alreadyCancelled: true })).toEqual({
      ok: true,
      value: { notice: null, sequence: 2 },
    });
  });
});

describe("the calendar entry", () => {
  const change: fc.Arbitrary<EntryChange> = fc.oneof(
    fc.constantFrom("location", "confirm", "cancel", "text", "rsvp").map((op) => ({ op }) as EntryChange),
    fc.record({ op: fc.constant("reschedule" as const), start: fc.constantFrom(START, "2026-10-25T02:30") }),
  );

  it("keeps its UID, never goes back in sequence, and is dead once cancelled", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let entry = newEntry("u", "TENTATIVE", START, 120);
        for (const one of changes) {
          const next = changeEntry(entry, one);
          expect(next.uid).toBe("u");
          expect(next.sequence - entry.sequence).toBeOneOf([0, 1]);
          // What a calendar has to be told carries a higher sequence, or it is ignored.
          const told = JSON.stringify({ ...next, sequence: 0 }) !== JSON.stringify({ ...entry, sequence: 0 });
          if (told) expect(next.sequence).toBe(entry.sequence + 1);
          if (entry.status === "CANCELLED") expect(next).toBe(entry);
          expect(methodOf(next.status) === "CANCEL").toBe(next.status === "CANCELLED");
          const { from, to } = spanOf(next);
          expect(to - from).toBe(120 * 60_000);
          entry = next;
        }
      }),
    );
  });
});

describe("who gets a stage", () => {
  const replies = fc.dictionary(
    fc.stringMatching(/^[a-z-]{1,8}$/),
    fc.constantFrom("zusage", "absage", "vertretung", null),
  );

  it("sorted, each party once; every party gets the invitation; a decline hears no more reminders", () => {
    fc.assert(
      fc.property(replies, (given) => {
        const parties = Object.keys(given).sort();
        expect(recipientsOf("einladung", given)).toEqual(parties);
        expect(recipientsOf("rsvp", given)).toEqual(parties.filter((party) => given[party] === null));
        expect(recipientsOf("vortag", given)).toEqual(parties.filter((party) => given[party] !== "absage"));
      }),
    );
  });
});
