/** Use cases of requests about one's own data: asking, listing, answering. Rights are checked here. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Notice } from "../outbox/notice.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import type { RequestRepository } from "./requests.repository.ts";
import { judgeWords, type PrivacyAsk, type RequestKind, type RequestRefusal } from "./requests.ts";

export const REQUEST = { asked: "privacy.requested", settled: "privacy.settled" } as const;

export type RequestDeps = Acting & {
  readonly repository: RequestRepository;
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
  readonly newId: NewId;
};

export function requestService({ repository, coordinators, newId, write, applyOnce, enqueue }: RequestDeps) {
  /** Neither is ever too late: somebody waits for it. */
  const notice = (kind: string, id: string, member: string, now: number): Notice => ({
    ...{ key: `${kind}|${id}|${member}`, kind, subject: id, to: { member }, dueAt: now, expiresAt: null },
  });

  async function askIn(tx: Tx, turn: Turn, memberId: string, said: { kind: RequestKind; text: string }) {
    const { now, place } = turn;
    const id = newId();
    await repository.add(tx, { id, memberId, ...said, conversationId: place.conversationId, askedAt: now });
    const told = await coordinators(tx);
    await enqueue(
      tx,
      told.map((one) => notice(REQUEST.asked, id, one, now)),
    );
    return id;
  }

  function careful(turn: Turn): "notCoordinator" | "elsewhere" | null {
    if (!may(rolesOf(turn), "privacy.settle")) return "notCoordinator";
    return turn.place.kind === "personal" ? null : "elsewhere";
  }

  return {
    /** Asks the coordination; the same key again asks nothing new. Answers with the request. */
    async ask(
      turn: Turn,
      key: string,
      kind: RequestKind,
      words: string,
    ): Promise<Outcome<PrivacyAsk, RequestRefusal>> {
      if (turn.place.kind !== "personal") return refused("elsewhere");
      const { member } = turn;
      if (!member || !may(rolesOf(turn), "privacy.request")) return refused("notMember");
      const judged = judgeWords(words);
      if (!judged.ok) return judged;
      const said = { kind, text: judged.value };
      const { subject } = await write((tx) =>
        applyOnce(tx, key, "privacy.request", turn.now, () => askIn(tx, turn, member.id, said)),
      );
      const made = await repository.byId(subject);
      return made ? ok(made) : refused("gone");
    },

    async all(turn: Turn): Promise<Outcome<readonly PrivacyAsk[], RequestRefusal>> {
      const why = careful(turn);
      return why ? refused(why) : ok(await repository.all());
    },

    async one(turn: Turn, id: string): Promise<Outcome<PrivacyAsk, RequestRefusal>> {
      const why = careful(turn);
      if (why) return refused(why);
      const found = await repository.byId(id);
      return found ? ok(found) : refused("gone");
    },

    /** Answers a request: the answer goes to the person, once. */
    async settle(turn: Turn, key: string, id: string, words: string) {
      const why = careful(turn);
      if (why) return refused(why);
      const judged = judgeWords(words);
      if (!judged.ok) return judged;
      return orRefuse<RequestRefusal, PrivacyAsk>(async (refuse) => {
        await write((tx) =>
          applyOnce(tx, key, "privacy.settle", turn.now, async () => {
            const asked = (await repository.byId(id, tx)) ?? refuse("gone");
            const by = turn.member?.id ?? null;
            if (!(await repository.settle(tx, id, by, judged.value, turn.now))) refuse("settled");
            if (asked.memberId !== null)
              await enqueue(tx, [notice(REQUEST.settled, id, asked.memberId, turn.now)]);
            return id;
          }),
        );
        return (await repository.byId(id)) ?? refuse("gone");
      });
    },
  };
}
