/** How often somebody may do something: a bucket of tokens for each key, in memory. Pure: the caller brings the time. */
import type { Instant } from "./clock.ts";

/** So many at once, then so many a minute. */
export type Rate = { readonly burst: number; readonly perMinute: number };

const MINUTE_MS = 60_000;
/** Keys that are remembered at most; then the one that was silent longest is forgotten. */
const MOST_KEYS = 20_000;

/** So many a minute, and two thirds of them at once: 60 lets somebody do 40 things, then one a second. */
export const rateOf = (perMinute: number): Rate => ({ perMinute, burst: Math.ceil((perMinute * 2) / 3) });

type Bucket = { readonly tokens: number; readonly at: Instant };

export type Buckets = {
  /**
   * Takes a token; false if there is none. With `overdraft` so many more may be taken than there are, which
   * later ones wait for.
   */
  readonly take: (key: string, now: Instant, overdraft?: number) => boolean;
  /** Gives back a token that was taken for nothing. */
  readonly give: (key: string) => void;
  /** Keys remembered at this moment. */
  readonly size: () => number;
};

/**
 * Buckets for any number of keys. A key is forgotten as soon as its bucket is full again, since a full one
 * says nothing about anybody. A clock that is set back refills nothing and locks nobody out.
 */
export function createBuckets({ burst, perMinute }: Rate, most = MOST_KEYS): Buckets {
  // In the order of their last use. A full one behind one that is not waits for it, at most until that is full.
  const buckets = new Map<string, Bucket>();

  function tokensAt({ tokens, at }: Bucket, now: Instant): number {
    return Math.min(burst, tokens + (Math.max(0, now - at) * perMinute) / MINUTE_MS);
  }

  function forget(now: Instant): void {
    for (const [key, bucket] of buckets) {
      if (buckets.size <= most && tokensAt(bucket, now) < burst) return;
      buckets.delete(key);
    }
  }

  return {
    take(key, now, overdraft = 0) {
      const bucket = buckets.get(key);
      const tokens = bucket ? tokensAt(bucket, now) : burst;
      const free = tokens >= 1 - overdraft;
      buckets.delete(key);
      buckets.set(key, { tokens: free ? tokens - 1 : tokens, at: now });
      forget(now);
      return free;
    },
    give(key) {
      const bucket = buckets.get(key);
      if (bucket) buckets.set(key, { ...bucket, tokens: Math.min(burst, bucket.tokens + 1) });
    },
    size: () => buckets.size,
  };
}
