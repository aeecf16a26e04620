/** Cancelling an election when four eyes agree. */
import { ok } from "../../system/outcome.ts";
import { isFinal } from "../process.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import { reasonProblem } from "./manage.ts";
import type { MatterRules } from "./proposals.matter.ts";
import { secondOf } from "./proposals.ts";

/** In every state that is not final; the ballots of an open round are destroyed, and everybody is told. */
export const cancelMatter = ({ progress }: Pick<OrganisingDeps, "progress">): MatterRules<"cancel"> => ({
  fits: async ({ election }, { reason }) =>
    isFinal(election.state) ? "round-changed" : reasonProblem(reason),
  prepare: async ({ electionId, payload }) => {
    const reason = payload.what === "cancel" ? payload.reason : "";
    const event = { type: "cancel", by: "coordinator", second: null, reason } as const;
    const prepared = await progress.prepare(electionId, event);
    return {
      carryOut: async (tx, { part, scene }) => {
        const confirmed = { ...event, second: secondOf(part) };
        const done = await progress.applyIn(tx, prepared, electionId, confirmed, scene.now);
        return done.ok ? ok(() => progress.tidy(done.value)) : done;
      },
    };
  },
});
