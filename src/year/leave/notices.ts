/** Who is told that a party leaves or comes back: its people, and those who coordinate. Pure; words at delivery. */
import type { Notice } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import type { Leave } from "./leave.ts";

export const LEAVE = {
  /** It is recorded. */
  noted: "year.leaveNoted",
  /** The record was taken back. */
  withdrawn: "year.leaveWithdrawn",
  /** The party has lost its seat. */
  left: "year.partyLeft",
  /** It takes part again. */
  returned: "year.partyReturned",
} as const;
export type LeaveKind = (typeof LEAVE)[keyof typeof LEAVE];

/** `recordedAt` tells this record from one that was withdrawn before. */
export const leaveNotices = (
  kind: LeaveKind,
  { party, lastDay, recordedAt }: Leave,
  members: readonly string[],
  dueAt: Instant,
  expiresAt: Instant | null,
): readonly Notice[] =>
  [...new Set(members)].map((member) => ({
    key: `${kind}|${party}|${recordedAt}|${member}`,
    kind,
    subject: party,
    to: { member },
    dueAt,
    expiresAt,
    payload: { lastDay, recordedAt },
  }));
