/** Questions that were passed on to the coordinators. Types and rules, pure. */
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { manyLines, questionKey } from "../information/written.ts";

export type TicketState = "open" | "taken" | "answered" | "closed";

export type Ticket = {
  readonly id: string;
  /** Running number, for people. */
  readonly number: number;
  readonly question: string;
  /** Code of why there was no answer, or of what was wrong with it. */
  readonly reason: string;
  /** What was answered instead. */
  readonly answered: string | null;
  readonly state: TicketState;
  /** Null once the person has left, or the ticket has been settled for long. */
  readonly askedById: string | null;
  readonly conversationId: string;
  readonly threadId: string | null;
  readonly askedAt: Instant;
  readonly takenById: string | null;
  readonly settledAt: Instant | null;
  readonly closedReason: string | null;
  readonly informationId: string | null;
};

/** Characters (UTF-16 units). `open`: unsettled questions of one person. */
export const LIMITS = { question: 2_000, answered: 4_000, closedReason: 500, open: 20 } as const;

/** Stands for a coordinator who belongs to no organisation. */
export const COORDINATION = "koordination";

/** Reason of a ticket whose answer was there and was not good. */
export const RATED = "rated";

export type TicketRefusal =
  | "notMember"
  | "notCoordinator"
  | "questionMissing"
  | "questionTooLong"
  | "tooMany"
  | "gone"
  | "settled"
  | "taken"
  | "takenByOther"
  | "closedReasonMissing"
  | "closedReasonTooLong";

export const isSettled = ({ state }: Pick<Ticket, "state">): boolean =>
  state === "answered" || state === "closed";

/** The tidied question, or why it cannot be passed on. */
export function checkQuestion(written: string): Outcome<string, TicketRefusal> {
  const question = manyLines(written);
  if (questionKey(question) === "") return refused("questionMissing");
  return question.length > LIMITS.question ? refused("questionTooLong") : ok(question);
}

export function checkClosedReason(written: string): Outcome<string, TicketRefusal> {
  const reason = manyLines(written);
  if (reason === "") return refused("closedReasonMissing");
  return reason.length > LIMITS.closedReason ? refused("closedReasonTooLong") : ok(reason);
}

/** Whether somebody may take it now: one only, and once. */
export function judgeTake(ticket: Ticket | null): Outcome<Ticket, TicketRefusal> {
  if (!ticket) return refused("gone");
  if (isSettled(ticket)) return refused("settled");
  return ticket.state === "taken" ? refused("taken") : ok(ticket);
}

/** Any coordinator gives back, so that nothing waits for somebody who is away. An open one stays open. */
export function judgeGiveBack(ticket: Ticket | null): Outcome<Ticket, TicketRefusal> {
  if (!ticket) return refused("gone");
  return isSettled(ticket) ? refused("settled") : ok(ticket);
}

/** Whether `who` may answer or close it: an open one, or one that he or she has taken. */
export function judgeSettle(ticket: Ticket | null, who: string): Outcome<Ticket, TicketRefusal> {
  if (!ticket) return refused("gone");
  if (isSettled(ticket)) return refused("settled");
  return ticket.state === "taken" && ticket.takenById !== who ? refused("takenByOther") : ok(ticket);
}

/** The unsettled tickets with the same question, the ticket itself included, in the order of their numbers. */
export function alike(ticket: Pick<Ticket, "question">, unsettled: readonly Ticket[]): readonly Ticket[] {
  const key = questionKey(ticket.question);
  return unsettled.filter((one) => questionKey(one.question) === key);
}

/** The same question once: the first who asked stands for the others. */
export type TicketGroup = { readonly head: Ticket; readonly others: readonly Ticket[] };

/** In the order of the numbers of their heads. */
export function groupsOf(tickets: readonly Ticket[]): readonly TicketGroup[] {
  const groups = new Map<string, Ticket[]>();
  for (const ticket of tickets.toSorted((a, b) => a.number - b.number)) {
    const key = questionKey(ticket.question);
    groups.set(key, [...(groups.get(key) ?? []), ticket]);
  }
  return [...groups.values()].flatMap(([head, ...others]) => (head ? [{ head, others }] : []));
}
