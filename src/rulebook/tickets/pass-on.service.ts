/** Passing a question on: one ticket per person and question, and the coordinators are told of it. */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Turn } from "../../turn/turn.ts";
import { cut, manyLines } from "../information/written.ts";
import { askedNotices } from "./notices.ts";
import type { TicketDeps } from "./service.ts";
import { alike, COORDINATION, checkQuestion, LIMITS, type Ticket, type TicketRefusal } from "./ticket.ts";

/** What somebody wants to know from the coordinators. */
export type PassedOn = {
  readonly key: string;
  readonly question: string;
  readonly reason: string;
  readonly answered?: string | undefined;
};

/** `shared`: somebody else has asked the same before, and it is not settled. */
export type PassedTicket = Ticket & { readonly shared: boolean };

export function passOnService(deps: TicketDeps) {
  const { repository } = deps;

  async function passOnIn(
    tx: Tx,
    turn: Turn,
    memberId: string,
    { question, reason, answered }: Omit<PassedOn, "key">,
    refuse: (why: TicketRefusal) => never,
  ): Promise<string> {
    await repository.takeTurns(tx);
    const unsettled = await repository.unsettled(tx);
    const equal = alike({ question }, unsettled);
    const mine = equal.find(({ askedById }) => askedById === memberId);
    if (mine) return mine.id;
    const own = unsettled.filter(({ askedById }) => askedById === memberId);
    if (own.length >= LIMITS.open) return refuse("tooMany");
    const id = deps.newId();
    const { conversationId, threadId = null } = turn.place;
    const words = manyLines(answered ?? "");
    await repository.insert(tx, {
      ...{ id, question, reason, askedById: memberId, conversationId, threadId, askedAt: turn.now },
      answered: words === "" ? null : cut(words, LIMITS.answered),
    });
    // Whoever is at the first of equal questions is at this one as well.
    const busy = equal.find(({ state }) => state === "taken");
    if (busy) await repository.take(tx, [{ id }], busy.takenById ?? COORDINATION, turn.now);
    // Coordinators know an equal question already; the list shows who else waits.
    if (equal.length === 0) {
      const told = await deps.coordinators(tx);
      await deps.enqueue(tx, askedNotices({ id, askedById: memberId }, told, turn.now));
    }
    return id;
  }

  /** The same question by the same person, or the same key again, gives the first ticket. */
  return async (turn: Turn, passed: PassedOn): Promise<Outcome<PassedTicket, TicketRefusal>> => {
    const { member } = turn;
    if (!member || !may(rolesOf(turn), "rules.passOn")) return refused("notMember");
    const checked = checkQuestion(passed.question);
    if (!checked.ok) return checked;
    const asked = { ...passed, question: checked.value };
    const done = await orRefuse<TicketRefusal, { readonly subject: string }>((refuse) =>
      deps.write((tx) =>
        deps.applyOnce(tx, passed.key, "rules.passOn", turn.now, () =>
          passOnIn(tx, turn, member.id, asked, refuse),
        ),
      ),
    );
    if (!done.ok) return done;
    const ticket = await repository.byId(done.value.subject);
    if (!ticket) throw new Error("a ticket that was stored cannot be read");
    const [first] = alike(ticket, await repository.unsettled());
    return ok({ ...ticket, shared: first !== undefined && first.number < ticket.number });
  };
}
