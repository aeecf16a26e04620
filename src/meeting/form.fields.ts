/** Inputs of the forms about a date. What was entered before is kept. */
import { choice, dateField, field, timeField } from "../turn/elements.ts";
import { DEFAULT_MINUTES, MEETING_LIMITS, type MeetingDraft, MINUTES } from "./meeting.ts";
import { problems } from "./refusal.texts.ts";
import { form } from "./texts.ts";

export const holding = (value: string) => (value === "" ? {} : { value });
export const required = (errorMessage: string) => ({ isRequired: true, errorMessage });

/** The length entered before if the list has it, else the usual one. */
const lengthOf = (minutes: string): string =>
  MINUTES.some((one) => String(one) === minutes) ? minutes : String(DEFAULT_MINUTES);

export const startField = (startsAt: string) =>
  timeField("startsAt", form.time, { ...holding(startsAt), ...required(problems.timeMissing) });

export const dayField = (startsOn: string) =>
  dateField("startsOn", form.date, { ...holding(startsOn), ...required(problems.dateMissing) });

/** How long and where. In a poll the place may still be open. */
export const placeFields = (
  { minutes, place, link }: Pick<MeetingDraft, "minutes" | "place" | "link">,
  labels: { readonly place: string; readonly link: string } = form,
) => [
  choice(
    "minutes",
    form.minutes,
    MINUTES.map((one) => ({ title: form.minutesChoice(one), value: String(one) })),
    { value: lengthOf(minutes) },
  ),
  field("place", labels.place, {
    placeholder: form.placeExample,
    maxLength: MEETING_LIMITS.place,
    ...holding(place),
  }),
  field("link", labels.link, {
    placeholder: form.linkExample,
    maxLength: MEETING_LIMITS.link,
    ...holding(link),
  }),
];
