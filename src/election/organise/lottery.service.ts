/** Drawing the lot: with a public value that the coordination enters, or by hand before two witnesses. */
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { isValidDraw } from "../lot.ts";
import type { ProgressRefusal } from "../progress.service.ts";
import type { StoredRound } from "../stored.ts";
import { type Drawn, drawFor, type LotRefusal, lotNeeded, lotWith, wayOf } from "./lottery.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import type { FitRefusal, MatterRules } from "./proposals.matter.ts";
import { actingIn, type Scene, sceneOf } from "./proposals.scene.ts";

export type LotteryRefusal = LotRefusal | ProgressRefusal | "propose-coordinator";
export type LotteryService = ReturnType<typeof lotteryService>;

export type LotView = { readonly round: StoredRound; readonly drawn: Drawn };

export function lotteryService(deps: OrganisingDeps) {
  const { elections, progress } = deps;

  async function drawnFor(turn: Turn, scene: Scene | null, typed: string) {
    if (!scene) return refused("gone" as const);
    if (!actingIn(turn).coordinates) return refused("propose-coordinator" as const);
    return drawFor(scene.election, scene.last, typed, turn.now);
  }

  return {
    /** What these numbers would give; nothing is stored. */
    async review(turn: Turn, electionId: string, typed: string): Promise<Outcome<LotView, LotteryRefusal>> {
      const scene = await sceneOf(deps, electionId, turn.now);
      const drawn = await drawnFor(turn, scene, typed);
      if (!drawn.ok) return drawn;
      return scene?.last ? ok({ round: scene.last, drawn: drawn.value }) : refused("gone");
    },

    /** Draws with the reviewed value; the same form again changes nothing. */
    async draw(
      turn: Turn,
      actionId: string,
      electionId: string,
      value: string,
    ): Promise<Outcome<string, LotteryRefusal>> {
      const prepared = await progress.prepare(electionId, { type: "draw", by: "coordinator", drawn: [] });
      return orRefuse<LotteryRefusal, string>((refuse) =>
        deps.write(async (tx) => {
          const key = formKey(turn, actionId);
          const { subject } = await deps.applyOnce(tx, key, "election.draw", turn.now, async () => {
            await elections.lockElection(tx, electionId);
            const scene = await sceneOf(deps, electionId, turn.now, tx);
            const drawn = await drawnFor(turn, scene, value);
            if (!drawn.ok) return refuse(drawn.reason);
            const announced = scene?.last?.lot ?? refuse("no-lot-pending");
            const event = { type: "draw", by: "coordinator", drawn: drawn.value.drawn } as const;
            const lot = lotWith(announced, drawn.value);
            const done = await progress.applyIn(tx, prepared, electionId, event, turn.now, { lot });
            return done.ok ? electionId : refuse(done.reason);
          });
          return subject;
        }),
      );
    },
  };
}

function handProblem({ election, last }: Scene, drawn: readonly string[]): FitRefusal | null {
  const needed = lotNeeded(last);
  if (election.state !== "lot_pending" || !last || !needed) return "no-lot-by-hand";
  if (wayOf(last) !== "manual-witnessed") return "no-lot-by-hand";
  return isValidDraw(needed, drawn) ? null : "invalid-lot";
}

/** Drawn by hand in a session: the officer enters the names, two witnesses confirm. */
export const lotMatter = ({ progress }: Pick<OrganisingDeps, "progress">): MatterRules<"lotDrawn"> => ({
  fits: async (scene, { drawn }) => handProblem(scene, drawn),
  prepare: async ({ electionId, payload }) => {
    const names = payload.what === "lotDrawn" ? payload.drawn : [];
    const event = { type: "draw", by: "coordinator", drawn: names } as const;
    const prepared = await progress.prepare(electionId, event);
    return {
      carryOut: async (tx, { scene, witnesses }) => {
        const announced = scene.last?.lot;
        if (!announced) return refused("no-lot-by-hand");
        const way = "manual-witnessed" as const;
        const lot = { ...announced, way, drawn: [...names], witnesses: [...witnesses] };
        const done = await progress.applyIn(tx, prepared, electionId, event, scene.now, { lot });
        return done.ok ? ok(null) : done;
      },
    };
  },
});
