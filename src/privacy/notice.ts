/** The privacy notice (Art. 13 and 14 DSGVO): configuration of the office that runs Forumsbote. Pure. */
import type { CalendarDate } from "../calendar/dates.ts";

export type PrivacyNotice = {
  /** Compared to the letter: whoever was shown another one is shown this one. Travels in cards and keys. */
  readonly version: string;
  readonly validFrom: CalendarDate;
  readonly controller: { readonly name: string; readonly address: string; readonly contact: string };
  /** Paragraphs, or points of a list; none is empty. */
  readonly sections: Readonly<Record<NoticeSection, readonly string[]>>;
  /** For cards, at most LONGEST_SHORT characters; paragraphs are divided by an empty line. */
  readonly short: string;
  /** Replaces the shipped terms of use; null: those are shown. */
  readonly terms: readonly string[] | null;
};

/** What Art. 13 (1), (2) and Art. 14 (2) f DSGVO ask for beside the controller, in the order of reading. */
export const SECTIONS = [
  ...(["dataProtectionOfficer", "purposes", "legalBasis", "recipients", "thirdCountries"] as const),
  ...(["retention", "rights", "authority", "origin", "automated", "obligation"] as const),
] as const;
export type NoticeSection = (typeof SECTIONS)[number];

/** In characters as people count them: more than one card of a phone is not read. */
export const LONGEST_SHORT = 900;
/** All sections together: a card of Teams takes some 28 kB. */
export const LONGEST_TEXT = 12_000;

/** Paragraphs of the short text. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter((one) => one !== "");

/** 01.10.2026 */
export const germanCalendarDate = (date: CalendarDate): string => date.split("-").reverse().join(".");
