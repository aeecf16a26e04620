/** Calendar files, read back by a parser that is none of ours. */
import * as fc from "fast-check";
import ICAL from "ical.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { calendarOf, dateFile, fileNameOf } from "../../src/meeting/calendar/ics.ts";
import { changeEntry, newEntry } from "../../src/meeting/calendar-entry.ts";
import type { Meeting } from "../../src/meeting/meeting.ts";
import type { Poll } from "../../src/meeting/poll/poll.ts";
import { NOON } from "./forum.ts";

const HOST = { host: "bot.example", organizer: null };
const OFFICE = { ...HOST, organizer: "forum@landkreis.example" };
const meeting = (part: Partial<Meeting> = {}): Meeting => ({
  ...{ id: "m-1", startsAt: "2026-04-22T09:00", minutes: 120, place: "Kreistagssaal", link: null },
  ...{ sequence: 0, plannedAt: NOON, cancelledAt: null, changedAt: null },
  ...part,
});

/** What a calendar program makes of a file. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    const text = (name: string) => one.getFirstPropertyValue(name)?.toString() ?? null;
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      location: event.location,
      description: event.description,
      from: event.startDate.toJSDate().toISOString(),
      to: event.endDate.toJSDate().toISOString(),
      zone: event.startDate.zone.tzid,
      status: text("status"),
      stamp: text("dtstamp"),
      url: text("url"),
      organizer: text("organizer"),
      names: one.getAllProperties().map(({ name }) => name),
      parts: one.getAllSubcomponents().length,
    };
  });
  const value = (name: string) => calendar.getFirstPropertyValue(name)?.toString() ?? null;
  return { events, method: value("method"), version: value("version"), prodid: value("prodid") };
}

const one = (file: string) => {
  const [event, ...more] = read(file).events;
  if (!event || more.length > 0) throw new Error("not one event");
  return event;
};

/** What the standard asks of every line. */
function wellFormed(file: string): void {
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of file.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain("\uFFFD");
  }
}

describe("the file of one date", () => {
  it("publishes time and place, in UTC, without persons, alarms and zones", () => {
    const file = dateFile(meeting({ link: "https://video.example/raum" }), HOST, NOON + 5_000);
    wellFormed(file);
    const { method, version, prodid } = read(file);
    expect([method, version, prodid]).toEqual(["PUBLISH", "2.0", "-//Forumsbote//Forumstermine//DE"]);
    expect(one(file)).toMatchObject({
      ...{ uid: "m-1@bot.example", sequence: 0, status: "CONFIRMED", zone: "UTC" },
      ...{ from: "2026-04-22T07:00:00.000Z", to: "2026-04-22T09:00:00.000Z" },
      ...{
        location: "Kreistagssaal",
        url: "https://video.example/raum",
        stamp: "2026-03-02T11:00:05Z",
        parts: 0,
      },
    });
    expect(file).not.toMatch(/ATTENDEE|VALARM|VTIMEZONE|TZID/);
    for (const name of ["uid", "sequence", "dtstamp", "dtstart", "dtend", "summary", "status"])
      expect(one(file).names.filter((given) => given === name)).toEqual([name]);
  });

  it("names the office as organizer where its address is known, and else nobody", () => {
    const named = dateFile(meeting(), OFFICE, NOON);
    wellFormed(named);
    expect(one(named).organizer).toBe("mailto:forum@landkreis.example");
    expect(one(named).names.filter((name) => name === "organizer")).toHaveLength(1);
    for (const file of [
      dateFile(meeting(), HOST, NOON),
      dateFile(meeting({ cancelledAt: NOON }), HOST, NOON),
    ])
      expect(file).not.toMatch(/ORGANIZER|mailto|invalid/i);
  });

  it("of a cancelled date asks to cancel the same entry", () => {
    const file = dateFile(meeting({ sequence: 3, cancelledAt: NOON, changedAt: NOON }), HOST, NOON);
    wellFormed(file);
    expect(read(file).method).toBe("CANCEL");
    expect(one(file)).toMatchObject({ uid: "m-1@bot.example", sequence: 3, status: "CANCELLED" });
    expect(one(file).summary).toMatch(/^Abgesagt: /);
  });

  it.each([
    ["the day before the clock is put forward", "2026-03-28T09:00", "2026-03-28T08:00"],
    ["the day on which it is put forward", "2026-03-29T09:00", "2026-03-29T07:00"],
    ["a time that is left out", "2026-03-29T02:30", "2026-03-29T01:30"],
    ["a time that exists twice", "2026-10-25T02:30", "2026-10-25T00:30"],
    ["the day after the clock was put back", "2026-10-26T09:00", "2026-10-26T08:00"],
  ])("on %s has the instant of the wall clock", (_, startsAt, from) => {
    expect(one(dateFile(meeting({ startsAt }), HOST, NOON)).from).toBe(`${from}:00.000Z`);
  });

  it("lasts elapsed time, also through the night in which the clock is put back", () => {
    const night = one(dateFile(meeting({ startsAt: "2026-10-25T01:00", minutes: 180 }), HOST, NOON));
    expect([night.from, night.to]).toEqual(["2026-10-24T23:00:00.000Z", "2026-10-25T02:00:00.000Z"]);
  });

  it("is named by its day", () => {
    expect(fileNameOf(meeting())).toBe("termin-2026-04-22.ics");
  });

  it("names only the video room where there is no other place, and no address that is not https", () => {
    const remote = one(dateFile(meeting({ place: "", link: "https://video.example/a,b;c" }), HOST, NOON));
    expect(remote.location).toBe("https://video.example/a,b;c");
    const odd = dateFile(meeting({ link: "javascript:alert(1)\r\nATTENDEE:mailto:x@y.z" }), HOST, NOON);
    expect([one(odd).url, one(odd).names.includes("attendee")]).toEqual([null, false]);
  });
});

describe("any text", () => {
  const written = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 1000 }),
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom("ä", "ß", ",", ";", "\\", "\\n", "\n", "\r\n", " ", '"', "👨‍👩‍👧", "END:VEVENT", ":"),
        {
          maxLength: 400,
        },
      )
      .map((parts) => parts.join("")),
  );

  it("of the place survives the way into a calendar, in lines of at most 75 octets", () => {
    fc.assert(
      fc.property(written, (place) => {
        const file = dateFile(meeting({ place: place === "" ? "x" : place }), HOST, NOON);
        wellFormed(file);
        const expected = place.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}|\p{Cs}/gu, "");
        expect(one(file).location ?? "").toBe(place === "" ? "x" : expected);
        expect(read(file).events).toHaveLength(1);
      }),
      { numRuns: 300, examples: [["\u0000"], ["\r"], ["a\r\n\r\nb"], [" "]] },
    );
  });

  it("of a thousand characters does, too", () => {
    for (const sign of ["ä", "👩🏽‍🚒", ",", "\\", "\n", "a"]) {
      const place = sign.repeat(1000);
      const file = dateFile(meeting({ place }), HOST, NOON);
      wellFormed(file);
      expect(one(file).location).toBe(place);
    }
  });
});

describe("the life of an entry", () => {
  it("keeps its UID, and every change that calendars must take over has a higher sequence", () => {
    const change = fc.constantFrom(
      { op: "reschedule", start: "2026-05-06T10:00", minutes: 90 } as const,
      { op: "location" } as const,
      { op: "rsvp" } as const,
      { op: "text" } as const,
      { op: "cancel" } as const,
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let entry = newEntry("m-1", "CONFIRMED", "2026-04-22T09:00", 120);
        let before = -1;
        for (const [at, step] of [...changes.entries()]) {
          const next = changeEntry(entry, step);
          const part = { sequence: next.sequence, startsAt: next.start, minutes: next.minutes };
          const cancelledAt = next.status === "CANCELLED" ? NOON : null;
          const seen = one(dateFile(meeting({ ...part, cancelledAt }), HOST, NOON + at));
          expect(seen.uid).toBe("m-1@bot.example");
          expect(seen.sequence).toBeGreaterThanOrEqual(before);
          if (next !== entry) expect(seen.sequence).toBe(entry.sequence + 1);
          before = seen.sequence;
          entry = next;
        }
      }),
    );
  });
});

describe("all dates", () => {
  const moved = meeting({ id: "m-2", startsAt: "2026-06-10T09:00", sequence: 1, changedAt: NOON + 1 });
  const cancelled = meeting({ id: "m-3", sequence: 1, cancelledAt: NOON, changedAt: NOON });

  it("stand in one calendar, cancelled ones as cancelled", () => {
    const file = calendarOf({ meetings: [meeting(), moved, cancelled], polls: [] }, HOST, 3600);
    wellFormed(file);
    expect(read(file).method).toBe("PUBLISH");
    expect(read(file).events.map(({ uid, sequence, status }) => [uid, sequence, status])).toEqual([
      ["m-1@bot.example", 0, "CONFIRMED"],
      ["m-2@bot.example", 1, "CONFIRMED"],
      ["m-3@bot.example", 1, "CANCELLED"],
    ]);
    expect(file).toContain("X-PUBLISHED-TTL:PT1H");
    expect(calendarOf({ meetings: [meeting(), moved, cancelled], polls: [] }, HOST, 3600)).toBe(file);
  });

  it("and those of an open poll as proposals, each under a UID that stays", () => {
    const poll: Poll = {
      ...{ id: "p-1", minutes: 90, place: "", link: null, settledAt: null, meetingId: null },
      ...{ options: ["2026-10-25T02:30", "2026-11-04T09:00"], createdById: "m-kandern" },
      ...{ createdAt: NOON, closesAt: NOON + 7 * 86_400_000 },
    };
    const file = calendarOf({ meetings: [meeting()], polls: [poll] }, OFFICE, 3600);
    wellFormed(file);
    const [, ...proposed] = read(file).events;
    const common = { status: "TENTATIVE", sequence: 0, stamp: "2026-03-02T11:00:00Z", location: null };
    expect(proposed).toMatchObject([
      { ...common, uid: "p-1-20261025T0230@bot.example", from: "2026-10-25T00:30:00.000Z" },
      { ...common, uid: "p-1-20261104T0900@bot.example", to: "2026-11-04T09:30:00.000Z" },
    ]);
    expect(proposed.every(({ summary }) => summary.startsWith("Vorschlag: "))).toBe(true);
    expect(file).not.toContain("m-kandern");
    expect(calendarOf({ meetings: [meeting()], polls: [poll] }, OFFICE, 3600)).toBe(file);
  });

  it("may be none", () => {
    const file = calendarOf({ meetings: [], polls: [] }, HOST, 3600);
    wellFormed(file);
    expect(read(file).events).toEqual([]);
  });
});

const before = process.env.TZ;
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  vi.resetModules();
});

describe.each(["Pacific/Kiritimati", "America/St_Johns", "Pacific/Niue"])("a process in %s", (zone) => {
  it("writes the same file", async () => {
    const dates = ["2026-03-29T02:30", "2026-10-25T02:30", "2026-12-31T23:30"];
    const files = dates.map((startsAt) => dateFile(meeting({ startsAt }), HOST, NOON));
    process.env.TZ = zone;
    vi.resetModules();
    const there = await import("../../src/meeting/calendar/ics.ts");
    expect(new Date(NOON).getTimezoneOffset()).not.toBe(0);
    expect(dates.map((startsAt) => there.dateFile(meeting({ startsAt }), HOST, NOON))).toEqual(files);
  });
});
