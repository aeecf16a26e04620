/** Who is told what about a date: the messages that go into the outbox. Pure. */
import { instantOf, type WallClock } from "../calendar/zones.ts";
import type { HeldSeat } from "../forum/seats.ts";
import type { Json, Notice, Recipient } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import type { Stage } from "./ladder.ts";
import type { Meeting } from "./meeting.ts";
import type { Untold } from "./move/heard.ts";

export const INVITED = "meeting.invited";
export const STAGE = "meeting.stage";
export const CANCELLED = "meeting.cancelled";
export const MOVED = "meeting.moved";
export const CHANGED = "meeting.changed";

/** A cancellation is of use for so long after the date, ms. */
const CANCELLED_NEWS_MS = 86_400_000;

type Told = { readonly to: Recipient; readonly name: string; readonly party?: string };

const holders = (seats: readonly HeldSeat[]): readonly Told[] =>
  seats.flatMap(({ party, holderId }) =>
    holderId === null ? [] : [{ to: { member: holderId }, name: holderId, party }],
  );

const channelOf = (channel: string | null): readonly Told[] =>
  channel === null ? [] : [{ to: { conversation: channel }, name: channel }];

type Message = Pick<Notice, "kind" | "dueAt" | "expiresAt"> & {
  readonly stage?: Stage;
  /** What the message needs beside the date as it is when it leaves. */
  readonly more?: Readonly<Record<string, Json>>;
};

/** Each carries for which sequence it was written and, to a person, for the holder of which seat. */
function notices(
  { id, sequence }: Pick<Meeting, "id" | "sequence">,
  { kind, dueAt, expiresAt, stage, more }: Message,
  told: readonly Told[],
): readonly Notice[] {
  const what = stage === undefined ? {} : { stage };
  const key = [kind, id, sequence, ...(stage === undefined ? [] : [stage])].join("|");
  return told.map(({ to, name, party }) => {
    const payload = { sequence, ...what, ...more, ...(party === undefined ? {} : { party }) };
    return { key: `${key}|${name}`, kind, subject: id, to, dueAt, expiresAt, payload };
  });
}

/** The invitation: to the Forum's channel and to the holder of every seat, until the start. */
export const invitations = (
  meeting: Meeting,
  channel: string | null,
  seats: readonly HeldSeat[],
  now: Instant,
): readonly Notice[] =>
  notices(meeting, { kind: INVITED, dueAt: now, expiresAt: instantOf(meeting.startsAt) }, [
    ...channelOf(channel),
    ...holders(seats),
  ]);

export type StageSending = {
  readonly stage: Stage;
  readonly at: Instant;
  /** From then on something newer says more. */
  readonly expiresAt: Instant;
  /** Keys of the parties that get it. */
  readonly parties: readonly string[];
};

/** A reminder: to the holders of the parties that get it; on the day before also to the channel. */
export const reminders = (
  meeting: Meeting,
  { stage, at, expiresAt, parties }: StageSending,
  channel: string | null,
  seats: readonly HeldSeat[],
): readonly Notice[] =>
  notices(meeting, { kind: STAGE, dueAt: at, expiresAt, stage }, [
    ...(stage === "vortag" ? channelOf(channel) : []),
    ...holders(seats.filter(({ party }) => parties.includes(party))),
  ]);

/** That a date is cancelled; `sequence` is the one after the cancellation. */
export const cancellations = (
  meeting: Meeting,
  sequence: number,
  channel: string | null,
  seats: readonly HeldSeat[],
  now: Instant,
): readonly Notice[] => {
  const expiresAt = instantOf(meeting.startsAt) + CANCELLED_NEWS_MS;
  return notices({ id: meeting.id, sequence }, { kind: CANCELLED, dueAt: now, expiresAt }, [
    ...channelOf(channel),
    ...holders(seats),
  ]);
};

/**
 * That a date was moved: to the channel and every holder, also of parties that had declined. `untold`: earlier
 * moves that have not arrived yet, by member or conversation.
 */
export const moves = (
  meeting: Meeting,
  from: WallClock,
  channel: string | null,
  seats: readonly HeldSeat[],
  now: Instant,
  untold: ReadonlyMap<string, readonly Untold[]> = new Map(),
): readonly Notice[] =>
  [...channelOf(channel), ...holders(seats)].flatMap((one) => {
    const before = untold.get(one.name) ?? [];
    const more = { from, ...(before.length === 0 ? {} : { untold: before }) };
    return notices(meeting, { kind: MOVED, dueAt: now, expiresAt: instantOf(meeting.startsAt), more }, [one]);
  });

/** That length, place or link changed while the date stayed. `fields` says which of them. */
export const changes = (
  meeting: Meeting,
  fields: readonly string[],
  channel: string | null,
  seats: readonly HeldSeat[],
  now: Instant,
): readonly Notice[] =>
  notices(meeting, { kind: CHANGED, dueAt: now, expiresAt: instantOf(meeting.startsAt), more: { fields } }, [
    ...channelOf(channel),
    ...holders(seats),
  ]);
