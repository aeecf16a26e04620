/** What is kept of dates, replies and reminders. Port; see repository.prisma.ts. */
import type { CalendarDate, DateRange } from "../calendar/dates.ts";
import type { WallClock } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { PartyReply } from "./answering.ts";
import type { Stage } from "./ladder.ts";
import type { Meeting, MeetingPlan } from "./meeting.ts";
import type { Untold } from "./move/heard.ts";

/** A date with the stages of its present sequence that need no more thought. */
export type Watched = { readonly meeting: Meeting; readonly settled: readonly Stage[] };

export type Settling = {
  readonly stage: Stage;
  /** Its messages are in the outbox; false: it was left out. */
  readonly sent: boolean;
};

export type MeetingRepository = {
  readonly byId: (id: string, tx?: Tx) => Promise<Meeting | null>;
  /** All dates of a range, cancelled ones too, by start. */
  readonly within: (range: DateRange) => Promise<readonly Meeting[]>;
  /** Dates on or after `from` that are not cancelled, for the reminders. */
  readonly watched: (from: CalendarDate) => Promise<readonly Watched[]>;
  readonly replies: (meetingId: string, tx?: Tx) => Promise<readonly PartyReply[]>;
  /** Reply of each of these dates by one party; none where it has not replied. */
  readonly repliesOf: (
    party: string,
    meetingIds: readonly string[],
  ) => Promise<ReadonlyMap<string, PartyReply>>;

  readonly insert: (tx: Tx, meeting: Meeting) => Promise<void>;
  /** Whether a date that is not cancelled starts then. */
  readonly startsThen: (tx: Tx, startsAt: WallClock) => Promise<boolean>;
  /** A number that rises with every date that is planned, moved, changed or cancelled. */
  readonly changes: (tx: Tx) => Promise<number>;
  /**
   * The date as it is now, kept from all others until the transaction ends: a reply, a cancellation and the
   * reminders of the same date wait for one another, in every process.
   */
  readonly hold: (tx: Tx, id: string) => Promise<Watched | null>;
  readonly cancel: (tx: Tx, id: string, sequence: number, now: Instant) => Promise<void>;
  /** Another start, length, place or link, under a new sequence. */
  readonly change: (tx: Tx, id: string, plan: MeetingPlan, sequence: number, now: Instant) => Promise<void>;
  readonly forgetReplies: (tx: Tx, id: string) => Promise<void>;
  /** The date itself stays under its new sequence: what was settled about its stages stays settled. */
  readonly carryStages: (tx: Tx, meeting: Meeting, sequence: number, now: Instant) => Promise<void>;
  /** Moves of a date that are written but have not arrived: by member or conversation, in their order. */
  readonly untoldMoves: (tx: Tx, id: string) => Promise<ReadonlyMap<string, readonly Untold[]>>;
  /** Which of these messages were delivered. */
  readonly arrived: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Whether what was written for the sequence `since` still speaks of this date: it was not moved after it. */
  readonly isSameDate: (meeting: Meeting, since: number) => Promise<boolean>;
  /** Deletes replies and settled stages of dates that began before a wall clock; says how many rows. */
  readonly forget: (before: WallClock) => Promise<number>;
  /** When the kept reply of a party began; null where it has not replied. */
  readonly repliedAt: (tx: Tx, meetingId: string, party: string) => Promise<Instant | null>;
  readonly saveReply: (tx: Tx, meetingId: string, reply: PartyReply, now: Instant) => Promise<void>;
  readonly settle: (tx: Tx, meeting: Meeting, stages: readonly Settling[], now: Instant) => Promise<void>;
};
