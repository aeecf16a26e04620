/**
 * One turn of a conversation, free of any platform: who says what where. The Teams edge makes it,
 * the routes read it.
 */
import type { Member } from "../member/member.ts";
import type { Instant } from "../system/clock.ts";

export type PlaceKind = "personal" | "group" | "channel";

/** Where something is said: enough to answer there now and to write there later. */
export type Place = {
  readonly kind: PlaceKind;
  /** Conversation id without the thread suffix. */
  readonly conversationId: string;
  /** Root message of the thread in a channel. */
  readonly threadId?: string;
  readonly teamId?: string;
  /** Name of the channel, where Teams has told it. */
  readonly name?: string;
  /** A private or shared channel: it has members and apps of its own, apart from its team. */
  readonly apart?: true;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** The bot's own id there. */
  readonly botId: string;
};

/** The person as Teams names him or her. Says nothing about rights. */
export type Actor = {
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly teamsUserId: string;
  readonly name: string;
};

export type Turn = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly place: Place;
  /** Null until the person has said which organisation he or she belongs to. */
  readonly member: Member | null;
  readonly coordinator: boolean;
  /** Unique within the conversation; the same for a repeated delivery. */
  readonly activityId: string;
};

/** Idempotency key of a typed command: the same message delivered twice is one act. */
export const typedKey = (turn: Turn): string => `typed|${turn.place.conversationId}|${turn.activityId}`;

/** Idempotency key of a form: one act per drawn form and person, since a form in a channel is seen by all. */
export const formKey = (turn: Turn, actionId: string): string =>
  `form|${actionId}|${turn.actor.tenantId}|${turn.actor.aadObjectId}`;
