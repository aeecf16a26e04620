/** Items for the agenda of a date: who may propose one, how many there are, in which order. Pure. */
import type { HeldSeat, StandingSeat } from "../../forum/seats.ts";
import { fold } from "../../search/fold.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { type Meeting, oneLine } from "../meeting.ts";

/** Characters as JavaScript counts them; numbers of items that stand. */
export const ITEM_LIMITS = { title: 120, onDate: 20, ofParty: 5, minutes: 240 } as const;

export type AgendaItem = {
  readonly id: string;
  /** Null: it waits for the next date that is planned. */
  readonly meetingId: string | null;
  readonly title: string;
  /** Key of the party that proposed it; null: the coordination. */
  readonly party: string | null;
  /** The person; null once he or she has left, and for a coordinator without an organisation. */
  readonly proposerId: string | null;
  /** Allotted time; null: not yet. */
  readonly minutes: number | null;
  /** Number of the open question about the rules it came from. */
  readonly question: string | null;
  readonly createdAt: Instant;
};

/** What of a date matters to its agenda. */
export type AgendaDate = Pick<Meeting, "id" | "startsAt" | "minutes" | "cancelledAt">;

export type TitleProblem = "titleMissing" | "titleTooLong";
export type SpeakerRefusal = "notMember" | "notOnSeat";
export type FullRefusal = "duplicate" | "agendaFull" | "partyFull";

/** The title in one line, tidied. */
export function checkTitle(written: string): Outcome<string, TitleProblem> {
  const title = oneLine(written);
  if (title === "") return refused("titleMissing");
  return title.length > ITEM_LIMITS.title ? refused("titleTooLong") : ok(title);
}

/** Whole minutes from 1 on; an empty field takes the allotted time back. */
export function checkMinutes(written: string): Outcome<number | null, "minutesWrong"> {
  const typed = written.trim();
  if (typed === "") return ok(null);
  const minutes = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= ITEM_LIMITS.minutes ? ok(minutes) : refused("minutesWrong");
}

type Speaker = { readonly id: string; readonly organisation: string };

/** The seat a person belongs to, as delegate, deputy or holder; while a seat has nobody, any member of its party. */
function partyBehind({ id, organisation }: Speaker, seats: readonly StandingSeat[]): string | null {
  const own = seats.find(
    ({ holderId, delegateId, deputies }) => holderId === id || delegateId === id || deputies.includes(id),
  );
  if (own) return own.party;
  const empty = (seat: HeldSeat): boolean => seat.party === organisation && seat.holderId === null;
  return seats.find(empty)?.party ?? null;
}

/** For which party somebody proposes; null for the coordination, which may propose without a seat. */
export function speakerOf(
  person: Speaker | null,
  coordinator: boolean,
  seats: readonly StandingSeat[],
): Outcome<string | null, SpeakerRefusal> {
  const party = person === null ? null : partyBehind(person, seats);
  if (party !== null || coordinator) return ok(party);
  return refused(person === null ? "notMember" : "notOnSeat");
}

/** Two titles that differ in case, umlauts or a full stop are one. */
const keyOf = (title: string): string => fold(title).replace(/[\s.!,;:?]+$/, "");

/** Whether an item can stand beside those that stand there already. The coordination has no limit of its own. */
export function judgeNew(
  items: readonly AgendaItem[],
  { title, party }: Pick<AgendaItem, "title" | "party">,
): Outcome<null, FullRefusal> {
  if (items.some((one) => keyOf(one.title) === keyOf(title))) return refused("duplicate");
  if (items.length >= ITEM_LIMITS.onDate) return refused("agendaFull");
  const own = items.filter((one) => party !== null && one.party === party);
  return own.length >= ITEM_LIMITS.ofParty ? refused("partyFull") : ok(null);
}

/** Whether a person may take an item back: who proposed it, and whoever speaks for its party. */
export const isOwn = (
  { party, proposerId }: Pick<AgendaItem, "party" | "proposerId">,
  memberId: string | null,
  speaksFor: string | null,
): boolean => (memberId !== null && proposerId === memberId) || (party !== null && party === speaksFor);

export type Direction = "up" | "down";

/** The same ids with one of them changed places with its neighbour; the first stays first, the last last. */
export function moved(ids: readonly string[], id: string, direction: Direction): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + (direction === "up" ? -1 : 1);
  const other = ids[to];
  if (from < 0 || other === undefined) return ids;
  return ids.map((one, at) => (at === from ? other : at === to ? id : one));
}

export type AgendaSum = {
  readonly allotted: number;
  /** How many items have no time yet. */
  readonly open: number;
  /** Length of the meeting. */
  readonly minutes: number;
};

export const sumOf = (items: readonly AgendaItem[], { minutes }: Pick<AgendaDate, "minutes">): AgendaSum => ({
  allotted: items.reduce((sum, item) => sum + (item.minutes ?? 0), 0),
  open: items.filter((item) => item.minutes === null).length,
  minutes,
});
