/** What the coordination does with a running election: open early, move an end, repeat a void round. */
import type { Tx } from "../../db/store.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { KIND, openingNotices } from "../notices.ts";
import type { ProgressRefusal } from "../progress.service.ts";
import { processFrom } from "../recall.ts";
import type { StoredRound } from "../stored.ts";
import { newsNotices } from "../tidings.ts";
import { quorumOf } from "../wahlordnung.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import {
  type Extending,
  type ExtensionRefusal,
  earliestOpening,
  judgeExtension,
  OPENABLE,
} from "./manage.ts";
import type { Proposal } from "./proposals.payload.ts";
import { actingIn, type Scene, sceneOf } from "./proposals.scene.ts";
import type { ProposalService } from "./proposals.service.ts";

export type ManageRefusal =
  | ProgressRefusal
  | ExtensionRefusal
  | "not-coordinator"
  | "below-quorum"
  | "second-too-early";

export type ManageView = {
  readonly scene: Scene;
  readonly open: readonly Proposal[];
  readonly held: number;
  readonly entitled: number;
  /** Municipalities that the next round needs, or the open one. */
  readonly quorum: number;
  /** The person who looks. */
  readonly by: ReturnType<typeof actingIn>;
};
export type ManageService = ReturnType<typeof manageService>;

export function manageService(deps: OrganisingDeps, fourEyes: Pick<ProposalService, "open">) {
  const { elections, repository, proposals, progress, registers } = deps;

  async function strength({ election }: Scene, tx?: Tx) {
    const seats = await deps.seats(tx);
    const held = seats.filter((seat) => seat.holderId !== null).length;
    return { held, entitled: seats.length, quorum: quorumOf(election.rule, seats.length, election.quorum) };
  }

  async function viewOf(turn: Turn, id: string): Promise<ManageView | null> {
    const scene = await sceneOf(deps, id, turn.now);
    if (!scene) return null;
    const open = await fourEyes.open(scene);
    return { scene, open, by: actingIn(turn), ...(await strength(scene)) };
  }

  /** Reminders and papers of a round that ends later. What has been sent stays as it is. */
  async function moveMessages(tx: Tx, round: StoredRound, closesAt: number, now: number): Promise<void> {
    await registers.moveMessages(tx, round.name, closesAt);
    const register = await repository.register(round.name, tx);
    const { name, stage, candidates, quorum } = round;
    const fresh = openingNotices({ name, stage, candidates, quorum, opensAt: now, closesAt, register }, "");
    const reminders = fresh.filter((one) => one.kind === KIND.reminder);
    // Those of the first end may have left already, under the same names.
    await deps.enqueue(
      tx,
      reminders.map((one) => ({ ...one, key: `${one.key}|${closesAt}` })),
    );
  }

  async function tellProlonged(tx: Tx, { election, now }: Scene): Promise<void> {
    const members = (await deps.seats(tx)).flatMap((seat) => seat.holderId ?? []);
    const audience = { electionId: election.id, channel: await deps.forumChannel(tx), members };
    await deps.enqueue(tx, newsNotices(audience, "prolonged", now));
  }

  type Refuse = (why: ManageRefusal) => never;

  async function extendIn(
    tx: Tx,
    turn: Turn,
    id: string,
    entered: Extending,
    refuse: Refuse,
  ): Promise<string> {
    await elections.lockElection(tx, id);
    const scene = (await sceneOf(deps, id, turn.now, tx)) ?? refuse("gone");
    const { last } = scene;
    if (!last) return refuse("no-open-round");
    await repository.lock(tx, last.name, "alone");
    const round = await repository.round(last.name, tx);
    const judged = judgeExtension(round, entered, turn.now);
    if (!judged.ok) return refuse(judged.reason);
    const to = judged.value;
    const extension = { from: last.closesAt, to, reason: entered.reason.trim() };
    await elections.extend(tx, last.name, to, [...last.extensions, extension]);
    await moveMessages(tx, last, to, turn.now);
    await tellProlonged(tx, scene);
    return id;
  }

  return {
    /** Elections that run, each as this person may look at it. */
    async running(turn: Turn): Promise<readonly ManageView[]> {
      const views = [];
      for (const id of await proposals.running()) views.push(await viewOf(turn, id));
      return views.flatMap((view) => view ?? []);
    },

    view: viewOf,

    /** Names on the paper of the round that would open next. */
    async nextNames(id: string): Promise<readonly string[]> {
      const election = await elections.election(id);
      const candidacies = await elections.candidacies(id);
      if (!election) return [];
      return processFrom(election, candidacies, await elections.lastRound(id), null).current.candidates;
    },

    /** What an extension would be; nothing is stored. */
    async checkExtension(
      turn: Turn,
      id: string,
      entered: Extending,
    ): Promise<Outcome<number, ManageRefusal>> {
      if (!actingIn(turn).coordinates) return refused("not-coordinator");
      return judgeExtension(await elections.lastRound(id), entered, turn.now);
    },

    /** Moves the end of the open round for all: later only, with a reason, told to all. */
    async extend(
      turn: Turn,
      actionId: string,
      id: string,
      entered: Extending,
    ): Promise<Outcome<string, ManageRefusal>> {
      if (!actingIn(turn).coordinates) return refused("not-coordinator");
      return orRefuse<ManageRefusal, string>(async (refuse) => {
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, formKey(turn, actionId), "election.extend", turn.now, () =>
            extendIn(tx, turn, id, entered, refuse),
          ),
        );
        return subject;
      });
    },

    /**
     * Opens the next round before its timer does. `anyway`: the coordination has seen that fewer seats are
     * held than must take part.
     */
    async open(turn: Turn, id: string, anyway: boolean): Promise<Outcome<string, ManageRefusal>> {
      if (!actingIn(turn).coordinates) return refused("not-coordinator");
      const scene = await sceneOf(deps, id, turn.now);
      if (!scene) return refused("gone");
      if (!OPENABLE.includes(scene.election.state)) return refused("wrong-state");
      const earliest = earliestOpening(scene.election.state, scene.last, scene.election.rule);
      if (earliest !== null && turn.now < earliest) return refused("second-too-early");
      const { held, quorum } = await strength(scene);
      if (held < quorum && !anyway) return refused("below-quorum");
      const done = await progress.apply(id, { type: "open", by: "coordinator" }, turn.now);
      return done.ok ? ok(id) : done;
    },

    /** The same round again, after one that was void. */
    async repeat(turn: Turn, id: string): Promise<Outcome<string, ManageRefusal>> {
      if (!actingIn(turn).coordinates) return refused("not-coordinator");
      const done = await progress.apply(id, { type: "repeat", by: "coordinator" }, turn.now);
      return done.ok ? ok(id) : done;
    },
  };
}
