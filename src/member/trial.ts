/**
 * The people of the trial forum in local mode: those of the shipped Playground configuration, each with
 * a party of their own, so that everything can be tried at once. Written only where nobody is known yet.
 */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import type { Actor } from "../turn/turn.ts";
import type { MemberRepository } from "./repository.ts";

const PEOPLE: readonly (readonly [string, string, string, string])[] = [
  ["a0", "user-koordination", "Koordination Landkreis", "landkreis-loerrach"],
  ["a1", "user-schopfheim", "Delegation Schopfheim", "schopfheim"],
  ["a2", "user-kandern", "Delegation Kandern", "kandern"],
  ["a3", "user-loerrach", "Delegation Lörrach", "loerrach"],
  ["a4", "user-weil", "Delegation Weil am Rhein", "weil-am-rhein"],
  ["a5", "user-todtnau", "Delegation Todtnau", "todtnau"],
];

export type TrialPerson = { readonly id: string; readonly actor: Actor; readonly organisation: string };

/** `all`: the parties of the others are played from outside, so that only the first person is there. */
export const trialPeople = (tenantId: string, extent: "few" | "all"): readonly TrialPerson[] =>
  PEOPLE.slice(0, extent === "few" ? PEOPLE.length : 1).map(([last, teamsUserId, name, organisation]) => ({
    id: `trial-${last}`,
    actor: { tenantId, aadObjectId: `00000000-0000-0000-0000-0000000000${last}`, teamsUserId, name },
    organisation,
  }));

export type TrialDeps = {
  readonly repository: MemberRepository;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Made-up people have read the made-up notice: they need not be shown it. */
  readonly noticeVersion: string;
};

/** Leaves a person alone who is already there, whatever he or she has said since. */
export async function seedTrial(
  { repository, write, noticeVersion }: TrialDeps,
  people: readonly TrialPerson[],
  now: Instant,
): Promise<void> {
  const known = await Promise.all(
    people.map(({ actor }) => repository.lookUp(actor.tenantId, actor.aadObjectId)),
  );
  const missing = people.filter((_, at) => known[at] === null);
  if (missing.length === 0) return;
  await write(async (tx) => {
    for (const { id, actor, organisation } of missing)
      await repository.save(tx, () => id, { actor, organisation, noticeVersion, now });
  });
}
