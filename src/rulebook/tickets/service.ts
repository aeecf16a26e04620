/** Use cases of passed-on questions: take, give back, answer, close, list. Rights are checked here. */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import type { DraftProblem, InformationDraft } from "../information/information.ts";
import type { InformationRefusal, InformationService, InformationTarget } from "../information/service.ts";
import { settledNotices } from "./notices.ts";
import { passOnService } from "./pass-on.service.ts";
import type { TicketRepository } from "./repository.ts";
import {
  alike,
  COORDINATION,
  checkClosedReason,
  groupsOf,
  judgeGiveBack,
  judgeSettle,
  judgeTake,
  type Ticket,
  type TicketRefusal,
} from "./ticket.ts";

export type TicketDeps = Acting & {
  readonly repository: TicketRepository;
  readonly newId: NewId;
  readonly information: Pick<InformationService, "check" | "saveIn" | "byId">;
  /** Member ids of the coordinators who belong to an organisation. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
  /** Called after every change of the information in force, outside its transaction. Must not throw. */
  readonly onChange: () => void;
};

export type Answering = {
  readonly key: string;
  readonly id: string;
  readonly draft: InformationDraft;
  /** What the answer takes the place of, as its author saw it. */
  readonly target: InformationTarget;
};

export type NotAnswered =
  | { readonly ok: false; readonly problems: readonly DraftProblem[] }
  | { readonly ok: false; readonly reason: TicketRefusal | InformationRefusal };

/** A question that is asked for, and the random key of the press. */
type Pressed = { readonly key: string; readonly id: string };
type Reason = TicketRefusal | InformationRefusal;
type Judge = (ticket: Ticket | null) => Outcome<Ticket, TicketRefusal>;
type Act = (tx: Tx, group: readonly Ticket[], refuse: (why: Reason) => never) => Promise<void>;

export type TicketService = ReturnType<typeof ticketService>;

export function ticketService(deps: TicketDeps) {
  const { repository, information } = deps;

  /** Judges a ticket by what the last one left, then acts on it and on all equal ones, once per key. */
  async function change(
    turn: Turn,
    { key, id }: Pressed,
    judge: Judge,
    act: Act,
  ): Promise<Outcome<Ticket, Reason>> {
    if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
    const body = async (tx: Tx, refuse: (why: Reason) => never): Promise<string> => {
      await repository.takeTurns(tx);
      const judged = judge(await repository.byId(id, tx));
      if (!judged.ok) return refuse(judged.reason);
      const equal = alike(judged.value, await repository.unsettled(tx));
      // An equal one that somebody else is at stays with him or her.
      const group = equal.filter((one) => judge(one).ok);
      await act(tx, group, refuse);
      return id;
    };
    const done = await orRefuse<Reason, unknown>((refuse) =>
      deps.write((tx) => deps.applyOnce(tx, key, "rules.ticket", turn.now, () => body(tx, refuse))),
    );
    if (!done.ok) return done;
    const ticket = await repository.byId(id);
    return ticket ? ok(ticket) : refused("gone");
  }

  /** Who acts, as a ticket keeps it. */
  const actorOf = (turn: Turn): string => turn.member?.id ?? COORDINATION;
  const settling =
    (turn: Turn): Judge =>
    (ticket) =>
      judgeSettle(ticket, actorOf(turn));

  return {
    passOn: passOnService(deps),

    /** One coordinator takes a question, and all equal ones with it. */
    take: (turn: Turn, one: Pressed) =>
      change(turn, one, judgeTake, (tx, group) => repository.take(tx, group, actorOf(turn), turn.now)),

    giveBack: (turn: Turn, one: Pressed) => change(turn, one, judgeGiveBack, repository.giveBack),

    /** Closes a question and all equal ones without an answer; those who asked are told why. */
    async close(
      turn: Turn,
      { reason, ...one }: Pressed & { readonly reason: string },
    ): Promise<Outcome<Ticket, Reason>> {
      const checked = checkClosedReason(reason);
      if (!checked.ok) return checked;
      const end = { state: "closed" as const, closedReason: checked.value };
      return change(turn, one, settling(turn), async (tx, group) => {
        await repository.settle(tx, group, end, turn.now);
        await deps.enqueue(tx, settledNotices(group, turn.now));
      });
    },

    /** Answer, information and what is told to all who asked it: in one transaction, or nothing of it. */
    async answer(
      turn: Turn,
      { draft, target, ...one }: Answering,
    ): Promise<{ readonly ok: true; readonly value: Ticket } | NotAnswered> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      const checked = information.check(draft);
      if (!checked.ok) return checked;
      const done = await change(turn, one, settling(turn), async (tx, group, refuse) => {
        const informationId = await information.saveIn(tx, turn, target, checked.value, refuse);
        await repository.settle(tx, group, { state: "answered", informationId }, turn.now);
        await deps.enqueue(tx, settledNotices(group, turn.now));
      });
      if (done.ok) deps.onChange();
      return done;
    },

    /** One that a coordinator may answer or close now. */
    async open(turn: Turn, id: string): Promise<Outcome<Ticket, TicketRefusal>> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      return settling(turn)(await repository.byId(id));
    },

    /** Open questions, equal ones once, for the agenda. */
    async openQuestions() {
      return groupsOf(await repository.unsettled()).map(({ head: { number, question, askedAt } }) => ({
        ...{ number, question, askedAt },
      }));
    },
  };
}
