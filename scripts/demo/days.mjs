// @ts-check
// Calendar dates and times of the clock as people in the district have them.

const DAY = 86_400_000;
const WEDNESDAY = 3;
const ZONE = "Europe/Berlin";

/** @param {number} now @returns {{ date: string, time: string }} YYYY-MM-DD and HH:MM */
export function clockAt(now) {
  const [date = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: ZONE,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(now)
    .split(" ");
  return { date, time };
}

/** @param {string} date YYYY-MM-DD @param {number} days @returns {string} */
export const daysAfter = (date, days) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The first Wednesday at least so many days ahead. @param {number} now @param {number} days */
export function nextWednesday(now, days) {
  const earliest = daysAfter(clockAt(now).date, days);
  const weekday = new Date(`${earliest}T12:00:00Z`).getUTCDay();
  return daysAfter(earliest, (WEDNESDAY - weekday + 7) % 7);
}
