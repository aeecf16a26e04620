/** Finds what others have recorded about nearly the same, before one more record is made. */
import type { Turn } from "../turn/turn.ts";
import type { Content, Exchange } from "./exchange.ts";
import { wordsOf } from "./find/prepared.ts";
import type { ExchangeSearch } from "./find/service.ts";
import { sourceKey } from "./message/message.ts";
import type { ExchangeRepository } from "./repository.ts";
import type { Recording } from "./service.ts";

/** So many are shown at most. */
const MOST = 3;
/** A form is held up by a record that has so many of the rarer words of the shorter of the two. */
const SHARE_OF_SHORTER = 0.35;
/** A line that says everything is only held up by a record that says nearly the same. */
const SHARE_OF_BOTH = 0.75;

export type FindNear = (turn: Turn, recording: Recording, content: Content) => Promise<readonly Exchange[]>;

export type NearDeps = {
  readonly finder: Pick<ExchangeSearch, "similar">;
  readonly repository: Pick<ExchangeRepository, "bySource">;
  /** The subject of an act that was applied before; null if it was not. */
  readonly applied: (key: string, kind: string) => Promise<string | null>;
};

/** Words with a digit in them: "Los 3" and "Los 4" are two things, however alike the rest is. */
const numbers = (title: string): string =>
  (title.match(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu) ?? []).sort().join(" ").toLowerCase();

/** Shares of words in common: of the shorter one's, and of all. What is about the same need not say the same. */
function inCommon(a: Content, b: Content): { readonly ofShorter: number; readonly ofBoth: number } {
  const [one, other] = [new Set(wordsOf(a).keys()), new Set(wordsOf(b).keys())];
  const both = [...one].filter((word) => other.has(word)).length;
  const shorter = Math.max(1, Math.min(one.size, other.size));
  return { ofShorter: both / shorter, ofBoth: (2 * both) / Math.max(1, one.size + other.size) };
}

/** Whether a new record is held up by this one. Pure. */
export function isNear(content: Content, other: Content, byForm: boolean): boolean {
  const { ofShorter, ofBoth } = inCommon(content, other);
  if (byForm) return ofShorter >= SHARE_OF_SHORTER;
  return ofBoth >= SHARE_OF_BOTH && numbers(content.title) === numbers(other.title);
}

export const findingNear =
  ({ finder, repository, applied }: NearDeps): FindNear =>
  async (turn, { message, key, byForm }, content) => {
    if (!turn.member) return [];
    if (message && (await repository.bySource(sourceKey(turn, message)))) return [];
    const found = await finder.similar(turn, content, () => true, MOST);
    const near = found.filter((one) => isNear(content, one, byForm));
    // Asked last: what is near may be what this very form has just made.
    return near.length > 0 && (await applied(key, "exchange.record")) === null ? near : [];
  };
