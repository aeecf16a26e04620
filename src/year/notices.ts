/** Who is told what of the yearly round: the messages that go into the outbox. Pure; words at delivery. */
import type { Notice, Recipient } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { firstDayOf, type Note, type What } from "./notes.ts";

export const YEAR = {
  quarter: "year.quarter",
  chair: "year.chair",
  renewal: "year.renewal",
  renewed: "year.renewed",
  digest: "year.digest",
  /** On request, to all parties. */
  renewalParties: "year.renewalParties",
} as const;
export type YearKind = (typeof YEAR)[keyof typeof YEAR];

type Content = Pick<Notice, "kind" | "subject" | "payload">;

function contentOf(what: What): Content {
  switch (what.kind) {
    case "quarter":
      return { kind: YEAR.quarter, subject: firstDayOf(what.quarter), payload: { check: what.check } };
    case "noChair":
      return { kind: YEAR.chair, subject: "", payload: {} };
    case "chairExpired":
      return { kind: YEAR.chair, subject: what.electionId, payload: {} };
    case "renewal":
      return { kind: YEAR.renewal, subject: String(what.year), payload: {} };
    case "renewed":
      return { kind: YEAR.renewed, subject: String(what.year), payload: {} };
    case "digest":
      return { kind: YEAR.digest, subject: firstDayOf(what.quarter), payload: {} };
  }
}

const nameOf = (to: Recipient): string => ("member" in to ? to.member : to.conversation);

/** One message to each, of use until the note is over. */
export const yearNotices = (note: Note, to: readonly Recipient[], dueAt: Instant): readonly Notice[] => {
  const common = { ...contentOf(note.what), dueAt, expiresAt: note.until };
  return to.map((one) => ({ ...common, key: `year|${note.key}|${nameOf(one)}`, to: one }));
};

/** To every seat holder, once in each period of a year (0, 1, 2). */
export const renewalForParties = (
  year: number,
  period: number,
  holders: readonly string[],
  { dueAt, expiresAt }: { readonly dueAt: Instant; readonly expiresAt: Instant },
): readonly Notice[] =>
  [...new Set(holders)].map((member) => ({
    key: `${YEAR.renewalParties}|${year}|${period}|${member}`,
    kind: YEAR.renewalParties,
    subject: String(year),
    to: { member },
    dueAt,
    expiresAt,
  }));
