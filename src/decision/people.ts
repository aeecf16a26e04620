/** Who decides and who is told, read from the Forum or from the working group. */
import type { Tx } from "../db/store.ts";
import type { Decision } from "./decision.ts";
import { type Electors, electorsOfForum, electorsOfGroup, peopleOf } from "./electorate.ts";
import type { Audience } from "./notices.ts";
import type { DecisionDeps } from "./service.ts";

export type PeopleDeps = Pick<DecisionDeps, "repository" | "seats" | "forumChannel" | "isParty">;
type Body = Pick<Decision, "group">;

export async function electorsFor(deps: PeopleDeps, { group }: Body, tx?: Tx): Promise<Electors> {
  if (group === null) return electorsOfForum(await deps.seats(tx));
  return electorsOfGroup(await deps.repository.peopleIn(group.id, tx), deps.isParty);
}

export async function audienceOf(deps: PeopleDeps, { group }: Body, tx?: Tx): Promise<Audience> {
  const people = peopleOf(await electorsFor(deps, { group }, tx));
  if (group !== null) return { places: await deps.repository.placesOf(group.id, tx), people };
  const channel = await deps.forumChannel(tx);
  return { places: channel === null ? [] : [channel], people };
}
