/** What a form about a date sends: nothing in it is believed. */
import { z } from "zod";
import { EMPTY_MEETING, type MeetingDraft } from "./meeting.ts";

export const ID = z.string().regex(/^[\w-]{1,64}$/);
/** A field that nobody filled in is not sent by every client. */
export const input = z.string().max(5000).default("");
export const minutes = z
  .union([z.string().max(20), z.number().transform(String)])
  .default(EMPTY_MEETING.minutes);
export const FIELDS = { startsOn: input, startsAt: input, minutes, place: input, link: input };

/** The draft alone, without what a form carries beside it. */
export const draftIn = ({ startsOn, startsAt, minutes, place, link }: MeetingDraft): MeetingDraft => ({
  ...{ startsOn, startsAt, minutes, place, link },
});
