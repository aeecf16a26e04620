/** Use cases of coordinators: appointing somebody, and ending it. Both are told to the person and to the others. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import type { Turn } from "../turn/turn.ts";
import { type CoordinatorRefusal, judgeAppointing, judgeEnding } from "./coordinators.ts";
import { APPOINTED, coordinatorNotices, ENDED } from "./notices.ts";
import type { PeopleRepository } from "./people.repository.ts";
import { refusalOf } from "./people.service.ts";

export type CoordinatorDeps = Acting & {
  readonly repository: PeopleRepository;
  readonly newId: NewId;
};

export type CoordinatorService = ReturnType<typeof coordinatorService>;

type Changing = Pick<CoordinatorDeps, "repository" | "newId" | "enqueue">;

/** Inside a transaction of the caller that has judged it: appoints, writes it down, tells it. */
export async function appointIn(
  { repository, newId, enqueue }: Changing,
  tx: Tx,
  memberId: string,
  by: string | null,
  now: Instant,
): Promise<void> {
  await repository.appoint(tx, memberId, by, now);
  await repository.note(tx, { id: newId(), memberId, field: "coordinator" }, by, now);
  const standing = (await repository.coordinators(tx)).map((one) => one.memberId);
  const told = await repository.reachable(tx, [...standing.filter((one) => one !== by), memberId]);
  await enqueue(tx, coordinatorNotices(APPOINTED, newId(), memberId, told, now));
}

export function coordinatorService(deps: CoordinatorDeps) {
  const { repository } = deps;

  async function changed(
    turn: Turn,
    key: string,
    kind: string,
    work: (tx: Tx, refuse: (why: CoordinatorRefusal) => never) => Promise<void>,
  ): Promise<Outcome<null, CoordinatorRefusal>> {
    const why = refusalOf(turn, "people.appoint");
    if (why) return refused(why);
    const done = await orRefuse<CoordinatorRefusal, unknown>((refuse) =>
      deps.write((tx) =>
        deps.applyOnce(tx, key, kind, turn.now, async () => {
          // Two who end one another at once: the second sees what the first has done.
          await repository.holdCoordinators(tx);
          await work(tx, refuse);
          return "";
        }),
      ),
    );
    return done.ok ? ok(null) : done;
  }

  return {
    appoint: (turn: Turn, key: string, memberId: string) =>
      changed(turn, key, APPOINTED, async (tx, refuse) => {
        const known = (await repository.named(memberId, tx)) !== null;
        const why = judgeAppointing(memberId, known, await repository.coordinators(tx));
        if (why) refuse(why);
        await appointIn(deps, tx, memberId, turn.member?.id ?? null, turn.now);
      }),

    end: (turn: Turn, key: string, memberId: string) =>
      changed(turn, key, ENDED, async (tx, refuse) => {
        const standing = await repository.coordinators(tx);
        const why = judgeEnding(memberId, standing);
        if (why) refuse(why);
        const by = turn.member?.id ?? null;
        await repository.dismiss(tx, memberId);
        await repository.note(tx, { id: deps.newId(), memberId, field: "coordinator" }, by, turn.now);
        const told = await repository.reachable(
          tx,
          standing.map((one) => one.memberId).filter((one) => one !== by),
        );
        await deps.enqueue(tx, coordinatorNotices(ENDED, deps.newId(), memberId, told, turn.now));
      }),
  };
}
