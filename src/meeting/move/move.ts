/** What a change of a date that stands means: another date, or other details of the same. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { hasBegun, type Meeting, type MeetingDraft, type MeetingPlan } from "../meeting.ts";

/** Beside the start: what can change while replies and reminders stay. */
export const DETAILS = ["minutes", "place", "link"] as const;
export type Detail = (typeof DETAILS)[number];

export type MeetingChange =
  | { readonly kind: "moved" }
  | { readonly kind: "changed"; readonly fields: readonly Detail[] };

export type MoveRefusal = "gone" | "isCancelled" | "begun" | "nothingChanged" | "changedMeanwhile";

/** The date as the form shows it. */
export const draftOf = ({ startsAt, minutes, place, link }: MeetingPlan): MeetingDraft => ({
  startsOn: startsAt.slice(0, 10),
  startsAt: startsAt.slice(11),
  minutes: String(minutes),
  place,
  link: link ?? "",
});

/** What differs between a date and the plan for it; null when nothing does. */
export function changeOf(meeting: MeetingPlan, plan: MeetingPlan): MeetingChange | null {
  if (meeting.startsAt !== plan.startsAt) return { kind: "moved" };
  const fields = DETAILS.filter((field) => meeting[field] !== plan[field]);
  return fields.length === 0 ? null : { kind: "changed", fields };
}

/** Whether a date can still be changed: it stands, and has not begun. */
export function canChange(meeting: Meeting | null, now: Instant): Outcome<Meeting, MoveRefusal> {
  if (!meeting) return refused("gone");
  if (meeting.cancelledAt !== null) return refused("isCancelled");
  return hasBegun(meeting, now) ? refused("begun") : ok(meeting);
}

/** The change from what somebody saw when the form was drawn; not when another change came between. */
export function judgeMove(
  meeting: Meeting,
  plan: MeetingPlan,
  seen: number,
): Outcome<MeetingChange, MoveRefusal> {
  if (meeting.sequence !== seen) return refused("changedMeanwhile");
  const change = changeOf(meeting, plan);
  return change === null ? refused("nothingChanged") : ok(change);
}
