/** Raising an objection, and telling officer, scrutineers and chair. */
import { berlinDate } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Notice, Render } from "../../outbox/notice.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import { card } from "../../turn/reply.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import type { ElectionDeps } from "../service.ts";
import type { StoredElection } from "../stored.ts";
import { delegateSeat } from "./candidacy.ts";
import { objectedCard } from "./objection.cards.ts";
import { objection as words } from "./objection.texts.ts";
import { checkPeriod, checkReason, type ObjectionRefusal } from "./objection.ts";

export const OBJECTED = "election.objected";

type Raised = { readonly actionId: string; readonly election: string; readonly reason: string };
type Deps = Pick<
  ElectionDeps,
  "elections" | "objections" | "inOffice" | "seats" | "write" | "applyOnce" | "enqueue" | "newId"
>;

export function objectionService(deps: Deps) {
  const { elections, objections, inOffice } = deps;

  /** The election, for a delegate within its time. */
  async function open(turn: Turn, id: string, tx?: Tx): Promise<Outcome<StoredElection, ObjectionRefusal>> {
    if (turn.place.kind !== "personal") return refused("not-personal");
    const election = await elections.election(id, tx);
    if (!election || election.office === "motion") return refused("gone");
    if (!(await partyOf(turn, tx))) return refused("not-delegate");
    const period = checkPeriod(election, turn.now);
    return period.ok ? ok(election) : period;
  }

  async function partyOf({ member, coordinator }: Turn, tx?: Tx): Promise<string | null> {
    if (!member || !may(rolesOf({ member, coordinator }), "election.object")) return null;
    return delegateSeat(await deps.seats(tx), member.id)?.party ?? null;
  }

  async function tell(tx: Tx, turn: Turn, electionId: string, id: string): Promise<void> {
    const roles = (await elections.roles(electionId, tx)).filter((one) => one.until === null);
    const chair = await inOffice.chairOn(berlinDate(turn.now), tx);
    const members = new Set([...roles.map((one) => one.memberId), ...(chair === null ? [] : [chair])]);
    const notices = [...members].map(
      (member): Notice => ({
        ...{ key: `${OBJECTED}|${id}|${member}`, kind: OBJECTED, subject: id },
        ...{ to: { member }, dueAt: turn.now, expiresAt: null },
      }),
    );
    await deps.enqueue(tx, notices);
  }

  return {
    /** What the form is about. */
    form: (turn: Turn, id: string) => open(turn, id),

    /** What is wrong with a reason; null where it can be sent. */
    problemIn(reason: string): ObjectionRefusal | null {
      const checked = checkReason(reason);
      return checked.ok ? null : checked.reason;
    },

    /** Stores the objection and tells those who have to know. The same form again is the same objection. */
    async raise(
      turn: Turn,
      { actionId, election, reason }: Raised,
    ): Promise<Outcome<null, ObjectionRefusal>> {
      const checked = checkReason(reason);
      if (!checked.ok) return checked;
      const done = await orRefuse<ObjectionRefusal, unknown>(async (refuse) => {
        const body = async (tx: Tx): Promise<string> => {
          await elections.lockElection(tx, election);
          const found = await open(turn, election, tx);
          if (!found.ok) return refuse(found.reason);
          const [party, memberId] = [await partyOf(turn, tx), turn.member?.id];
          if (!party || !memberId) return refuse("not-delegate");
          const id = deps.newId();
          const by = { electionId: election, memberId, party };
          await deps.objections.insert(tx, { id, ...by, text: checked.value, raisedAt: turn.now });
          await tell(tx, turn, election, id);
          return id;
        };
        const key = formKey(turn, actionId);
        return deps.write((tx) => deps.applyOnce(tx, key, "election.object", turn.now, () => body(tx)));
      });
      return done.ok ? ok(null) : done;
    },

    count: (id: string): Promise<number> => objections.count(id),
  };
}

/** The words of an objection, for those who decide about it or prepare that. */
export const objectionNotices = ({
  elections,
  objections,
  organisationName,
  trial,
}: Pick<ElectionDeps, "elections" | "objections" | "organisationName" | "trial">): Readonly<
  Record<typeof OBJECTED, Render>
> => ({
  [OBJECTED]: async ({ subject }) => {
    const objection = await objections.byId(subject);
    const election = objection && (await elections.election(objection.electionId));
    if (!objection || !election) return { drop: "gone" };
    const person = (await elections.eligible()).find((one) => one.memberId === objection.memberId);
    const by = { party: organisationName(objection.party), name: person?.name ?? null };
    return { send: card(objectedCard(trial, election, objection, by), words.title) };
  },
});
