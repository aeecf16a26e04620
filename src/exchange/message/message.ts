/** The message that a record is made from: what is known of it, and who its author is. Pure. */
import type { Instant } from "../../system/clock.ts";
import type { SentMessage } from "../../turn/incoming.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Source } from "../exchange.ts";

/** What travels with the form in the data of its card; the words of the message are in the form. */
export type Carried = {
  readonly id: string;
  /** First message of its thread. */
  readonly rootId: string;
  readonly at: Instant | null;
  readonly link: string | null;
  readonly author: { readonly aadObjectId: string; readonly name: string } | null;
};

const TEAMS = /^(?:[\w-]+\.)*teams\.(?:microsoft\.com|microsoft\.us|live\.com|cloud\.microsoft)$/;
const LONGEST_LINK = 2_000;

/** Whether a link leads back into Teams, and nowhere else. */
export function isTeamsLink(link: string): boolean {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return false;
  const { protocol, hostname, username, password } = new URL(link);
  return protocol === "https:" && username === "" && password === "" && TEAMS.test(hostname);
}

/** No sign in it that parts the pieces of a key or of an address. */
const isKey = (value: string): boolean => /^[^\s;|]{1,300}$/.test(value);

/** Undefined for a message that cannot be known again. */
export function carried({ id, rootId, at, link, author }: SentMessage): Carried | undefined {
  if (!isKey(id)) return undefined;
  return {
    id,
    rootId: isKey(rootId) ? rootId : id,
    at,
    link: link !== null && isTeamsLink(link) ? link : null,
    author: author && isKey(author.aadObjectId) ? author : null,
  };
}

/** One record per message: its conversation and itself. */
export const sourceKey = ({ place }: Pick<Turn, "place">, { id }: Pick<Carried, "id">): string =>
  `${place.conversationId}|${id}`;

/** Recognises somebody who is no member. */
export const authorKey = (tenantId: string, aadObjectId: string): string => `${tenantId}|${aadObjectId}`;

/** Whether the person of the turn wrote the message. */
export function isAuthor({ actor, member }: Pick<Turn, "actor" | "member">, source: Source | null): boolean {
  if (source === null) return false;
  if (source.author !== null) return source.author.id === member?.id;
  return source.authorKey === authorKey(actor.tenantId, actor.aadObjectId);
}

/** Where the answer to the message belongs: in its thread, if there are threads. */
export function threadOf({ place }: Pick<Turn, "place">, message: Carried | undefined): string | undefined {
  if (place.kind !== "channel") return place.threadId;
  return place.threadId ?? message?.rootId;
}
