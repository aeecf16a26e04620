/** Election officer and scrutineers handed over, while no round is open. Who was in charge when stays stored. */
import type { Tx } from "../../db/store.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import type { Eligible } from "../elections.repository.ts";
import type { OrganisingDeps } from "../organise/manage.deps.ts";
import { actingIn, type Scene, sceneOf } from "../organise/proposals.scene.ts";
import { roleNotices } from "./officers.notices.ts";
import { type HandedOver, handOver, type Named, type OfficerRefusal } from "./officers.ts";
import { checkRoles } from "./roles.ts";

export type OfficerView = {
  readonly scene: Scene;
  /** Who could be named: members of parties with a seat who neither coordinate nor stand. */
  readonly people: readonly Eligible[];
};
export type OfficerService = ReturnType<typeof officerService>;

type Refuse = (why: OfficerRefusal) => never;

export function officerService(deps: OrganisingDeps) {
  const { elections } = deps;

  async function judged(scene: Scene, { officer, scrutineers }: Named, tx?: Tx) {
    if (scene.election.state === "voting") return refused("round-open" as const);
    const eligible = await elections.eligible(tx);
    const person = (id: string) => {
      const found = eligible.find((one) => one.memberId === id);
      return found ? [{ ...found, coordinator: scene.people.coordinators.includes(id) }] : [];
    };
    const [leads = null] = person(officer);
    const watch = scrutineers.flatMap(person);
    const standing = (await elections.candidacies(scene.election.id, tx)).filter((one) => !one.withdrawnAt);
    const checked = checkRoles(leads, watch, standing);
    if (!checked.ok || !leads) return checked.ok ? refused("officer-missing" as const) : checked;
    return ok({ officer: leads, scrutineers: watch });
  }

  async function store(tx: Tx, id: string, { given, ended }: HandedOver, now: number): Promise<void> {
    for (const { memberId, role } of ended) await elections.endRole(tx, id, memberId, role, now);
    for (const one of given) await elections.giveRole(tx, id, { ...one, since: now });
    await deps.enqueue(tx, roleNotices(id, { given, ended }, now));
  }

  async function nameIn(tx: Tx, turn: Turn, id: string, named: Named, refuse: Refuse): Promise<string> {
    await elections.lockElection(tx, id);
    const scene = (await sceneOf(deps, id, turn.now, tx)) ?? refuse("gone");
    const people = await judged(scene, named, tx);
    if (!people.ok) return refuse(people.reason);
    await store(tx, id, handOver(scene.roles, people.value), turn.now);
    return id;
  }

  return {
    async look(turn: Turn, id: string): Promise<Outcome<OfficerView, OfficerRefusal>> {
      if (!actingIn(turn).coordinates) return refused("not-coordinator");
      const scene = await sceneOf(deps, id, turn.now);
      if (!scene) return refused("gone");
      const { coordinators, standing } = scene.people;
      const people = (await elections.eligible()).filter(
        ({ memberId }) => !coordinators.includes(memberId) && !standing.includes(memberId),
      );
      return ok({ scene, people });
    },

    /** Names officer and scrutineers; who is not named any more hands over. Those concerned are told. */
    async name(
      turn: Turn,
      actionId: string,
      id: string,
      named: Named,
    ): Promise<Outcome<string, OfficerRefusal>> {
      if (!actingIn(turn).coordinates) return refused("not-coordinator");
      return orRefuse<OfficerRefusal, string>(async (refuse) => {
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, formKey(turn, actionId), "election.roles", turn.now, () =>
            nameIn(tx, turn, id, named, refuse),
          ),
        );
        return subject;
      });
    },
  };
}
