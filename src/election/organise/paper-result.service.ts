/** A round on paper: a municipality asks for it, the coordination takes the round out, the numbers come back. */
import type { Tx } from "../../db/store.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { uncounted } from "../counting.ts";
import { endedNotices, resultNotices } from "../notices.ts";
import { finalChange, stateChange } from "../progress.ts";
import type { StoredElection, StoredRound } from "../stored.ts";
import { tellWinner } from "../telling.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import { earliestOpening, OPENABLE } from "./manage.ts";
import { paperNotices } from "./paper-result.notices.ts";
import { countPaper, lotByHand, numbersProblem } from "./paper-result.ts";
import type { Confirmed, FitRefusal, MatterRules, ProposalRefusal, Step } from "./proposals.matter.ts";
import { awaitsPaper, isVoting, type Scene } from "./proposals.scene.ts";

export type PaperDeps = Pick<
  OrganisingDeps,
  | "elections"
  | "repository"
  | "proposals"
  | "keys"
  | "compact"
  | "enqueue"
  | "progress"
  | "seats"
  | "coordinators"
  | "forumChannel"
>;

/** Before and while votes are taken; the round itself is taken out only once nominations are over. */
function requestProblem(scene: Scene, step: Step): FitRefusal | null {
  const { election, last, now } = scene;
  const { state, rule } = election;
  if (!rule.paperOnRequest) return "paper-not-foreseen";
  if (state === "voting") return isVoting(scene) ? null : "no-open-round";
  if (step === "propose" && state === "nomination") return null;
  if (!OPENABLE.includes(state)) return "no-open-round";
  const earliest = earliestOpening(state, last, rule);
  return step === "confirm" && earliest !== null && now < earliest ? "second-too-early" : null;
}

/** A municipality asks for paper; when the coordination agrees, the ballots here are destroyed uncounted. */
export function paperRequestMatter(deps: PaperDeps): MatterRules<"paperRequest"> {
  const { elections, repository, progress, keys } = deps;

  /** The round as it is, or opened only to freeze who is entitled; no paper of it ever leaves. */
  async function opened(
    tx: Tx,
    { election, last, now }: Scene,
    prepared: Awaited<ReturnType<typeof progress.prepare>>,
  ): Promise<Outcome<StoredRound, ProposalRefusal>> {
    if (election.state === "voting" && last) return ok(last);
    const event = { type: "open", by: "coordinator" } as const;
    const done = await progress.applyIn(tx, prepared, election.id, event, now);
    if (!done.ok) return done;
    const round = await elections.lastRound(election.id, tx);
    return round ? ok(round) : refused("gone");
  }

  async function takeOut(tx: Tx, round: StoredRound, { people, now }: Scene): Promise<void> {
    const { name } = round;
    await repository.lock(tx, name, "alone");
    const register = await repository.register(name, tx);
    await elections.destroy(tx, name, now, uncounted(round, register, "cancelled"));
    await deps.enqueue(tx, endedNotices(name, register, now));
    const holders = register.flatMap((one) => one.holderId ?? []);
    const officer = people.officer ? [people.officer.memberId] : [];
    const members = [...new Set([...holders, ...officer])];
    await deps.enqueue(tx, paperNotices(name, await deps.forumChannel(tx), members, now));
  }

  return {
    fits: async (scene, _, step) => requestProblem(scene, step),
    prepare: async ({ electionId }) => {
      const state = (await elections.election(electionId))?.state;
      const type = state === "voting" ? ("repeat" as const) : ("open" as const);
      const prepared = await progress.prepare(electionId, { type, by: "coordinator" });
      return {
        carryOut: async (tx, { scene }) => {
          const round = await opened(tx, scene, prepared);
          if (!round.ok) return round;
          await takeOut(tx, round.value, scene);
          return ok(async () => {
            await keys.remove(round.value.name);
            await deps.compact();
          });
        },
      };
    },
  };
}

/** The officer enters the numbers; with the second witness they count, by the same rules as a box. */
export function paperResultMatter(deps: PaperDeps): MatterRules<"paperResult"> {
  const { elections, repository } = deps;

  async function told(tx: Tx, round: StoredRound, changed: StoredElection | null, { now }: Scene) {
    const register = await repository.register(round.name, tx);
    await deps.enqueue(tx, resultNotices(round.name, register, await deps.forumChannel(tx), now));
    if (changed?.state === "acceptance") await tellWinner(deps, tx, changed, now);
  }

  async function counted(tx: Tx, confirmed: Confirmed<"paperResult">, round: StoredRound): Promise<void> {
    const { said, scene, witnesses } = confirmed;
    const { election, roles, now } = scene;
    const { id } = election;
    const enteredBy = roles.find((one) => one.role === "officer")?.name ?? "";
    const { result, after } = countPaper(election, await elections.candidacies(id, tx), round, said);
    const { tally, present } = said;
    await deps.proposals.setPaper(tx, round.name, { tally, present, enteredBy, witnesses: [...witnesses] });
    await elections.setResult(tx, round.name, result);
    if (after.state === "lot_pending") await elections.setLot(tx, round.name, lotByHand(round, now));
    const process = { ...after, state: election.state };
    const event = { type: "end-voting", by: "timer", ballots: new Map(), present } as const;
    await elections.change(tx, id, {
      ...stateChange(election, process, after, "ok", { closesAt: now, sealedAt: now }, now),
      ...finalChange(election, after, event, now),
    });
    await told(tx, round, await elections.election(id, tx), scene);
  }

  return {
    fits: async (scene, said) => {
      if (!awaitsPaper(scene) || !scene.last) return "paper-not-awaited";
      return numbersProblem(scene.last, said);
    },
    prepare: async () => ({
      carryOut: async (tx, confirmed) => {
        const { last } = confirmed.scene;
        if (!last) return refused("paper-not-awaited");
        await counted(tx, confirmed, last);
        return ok(null);
      },
    }),
  };
}
