/** The opening file for scrutineers, and what they confirm. */
import type { Tx } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { RandomBytes } from "../../system/random.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { ringOf } from "../box.ts";
import { openAll } from "../counting.ts";
import type { BallotKeys } from "../keys.ts";
import { roundIn, subjectOf } from "../notices.ts";
import type { RoundName } from "../seal.ts";
import { type OpeningFile, openingFile } from "./opening-file.ts";
import type { ScrutinyRepository } from "./scrutiny.repository.ts";
import { judgeConfirm, judgeFetch, mayOpen, type ScrutinyRefusal } from "./scrutiny.ts";

/** What links under which nobody else can look are asked for. */
export type FileLinks = {
  readonly issue: (
    tx: Tx,
    wanted: {
      readonly kind: typeof OPENING_FILE;
      readonly subject: string;
      readonly memberId: string;
      readonly now: Instant;
      readonly ttlMs: number;
    },
  ) => Promise<string>;
  readonly revoke: (
    tx: Tx,
    which: {
      readonly kinds: readonly [typeof OPENING_FILE];
      readonly subject: string;
      readonly memberId: string;
    },
    now: Instant,
  ) => Promise<number>;
};

export const OPENING_FILE = "election.openingFile";
/** So long after the fetching the file can be loaded, ms. */
const OPEN_MS = 24 * 3_600_000;

export type ScrutinyDeps = Pick<Acting, "write" | "applyOnce"> & {
  readonly scrutiny: ScrutinyRepository;
  readonly keys: BallotKeys;
  readonly random: RandomBytes;
  readonly links: FileLinks;
};

export type Fetched = { readonly url: string; readonly root: string; readonly until: Instant };
export type ScrutinyService = ReturnType<typeof scrutinyService>;

export function scrutinyService({ scrutiny, keys, random, links, write, applyOnce }: ScrutinyDeps) {
  /** The box with its key, opened; nothing of it is ever stored. */
  async function opened(name: RoundName) {
    const key = await keys.read(name);
    if (!key) return refused("no-key");
    const found = await scrutiny.box(name);
    const ballots = found && openAll(ringOf(key, name), found.round, found.box);
    if (!ballots) return refused("unreadable");
    return ok({ ballots, root: found.round.seal?.root ?? "" });
  }

  /** The one link there is: an earlier one of the same fetching opens nothing any more. */
  async function link(tx: Tx, name: RoundName, memberId: string, until: Instant, now: Instant) {
    const about = { subject: subjectOf(name), memberId };
    await links.revoke(tx, { kinds: [OPENING_FILE], ...about }, now);
    return links.issue(tx, { kind: OPENING_FILE, ...about, now, ttlMs: until - now });
  }

  return {
    /**
     * Once for each scrutineer and round. „Once“ is the act of fetching, stored with the link in one
     * transaction. The file itself is made anew from the box whenever its link is opened, for 24 hours:
     * so a broken download, or a scanner that looks at links first, costs nobody his only try, and no opened
     * ballot is ever stored. The same request delivered again replaces the link, whose secret nobody kept,
     * and does not prolong it: at any time there is one link.
     */
    async fetch(turn: Turn, name: RoundName, actionId: string): Promise<Outcome<Fetched, ScrutinyRefusal>> {
      const { member, now, place } = turn;
      if (place.kind !== "personal") return refused("not-personal");
      const memberId = member?.id ?? "";
      const allowed = mayOpen(await scrutiny.facts(name, memberId));
      if (!allowed.ok) return allowed;
      const box = await opened(name);
      if (!box.ok) return box;
      return orRefuse((refuse) =>
        write(async (tx) => {
          const { again } = await applyOnce(
            tx,
            formKey(turn, actionId),
            "election.opening",
            now,
            async () => {
              const judged = judgeFetch(await scrutiny.facts(name, memberId, tx));
              if (!judged.ok) refuse(judged.reason);
              await scrutiny.fetched(tx, name, memberId, now);
              return subjectOf(name);
            },
          );
          const facts = await scrutiny.facts(name, memberId, tx);
          const until = (facts?.scrutiny?.fetchedAt ?? 0) + OPEN_MS;
          if (again && (!facts?.scrutineer || until <= now)) refuse("already-fetched");
          return { url: await link(tx, name, memberId, until, now), root: box.value.root, until };
        }),
      );
    },

    /** The root that the person is about to confirm. */
    async toConfirm({ member }: Turn, name: RoundName): Promise<Outcome<string, ScrutinyRefusal>> {
      const facts = await scrutiny.facts(name, member?.id ?? "");
      const judged = judgeConfirm(facts, facts?.scrutiny?.agrees ?? true);
      return judged.ok ? ok(facts?.root ?? "") : judged;
    },

    /** Root and numbers as recounted by the person: right or not. */
    async confirm(turn: Turn, name: RoundName, agrees: boolean): Promise<Outcome<null, ScrutinyRefusal>> {
      const memberId = turn.member?.id ?? "";
      return write(async (tx) => {
        const judged = judgeConfirm(await scrutiny.facts(name, memberId, tx), agrees);
        if (!judged.ok) return judged;
        if (judged.value === "again") return ok(null);
        const done = await scrutiny.confirmed(tx, name, memberId, agrees, turn.now);
        return done ? ok(null) : refused("already-confirmed");
      });
    },

    /** What lies behind the link; null when the person may not see it any more, or it is gone. */
    async file(subject: string, memberId: string): Promise<OpeningFile | null> {
      const name = roundIn(subject);
      if (!mayOpen(await scrutiny.facts(name, memberId)).ok) return null;
      const box = await opened(name);
      return box.ok ? openingFile(name, box.value.ballots, random) : null;
    },
  };
}
