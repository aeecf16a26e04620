import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quarterAfter, quarterOf } from "../../src/meeting/agenda.ts";
import { checkDeputy, isOvertaken, partyOf, repliesBySeat, tallyOf } from "../../src/meeting/answering.ts";
import { checkMeeting, type MeetingDraft } from "../../src/meeting/meeting.ts";
import { REPLIES } from "../../src/meeting/replies.ts";
import { draft, NOON, SEATS } from "./forum.ts";

const problems = (part: Partial<MeetingDraft>) => {
  const checked = checkMeeting(draft(part), NOON);
  return checked.ok ? [] : checked.problems;
};

describe("a draft of a date", () => {
  it("is a plan when all is there; place and link are tidied", () => {
    const link = " HTTPS://Video.example/raum ";
    expect(checkMeeting(draft({ place: " Großer\n Saal\u200b ", link, minutes: "90" }), NOON)).toEqual({
      ok: true,
      value: {
        startsAt: "2026-04-22T09:00",
        minutes: 90,
        place: "Großer Saal",
        link: "https://video.example/raum",
      },
    });
  });

  it.each<[string, Partial<MeetingDraft>, string[]]>([
    ["no date and no time", { startsOn: "", startsAt: " " }, ["dateMissing", "timeMissing"]],
    ["31 April", { startsOn: "2026-04-31" }, ["dateUnknown"]],
    ["29 February of a common year", { startsOn: "2027-02-29" }, ["dateUnknown"]],
    ["a German date", { startsOn: "22.04.2026" }, ["dateUnknown"]],
    ["25 o'clock", { startsAt: "25:00" }, ["timeUnknown"]],
    ["9 o'clock without zero", { startsAt: "9:00" }, ["timeUnknown"]],
    ["the hour left out in spring", { startsOn: "2026-03-29", startsAt: "02:30" }, ["timeLeftOut"]],
    ["this very minute", { startsOn: "2026-03-02", startsAt: "12:00" }, ["past"]],
    ["a minute later", { startsOn: "2026-03-02", startsAt: "12:01" }, []],
    ["in two years", { startsOn: "2028-03-02" }, []],
    ["a day later than that", { startsOn: "2028-03-03" }, ["tooFar"]],
    ["another length", { minutes: "61" }, ["minutesUnknown"]],
    ["neither place nor link", { place: " \u200b " }, ["placeMissing"]],
    ["only a link", { place: "", link: "https://video.example/" }, []],
    ["a place of 120 characters", { place: "ä".repeat(120) }, []],
    ["a place of 121 characters", { place: "ä".repeat(121) }, ["placeTooLong"]],
    ["a link without https", { link: "http://video.example/" }, ["linkWrong"]],
    ["a script as link", { link: "javascript:alert(1)" }, ["linkWrong"]],
    ["a link with a user name", { link: "https://landkreis.example@boese.example/" }, ["linkWrong"]],
    ["words as link", { link: "im Videoraum" }, ["linkWrong"]],
    ["a link of 501 characters", { link: `https://x.example/${"a".repeat(483)}` }, ["linkTooLong"]],
    ["a link that grows too long", { link: `https://x.example/${"ä".repeat(400)}` }, ["linkTooLong"]],
  ])("with %s", (_, part, expected) => {
    expect(problems(part)).toEqual(expected);
  });

  it("never throws, and what passes is a time in the future with a place or an https link", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const anything = fc.record({
      startsOn: fc.oneof(fc.constantFrom("2026-05-05", "2026-02-30"), text),
      startsAt: fc.oneof(fc.constantFrom("10:00", "24:00"), text),
      minutes: fc.oneof(fc.constantFrom("60", "180"), text),
      place: text,
      link: fc.oneof(fc.webUrl(), text),
    });
    fc.assert(
      fc.property(anything, (raw) => {
        const checked = checkMeeting(raw, NOON);
        if (!checked.ok) return checked.problems.length > 0;
        const { startsAt, place, link } = checked.value;
        return startsAt > "2026-03-02" && (place.trim() !== "" || link?.startsWith("https://") === true);
      }),
    );
  });
});

describe("who answers for a party", () => {
  it.each([
    ["the holder", { id: "m-kandern", organisation: "kandern" }, { ok: true, value: "kandern" }],
    ["a colleague of the holder", { id: "x", organisation: "kandern" }, { ok: false, reason: "seatOfOther" }],
    ["anybody while nobody holds the seat", { id: "x", organisation: "todtnau" }, { value: "todtnau" }],
    ["somebody without a seat", { id: "x", organisation: "komm-one" }, { ok: false, reason: "noSeat" }],
  ])("%s", (_, person, expected) => {
    expect(partyOf(person, SEATS)).toMatchObject(expected);
  });

  it("names a deputy in one line of at most 80 characters", () => {
    expect(checkDeputy("  Fachamt \n Bauen ")).toEqual({ ok: true, value: "Fachamt Bauen" });
    expect(checkDeputy(" \u200b ")).toEqual({ ok: false, reason: "deputyMissing" });
    expect(checkDeputy("x".repeat(81))).toEqual({ ok: false, reason: "deputyTooLong" });
  });

  it("every seat is counted once, replies without a seat never", () => {
    const party = fc.constantFrom("kandern", "loerrach", "schopfheim", "todtnau", "komm-one");
    const reply = fc.constantFrom(...REPLIES);
    const one = fc.record({ party, reply, deputy: fc.constant(null) });
    const given = fc.uniqueArray(one, { selector: (item) => item.party });
    fc.assert(
      fc.property(given, (replies) => {
        const tally = tallyOf(repliesBySeat(SEATS, replies));
        expect(tally.accepted + tally.declined + tally.deputies + tally.open).toBe(4);
        expect(tally.expected).toBe(tally.accepted + tally.deputies);
      }),
    );
    expect(tallyOf({})).toMatchObject({ seats: 0, needed: 0 });
    const all = Object.fromEntries(Array.from({ length: 36 }, (_, n) => [`p${n}`, null]));
    expect(tallyOf(all)).toMatchObject({ seats: 36, needed: 18, open: 36 });
    expect(tallyOf({ a: null, b: null, c: "zusage" })).toMatchObject({ needed: 2, expected: 1 });
  });
});

describe("a press", () => {
  it.each([
    ["the first of its party", null, false],
    ["after what is kept", NOON - 1, false],
    ["at the same moment", NOON, false],
    ["before what is kept", NOON + 1, true],
    ["as long before as a press may be under way", NOON + 120_000, true],
    ["by a clock that went back since", NOON + 120_001, false],
  ])("%s: overtaken or not", (_, kept, overtaken) => {
    expect(isOvertaken(NOON, kept)).toBe(overtaken);
  });
});

describe("quarters", () => {
  it("follow one another over the turn of the year", () => {
    expect(quarterOf("2026-12-31")).toEqual({ year: 2026, quarter: 4 });
    expect(quarterOf("2026-01-01")).toEqual({ year: 2026, quarter: 1 });
    expect(quarterAfter({ year: 2026, quarter: 4 })).toEqual({ year: 2027, quarter: 1 });
  });
});
