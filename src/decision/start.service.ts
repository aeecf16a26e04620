/** Use cases before the opening: who may put a motion where, its review, its announcement. */
import type { Tx } from "../db/store.ts";
import { halfOf } from "../election/turnout.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Turn } from "../turn/turn.ts";
import type { Decision } from "./decision.ts";
import {
  canBeAnnounced,
  checkDraft,
  type DecisionDraft,
  type DecisionPlan,
  type DraftProblem,
  openingAfter,
} from "./draft.ts";
import { SECRET_FROM } from "./electorate.ts";
import { tokensOf } from "./find.ts";
import { draftNotices } from "./notices.ts";
import { openIn } from "./open.service.ts";
import { audienceOf, electorsFor } from "./people.ts";
import type { DecisionDeps } from "./service.ts";

export type StartRefusal =
  | "notMember"
  | "notHere"
  | "unregistered"
  | "notCoordinator"
  | "notInGroup"
  | "noForumChannel"
  | "noSeats"
  | "elsewhere"
  | "secretNotHere"
  | "tooFewForSecret"
  | "endBeforeOpening";

/** Where the motion is put: in the Forum, or in this working group. */
export type Scope = Pick<Decision, "group">;

export type Stopped =
  | { readonly ok: false; readonly problems: readonly DraftProblem[] }
  | { readonly ok: false; readonly reason: StartRefusal };

/** What the review shows. */
export type Review = Scope & {
  readonly plan: DecisionPlan;
  readonly quorum: number;
  readonly entitled: number;
  /** When it opens if it is announced first; null where it ends too soon for that. */
  readonly opensAt: Instant | null;
};

export type Start = {
  readonly key: string;
  readonly draft: DecisionDraft;
  /** Id of the group for which it was reviewed; empty for the Forum. */
  readonly group: string;
  /** Opens at once, so that nobody can ask for a secret ballot before. */
  readonly atOnce: boolean;
};

/** Stands for a coordinator who belongs to no organisation. */
const COORDINATION = "koordination";

export function startService(deps: DecisionDeps) {
  const { repository } = deps;

  async function forumScope(turn: Turn): Promise<Outcome<Scope, StartRefusal>> {
    if (!turn.coordinator) return refused("notCoordinator");
    return (await deps.forumChannel()) === null ? refused("noForumChannel") : ok({ group: null });
  }

  /** Who may put a motion here, and for whom. */
  async function begin(turn: Turn): Promise<Outcome<Scope, StartRefusal>> {
    if (!may(rolesOf(turn), "decision.start")) return refused("notMember");
    const { kind, conversationId } = turn.place;
    if (kind === "personal") return turn.coordinator ? forumScope(turn) : refused("notHere");
    const use = await deps.useOf(conversationId);
    if (use.kind === "none") return refused("unregistered");
    if (use.kind === "forum") return forumScope(turn);
    const people = await repository.peopleIn(use.group.id);
    const isIn = people.some(({ memberId }) => memberId === turn.member?.id);
    return isIn ? ok({ group: { id: use.group.id, name: use.group.name } }) : refused("notInGroup");
  }

  function secretProblem({ secret }: DecisionPlan, entitled: number): StartRefusal | null {
    if (!secret) return null;
    if (deps.secretBallot === null) return "secretNotHere";
    return entitled < SECRET_FROM ? "tooFewForSecret" : null;
  }

  /** Whether a draft can be put here, and by which rule it will be decided; stores nothing. */
  async function review(turn: Turn, draft: DecisionDraft): Promise<Stopped | { ok: true; value: Review }> {
    const begun = await begin(turn);
    if (!begun.ok) return begun;
    const checked = checkDraft(draft, turn.now);
    if (!checked.ok) return checked;
    const plan = checked.value;
    const entitled = (await electorsFor(deps, begun.value)).size;
    if (entitled === 0) return refused("noSeats");
    const problem = secretProblem(plan, entitled);
    if (problem !== null) return refused(problem);
    const opensAt = canBeAnnounced(plan.closesAt, turn.now) ? openingAfter(turn.now) : null;
    return ok({ ...begun.value, plan, entitled, quorum: halfOf(entitled), opensAt });
  }

  async function createIn(tx: Tx, turn: Turn, checked: Review, opensAt: Instant): Promise<Decision> {
    const { plan, group, quorum, entitled } = checked;
    const id = deps.newId();
    const createdById = turn.member?.id ?? COORDINATION;
    const body = { groupId: group?.id ?? null, quorum, entitled, createdById, createdAt: turn.now, opensAt };
    await repository.insert(tx, { ...plan, ...body, id }, tokensOf(plan.title, plan.text, group?.name ?? ""));
    const made = await repository.hold(tx, id);
    if (!made) throw new Error("a decision that was stored cannot be read");
    return made;
  }

  return {
    begin,
    review,

    /** Announces a motion, or opens it at once; the same key again makes nothing and gives the same one. */
    async create(turn: Turn, start: Start): Promise<Stopped | { ok: true; value: Decision }> {
      const checked = await review(turn, start.draft);
      if (!checked.ok) return checked;
      const { group, opensAt } = checked.value;
      if ((group?.id ?? "") !== start.group) return refused("elsewhere");
      const at = start.atOnce ? turn.now : opensAt;
      if (at === null) return refused("endBeforeOpening");
      const done = await orRefuse<StartRefusal, { subject: string }>(() =>
        deps.write((tx) =>
          deps.applyOnce(tx, start.key, "decision.create", turn.now, async () => {
            const made = await createIn(tx, turn, checked.value, at);
            if (start.atOnce) await openIn(deps, tx, made, turn.now);
            else await deps.enqueue(tx, draftNotices(made, await audienceOf(deps, made, tx), turn.now));
            return made.id;
          }),
        ),
      );
      if (!done.ok) return done;
      const made = await repository.byId(done.value.subject);
      if (!made) throw new Error("a decision that was stored cannot be read");
      return ok(made);
    },
  };
}
