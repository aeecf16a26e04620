/** Finds what others have recorded about nearly the same, before one more record is made. */
import type { Turn } from "../turn/turn.ts";
import type { Content, Exchange } from "./exchange.ts";
import type { ExchangeSearch } from "./find/service.ts";
import { sourceKey } from "./message/message.ts";
import type { ExchangeRepository } from "./repository.ts";
import type { Recording } from "./service.ts";

/** So many are shown at most. */
const MOST = 3;
/** A line that says everything is only held up by a record that says nearly all of it. */
const TYPED_SHARE = 0.75;

export type FindNear = (turn: Turn, recording: Recording, content: Content) => Promise<readonly Exchange[]>;

export type NearDeps = {
  readonly finder: Pick<ExchangeSearch, "similar">;
  readonly repository: Pick<ExchangeRepository, "bySource">;
  /** The subject of an act that was applied before; null if it was not. */
  readonly applied: (key: string) => Promise<string | null>;
};

/** Words with a digit in them: "Los 3" and "Los 4" are two things, however alike the rest is. */
const numbers = (title: string): string =>
  (title.match(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu) ?? []).sort().join(" ").toLowerCase();

export const findingNear =
  ({ finder, repository, applied }: NearDeps): FindNear =>
  async (turn, { message, key, byForm }, content) => {
    if (!turn.member) return [];
    if (message && (await repository.bySource(sourceKey(turn, message)))) return [];
    const found = await finder.similar(turn, content, () => true, MOST, byForm ? undefined : TYPED_SHARE);
    const near = byForm ? found : found.filter(({ title }) => numbers(title) === numbers(content.title));
    // Asked last: what is near may be what this very form has just made.
    return near.length > 0 && (await applied(key)) === null ? near : [];
  };
