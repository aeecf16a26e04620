/** Opening a round of an election that runs: what has to be there, the frozen register, the papers. */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { byCodePoint } from "../system/code-points.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { openingNotices } from "./notices.ts";
import { checkRoles } from "./people/roles.ts";
import type { Process } from "./process.ts";
import type { NewRound } from "./repository.ts";
import type { ElectionDeps } from "./service.ts";
import type { StoredElection, StoredRound } from "./stored.ts";
import { stuckNotices } from "./tidings.ts";
import { closeOf } from "./timing.ts";
import { quorumOf } from "./wahlordnung.ts";

export type OpenRefusal =
  | "no-channel"
  | "too-few-seats"
  | "store-keeps-traces"
  | "roles-missing"
  /** Fewer seats are held than have to take part: only a person opens such a round, not the clock. */
  | "below-quorum";

const HOUR = 3_600_000;

export type OpeningDeps = Pick<
  ElectionDeps,
  | "repository"
  | "elections"
  | "seats"
  | "forumChannel"
  | "keepsTraces"
  | "holdSeats"
  | "enqueue"
  | "write"
  | "coordinators"
>;

export function openingService(deps: OpeningDeps) {
  const { repository, elections } = deps;

  /** Officer and two scrutineers who do not stand. */
  async function rolesComplete(tx: Tx, id: string, candidates: readonly string[]): Promise<boolean> {
    const roles = (await elections.roles(id, tx)).filter((one) => one.until === null);
    const stand = (await elections.candidacies(id, tx)).filter((one) => candidates.includes(one.name));
    const officer = roles.find((one) => one.role === "officer");
    const scrutineers = roles.filter((one) => one.role === "scrutineer");
    if (!officer) return false;
    const coordinators = new Set(await deps.coordinators(tx));
    const person = (one: { memberId: string; party: string }) => ({
      ...{ memberId: one.memberId, party: one.party, coordinator: coordinators.has(one.memberId) },
    });
    return checkRoles(person(officer), scrutineers.map(person), stand).ok;
  }

  return {
    /** Freezes the register and writes round, papers and reminders. Its key is on disk already. */
    async openRound(
      tx: Tx,
      election: StoredElection,
      last: StoredRound | null,
      after: Process,
      { by, now }: { readonly by: string; readonly now: Instant },
    ): Promise<Outcome<null, OpenRefusal>> {
      const { id, rule } = election;
      const channel = await deps.forumChannel(tx);
      if (!channel) return refused("no-channel");
      const { stage, candidates } = after.current;
      if (!(await rolesComplete(tx, id, candidates))) return refused("roles-missing");
      // Nobody stands in while the register is frozen.
      await deps.holdSeats(tx);
      const seats = [...(await deps.seats(tx))].sort((a, b) => byCodePoint(a.party, b.party));
      if (seats.length < rule.secretMinElectorate) return refused("too-few-seats");
      if (await deps.keepsTraces()) return refused("store-keeps-traces");
      const quorum = quorumOf(rule, seats.length, after.quorum);
      // Nobody could make such a round valid: somebody has to want it all the same.
      const held = seats.filter((seat) => seat.holderId !== null).length;
      if (by === "timer" && held < quorum) return refused("below-quorum");
      const round: NewRound = {
        name: { electionId: id, round: (last?.name.round ?? 0) + 1 },
        ...{ stage, candidates, opensAt: now },
        quorum,
        closesAt: closeOf(stage, now, rule, election.closesAt),
        register: seats,
      };
      await repository.openRound(tx, round);
      await deps.enqueue(tx, openingNotices(round, channel));
      return ok(null);
    },

    /** A timer that could not go on: asked again in an hour; the coordination hears of it. */
    postpone: (id: string, why: string, now: Instant): Promise<void> =>
      deps.write(async (tx) => {
        await elections.change(tx, id, { dueAt: now + HOUR });
        await deps.enqueue(tx, stuckNotices(id, await deps.coordinators(tx), why, now));
      }),
  };
}
