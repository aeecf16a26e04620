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
};

/** Called at delivery: state and rights are read again, the words are found only now. */
export type Render = (notice: Notice, now: Instant) => Promise<Rendered>;
export type Rendered = { readonly send: Reply } | { readonly drop: "gone" | "notEntitled" | "superseded" };

/** Where to send: a conversation, or a person to open a personal chat with. */
export type Address = {
  readonly conversationId: string;
  readonly threadId?: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly botId: string;
};

/** How the platform took a message. Never carries the platform's text. */
export type Sent =
  | { readonly ok: true }
  /** Wait at least so long (429 with Retry-After, in ms). */
  | { readonly ok: false; readonly failure: "throttled"; readonly retryAfterMs: number | null }
  /** Try again later: 412, 5xx, time-out, connection lost. */
  | { readonly ok: false; readonly failure: "unavailable" }
  /** The bot was removed or blocked there: stop. */
  | { readonly ok: false; readonly failure: "gone" }
  /** This message will never be taken (400, 413). */
  | { readonly ok: false; readonly failure: "rejected" };

export type Send = (to: Address, reply: Reply) => Promise<Sent>;
