/** What is told of passed-on questions, and to whom. Pure. */
import type { Notice } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import type { Ticket } from "./ticket.ts";

export const KIND = { asked: "rules.asked", settled: "rules.settled" } as const;

const DAY_MS = 86_400_000;
/** By then the list has told it. */
const ASKED_MS = 14 * DAY_MS;
/** By then a settled question is found under one's own questions. */
const SETTLED_MS = 30 * DAY_MS;

/** That there is a new question: to every coordinator but the one who asked it. */
export const askedNotices = (
  { id, askedById }: Pick<Ticket, "id" | "askedById">,
  coordinators: readonly string[],
  now: Instant,
): readonly Notice[] =>
  [...new Set(coordinators)]
    .filter((member) => member !== askedById)
    .map((member) => ({
      key: `${KIND.asked}|${id}|${member}`,
      kind: KIND.asked,
      subject: id,
      to: { member },
      dueAt: now,
      expiresAt: now + ASKED_MS,
    }));

/** How a question was settled: to where it was asked. Nobody is told of the question of one who has left. */
export const settledNotices = (tickets: readonly Ticket[], now: Instant): readonly Notice[] =>
  tickets
    .filter(({ askedById }) => askedById !== null)
    .map(({ id, conversationId, threadId }) => ({
      key: `${KIND.settled}|${id}`,
      kind: KIND.settled,
      subject: id,
      to: { conversation: conversationId, ...(threadId === null ? {} : { threadId }) },
      dueAt: now,
      expiresAt: now + SETTLED_MS,
    }));
