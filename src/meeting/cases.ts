/**
 * The rules of dates by type of case, for files of cases with known results. A case is read from JSON: calendar
 * dates YYYY-MM-DD, wall clock in Berlin YYYY-MM-DDTHH:MM, instants in UTC with Z. Throws a ZodError when a case
 * does not have the form of its type.
 */
import { z } from "zod";
import { chairTerm } from "../calendar/chair-term.ts";
import { foldLine } from "../calendar/ics-line.ts";
import type { Quarter } from "../calendar/quarters.ts";
import { instantOf } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { changeEntry, methodOf, newEntry, spanOf } from "./calendar-entry.ts";
import { cancel } from "./cancel.ts";
import { due } from "./due.ts";
import { DEFAULT_LADDER, type LadderConfig, type Planned, planLadder } from "./ladder.ts";
import { proposeDates } from "./proposals.ts";
import { quarterAlarms } from "./quarter-alarm.ts";
import { renewalAfter } from "./renewal.ts";
import { REPLIES, recipientsOf } from "./replies.ts";
import { reschedule } from "./reschedule.ts";

const DATE = z.iso.date();
const TIME = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const WALL_CLOCK = z.templateLiteral([DATE, "T", TIME]);
const INSTANT = z.iso.datetime().transform((text) => Date.parse(text));
const COUNT = z.int().nonnegative();
const YEAR = z.int().min(1583).max(9998);
const QUARTER = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const STEP = z.union([
  z.object({ stage: z.string(), minutes: COUNT }),
  z.object({ stage: z.string(), days: COUNT, time: TIME }),
]);
const CONFIG = z
  .object({ ladder: z.array(STEP).optional(), shift: z.string().optional() })
  .default({})
  .transform(
    ({ ladder, shift }): LadderConfig => ({
      ladder: ladder ?? DEFAULT_LADDER.ladder,
      shift: shift === "none" ? "none" : DEFAULT_LADDER.shift,
    }),
  );

const utc = (instant: Instant): string => new Date(instant).toISOString().replace(".000Z", "Z");
const orNull = (instant: Instant | null): string | null => (instant === null ? null : utc(instant));
const byStage = (planned: readonly Planned[]): Record<string, string> =>
  Object.fromEntries(planned.map(({ stage, at }) => [stage, utc(at)]));

/** A rule that reads its own input. */
const rule =
  <T>(schema: z.ZodType<T>, apply: (input: T) => unknown) =>
  (input: unknown): unknown =>
    apply(schema.parse(input));

const START = z.object({ start: WALL_CLOCK, config: CONFIG });
const MOMENT = z.object({ now: INSTANT, sequence: COUNT });

const dueCase = rule(START.extend({ now: INSTANT, sent: z.array(z.string()) }), (input) => {
  const { start, now, sent, config } = input;
  const { send, skip } = due({ planned: planLadder(start, config), startsAt: instantOf(start), now, sent });
  return { send: send ? [{ stage: send.stage, at: utc(send.at) }] : [], skip };
});

const rescheduleCase = rule(
  MOMENT.extend({ oldStart: WALL_CLOCK, newStart: WALL_CLOCK, config: CONFIG }),
  ({ newStart, config, now, sequence }) => {
    const moved = reschedule(planLadder(newStart, config), now, sequence);
    return { ...moved, notice: utc(moved.notice), pending: byStage(moved.pending) };
  },
);

const cancelCase = rule(
  MOMENT.extend({ start: WALL_CLOCK, alreadyCancelled: z.boolean().default(false) }),
  ({ start, now, sequence, alreadyCancelled }) => {
    const done = cancel({ startsAt: instantOf(start), now, sequence, alreadyCancelled });
    const status = done.ok ? "CANCELLED" : "CONFIRMED";
    const left = done.ok ? done.value : { notice: null, sequence };
    return {
      notice: orNull(left.notice),
      pending: {},
      sequence: left.sequence,
      method: methodOf(status),
      status,
    };
  },
);

const proposeCase = rule(
  z.object({
    year: YEAR,
    quarter: QUARTER,
    today: DATE,
    schoolHolidays: z.array(z.tuple([DATE, DATE]).transform(([from, to]) => ({ from, to }))),
    blocked: z.array(DATE).default([]),
  }),
  ({ year, quarter, ...rest }) => ({ dates: proposeDates({ quarter: { year, quarter }, ...rest }) }),
);

const alarmCase = rule(
  z.object({
    year: YEAR,
    quarter: QUARTER,
    meetings: z.array(z.object({ date: DATE, at: INSTANT, cancelledAt: INSTANT.nullable().default(null) })),
  }),
  ({ meetings, ...quarter }: Quarter & { meetings: Parameters<typeof quarterAlarms>[1] }) => {
    const { info, alarm, escalation } = quarterAlarms(quarter, meetings);
    return { info: orNull(info), alarm: orNull(alarm), escalation: orNull(escalation) };
  },
);

const termCase = rule(z.object({ accepted: DATE }), ({ accepted }) => {
  const { lastDay, ends, reminders, expiredAlert } = chairTerm(accepted);
  return { lastDay, termEnd: utc(ends), reminders: reminders.map(utc), expiredAlert: utc(expiredAlert) };
});

const renewalCase = rule(z.object({ year: YEAR }), ({ year }) => {
  const { reminders, effective, validUntil } = renewalAfter(year);
  return { reminders: reminders.map(utc), effective: utc(effective), validUntil };
});

const BEGIN = z.object({ op: z.enum(["create", "propose"]), start: WALL_CLOCK, minutes: COUNT });
const CHANGE = z.union([
  z.object({ op: z.literal("reschedule"), start: WALL_CLOCK, minutes: COUNT.optional() }),
  z.object({ op: z.enum(["location", "confirm", "cancel", "text", "rsvp"]) }),
]);

const icsCase = rule(z.object({ ops: z.tuple([BEGIN], CHANGE) }), ({ ops: [first, ...changes] }) => {
  const status = first.op === "create" ? "CONFIRMED" : "TENTATIVE";
  let entry = newEntry("meeting", status, first.start, first.minutes);
  const uids = new Set([entry.uid]);
  for (const change of changes) {
    entry = changeEntry(entry, change);
    uids.add(entry.uid);
  }
  const { from, to } = spanOf(entry);
  return {
    sequence: entry.sequence,
    status: entry.status,
    method: methodOf(entry.status),
    dtstart: utc(from),
    dtend: utc(to),
    uids: uids.size,
  };
});

const REPLIES_BY_PARTY = z.record(z.string(), z.enum(REPLIES).nullable());

/** Type of case → the result the rules give. */
export const meetingCases: Readonly<Record<string, (input: unknown) => unknown>> = {
  "local-to-utc": rule(z.object({ local: WALL_CLOCK }), ({ local }) => ({ utc: utc(instantOf(local)) })),
  ladder: rule(START, ({ start, config }) => byStage(planLadder(start, config))),
  due: dueCase,
  reschedule: rescheduleCase,
  cancel: cancelCase,
  propose: proposeCase,
  alarm: alarmCase,
  term: termCase,
  renewal: renewalCase,
  ics: icsCase,
  fold: rule(z.object({ line: z.string() }), ({ line }) => ({ lines: foldLine(line) })),
  rsvp: rule(z.object({ stage: z.string(), replies: REPLIES_BY_PARTY }), ({ stage, replies }) => ({
    recipients: recipientsOf(stage, replies),
  })),
};
