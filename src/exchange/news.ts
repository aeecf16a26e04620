/** Who hears of a new record, and where. Pure. */
import type { Notice } from "../outbox/notice.ts";
import type { Turn } from "../turn/turn.ts";
import { type Carried, threadOf } from "./message/message.ts";
import type { NewExchange } from "./repository.ts";

export const RECORDED = "exchange.recorded";
/** Somebody else has recorded a member's message. */
export const RECORDED_YOURS = "exchange.recordedYours";
/** A notice about a new record is no news after that. */
const NEWS_MS = 86_400_000;

export type Told = {
  readonly message: Carried | undefined;
  /** The place of the form hears of it: the answer to a form is seen by one person only. */
  readonly inPlace: boolean;
};

function inPlace(turn: Turn, { id, source }: NewExchange, message: Carried | undefined): Notice {
  const threadId = threadOf(turn, message);
  const to = { conversation: turn.place.conversationId, ...(threadId ? { threadId } : {}) };
  // Whoever is no member is not stored: the name travels with this one message.
  const isStranger = source !== undefined && source.authorKey !== null;
  const named = isStranger && message?.author ? { payload: { author: message.author.name } } : {};
  const times = { dueAt: turn.now, expiresAt: turn.now + NEWS_MS };
  return { key: `${RECORDED}|${id}`, kind: RECORDED, subject: id, to, ...times, ...named };
}

/** The place where it was made, and the author of the message if somebody else has recorded it. */
export function newsOf(turn: Turn, made: NewExchange, told: Told): readonly Notice[] {
  const { id, source, recordedById } = made;
  const here = told.inPlace ? [inPlace(turn, made, told.message)] : [];
  const author = source?.authorId ?? recordedById;
  if (author === recordedById) return here;
  const key = `${RECORDED_YOURS}|${id}`;
  const when = { dueAt: turn.now, expiresAt: null };
  return [...here, { key, kind: RECORDED_YOURS, subject: id, to: { member: author }, ...when }];
}
