/** Cases of every type with the results worked out by hand, from the printed calendar. */
export type DateCase = {
  readonly type: string;
  readonly behaviour: string;
  readonly input: object;
  readonly expected: object;
};

const of =
  (type: string) =>
  (behaviour: string, input: object, expected: object): DateCase => ({ type, behaviour, input, expected });

const clock = of("local-to-utc");
const ladder = of("ladder");
const due = of("due");
const reschedule = of("reschedule");
const cancel = of("cancel");
const propose = of("propose");
const alarm = of("alarm");
const term = of("term");
const renewal = of("renewal");
const ics = of("ics");
const fold = of("fold");
const rsvp = of("rsvp");

/** Wednesday after Fronleichnam 2026: einladung 27 May, rsvp 3 June, vortag 9 June, start 06:00Z. */
const START = "2026-06-10T09:00";
const Q2 = { year: 2026, quarter: 2 };
/** To a Tuesday, and from the next Tuesday on. */
const WHITSUN = [
  ["2026-05-15", "2026-06-02"],
  ["2026-06-09", "2026-06-30"],
];
const Q2_CHECKS = {
  info: "2026-03-04T08:00:00Z",
  alarm: "2026-04-15T07:00:00Z",
  escalation: "2026-06-01T07:00:00Z",
};
const CREATE = { op: "create", start: "2026-10-24T22:00", minutes: 480 };
const REPLIES = { wieden: null, aitern: "zusage", tunau: "absage", landkreis: "vertretung" };

export const DATE_CASES: readonly DateCase[] = [
  clock("summer", { local: "2026-06-10T09:00" }, { utc: "2026-06-10T07:00:00Z" }),
  clock("the spring gap", { local: "2027-03-28T02:30" }, { utc: "2027-03-28T01:30:00Z" }),
  clock("the doubled autumn hour", { local: "2027-10-31T02:30" }, { utc: "2027-10-31T00:30:00Z" }),

  ladder(
    "the usual one",
    { start: START },
    {
      einladung: "2026-05-27T07:00:00Z",
      rsvp: "2026-06-03T07:00:00Z",
      vortag: "2026-06-09T07:00:00Z",
      start: "2026-06-10T06:00:00Z",
    },
  ),
  ladder(
    "after Easter, two stages fall on the same Thursday before it",
    {
      start: "2026-04-07T09:00",
      config: { ladder: [2, 1].map((days) => ({ stage: `t${days}`, days, time: "08:00" })) },
    },
    { t2: "2026-04-02T06:00:00Z", t1: "2026-04-02T06:00:00Z" },
  ),
  ladder(
    "holidays back to back with a weekend and the end of the year",
    { start: "2027-01-07T10:00" },
    {
      einladung: "2026-12-24T08:00:00Z",
      rsvp: "2026-12-31T08:00:00Z",
      vortag: "2027-01-05T08:00:00Z",
      start: "2027-01-07T08:00:00Z",
    },
  ),
  ladder(
    "no shift",
    { start: "2026-03-30T09:00", config: { shift: "none" } },
    {
      einladung: "2026-03-16T08:00:00Z",
      rsvp: "2026-03-23T08:00:00Z",
      vortag: "2026-03-29T07:00:00Z",
      start: "2026-03-30T06:00:00Z",
    },
  ),
  ladder(
    "minutes are elapsed time in the night of 25 hours, and never move",
    { start: "2026-10-25T03:30", config: { ladder: [{ stage: "start", minutes: 120 }] } },
    { start: "2026-10-25T00:30:00Z" },
  ),
  ladder(
    "a day stage in the spring gap",
    {
      start: "2026-03-30T09:00",
      config: { shift: "none", ladder: [{ stage: "nacht", days: 1, time: "02:30" }] },
    },
    { nacht: "2026-03-29T01:30:00Z" },
  ),
  ladder(
    "leap day",
    { start: "2028-03-01T09:00", config: { ladder: [{ stage: "vortag", days: 1, time: "09:00" }] } },
    { vortag: "2028-02-29T08:00:00Z" },
  ),

  due("nothing yet", { start: START, now: "2026-05-27T06:59:59Z", sent: [] }, { send: [], skip: [] }),
  due(
    "to the second",
    { start: START, now: "2026-05-27T07:00:00Z", sent: [] },
    { send: [{ stage: "einladung", at: "2026-05-27T07:00:00Z" }], skip: [] },
  ),
  due(
    "down for weeks: only the newest",
    { start: START, now: "2026-06-09T09:00:00Z", sent: [] },
    { send: [{ stage: "vortag", at: "2026-06-09T09:00:00Z" }], skip: ["einladung", "rsvp"] },
  ),
  due(
    "at the start nothing is sent any more",
    { start: START, now: "2026-06-10T07:00:00Z", sent: ["rsvp"] },
    { send: [], skip: ["einladung", "vortag", "start"] },
  ),
  due(
    "sent before",
    { start: START, now: "2026-06-09T09:00:00Z", sent: ["vortag", "einladung", "rsvp"] },
    { send: [], skip: [] },
  ),
  due(
    "an older one left behind a newer one that was sent is still sent",
    { start: START, now: "2026-06-09T09:00:00Z", sent: ["vortag", "einladung"] },
    { send: [{ stage: "rsvp", at: "2026-06-09T09:00:00Z" }], skip: [] },
  ),
  due(
    "late in the evening: held to 07:00",
    { start: START, now: "2026-06-03T18:00:00Z", sent: ["einladung"] },
    { send: [{ stage: "rsvp", at: "2026-06-04T05:00:00Z" }], skip: [] },
  ),
  due(
    "late at 19:59: not held",
    { start: START, now: "2026-06-03T17:59:59Z", sent: ["einladung"] },
    { send: [{ stage: "rsvp", at: "2026-06-03T17:59:59Z" }], skip: [] },
  ),
  due(
    "late at night, but the meeting starts at 07:00",
    { start: "2026-06-10T07:00", now: "2026-06-09T20:00:00Z", sent: ["einladung", "rsvp", "start"] },
    { send: [], skip: ["vortag"] },
  ),
  due(
    "late at night, and the next stage comes at 07:00 exactly",
    { start: "2026-06-10T08:00", now: "2026-06-09T20:00:00Z", sent: ["einladung"] },
    { send: [], skip: ["rsvp", "vortag"] },
  ),
  due(
    "late at night, the next stage a minute after 07:00",
    { start: "2026-06-10T08:01", now: "2026-06-09T20:00:00Z", sent: ["einladung", "rsvp"] },
    { send: [{ stage: "vortag", at: "2026-06-10T05:00:00Z" }], skip: [] },
  ),
  due(
    "a stage planned for the evening is sent in time, even five minutes late",
    {
      start: START,
      now: "2026-06-09T18:35:00Z",
      sent: [],
      config: { ladder: [{ stage: "abend", days: 1, time: "20:30" }] },
    },
    { send: [{ stage: "abend", at: "2026-06-09T18:35:00Z" }], skip: [] },
  ),
  due(
    "more than five minutes late it waits",
    {
      start: START,
      now: "2026-06-09T18:35:01Z",
      sent: [],
      config: { ladder: [{ stage: "abend", days: 1, time: "20:30" }] },
    },
    { send: [{ stage: "abend", at: "2026-06-10T05:00:00Z" }], skip: [] },
  ),
  due(
    "a stage in minutes never waits",
    { start: "2026-06-10T06:45", now: "2026-06-10T04:30:00Z", sent: ["einladung", "rsvp", "vortag"] },
    { send: [{ stage: "start", at: "2026-06-10T04:30:00Z" }], skip: [] },
  ),
  due(
    "held over the night of 25 hours",
    { start: "2026-10-26T09:00", now: "2026-10-24T22:30:00Z", sent: ["einladung", "rsvp"] },
    { send: [{ stage: "vortag", at: "2026-10-25T06:00:00Z" }], skip: [] },
  ),
  due(
    "of two at the same instant the later of the ladder",
    {
      start: "2026-04-07T09:00",
      now: "2026-04-02T07:00:00Z",
      sent: [],
      config: { ladder: [2, 1].map((days) => ({ stage: `t${days}`, days, time: "09:00" })) },
    },
    { send: [{ stage: "t1", at: "2026-04-02T07:00:00Z" }], skip: ["t2"] },
  ),

  reschedule(
    "by months: the whole ladder again",
    { oldStart: "2026-03-04T09:00", newStart: START, now: "2026-03-01T08:00:00Z", sequence: 4 },
    {
      notice: "2026-03-01T08:00:00Z",
      pending: {
        einladung: "2026-05-27T07:00:00Z",
        rsvp: "2026-06-03T07:00:00Z",
        vortag: "2026-06-09T07:00:00Z",
        start: "2026-06-10T06:00:00Z",
      },
      superseded: [],
      sequence: 5,
    },
  ),
  reschedule(
    "rsvp exactly 24 h after the notice says nothing new",
    { oldStart: "2026-06-09T09:00", newStart: START, now: "2026-06-02T07:00:00Z", sequence: 0 },
    { superseded: ["einladung", "rsvp"], sequence: 1 },
  ),
  reschedule(
    "rsvp a second later than that does",
    { oldStart: "2026-06-09T09:00", newStart: START, now: "2026-06-02T06:59:59Z", sequence: 0 },
    { superseded: ["einladung"], sequence: 1 },
  ),
  reschedule(
    "to tomorrow: the day before is reminded within 24 h of the notice",
    { oldStart: "2026-06-24T09:00", newStart: START, now: "2026-06-09T06:00:00Z", sequence: 0 },
    {
      pending: { vortag: "2026-06-09T07:00:00Z", start: "2026-06-10T06:00:00Z" },
      superseded: ["einladung", "rsvp"],
    },
  ),
  reschedule(
    "to this morning, less than an hour ahead: only the notice",
    { oldStart: "2026-06-24T09:00", newStart: START, now: "2026-06-10T06:00:00Z", sequence: 0 },
    { pending: {}, superseded: ["einladung", "rsvp", "vortag", "start"] },
  ),

  cancel(
    "a minute before",
    { start: START, now: "2026-06-10T06:59:00Z", sequence: 2 },
    { notice: "2026-06-10T06:59:00Z", pending: {}, sequence: 3, method: "CANCEL", status: "CANCELLED" },
  ),
  cancel(
    "at the start: refused",
    { start: START, now: "2026-06-10T07:00:00Z", sequence: 2 },
    { notice: null, pending: {}, sequence: 2, method: "PUBLISH", status: "CONFIRMED" },
  ),
  cancel(
    "again, after the start would have been",
    { start: START, now: "2026-06-11T07:00:00Z", sequence: 3, alreadyCancelled: true },
    { notice: null, pending: {}, sequence: 3, method: "CANCEL", status: "CANCELLED" },
  ),

  propose(
    "the anchor and a week to both sides",
    { ...Q2, today: "2026-03-01", schoolHolidays: [] },
    { dates: ["2026-05-20", "2026-05-13", "2026-05-27"] },
  ),
  propose(
    "the anchor is blocked: the Tuesday before it comes first",
    { ...Q2, today: "2026-03-01", schoolHolidays: [], blocked: ["2026-05-20"] },
    { dates: ["2026-05-19", "2026-05-26", "2026-05-12"] },
  ),
  propose(
    "no day is left: last day of one range, blocked, Fronleichnam, first day of the next range",
    { ...Q2, today: "2026-05-12", schoolHolidays: WHITSUN, blocked: ["2026-06-03"] },
    { dates: [] },
  ),
  propose(
    "one day is left, between a range and Fronleichnam",
    { ...Q2, today: "2026-05-12", schoolHolidays: WHITSUN },
    { dates: ["2026-06-03"] },
  ),
  propose(
    "21 days of notice are enough, 20 are not",
    { ...Q2, today: "2026-06-04", schoolHolidays: [] },
    { dates: ["2026-06-25"] },
  ),
  propose("too late for the quarter", { ...Q2, today: "2026-06-10", schoolHolidays: [] }, { dates: [] }),
  propose(
    "around the holidays of summer, to both sides of the anchor",
    { year: 2026, quarter: 3, today: "2026-05-01", schoolHolidays: [["2026-07-30", "2026-09-12"]] },
    { dates: ["2026-07-29", "2026-09-15", "2026-07-22"] },
  ),

  alarm("no Forum at all", { ...Q2, meetings: [] }, Q2_CHECKS),
  alarm(
    "a check on a Saturday is on Monday, one on Holy Saturday after Easter",
    { year: 2028, quarter: 2, meetings: [] },
    { info: "2028-03-06T08:00:00Z", alarm: "2028-04-18T07:00:00Z", escalation: "2028-06-01T07:00:00Z" },
  ),
  alarm(
    "entered at the instant of the check",
    { ...Q2, meetings: [{ date: "2026-06-30", at: Q2_CHECKS.alarm }] },
    { ...Q2_CHECKS, alarm: null, escalation: null },
  ),
  alarm(
    "cancelled at the instant of the check",
    { ...Q2, meetings: [{ date: "2026-06-10", at: "2026-01-01T08:00:00Z", cancelledAt: Q2_CHECKS.alarm }] },
    { ...Q2_CHECKS, info: null },
  ),
  alarm(
    "held in the first week, in the next quarter, and before it",
    {
      ...Q2,
      meetings: [
        { date: "2026-07-01", at: "2026-01-01T08:00:00Z" },
        { date: "2026-03-31", at: "2026-01-01T08:00:00Z" },
        { date: "2026-04-01", at: "2026-03-20T08:00:00Z" },
      ],
    },
    { info: Q2_CHECKS.info, alarm: null, escalation: null },
  ),

  term(
    "accepted on 29 February",
    { accepted: "2028-02-29" },
    {
      lastDay: "2029-02-28",
      termEnd: "2029-02-28T23:00:00Z",
      reminders: ["2029-01-03T08:00:00Z", "2029-01-31T08:00:00Z", "2029-02-14T08:00:00Z"],
      expiredAlert: "2029-03-01T08:00:00Z",
    },
  ),
  term(
    "ends on Maundy Thursday: reported after Easter, reminders in winter and summer",
    { accepted: "2025-04-02" },
    {
      lastDay: "2026-04-02",
      termEnd: "2026-04-02T22:00:00Z",
      reminders: ["2026-02-05T08:00:00Z", "2026-03-05T08:00:00Z", "2026-03-19T08:00:00Z"],
      expiredAlert: "2026-04-07T07:00:00Z",
    },
  ),
  term(
    "reminders on holidays move back",
    { accepted: "2025-06-18" },
    { reminders: ["2026-04-23T07:00:00Z", "2026-05-21T07:00:00Z", "2026-06-03T07:00:00Z"] },
  ),

  renewal(
    "1 October on a Sunday, in a leap year",
    { year: 2028 },
    {
      reminders: ["2028-10-02T07:00:00Z", "2028-12-01T08:00:00Z"],
      effective: "2028-12-31T23:00:00Z",
      validUntil: "2029-12-31",
    },
  ),
  renewal(
    "1 October on a Saturday: Monday is a holiday",
    { year: 2022 },
    { reminders: ["2022-10-04T07:00:00Z", "2022-12-01T08:00:00Z"] },
  ),
  renewal(
    "1 December on a Sunday",
    { year: 2030 },
    { reminders: ["2030-10-01T07:00:00Z", "2030-12-02T08:00:00Z"] },
  ),

  ics(
    "minutes are elapsed time through the night of 25 hours",
    { ops: [CREATE] },
    {
      sequence: 0,
      status: "CONFIRMED",
      method: "PUBLISH",
      dtstart: "2026-10-24T20:00:00Z",
      dtend: "2026-10-25T04:00:00Z",
      uids: 1,
    },
  ),
  ics(
    "a proposal that is confirmed, moved and shortened",
    {
      ops: [
        { ...CREATE, op: "propose" },
        { op: "confirm" },
        { op: "rsvp" },
        { op: "reschedule", start: "2026-11-03T09:00", minutes: 60 },
        { op: "location" },
        { op: "text" },
      ],
    },
    {
      sequence: 3,
      status: "CONFIRMED",
      method: "PUBLISH",
      dtstart: "2026-11-03T08:00:00Z",
      dtend: "2026-11-03T09:00:00Z",
    },
  ),
  ics(
    "a moved proposal stays one",
    {
      ops: [
        { ...CREATE, op: "propose" },
        { op: "reschedule", start: "2026-11-03T09:00" },
      ],
    },
    { sequence: 1, status: "TENTATIVE", method: "PUBLISH", dtend: "2026-11-03T16:00:00Z" },
  ),
  ics(
    "nothing brings a cancelled one back",
    {
      ops: [
        CREATE,
        { op: "cancel" },
        { op: "confirm" },
        { op: "reschedule", start: "2026-11-03T09:00" },
        { op: "cancel" },
      ],
    },
    { sequence: 1, status: "CANCELLED", method: "CANCEL", dtstart: "2026-10-24T20:00:00Z", uids: 1 },
  ),

  fold("umlauts count two", { line: "ä".repeat(38) }, { lines: ["ä".repeat(37), " ä"] }),

  rsvp("a question for a reply", { stage: "rsvp", replies: REPLIES }, { recipients: ["wieden"] }),
  rsvp(
    "shortly before",
    { stage: "vortag", replies: REPLIES },
    { recipients: ["aitern", "landkreis", "wieden"] },
  ),
  rsvp("the start", { stage: "start", replies: REPLIES }, { recipients: ["aitern", "landkreis", "wieden"] }),
  ...["einladung", "verlegung", "absage", "eigene Stufe"].map((stage) =>
    rsvp(
      `${stage}: everybody`,
      { stage, replies: REPLIES },
      {
        recipients: ["aitern", "landkreis", "tunau", "wieden"],
      },
    ),
  ),
];
