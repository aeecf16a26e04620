/** Use case: a record moves to another group, or out of every group. */
import type { Tx } from "../../db/store.ts";
import type { WorkingGroup } from "../../forum/forum.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Notice } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import type { Exchange } from "../exchange.ts";
import type { Prepare } from "../find/prepared.ts";
import type { ExchangeRepository } from "../repository.ts";
import { judgeMove, type MoveRefusal, type Mover, mayMove, targetsOf } from "./move.ts";

export const MOVED = "exchange.moved";
/** After that it is no news. */
const NEWS_MS = 86_400_000;

export type MoveDeps = Acting & {
  readonly repository: Pick<ExchangeRepository, "byId" | "move">;
  readonly prepare: Prepare;
  /** The subject of an act that was applied before; null if it was not. */
  readonly applied: (key: string, kind: string) => Promise<string | null>;
  readonly maySee: (turn: Turn, exchange: Exchange) => Promise<boolean>;
  readonly groups: () => Promise<readonly WorkingGroup[]>;
  readonly groupById: (id: string, tx?: Tx) => Promise<WorkingGroup | null>;
  /** Ids of the groups a person is a member of. */
  readonly groupsOf: (memberId: string) => Promise<readonly string[]>;
  /** Channels and chats of a group. */
  readonly placesOf: (
    groupId: string,
    tx?: Tx,
  ) => Promise<readonly { readonly conversationId: string; readonly living: boolean }[]>;
};

export type Move = {
  readonly action: string;
  readonly id: string;
  /** The revision that the person has seen. */
  readonly revision: number;
  /** Id of a group; null: into none. */
  readonly to: string | null;
};

type Refuse = (reason: MoveRefusal) => never;

export type MoveService = ReturnType<typeof moveService>;

export function moveService(deps: MoveDeps) {
  const { repository } = deps;

  async function moverOf(turn: Turn, { recordedBy }: Exchange): Promise<Mover> {
    const { member } = turn;
    const roles = rolesOf(turn);
    return {
      coordinator: may(roles, "exchange.moveAny"),
      recorder: member !== null && may(roles, "exchange.moveOwn") && member.id === recordedBy.id,
      groups: member ? await deps.groupsOf(member.id) : [],
    };
  }

  /** The record as it is now, for those who may see it; for all others there is none. */
  async function seen(turn: Turn, id: string): Promise<Outcome<Exchange, MoveRefusal>> {
    if (!turn.member) return refused("notMember");
    const exchange = await repository.byId(id);
    const there = exchange && exchange.deletedAt === null && (await deps.maySee(turn, exchange));
    return there ? ok(exchange) : refused("gone");
  }

  /** Where the person may put it; empty where he or she may not move it at all. */
  async function targets(turn: Turn, exchange: Exchange): Promise<readonly (WorkingGroup | null)[]> {
    const mover = await moverOf(turn, exchange);
    return mayMove(exchange, mover) ? targetsOf(exchange, await deps.groups(), mover) : [];
  }

  async function tell(tx: Tx, exchange: Exchange, to: string | null, now: Instant): Promise<void> {
    const from = exchange.group?.id ?? null;
    const revision = exchange.revision + 1;
    const notices: Notice[] = [];
    for (const group of [from, to]) {
      const places = group === null ? [] : await deps.placesOf(group, tx);
      for (const { conversationId, living } of places)
        if (living)
          notices.push({
            key: `${MOVED}|${exchange.id}|${revision}|${conversationId}`,
            kind: MOVED,
            subject: exchange.id,
            to: { conversation: conversationId },
            dueAt: now,
            expiresAt: now + NEWS_MS,
            payload: { from, to },
          });
    }
    await deps.enqueue(tx, notices);
  }

  async function targetIn(tx: Tx, to: string | null, refuse: Refuse): Promise<WorkingGroup | null> {
    return to === null ? null : ((await deps.groupById(to, tx)) ?? refuse("groupGone"));
  }

  async function moveIn(tx: Tx, turn: Turn, mover: Mover, wanted: Move, refuse: Refuse): Promise<string> {
    const { id, revision, to } = wanted;
    const current = await repository.byId(id, tx);
    if (!current || current.deletedAt !== null) return refuse("gone");
    if (current.revision !== revision) return refuse("changedMeanwhile");
    const group = await targetIn(tx, to, refuse);
    const judged = judgeMove(current, group, mover);
    if (!judged.ok) return refuse(judged.reason);
    const change = { id, revision, by: turn.member?.id ?? "", at: turn.now };
    const placing = { organisation: current.organisation, groupId: group?.id ?? null };
    if (!(await repository.move(tx, change, placing, deps.prepare(current))))
      return refuse("changedMeanwhile");
    await tell(tx, current, to, turn.now);
    return id;
  }

  /**
   * What this form has moved before, as long as nothing else has happened to it: moved out of the group in whose
   * channel this is, it cannot be seen there any more.
   */
  async function repeated(turn: Turn, { action, id, revision }: Move): Promise<Exchange | null> {
    const moved =
      (await deps.applied(formKey(turn, action), "exchange.move")) === id ? await repository.byId(id) : null;
    return moved?.revision === revision + 1 && moved.deletedAt === null ? moved : null;
  }

  return {
    targets,

    /** What the form needs, for those who may move the record somewhere. */
    async open(
      turn: Turn,
      id: string,
    ): Promise<
      Outcome<
        { readonly exchange: Exchange; readonly targets: readonly (WorkingGroup | null)[] },
        MoveRefusal
      >
    > {
      const found = await seen(turn, id);
      if (!found.ok) return found;
      if (!mayMove(found.value, await moverOf(turn, found.value))) return refused("notMovable");
      const where = await targets(turn, found.value);
      return where.length === 0 ? refused("nowhere") : ok({ exchange: found.value, targets: where });
    },

    /**
     * Moves the revision that the person has seen and tells the places of both groups; the same form again answers
     * with the record as it is.
     */
    async move(turn: Turn, wanted: Move): Promise<Outcome<Exchange, MoveRefusal>> {
      const before = await repeated(turn, wanted);
      if (before) return ok(before);
      // Asked outside of the transaction: who may see it changes only with the revision that was seen.
      const found = await seen(turn, wanted.id);
      if (!found.ok) return found;
      const mover = await moverOf(turn, found.value);
      return orRefuse<MoveRefusal, Exchange>(async (refuse) => {
        const key = formKey(turn, wanted.action);
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, key, "exchange.move", turn.now, () => moveIn(tx, turn, mover, wanted, refuse)),
        );
        return (await repository.byId(subject)) ?? refuse("gone");
      });
    },
  };
}
