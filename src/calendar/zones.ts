/**
 * Dates and times as people in the Forum read them: Europe/Berlin, whatever the process is set to. A meeting
 * is kept as wall clock; its instant is derived each time, so that new zone data move it as people expect.
 */
import { Temporal } from "temporal-polyfill";
import type { Instant } from "../system/clock.ts";
import type { CalendarDate } from "./dates.ts";

/** Date and time on a clock in Berlin, YYYY-MM-DDTHH:MM. */
export type WallClock = string;
/** Time on a clock in Berlin, HH:MM. */
export type ClockTime = string;

const ZONE = "Europe/Berlin";
// The Swedish locale writes ISO dates.
const iso = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE });
const german = new Intl.DateTimeFormat("de-DE", { timeZone: ZONE, dateStyle: "medium" });

/** Calendar date in Berlin, YYYY-MM-DD. */
export const berlinDate = (instant: Instant): CalendarDate => iso.format(instant);

/** Calendar date in Berlin as read by people, 03.02.2026. */
export const germanDate = (instant: Instant): string => german.format(instant);

/** What a clock in Berlin shows at an instant; seconds are cut off. */
export const wallClockAt = (instant: Instant): WallClock =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

/**
 * The instant at which a clock in Berlin shows `wallClock`. A time left out in spring is moved forward by the
 * gap (02:30 → 03:30); a time that exists twice in autumn is the earlier one ("compatible" in Temporal).
 * Throws a RangeError when it is no date and time.
 */
export const instantOf = (wallClock: WallClock): Instant =>
  Temporal.PlainDateTime.from(wallClock).toZonedDateTime(ZONE, { disambiguation: "compatible" })
    .epochMilliseconds;

/** The instant of a time on a calendar date, under the rules of `instantOf`. */
export const instantOn = (date: CalendarDate, time: ClockTime): Instant => instantOf(`${date}T${time}`);

/** The calendar date of a wall clock. */
export const dateOf = (wallClock: WallClock): CalendarDate => wallClock.slice(0, 10);
