/** Messages that were given up: who did not get them, why, and which of them may be tried again. Pure. */
import type { Instant } from "../../system/clock.ts";
import { isLate } from "../delivery.ts";

/** `noChat`: nothing to write to yet. `gone`: the bot was removed or blocked there. */
export const CAUSES = ["gone", "noChat", "rejected", "late"] as const;
export type Cause = (typeof CAUSES)[number];

/** Whom a message was for; messages to the personal chat of somebody are for that person. */
export type Addressee = {
  /** Member id, or conversation id of a channel or group chat. */
  readonly id: string;
  /** `forum`: the channel of the Forum. */
  readonly kind: "person" | "place" | "forum";
  /** Of a person or group; null where nobody is known under this id any more. */
  readonly name: string | null;
  /** There is a living conversation now. */
  readonly reachable: boolean;
};

export type Failed = {
  readonly id: string;
  /** `feature.what` */
  readonly kind: string;
  readonly to: Addressee;
  readonly cause: Cause;
  readonly at: Instant;
  readonly expiresAt: Instant | null;
};

export type FailedGroup = {
  readonly to: Addressee;
  readonly cause: Cause;
  /** Newest first. */
  readonly items: readonly Failed[];
  /** How many of them are not too late by their own rule. */
  readonly retriable: number;
};

export const mayRetry = ({ expiresAt }: Pick<Failed, "expiresAt">, now: Instant): boolean =>
  !isLate(expiresAt, now);

/** By addressee and cause; what failed last comes first. */
export function groupsOf(failed: readonly Failed[], now: Instant): readonly FailedGroup[] {
  const groups = new Map<string, Failed[]>();
  for (const one of [...failed].sort((a, b) => b.at - a.at)) {
    const key = `${one.cause} ${one.to.id}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((items) => {
    const [first] = items;
    if (!first) return [];
    const retriable = items.filter((one) => mayRetry(one, now)).length;
    return [{ to: first.to, cause: first.cause, items, retriable }];
  });
}

/** When somebody did not get a message. */
export type Failure = { readonly to: string; readonly at: Instant };

const DAY_MS = 86_400_000;
/** Who was out of reach so lately before is no news. */
const KNOWN_MS = 7 * DAY_MS;

/**
 * Whether there is somebody the coordinators have not yet heard of: failed after `toldAt`, and not within the week
 * before that failure. Null: nobody was ever told.
 */
export function isNews(failures: readonly Failure[], toldAt: Instant | null): boolean {
  if (toldAt === null) return failures.length > 0;
  const old = failures.filter(({ at }) => at <= toldAt);
  return failures.some(
    ({ to, at }) => at > toldAt && !old.some((one) => one.to === to && one.at > at - KNOWN_MS),
  );
}
