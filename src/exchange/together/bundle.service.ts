/** Use cases of procuring together: notice that enough parties want the same, list it, deal with it. */
import { berlinDate } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import type { BundleRefusal } from "./bundle.texts.ts";
import { type Hint, isNews, type Standing, standingOf } from "./bundle.ts";
import type { BundleRepository } from "./repository.ts";

export type BundleDeps = Acting & {
  readonly bundles: BundleRepository;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
};

export const BUNDLE = "exchange.bundle";

/** A hint with what is true about it now. */
export type Bundle = { readonly hint: Hint; readonly standing: Standing };

export function bundleService(deps: BundleDeps) {
  const { bundles } = deps;

  async function standing(subject: string, now: Instant, tx?: Tx): Promise<Standing> {
    return standingOf(await bundles.voiced(subject, tx), berlinDate(now));
  }

  async function raise(subject: string, now: Instant): Promise<void> {
    await deps.write(async (tx) => {
      if (!isNews(await standing(subject, now, tx), await bundles.hint(subject, tx))) return;
      await bundles.raise(tx, subject, now);
      const told = await deps.coordinators(tx);
      const notices = told.map((member) => ({
        key: `${BUNDLE}|${subject}|${now}|${member}`,
        ...{ kind: BUNDLE, subject, to: { member }, dueAt: now, expiresAt: null, payload: { raisedAt: now } },
      }));
      await deps.enqueue(tx, notices);
    });
  }

  function refusalOf(turn: Turn): BundleRefusal | null {
    if (!may(rolesOf(turn), "exchange.bundle")) return "notCoordinator";
    // Elsewhere others read along, also what only a group may read.
    return turn.place.kind === "personal" ? null : "elsewhere";
  }

  async function find(subject: string, now: Instant): Promise<Bundle | null> {
    const hint = await bundles.hint(subject);
    if (!hint) return null;
    const is = await standing(subject, now);
    return is.records.length > 0 ? { hint, standing: is } : null;
  }

  return {
    /** Tells the coordinators of what has become news by what was said since then. Safe in several processes. */
    async look(since: Instant, now: Instant): Promise<void> {
      for (const subject of await bundles.touched(since)) await raise(subject, now);
    },

    find,
    /** Takes a hint back that has not been told of; another rise is news again. */
    withdraw: (subject: string, raisedAt: Instant): Promise<void> =>
      deps.write((tx) => bundles.withdraw(tx, subject, raisedAt)),

    /** Open hints first; then those that were dealt with. Hints without any record left are not listed. */
    async list(turn: Turn): Promise<Outcome<readonly Bundle[], BundleRefusal>> {
      const reason = refusalOf(turn);
      if (reason) return refused(reason);
      const hints = await bundles.hints();
      const all = await Promise.all(hints.map(({ subject }) => find(subject, turn.now)));
      const there = all.filter((one) => one !== null);
      const isDone = ({ hint }: Bundle) => hint.doneAt !== null;
      return ok([...there.filter((one) => !isDone(one)), ...there.filter(isDone)]);
    },

    async open(turn: Turn, subject: string): Promise<Outcome<Bundle, BundleRefusal>> {
      const reason = refusalOf(turn);
      if (reason) return refused(reason);
      const found = await find(subject, turn.now);
      return found ? ok(found) : refused("hintGone");
    },

    /** Dealt with, as it was raised at `raisedAt`; pressed twice it stays as it is. */
    async done(turn: Turn, subject: string, raisedAt: Instant): Promise<Outcome<Bundle, BundleRefusal>> {
      const reason = refusalOf(turn);
      if (reason) return refused(reason);
      const key = formKey(turn, `bundle:${subject}:${raisedAt}`);
      const by = { memberId: turn.member?.id ?? null, raisedAt, at: turn.now };
      return orRefuse<BundleRefusal, Bundle>(async (refuse) => {
        await deps.write((tx) =>
          deps.applyOnce(tx, key, BUNDLE, turn.now, async () => {
            await bundles.done(tx, subject, by);
            return subject;
          }),
        );
        return (await find(subject, turn.now)) ?? refuse("hintGone");
      });
    },
  };
}

export type BundleService = ReturnType<typeof bundleService>;
