/** What is kept of polls about a date. Port; see repository.prisma.ts. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { PartyAnswers, Poll } from "./poll.ts";

export type PollRepository = {
  readonly byId: (id: string, tx?: Tx) => Promise<Poll | null>;
  /** The one begun last, whatever became of it. */
  readonly newest: (tx?: Tx) => Promise<Poll | null>;
  /** How many are kept. */
  readonly count: (tx: Tx) => Promise<number>;
  /** Those neither evaluated nor given up. */
  readonly unsettled: () => Promise<readonly Poll[]>;
  /** By party. */
  readonly answers: (id: string, tx?: Tx) => Promise<readonly PartyAnswers[]>;
  /** When the answers of a party that stand were pressed; null before the first ones. */
  readonly answeredAt: (tx: Tx, id: string, party: string) => Promise<Instant | null>;
  readonly insert: (tx: Tx, poll: Poll) => Promise<void>;
  /** The poll as it is now, kept from all others until the transaction ends. */
  readonly hold: (tx: Tx, id: string) => Promise<Poll | null>;
  /** Takes the place of what the party answered before. */
  readonly saveAnswers: (tx: Tx, id: string, answers: PartyAnswers, now: Instant) => Promise<void>;
  readonly settle: (tx: Tx, id: string, now: Instant) => Promise<void>;
  readonly planned: (tx: Tx, id: string, meetingId: string) => Promise<void>;
  /** Whether the reminder of a poll needs no more thought. */
  readonly isReminded: (id: string, tx?: Tx) => Promise<boolean>;
  readonly markReminded: (tx: Tx, id: string, sent: boolean, now: Instant) => Promise<void>;
  /** Members for whom the question or its reminder was written, whatever became of it. */
  readonly asked: (id: string, tx?: Tx) => Promise<ReadonlySet<string>>;
  /** Deletes polls that ended before an instant with all their answers; says how many. */
  readonly forget: (before: Instant) => Promise<number>;
};
