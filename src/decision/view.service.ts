/** Use cases of looking: one decision, as this person may see it here. */
import { may, rolesOf } from "../member/rights.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import { type Decision, type DecisionSeat, isRunning } from "./decision.ts";
import {
  allHaveVoted,
  canBeSecret,
  type Electors,
  type Place,
  placeOf,
  registerOf,
  remaining,
} from "./electorate.ts";
import { mayManage } from "./open.service.ts";
import { electorsFor } from "./people.ts";
import type { DecisionDeps } from "./service.ts";

/** More make a card too long for a phone. */
export const MOST_RUNNING = 8;

export type ShowRefusal = "gone" | "notMember";

/** What this person can do next. `colleague`: the party has voted through somebody else. */
export type NextStep = "vote" | "change" | "colleague" | "otherHolder" | "noSeat" | "box" | "draft" | "ended";

export type DecisionView = {
  readonly decision: Decision;
  readonly next: NextStep;
  /** Party for which this person may vote now; null for nobody. */
  readonly party: string | null;
  /** Own vote of the party; in the personal chat only. */
  readonly own: string | null;
  /** How many parties have voted; null for a draft and a secret decision. */
  readonly voted: number | null;
  readonly personal: boolean;
  readonly mayAskSecret: boolean;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
  readonly mayCancel: boolean;
};

/** Votes come in here, one after the other, and may be counted. */
const isCounted = ({ state, secret }: Decision): boolean => state === "voting" && !secret;

const NOBODY: Place = { standing: "stranger", seat: null };

function nextOf({ state, secret }: Decision, { standing, seat }: Place): NextStep {
  if (state !== "draft" && state !== "voting") return "ended";
  if (seat === null) return "noSeat";
  if (state === "draft") return "draft";
  if (secret) return "box";
  if (standing === "holder") return seat.choice === null ? "vote" : "change";
  return seat.choice === null ? "otherHolder" : "colleague";
}

export function viewService(deps: DecisionDeps) {
  const { repository } = deps;

  /** The register as it is, or before the opening as it would be. */
  async function registerOn(decision: Decision, electors: Electors): Promise<readonly DecisionSeat[]> {
    if (isCounted(decision)) return remaining(await repository.seats(decision.id), electors);
    return registerOf(electors, decision.group !== null).map((seat) => ({ ...seat, choice: null }));
  }

  function rightsOf(turn: Turn, decision: Decision, register: readonly DecisionSeat[], holds: boolean) {
    const manages = mayManage(turn, decision);
    const draft = decision.state === "draft";
    const secretPossible = deps.secretBallot !== null && canBeSecret(decision) && !decision.secret;
    return {
      mayAskSecret: draft && holds && secretPossible,
      mayOpen: draft && manages,
      mayClose: isCounted(decision) && manages && allHaveVoted(register),
      mayCancel: isRunning(decision) && may(rolesOf(turn), "decision.cancel"),
    };
  }

  async function view(turn: Turn, decision: Decision): Promise<DecisionView> {
    const electors: Electors = isRunning(decision) ? await electorsFor(deps, decision) : new Map();
    const register = await registerOn(decision, electors);
    const { standing, seat } = turn.member ? placeOf(register, electors, turn.member) : NOBODY;
    const personal = turn.place.kind === "personal";
    const own = standing === "holder" ? seat : null;
    return {
      decision,
      next: nextOf(decision, { standing, seat }),
      party: own?.party ?? null,
      own: personal ? (own?.choice ?? null) : null,
      voted: isCounted(decision) ? register.filter(({ choice }) => choice !== null).length : null,
      personal,
      ...rightsOf(turn, decision, register, own !== null),
    };
  }

  return {
    view,

    /** A decision as this person may see it here. */
    async show(turn: Turn, id: string): Promise<Outcome<DecisionView, ShowRefusal>> {
      if (!may(rolesOf(turn), "decision.show")) return refused("notMember");
      const decision = await repository.byId(id);
      return decision ? ok(await view(turn, decision)) : refused("gone");
    },

    /** What is announced or open, the next to end first; so many as a card can show. */
    async running(turn: Turn): Promise<Outcome<readonly DecisionView[], "notMember">> {
      if (!may(rolesOf(turn), "decision.show")) return refused("notMember");
      const views: DecisionView[] = [];
      for (const decision of await repository.running(MOST_RUNNING)) views.push(await view(turn, decision));
      return ok(views);
    },
  };
}
