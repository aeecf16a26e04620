/**
 * The ballot box lent to decisions: a secret vote on a motion has the same register, box, key, seal and close as
 * an election. What its count means is said by whoever keeps the motion.
 */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { Fault } from "../system/log.ts";
import { uncounted } from "./counting.ts";
import { ballotNotices, endedNotices } from "./notices.ts";
import type { NewRound } from "./repository.ts";
import type { ElectionDeps } from "./service.ts";
import { objectionEnd } from "./timing.ts";

export type SecretMotion = {
  /** Stands on the ballot paper. */
  readonly title: string;
  readonly seats: readonly { readonly party: string; readonly holderId: string | null }[];
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly quorum: number;
};

export function secretBallotService(
  deps: Pick<
    ElectionDeps,
    "repository" | "elections" | "keys" | "newId" | "seats" | "keepsTraces" | "enqueue"
  >,
) {
  const { repository, elections, keys } = deps;

  return {
    /** Opens a box with this register; papers and reminders go out. The key is on disk before the commit. */
    async open(tx: Tx, { title, seats, ...times }: SecretMotion): Promise<{ readonly electionId: string }> {
      if (await deps.keepsTraces()) throw new Fault("the database records what would tell who voted what");
      const electionId = deps.newId();
      const name = { electionId, round: 1 };
      const { rule, version } = await elections.rule(tx);
      const standing = new Map((await deps.seats(tx)).map((seat) => [seat.party, seat]));
      const round: NewRound = {
        ...times,
        ...{ name, stage: "motion", candidates: [title] },
        register: seats.map(({ party, holderId }) => {
          const seat = standing.get(party);
          return {
            party,
            holderId,
            delegateId: seat?.delegateId ?? holderId,
            deputies: seat?.deputies ?? [],
          };
        }),
      };
      await keys.create(name);
      await elections.announce(tx, {
        ...{ id: electionId, office: "motion", state: "voting", startedAt: times.opensAt },
        ...{ rule, ruleVersion: version, dueAt: null, closesAt: null },
      });
      await repository.openRound(tx, round);
      await deps.enqueue(tx, ballotNotices(round));
      return { electionId };
    },

    /** Ends the ballot without counting: the ballots are destroyed, the papers become text. */
    async cancel(tx: Tx, electionId: string, now: Instant): Promise<void> {
      await elections.lockElection(tx, electionId);
      const round = await elections.lastRound(electionId, tx);
      if (!round) return;
      await repository.lock(tx, round.name, "alone");
      const register = await repository.register(round.name, tx);
      if (round.phase === "voting" || round.phase === "sealed")
        await elections.destroy(tx, round.name, now, uncounted(round, register, "cancelled"));
      await elections.change(tx, electionId, {
        ...{ state: "cancelled", reason: "cancelled", objectionUntil: objectionEnd(now, round.rule) },
      });
      await deps.enqueue(tx, endedNotices(round.name, register, now));
    },
  };
}
