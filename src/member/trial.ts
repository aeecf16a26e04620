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

type Trial = { readonly actor: Actor; readonly organisation: string };

export const trialPeople = (tenantId: string): readonly Trial[] =>
  PEOPLE.map(([last, teamsUserId, name, organisation]) => ({
    actor: { tenantId, aadObjectId: `00000000-0000-0000-0000-0000000000${last}`, teamsUserId, name },
    organisation,
  }));

/** Leaves a person alone who is already there, whatever he or she has said since. */
export async function seedTrial(
  repository: MemberRepository,
  write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>,
  tenantId: string,
  now: Instant,
): Promise<void> {
  const people = trialPeople(tenantId);
  const known = await Promise.all(
    people.map(({ actor }) => repository.find(actor.tenantId, actor.aadObjectId)),
  );
  const missing = people.filter((_, at) => known[at] === null);
  if (missing.length === 0) return;
  await write(async (tx) => {
    for (const { actor, organisation } of missing)
      await repository.save(tx, `trial-${actor.aadObjectId.slice(-2)}`, actor, organisation, now);
  });
}
