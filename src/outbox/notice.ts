/** What must be told to whom, and what becomes of it. Types and rules, pure. */
import type { Instant } from "../system/clock.ts";
import type { Reply } from "../turn/reply.ts";

export type Recipient =
  | { readonly conversation: string; readonly threadId?: string }
  /** The personal chat of a member. */
  | { readonly member: string };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A message to write into the outbox, in the transaction of the change it tells of. */
export type Notice = {
  /** Says what this message is, once for ever; a second one with the same key is ignored. */
  readonly key: string;
  /** `feature.what`; names the renderer. */
  readonly kind: string;
  /** Id of what it is about; the renderer reads its present state. */
  readonly subject: string;
  readonly to: Recipient;
  readonly dueAt: Instant;
  /** Not sent after this instant. Null: never too late. */
  readonly expiresAt: Instant | null;
  readonly payload?: Json;
  /** Key of an earlier message whose place this one takes; dropped when that one was never delivered. */
  readonly replaces?: string;
  /** Its row is deleted whatever became of it, and no failure is listed: nobody can see who was told. */
  readonly traceless?: true;
};

/** Called at delivery: state and rights are read again, the words are found only now. */
export type Render = (notice: Notice, now: Instant) => Promise<Rendered>;
export type Rendered = { readonly send: Reply } | { readonly drop: "gone" | "notEntitled" | "superseded" };

type Way = { readonly tenantId: string; readonly serviceUrl: string; readonly botId: string };
type Conversation = {
  readonly conversationId: string;
  readonly threadId?: string;
  /** The message whose place the new one takes. */
  readonly messageId?: string;
};

/** Where to send: a conversation, or the Teams user with whom a personal chat has yet to be opened. */
export type Address = Way & (Conversation | { readonly openWith: string });

/** One name for where a message goes, whatever kind of address it is. */
export const destinationOf = (to: Address): string =>
  "openWith" in to ? `user ${to.openWith}` : to.conversationId;

/** How the platform took a message. Never carries the platform's text. */
export type Sent =
  | {
      readonly ok: true;
      /** The personal chat that was opened for it. */
      readonly opened?: string;
      /** What the platform calls the message. */
      readonly messageId?: string;
    }
  /** Wait at least so long (429 with Retry-After, in ms). */
  | { readonly ok: false; readonly failure: "throttled"; readonly retryAfterMs: number | null }
  /** Try again later: 412, 5xx, time-out, connection lost. */
  | { readonly ok: false; readonly failure: "unavailable" }
  /** The bot was removed or blocked there: stop. */
  | { readonly ok: false; readonly failure: "gone" }
  /** This message will never be taken (400, 413). */
  | { readonly ok: false; readonly failure: "rejected" };

export type Send = (to: Address, reply: Reply) => Promise<Sent>;
