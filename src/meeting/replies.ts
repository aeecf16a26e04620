/** Replies of the parties to a meeting, and who gets which message. Pure. */
import type { Stage } from "./ladder.ts";

export const REPLIES = ["zusage", "absage", "vertretung"] as const;
export type MeetingReply = (typeof REPLIES)[number];

/** By key of the party; null for one that has not replied. */
export type Replies = Readonly<Record<string, MeetingReply | null>>;

/**
 * Keys of the parties that get a stage or notice, sorted. The question for a reply goes to those that owe one,
 * the reminders shortly before to all but those that declined, everything else to all.
 */
export function recipientsOf(stage: Stage, replies: Replies): readonly string[] {
  const gets = (reply: MeetingReply | null): boolean => {
    if (stage === "rsvp") return reply === null;
    return stage === "vortag" || stage === "start" ? reply !== "absage" : true;
  };
  return Object.entries(replies)
    .filter(([, reply]) => gets(reply))
    .map(([party]) => party)
    .sort();
}
