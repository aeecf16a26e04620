/** `zusage`, `absage`, `vertretung: Name`: the buttons of an invitation as words, for the next date. Pure. */
import { commandWord } from "../turn/grammar.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import type { MeetingReply } from "./replies.ts";

export type TypedReply = { readonly reply: MeetingReply; readonly deputy?: string };

const WORDS: Readonly<Record<string, MeetingReply>> = {
  zusage: "zusage",
  zusagen: "zusage",
  absage: "absage",
  absagen: "absage",
};

/** Who comes stands behind a colon: the word alone is about the seat, more words may be about anything. */
const DEPUTY = /^\s*vertretung\s*:\s*(\S[\s\S]*)$/i;

export function parseReply(typed: string): TypedReply | undefined {
  const [, deputy] = DEPUTY.exec(typed) ?? [];
  if (deputy !== undefined) return { reply: "vertretung", deputy };
  const word = commandWord(typed);
  const reply = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return reply === undefined ? undefined : { reply };
}

/** The date that is answered: the first that has not begun. `dates` in any order, none of them cancelled. */
export const nextOf = (dates: readonly Meeting[], now: number): Meeting | null =>
  dates
    .filter((one) => !hasBegun(one, now))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .at(0) ?? null;
