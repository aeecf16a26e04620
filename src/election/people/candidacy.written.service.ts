/**
 * Answers that came in writing, entered by those who organise: only for candidacies without a person in the
 * chat, because nobody answers for somebody else.
 */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Turn } from "../../turn/turn.ts";
import { isFinal } from "../process.ts";
import { progressService } from "../progress.service.ts";
import type { ElectionDeps } from "../service.ts";
import type { StoredCandidacy, StoredElection } from "../stored.ts";
import { type Moved, type MoveType, moving } from "./candidacy.move.ts";
import { type CandidacyRefusal, isBinding } from "./candidacy.ts";

export type WrittenForm = {
  readonly election: StoredElection;
  readonly candidacies: readonly StoredCandidacy[];
  readonly answers: readonly MoveType[];
};

/** What may come in writing in this state. */
export function writtenIn({ state, rule }: Pick<StoredElection, "state" | "rule">): readonly MoveType[] {
  if (isFinal(state) || state === "draft" || state === "void") return [];
  if (state === "nomination") return ["consent", "withdraw"];
  if (state === "acceptance") return ["accept", "decline"];
  return isBinding(state, rule.withdrawal) ? [] : ["withdraw"];
}

export function writtenService(deps: ElectionDeps) {
  const { elections } = deps;
  const move = moving({ ...deps, progress: progressService(deps) });

  /** Coordination, or the officer in charge of this election. */
  async function organises(turn: Turn, id: string, tx?: Tx): Promise<boolean> {
    if (!may(rolesOf(turn), "election.enter")) return false;
    if (turn.coordinator) return true;
    return (await elections.roles(id, tx)).some(
      (one) => one.role === "officer" && one.until === null && one.memberId === turn.member?.id,
    );
  }

  return {
    organises,

    /** Candidacies for which somebody may enter an answer now. */
    async form(turn: Turn, id: string): Promise<Outcome<WrittenForm, CandidacyRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      if (!(await organises(turn, id))) return refused("not-organiser");
      const election = await elections.election(id);
      if (!election) return refused("gone");
      const open = (await elections.candidacies(id)).filter(
        (one) => one.memberId === null && one.withdrawnAt === null,
      );
      const elected = election.state === "acceptance";
      const candidacies = elected ? open.filter((one) => one.name === election.winner) : open;
      return ok({ election, candidacies, answers: writtenIn(election) });
    },

    /** Enters one answer; twice is once. */
    async enter(
      turn: Turn,
      id: string,
      name: string,
      type: MoveType,
    ): Promise<Outcome<Moved, CandidacyRefusal>> {
      if (turn.place.kind !== "personal") return refused("not-personal");
      return move({ id, name, type, now: turn.now }, async (tx, { memberId }) => {
        if (!(await organises(turn, id, tx))) return "not-organiser";
        return memberId === null ? null : "answers-personally";
      });
    },
  };
}
