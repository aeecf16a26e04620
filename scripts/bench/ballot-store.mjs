// @ts-check
// What elections lie in the store of a measured bot: seats, an open round, and any number of earlier ones.
import { shippedOrganisations } from "../../dist/forum/organisations.js";
import { identity, personAt } from "./people.mjs";

/** Characters of a row of the box. */
const SEALED = 768;
const HOUR = 3_600_000;
const OTHERS = 5_000;
export const CANDIDATES = ["Kandern", "Schopfheim"];

export const parties = shippedOrganisations()
  .filter((one) => one.party)
  .map((one) => one.key);

/** @param {string} party */
export const memberId = (party) => `delegation-${party}`;

/** Everybody is a member and holds the seat of a party. @param {any} tx */
export async function seatAll(tx) {
  const at = new Date();
  const known = await tx.member.count();
  if (known > 0) return;
  const members = parties.map((party, number) => {
    const { user, aad } = personAt(number);
    const who = { tenantId: identity.tenantId, aadObjectId: aad, teamsUserId: user, name: "Delegation" };
    return { id: memberId(party), ...who, organisationKey: party, createdAt: at, updatedAt: at };
  });
  await tx.member.createMany({ data: members });
}

/**
 * Opens a round with all seats, straight into the tables: how people come to an open round is not measured.
 * The one before ends, because one election runs at a time.
 * @param {any} tx
 * @param {string} id
 * @param {string | null} before
 */
export async function openRound(tx, id, before) {
  if (before) {
    await tx.election.update({ where: { id: before }, data: { state: "cancelled" } });
    const sealedAt = new Date();
    await tx.electionRound.updateMany({ where: { electionId: before }, data: { phase: "closed", sealedAt } });
  }
  const now = Date.now();
  const [opensAt, closesAt] = [new Date(now - HOUR), new Date(now + HOUR)];
  await tx.election.create({ data: { id, office: "chair", state: "voting", startedAt: opensAt } });
  await tx.electionRound.create({
    data: {
      ...{ electionId: id, number: 1, stage: "first", phase: "voting", candidates: CANDIDATES },
      ...{ entitled: parties.length, quorum: 18, opensAt, turnoutAt: new Date(), closesAt },
    },
  });
  const seats = parties.map((party) => ({ electionId: id, number: 1, party, holderId: memberId(party) }));
  await tx.registerEntry.createMany({ data: seats });
}

/** Marks and ballots of a round. @param {any} read @param {string | null} electionId */
export async function countsIn(read, electionId) {
  const where = { electionId };
  const marks = await read.registerEntry.count({ where: { ...where, voted: true } });
  return { marks, ballots: await read.ballot.count({ where }) };
}

/** The same on both databases. @param {number} amount */
const numbers = (amount) =>
  `WITH RECURSIVE "n"("i") AS (SELECT 1 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < ${amount})`;

/**
 * Statements that write so many closed rounds of 36 ballots each, at least `ballots` together, once.
 * @param {number} ballots
 * @param {"sqlite" | "postgresql"} engine
 * @returns {readonly string[]}
 */
export function earlierRounds(ballots, engine) {
  const rounds = Math.ceil(ballots / parties.length);
  const lite = engine === "sqlite";
  const at = lite ? "'2026-01-01T00:00:00.000+00:00'" : "TIMESTAMP '2026-01-01'";
  const later = lite ? "'2026-01-02T00:00:00.000+00:00'" : "TIMESTAMP '2026-01-02'";
  const chance = lite ? "lower(hex(randomblob(32)))" : "md5(random()::text) || md5(random()::text)";
  const names = lite ? `'["Kandern"]'` : `'["Kandern"]'::jsonb`;
  const yes = lite ? "1" : "true";
  const id = `'frueher-' || "i"`;
  const register = parties.map((party) => `SELECT '${party}' AS "p"`).join(" UNION ALL ");
  return [
    // More people, too: a table of 36 rows is read as a whole whatever index there is.
    `${numbers(OTHERS)} INSERT INTO "Member" ("id", "tenantId", "aadObjectId", "teamsUserId", "name",
         "organisationKey", "createdAt", "updatedAt")
       SELECT ${id}, 'anderswo', ${id}, ${id}, 'Mitglied', '${parties[0]}', ${at}, ${at} FROM "n"`,
    `${numbers(rounds)} INSERT INTO "Election" ("id", "office", "state", "startedAt")
       SELECT ${id}, 'chair', 'cancelled', ${at} FROM "n"`,
    `${numbers(rounds)} INSERT INTO "ElectionRound" ("electionId", "number", "stage", "phase", "candidates",
         "entitled", "quorum", "opensAt", "closesAt", "turnoutAt")
       SELECT ${id}, 1, 'first', 'voting', ${names}, 36, 18, ${at}, ${later}, ${at} FROM "n"`,
    `${numbers(rounds)} INSERT INTO "RegisterEntry" ("electionId", "number", "party", "holderId", "voted")
       SELECT ${id}, 1, "p", 'delegation-' || "p", ${yes} FROM "n" CROSS JOIN (${register}) "parties"`,
    `${numbers(rounds)} INSERT INTO "Ballot" ("electionId", "number", "slot", "sealed")
       SELECT ${id}, 1, ${chance}, substr(replace(${lite ? `hex(zeroblob(${SEALED}))` : `repeat('0', ${SEALED})`}, '0', 'A'), 1, ${SEALED})
       FROM "n" CROSS JOIN (${register}) "parties"`,
    `UPDATE "ElectionRound" SET "phase" = 'closed', "sealedAt" = ${later} WHERE "electionId" LIKE 'frueher-%'`,
  ];
}
