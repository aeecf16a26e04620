/** An election as those who organise it find it: its state, its people, what is proposed. */
import { berlinDate } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Instant } from "../../system/clock.ts";
import type { Turn } from "../../turn/turn.ts";
import type { StoredElection, StoredRole, StoredRound } from "../stored.ts";
import type { OrganisingDeps } from "./manage.deps.ts";
import type { Acting, People } from "./proposals.ts";

export type Scene = {
  readonly election: StoredElection;
  /** The newest round. */
  readonly last: StoredRound | null;
  readonly people: People;
  /** In charge at present. */
  readonly roles: readonly StoredRole[];
  readonly now: Instant;
};

export type SceneDeps = Pick<OrganisingDeps, "elections" | "inOffice" | "seats" | "coordinators">;

/** The person who acts, as the rules of four eyes see him or her. */
export const actingIn = (turn: Turn): Acting => ({
  memberId: turn.member?.id ?? null,
  account: turn.actor.aadObjectId,
  party: turn.member?.organisation ?? null,
  coordinates: may(rolesOf(turn), "election.manage"),
});

/** Votes are taken at present. */
export const isVoting = ({ last, now }: Pick<Scene, "last" | "now">): boolean =>
  last?.phase === "voting" && now < last.closesAt;

/**
 * The round has been taken out of the program and is held on paper: its ballots were destroyed, and the
 * election waits for the numbers.
 */
export const awaitsPaper = ({ election, last }: Pick<Scene, "election" | "last">): boolean =>
  election.state === "voting" && last?.result?.reason === "cancelled" && last.paper === null;

/** Inside a transaction lock the election first. */
export async function sceneOf(deps: SceneDeps, id: string, now: Instant, tx?: Tx): Promise<Scene | null> {
  const { elections } = deps;
  const election = await elections.election(id, tx);
  if (!election || election.office === "motion") return null;
  const roles = (await elections.roles(id, tx)).filter((one) => one.until === null);
  const standing = (await elections.candidacies(id, tx)).filter((one) => one.withdrawnAt === null);
  const seats = await deps.seats(tx);
  return {
    ...{ election, roles, now },
    last: await elections.lastRound(id, tx),
    people: {
      coordinators: await deps.coordinators(tx),
      officer: roles.find((one) => one.role === "officer") ?? null,
      scrutineers: roles.filter((one) => one.role === "scrutineer"),
      chair: await deps.inOffice.chairOn(berlinDate(now), tx),
      standing: standing.flatMap((one) => one.memberId ?? []),
      delegates: seats.flatMap(({ party, holderId }) =>
        holderId === null ? [] : [{ memberId: holderId, party }],
      ),
    },
  };
}
