// @ts-check
// Which drawing of Lotto 6aus49 decides a lot: the first one at least 24 hours after the close.

const DAY_MS = 86_400_000;
/** Wednesday and Saturday. */
const DRAWING_DAYS = [3, 6];

const berlin = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

/**
 * The days on which it can have been. Two where the 24 hours end on a day of drawing: then it depends on the
 * hour of that drawing.
 * @param {number} closesAt milliseconds since 1970, UTC
 * @returns {readonly string[]} calendar dates
 */
export function drawingsAfter(closesAt) {
  const first = berlin.format(closesAt + DAY_MS);
  const days = Array.from({ length: 8 }, (_, at) => new Date(Date.parse(first) + at * DAY_MS))
    .filter((day) => DRAWING_DAYS.includes(day.getUTCDay()))
    .map((day) => day.toISOString().slice(0, 10));
  return days.slice(0, days[0] === first ? 2 : 1);
}
