/** Links that nobody can guess: what they look like, how long they hold, what hangs on them. Pure. */
import { createHmac } from "node:crypto";
import type { Instant } from "../system/clock.ts";
import { sha256 } from "../system/hash.ts";

const HOUR = 60 * 60_000;
/** How long a link opens its page unless it is said otherwise, in ms. */
export const LINK_MS = 24 * HOUR;
/** A link that holds until it is taken back, in ms: longer than anybody keeps a calendar. */
export const LASTING_MS = 100 * 365 * 24 * HOUR;
/** 256 bits; 128 would do. */
export const SECRET_BYTES = 32;
/** Where pages stand on this server; the secret follows. */
export const PAGES_PATH = "/seiten/";

const SECRET = /^[0-9a-f]{64}$/;

/** `feature.what`: names the page, as the verb of a button names its route. */
export type PageKind = `${string}.${string}`;

export type PageLink = {
  readonly kind: string;
  /** Id of what the page is about; read again at every opening. */
  readonly subject: string;
  /** For whom it was made; null for a page that anybody may open who has the link. */
  readonly memberId: string | null;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
};

export const isSecret = (text: string): boolean => SECRET.test(text);

/** All that is stored of a secret: nobody who reads the store or a backup can open a page with it. */
export const hashOf = (secret: string): string => sha256(secret);

/** The instant of its end is too late. */
export const isOpen = ({ expiresAt, revokedAt }: PageLink, now: Instant): boolean =>
  revokedAt === null && now < expiresAt;

/**
 * The secret of a page that belongs to another one. Whoever has the link of the first can be shown the link
 * of the second, though neither secret is stored; the way back is closed.
 */
export const companionSecret = (secret: string, kind: string): string =>
  createHmac("sha256", secret).update(kind).digest("hex");

export const urlOf = (base: string, secret: string): string =>
  `${base.replace(/\/+$/, "")}${PAGES_PATH}${secret}`;

/** Throws a RangeError for what is no link of a page. */
export function secretIn(url: string): string {
  const secret = url.slice(url.lastIndexOf("/") + 1);
  if (!isSecret(secret)) throw new RangeError("not the link of a page");
  return secret;
}
