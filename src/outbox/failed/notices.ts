/** What the coordinators are told of failed messages: that there are some, not each of them. Pure. */
import { quietUntil } from "../../calendar/quiet-hours.ts";
import { berlinDate } from "../../calendar/zones.ts";
import type { Instant } from "../../system/clock.ts";
import type { Notice } from "../notice.ts";

export const UNREACHED = "outbox.unreached";

const WEEK_MS = 7 * 86_400_000;

/** To each coordinator, at most once a day; the subject is the instant up to which failures are covered. */
export const unreachedNotices = (coordinators: readonly string[], now: Instant): readonly Notice[] =>
  coordinators.map((member) => ({
    key: `${UNREACHED}|${member}|${berlinDate(now)}`,
    kind: UNREACHED,
    subject: String(now),
    to: { member },
    dueAt: quietUntil(now) ?? now,
    expiresAt: now + WEEK_MS,
  }));
