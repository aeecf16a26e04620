/** Use cases of four eyes: propose, look, confirm, drop. One open proposal of a kind in an election. */
import type { Tx } from "../../db/store.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import type { After, AllMatters, MatterRules, ProposalRefusal, Step } from "./proposals.matter.ts";
import { askedNotices, settledNotice } from "./proposals.notices.ts";
import { type Payload, type Proposal, proposedOf } from "./proposals.payload.ts";
import { actingIn, type Scene, sceneOf } from "./proposals.scene.ts";
import {
  completes,
  confirmersOf,
  judgeConfirm,
  judgeProposer,
  type Matter,
  mayDrop,
  type Part,
} from "./proposals.ts";

type Refuse = (why: ProposalRefusal) => never;

export type ProposalView = {
  readonly proposal: Proposal;
  readonly scene: Scene;
  /** Whether the person who looks may confirm it, or drop it. */
  readonly mayConfirm: boolean;
  readonly mayDrop: boolean;
};
export type ProposalService = ReturnType<typeof proposalService>;

export function proposalService(deps: OrganisingDeps, matters: AllMatters) {
  const { proposals, elections, enqueue } = deps;
  // The rules belong to the matter of the payload; the compiler cannot see that for a union.
  const rulesOf = (said: Payload) => matters[said.what] as unknown as MatterRules<Matter>;

  /** A proposal about one round is over with it; a wish for paper and a cancellation go on. */
  const isStale = ({ round, payload }: Proposal, { last }: Scene): boolean =>
    payload.what !== "cancel" && payload.what !== "paperRequest" && round !== (last?.name.round ?? 0);

  async function fits(scene: Scene, said: Payload, step: Step, tx: Tx, refuse: Refuse): Promise<void> {
    const problem = await rulesOf(said).fits(scene, said, step, tx);
    if (problem) refuse(problem);
  }

  async function locked(tx: Tx, turn: Turn, electionId: string, refuse: Refuse): Promise<Scene> {
    await elections.lockElection(tx, electionId);
    return (await sceneOf(deps, electionId, turn.now, tx)) ?? refuse("gone");
  }

  /** What is open of this kind is dropped when it is out of date, else it stands in the way. */
  async function makeRoom(tx: Tx, scene: Scene, said: Payload, refuse: Refuse): Promise<void> {
    for (const one of await proposals.open(scene.election.id, tx)) {
      if (one.payload.what !== said.what) continue;
      const open =
        !isStale(one, scene) && !(await rulesOf(one.payload).fits(scene, one.payload, "propose", tx));
      if (open) refuse("already-proposed");
      await proposals.settle(tx, one.id, scene.now);
    }
  }

  async function proposeIn(tx: Tx, turn: Turn, electionId: string, said: Payload, refuse: Refuse) {
    const scene = await locked(tx, turn, electionId, refuse);
    const by = actingIn(turn);
    const judged = judgeProposer(said.what, by, scene.people);
    if (!judged.ok) refuse(judged.reason);
    if (said.what === "delegateChange" && said.to === by.memberId) refuse("names-self");
    await fits(scene, said, "propose", tx, refuse);
    await makeRoom(tx, scene, said, refuse);
    const proposal: Proposal = {
      ...{ id: deps.newId(), electionId, round: scene.last?.name.round ?? 0, payload: said },
      ...{ proposedById: by.memberId ?? by.account, proposedAt: turn.now, settledAt: null, approvals: [] },
    };
    const confirmers = confirmersOf(proposedOf(proposal), scene.people);
    // A request for paper is taken up by whoever coordinates, member or not.
    if (confirmers.length === 0 && said.what !== "paperRequest") refuse("nobody-confirms");
    const { settledAt: _, approvals: __, ...row } = proposal;
    await proposals.create(tx, row);
    await enqueue(tx, askedNotices(proposal, confirmers, turn.now));
    return proposal.id;
  }

  type Confirming = { readonly proposal: Proposal; readonly scene: Scene; readonly part: Part };

  /** Pressed twice, the answer is the same and nothing happens a second time. */
  async function confirming(
    tx: Tx,
    turn: Turn,
    id: string,
    refuse: Refuse,
  ): Promise<Confirming | { readonly again: Proposal }> {
    const { electionId } = (await proposals.byId(id, tx)) ?? refuse("no-proposal");
    const scene = await locked(tx, turn, electionId, refuse);
    const proposal = (await proposals.byId(id, tx)) ?? refuse("no-proposal");
    const by = actingIn(turn);
    const mine = by.memberId ?? by.account;
    if (proposal.approvals.some((one) => one.memberId === mine)) return { again: proposal };
    if (proposal.settledAt !== null) refuse("settled");
    const judged = judgeConfirm(proposedOf(proposal), by, scene.people);
    if (!judged.ok) return refuse(judged.reason);
    if (isStale(proposal, scene)) refuse("round-changed");
    await fits(scene, proposal.payload, "confirm", tx, refuse);
    return { proposal, scene, part: judged.value.part };
  }

  type CarryOut = Awaited<ReturnType<MatterRules<Matter>["prepare"]>>["carryOut"];
  type Done = { readonly done: boolean; readonly after: After | null };

  async function confirmIn(
    tx: Tx,
    turn: Turn,
    id: string,
    carryOut: CarryOut,
    refuse: Refuse,
  ): Promise<Done> {
    const found = await confirming(tx, turn, id, refuse);
    if ("again" in found) return { done: found.again.settledAt !== null, after: null };
    const { proposal, scene, part } = found;
    const name = turn.member?.name ?? turn.actor.name;
    const memberId = turn.member?.id ?? turn.actor.aadObjectId;
    await proposals.approve(tx, id, { memberId, name, approvedAt: turn.now });
    if (!completes(proposedOf(proposal))) return { done: false, after: null };
    const witnesses = [...proposal.approvals.map((one) => one.name), name];
    await proposals.settle(tx, id, turn.now);
    const confirmed = { proposal, said: proposal.payload, scene, part, witnesses };
    const carried = await carryOut(tx, confirmed);
    if (!carried.ok) return refuse(carried.reason);
    await enqueue(tx, await settledNotice(elections, tx, proposal, "done", turn.now));
    return { done: true, after: carried.value };
  }

  return {
    /** Answers the id of the proposal. The same form again gives the same one. */
    propose: (turn: Turn, actionId: string, electionId: string, said: Payload) =>
      orRefuse<ProposalRefusal, string>(async (refuse) => {
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, formKey(turn, actionId), "election.propose", turn.now, () =>
            proposeIn(tx, turn, electionId, said, refuse),
          ),
        );
        return subject;
      }),

    /** One more confirmation; with the last one it happens, in the same transaction. */
    async confirm(turn: Turn, id: string): Promise<Outcome<{ readonly done: boolean }, ProposalRefusal>> {
      const found = await proposals.byId(id);
      if (!found) return refused("no-proposal");
      const { first, carryOut } = await rulesOf(found.payload).prepare(found);
      const done = await orRefuse<ProposalRefusal, Done>((refuse) =>
        deps.write(async (tx) => {
          await first?.(tx);
          return confirmIn(tx, turn, id, carryOut, refuse);
        }),
      );
      if (!done.ok) return done;
      await done.value.after?.();
      return ok({ done: done.value.done });
    },

    /** Takes it back, or says no to it. */
    drop: (turn: Turn, id: string) =>
      orRefuse<ProposalRefusal, null>((refuse) =>
        deps.write(async (tx) => {
          const { electionId } = (await proposals.byId(id, tx)) ?? refuse("no-proposal");
          const scene = await locked(tx, turn, electionId, refuse);
          const proposal = (await proposals.byId(id, tx)) ?? refuse("no-proposal");
          if (!mayDrop(proposedOf(proposal), actingIn(turn), scene.people)) refuse("may-not-drop");
          if (!(await proposals.settle(tx, id, turn.now))) return null;
          await enqueue(tx, await settledNotice(elections, tx, proposal, "dropped", turn.now));
          return null;
        }),
      ),

    async look(turn: Turn, id: string): Promise<Outcome<ProposalView, ProposalRefusal>> {
      const proposal = await proposals.byId(id);
      const scene = proposal && (await sceneOf(deps, proposal.electionId, turn.now));
      if (!proposal || !scene) return refused("no-proposal");
      const by = actingIn(turn);
      const open = proposal.settledAt === null;
      const judged = judgeConfirm(proposedOf(proposal), by, scene.people);
      const mayConfirm = open && judged.ok && !judged.value.again && !isStale(proposal, scene);
      return ok({
        proposal,
        scene,
        mayConfirm,
        mayDrop: open && mayDrop(proposedOf(proposal), by, scene.people),
      });
    },

    /** What waits for somebody in this election. */
    async open(scene: Scene): Promise<readonly Proposal[]> {
      const all = await proposals.open(scene.election.id);
      return all.filter((one) => !isStale(one, scene));
    },
  };
}
