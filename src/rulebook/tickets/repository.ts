/** Port of the store of tickets. Writes take the transaction they belong to. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Ticket } from "./ticket.ts";

export type NewTicket = Pick<
  Ticket,
  "id" | "question" | "reason" | "answered" | "askedById" | "conversationId" | "threadId" | "askedAt"
>;

export type TicketEnd =
  | { readonly state: "answered"; readonly informationId: string }
  | { readonly state: "closed"; readonly closedReason: string };

type Group = readonly Pick<Ticket, "id">[];

export type TicketRepository = {
  /** Takes turns with everybody who takes care of the rules, until the end of the transaction. */
  readonly takeTurns: (tx: Tx) => Promise<void>;
  readonly byId: (id: string, tx?: Tx) => Promise<Ticket | null>;
  /** Open and taken, the first asked first. */
  readonly unsettled: (tx?: Tx) => Promise<readonly Ticket[]>;
  /** Of one person, the newest first, at most so many. */
  readonly askedBy: (memberId: string, most: number) => Promise<readonly Ticket[]>;
  /** Ids of the cards and information of the badly rated answer from which a ticket came; else empty. */
  readonly ratedSources: (ticket: Ticket) => Promise<readonly string[]>;

  /** Gives it the next number; the caller holds the turn. */
  readonly insert: (tx: Tx, ticket: NewTicket) => Promise<void>;
  readonly take: (tx: Tx, tickets: Group, by: string, at: Instant) => Promise<void>;
  readonly giveBack: (tx: Tx, tickets: Group) => Promise<void>;
  readonly settle: (tx: Tx, tickets: Group, end: TicketEnd, at: Instant) => Promise<void>;

  /** Takes from tickets settled before that instant who asked and where; returns how many. */
  readonly anonymise: (before: Instant) => Promise<number>;
  /** Names of members who are still there, by id. */
  readonly namesOf: (ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, string>>;
};
