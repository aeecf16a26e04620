/** Use cases that change a record: edit, delete, take the deletion back. */

import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import { orRefuse } from "../system/refusal.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import { check } from "./draft.ts";
import {
  type Content,
  type Draft,
  type Exchange,
  type ExchangeRefusal,
  type Result,
  stopped,
} from "./exchange.ts";
import { isRestorable } from "./history/versions.ts";
import { isAuthor } from "./message/message.ts";
import { isObjected } from "./message/objection.service.ts";
import type { Change } from "./repository.ts";
import type { ExchangeDeps } from "./service.ts";

type Act = {
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** The revision that the person has seen. */
  readonly revision: number;
  /** Only a deleted record can be restored, only one that is not can be edited and deleted. */
  readonly from: "live" | "deleted";
  /** Who may do it, if not only those who may edit. */
  readonly may?: (turn: Turn, exchange: Exchange) => boolean;
};

type Refuse = (reason: ExchangeRefusal) => never;

export type Edit = {
  readonly key: string;
  readonly id: string;
  readonly revision: number;
  readonly draft: Draft;
};

/** Whether the person of the turn may change or delete the record. */
export const mayEdit = (turn: Turn, exchange: Exchange): boolean =>
  turn.member !== null &&
  (may(rolesOf(turn), "exchange.editAny") ||
    (may(rolesOf(turn), "exchange.editOwn") && turn.member.id === exchange.recordedBy.id));

/** Whoever wrote the message may have the record deleted, though not change its words. */
export const mayDelete = (turn: Turn, exchange: Exchange): boolean =>
  mayEdit(turn, exchange) ||
  (turn.member !== null && may(rolesOf(turn), "exchange.editOwn") && isAuthor(turn, exchange.source));

export function exchangeChanges(
  deps: Pick<ExchangeDeps, "repository" | "write" | "applyOnce" | "prepare" | "maySee">,
) {
  const { repository } = deps;

  async function startingFrom(tx: Tx, { id, from }: Act, refuse: Refuse): Promise<Exchange> {
    const current = await repository.byId(id, tx);
    if (!current) return refuse("gone");
    if ((current.deletedAt === null) === (from === "live")) return current;
    return refuse(from === "live" ? "gone" : "changedMeanwhile");
  }

  /** Decided and saved in one transaction; the same key again answers with the record as it is. */
  async function changing(
    turn: Turn,
    act: Act,
    save: (tx: Tx, change: Change, current: Exchange) => Promise<boolean>,
    judge: (current: Exchange) => ExchangeRefusal | null = () => null,
  ): Promise<Result> {
    const { member } = turn;
    if (!member) return stopped("notMember");
    const { id, revision } = act;
    // Asked outside of the transaction: who may see it changes only with the revision that the act names.
    const before = await repository.byId(id);
    if (!before || !(await deps.maySee(turn, before))) return stopped("gone");
    const done = await orRefuse<ExchangeRefusal, Exchange>(async (refuse) => {
      const step = async (tx: Tx): Promise<string> => {
        const current = await startingFrom(tx, act, refuse);
        if (!(act.may ?? mayEdit)(turn, current)) refuse("notYours");
        const problem = judge(current);
        if (problem) refuse(problem);
        if (await save(tx, { id, revision, by: member.id, at: turn.now }, current)) return id;
        // Lost: read once more to say whether it was changed or deleted meanwhile.
        await startingFrom(tx, act, refuse);
        return refuse("changedMeanwhile");
      };
      const { subject } = await deps.write((tx) =>
        deps.applyOnce(tx, act.key, act.kind, turn.now, () => step(tx)),
      );
      return (await repository.byId(subject)) ?? refuse("gone");
    });
    return done.ok ? done : stopped(done.reason);
  }

  /** A record for its group only must have one. */
  const replacing = (turn: Turn, act: Act, content: Content): Promise<Result> =>
    changing(
      turn,
      act,
      (tx, change) => repository.replace(tx, change, content, deps.prepare(content)),
      ({ group }) => (content.visibility === "group" && group === null ? "noGroup" : null),
    );

  return {
    /** Replaces what a record says, if it is still the revision that the person has seen. */
    async change(turn: Turn, { key, id, revision, draft }: Edit): Promise<Result> {
      const checked = check(draft);
      if (!checked.ok) return checked;
      const act = { key, kind: "exchange.change", id, revision, from: "live" } as const;
      return replacing(turn, act, checked.value);
    },

    /** Says again what it has said before: `content` was checked when it was written. */
    revert(turn: Turn, id: string, revision: number, to: number, content: Content): Promise<Result> {
      const key = formKey(turn, `revert:${id}:${revision}:${to}`);
      return replacing(turn, { key, kind: "exchange.revert", id, revision, from: "live" }, content);
    },

    /** Soft delete of the revision that the person has seen. */
    remove(turn: Turn, id: string, revision: number): Promise<Result> {
      const key = formKey(turn, `delete:${id}:${revision}`);
      const act = { key, kind: "exchange.delete", id, revision, from: "live", may: mayDelete } as const;
      return changing(turn, act, (tx, change) => repository.remove(tx, change));
    },

    /** Takes a soft delete back; what the author of the message objected to, only the author. */
    async restore(turn: Turn, id: string, revision: number): Promise<Result> {
      const before = await repository.byId(id);
      const objected = before !== null && (await isObjected(repository, before));
      const key = formKey(turn, `restore:${id}:${revision}`);
      const act = { key, kind: "exchange.restore", id, revision, from: "deleted", may: mayDelete } as const;
      return changing(
        turn,
        act,
        (tx, change, current) => repository.restore(tx, change, deps.prepare(current)),
        ({ deletedAt, source }) => {
          if (objected && !isAuthor(turn, source)) return "objected";
          return deletedAt !== null && !isRestorable(deletedAt, turn.now) ? "gone" : null;
        },
      );
    },
  };
}
