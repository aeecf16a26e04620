/**
 * What becomes of secret rounds that were open in a backup. In the restored store people who have voted since
 * could vote twice, and votes cast since are missing: such a round is void, and nothing of it is ever counted.
 */
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { uncounted } from "./counting.ts";
import type { ElectionsRepository } from "./elections.repository.ts";
import type { ElectionRepository } from "./repository.ts";

type Deps = {
  readonly repository: Pick<ElectionRepository, "unfinished" | "lock" | "register">;
  readonly elections: Pick<ElectionsRepository, "destroy" | "lockElection">;
};

/**
 * Destroys the ballots of every round in voting or sealed, elections and motions alike, and notes why; answers
 * how many. The next start of the program ends them from there: it says so to everybody concerned and lets
 * the coordination hold the round again.
 */
export async function voidOpenRounds({ repository, elections }: Deps, tx: Tx, now: Instant): Promise<number> {
  const open = (await repository.unfinished(tx)).filter(({ phase }) => phase !== "counted");
  for (const round of open) {
    await elections.lockElection(tx, round.name.electionId);
    await repository.lock(tx, round.name, "alone");
    const register = await repository.register(round.name, tx);
    await elections.destroy(tx, round.name, now, uncounted(round, register, "restored"), "sealed");
  }
  return open.length;
}
