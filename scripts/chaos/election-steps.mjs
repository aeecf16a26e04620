// @ts-check
// In which step of an election the bot was ended: what the dead bot has left in the store says so.

/** The step that was reached; "idle" between two elections. */
const STEP = {
  idle: "endedBetween",
  voting: "endedVoting",
  waiting: "endedSealed",
  told: "endedTold",
  counted: "endedCounted",
};

export function createSteps() {
  /** How often the bot was ended with the round in this step. @type {Record<string, number>} */
  const counts = Object.fromEntries(Object.values(STEP).map((name) => [name, 0]));
  const count = (/** @type {string} */ name) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  return {
    counts,
    /** @param {(sql: string) => Promise<Record<string, unknown>[]>} rows */
    async look(rows) {
      const [round] = await rows(
        `SELECT "electionId", "phase" FROM "ElectionRound" WHERE "phase" <> 'closed' ORDER BY "opensAt" DESC LIMIT 1`,
      );
      if (!round) return count(STEP.idle);
      if (round.phase !== "sealed") return count(round.phase === "voting" ? STEP.voting : STEP.counted);
      const waiting = await rows(
        `SELECT 1 FROM "OutboxItem" WHERE "kind" = 'election.sealed' AND "subject" LIKE '${round.electionId}|%' AND "state" = 'pending'`,
      );
      count(waiting.length > 0 ? STEP.waiting : STEP.told);
    },
  };
}
