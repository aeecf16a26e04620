/** Whoever wrote a message decides whether it stays a record: use cases of objecting, and of taking that back. */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { orRefuse } from "../../system/refusal.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { type Exchange, type ExchangeRefusal, type Result, stopped } from "../exchange.ts";
import type { ExchangeRepository } from "../repository.ts";
import type { ExchangeDeps } from "../service.ts";
import { isAuthor } from "./message.ts";

/** Tells who has recorded a message that its author objects. */
export const OBJECTED = "exchange.objected";

/** Whether it is deleted because the author of its message objected, and not for another reason since. */
export async function isObjected(
  { revisions }: Pick<ExchangeRepository, "revisions">,
  { id, revision, deletedAt }: Exchange,
): Promise<boolean> {
  if (deletedAt === null) return false;
  return (await revisions(id)).find((one) => one.revision === revision - 1)?.act === "objected";
}

type Deps = Pick<ExchangeDeps, "repository" | "write" | "applyOnce" | "enqueue" | "prepare" | "maySee">;

export function objections(deps: Deps) {
  const { repository } = deps;

  async function authored(turn: Turn, id: string): Promise<Exchange | ExchangeRefusal> {
    const exchange = await repository.byId(id);
    if (!exchange?.source) return "gone";
    const allowed = may(rolesOf(turn), "exchange.object") && isAuthor(turn, exchange.source);
    if (allowed) return exchange;
    // Whoever may not see it does not learn that it is there either.
    const known = exchange.visibility === "forum" || (await deps.maySee(turn, exchange));
    return known ? "notAuthor" : "gone";
  }

  /** The revision names a member; an author who is none stands in it as the one who has recorded the message. */
  const changeBy = (turn: Turn, { id, revision, recordedBy }: Exchange) => ({
    ...{ id, revision, by: turn.member?.id ?? recordedBy.id, at: turn.now },
  });

  async function tell(tx: Tx, turn: Turn, { id, revision, recordedBy }: Exchange): Promise<void> {
    if (turn.member?.id === recordedBy.id) return;
    const key = `${OBJECTED}|${id}|${revision}`;
    const to = { member: recordedBy.id };
    const when = { dueAt: turn.now, expiresAt: null };
    await deps.enqueue(tx, [{ key, kind: OBJECTED, subject: id, to, ...when }]);
  }

  async function once(
    turn: Turn,
    act: { readonly kind: string; readonly exchange: Exchange },
    save: (tx: Tx) => Promise<boolean>,
  ): Promise<Result> {
    const { kind, exchange } = act;
    const key = formKey(turn, `${kind}:${exchange.id}:${exchange.revision}`);
    const done = await orRefuse<ExchangeRefusal, Exchange>(async (refuse) => {
      const body = async (): Promise<string> => exchange.id;
      await deps.write((tx) =>
        deps.applyOnce(tx, key, kind, turn.now, async () => {
          if (!(await save(tx))) refuse("changedMeanwhile");
          return body();
        }),
      );
      return (await repository.byId(exchange.id)) ?? refuse("gone");
    });
    return done.ok ? done : stopped(done.reason);
  }

  async function object(turn: Turn, id: string): Promise<Result> {
    const exchange = await authored(turn, id);
    if (typeof exchange === "string") return stopped(exchange);
    if (await isObjected(repository, exchange)) return { ok: true, value: exchange };
    if (exchange.deletedAt !== null) return stopped("gone");
    return once(turn, { kind: OBJECTED, exchange }, async (tx) => {
      if (!(await repository.remove(tx, changeBy(turn, exchange), true))) return false;
      await tell(tx, turn, exchange);
      return true;
    });
  }

  return {
    /** Deletes the record, whatever it says by now. */
    async object(turn: Turn, id: string): Promise<Result> {
      const first = await object(turn, id);
      // Edited in this very moment: the objection is against the record, not against one version of it.
      const late = !first.ok && first.problems.includes("changedMeanwhile");
      return late ? object(turn, id) : first;
    },

    /** Restores what was deleted because of the person's own objection. */
    async takeBack(turn: Turn, id: string, revision: number): Promise<Result> {
      const exchange = await authored(turn, id);
      if (typeof exchange === "string") return stopped(exchange);
      if (exchange.deletedAt === null) return { ok: true, value: exchange };
      if (exchange.revision !== revision) return stopped("changedMeanwhile");
      if (!(await isObjected(repository, exchange))) return stopped("gone");
      const act = { kind: "exchange.takeBack", exchange };
      return once(turn, act, (tx) =>
        repository.restore(tx, changeBy(turn, exchange), deps.prepare(exchange)),
      );
    },
  };
}
