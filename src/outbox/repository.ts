/** What the delivery of messages asks of the store. */
import type { Instant } from "../system/clock.ts";
import type { Fate } from "./delivery.ts";
import type { Address, Notice } from "./notice.ts";
import type { Elsewhere } from "./pace.ts";

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
  /** Members and conversations that get nothing now. */
  readonly except: readonly string[];
  /** What other processes have sent since then is told to `room`; null: nothing is asked. */
  readonly since: Instant | null;
  /** How many may be claimed, given what others have sent. Called inside the claim, once. */
  readonly room: (sent: readonly Elsewhere[]) => number;
};

/** What became of one claimed message. `untried`: it was put back as it was, without a try. */
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

/**
 * Null when there is no living conversation with somebody and none may be opened, "superseded" when it takes the
 * place of a message that never arrived.
 */
export type Whereto = Address | "superseded" | null;

export type OutboxRepository = {
  /**
   * Takes the longest due messages, as many as there is room for, less those that other processes have under way.
   * No other process gets them before `until`, nor anything else for the same recipients while they are not
   * settled, or wait for their next try.
   */
  readonly claimDue: (claiming: Claiming) => Promise<readonly Claimed[]>;
  /** Where these messages go, in their order. */
  readonly addressesOf: (notices: readonly Notice[]) => Promise<readonly Whereto[]>;
  /** Keeps what became of messages; false in the place of one whose lease another process took over. */
  readonly settle: (settlements: readonly Settlement[], now: Instant) => Promise<readonly boolean[]>;
  /** Whether there is something to claim; asked before every claim, because it writes nothing. */
  readonly hasDue: (now: Instant) => Promise<boolean>;
  /** Deletes messages settled before `before`, and what was kept of them; returns how many. */
  readonly prune: (before: Instant) => Promise<number>;
};
