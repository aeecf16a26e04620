/** What the delivery of messages asks of the store. */
import type { Instant } from "../system/clock.ts";
import type { Fate } from "./delivery.ts";
import type { Address, Notice } from "./notice.ts";

/** A message taken for delivery by this process, until its lease ends. */
export type Claimed = {
  readonly id: string;
  readonly notice: Notice;
  /** This try included. */
  readonly attempts: number;
};

type Claiming = {
  readonly by: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
};

/** What became of one claimed message. `untried`: it was put back without a try. */
export type Settlement = {
  readonly id: string;
  readonly by: string;
  readonly fate: Fate;
  readonly untried?: true;
  /** Nothing of it may be left once it is settled. */
  readonly traceless?: boolean;
  /** Conversation that the platform says is over. */
  readonly deadConversation?: string;
  /** Where it arrived, and what the platform calls it there. */
  readonly sent?: { readonly conversationId: string; readonly messageId: string | null };
  /** A personal chat that was opened for it: kept, so that the next message finds it. */
  readonly opened?: { readonly memberId: string; readonly to: Address };
};

export type OutboxRepository = {
  /** Takes the longest due messages, at most `limit`. No other process gets them before `until`. */
  readonly claimDue: (claiming: Claiming) => Promise<readonly Claimed[]>;
  /**
   * Where a message goes; null when there is no living conversation with somebody and none may be opened,
   * "superseded" when it takes the place of a message that never arrived.
   */
  readonly addressOf: (notice: Notice) => Promise<Address | "superseded" | null>;
  /** Keeps what became of messages; false in the place of one whose lease another process took over. */
  readonly settle: (settlements: readonly Settlement[], now: Instant) => Promise<readonly boolean[]>;
  /** Whether there is something to claim; asked before every claim, because it writes nothing. */
  readonly hasDue: (now: Instant) => Promise<boolean>;
  /** Deletes messages settled before `before`; returns how many. */
  readonly prune: (before: Instant) => Promise<number>;
};
