// @ts-check
// Forumsbote with an open round, and two things it does without the door: the same casts through its service,
// and writing down that earlier rounds were held.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { castService } from "../../dist/election/cast.service.js";
import { createIncidents } from "../../dist/election/incidents.js";
import { fileKeys } from "../../dist/election/keys.file.js";
import { electionRepository } from "../../dist/election/repository.prisma.js";
import { systemRandomBytes as random } from "../../dist/system/random.js";
import { startForumsbote } from "./app.mjs";
import { countsIn, earlierRounds, memberId, openRound, parties, seatAll } from "./ballot-store.mjs";
import { identity, personAt } from "./people.mjs";
import { serve } from "./server.mjs";
import { explained, recordStatements } from "./statements.mjs";

await serve(async ({ auth, folder, databaseUrl, records }) => {
  const postgres = databaseUrl?.startsWith("postgres") ?? false;
  const Factory = postgres ? PrismaPg : PrismaBetterSqlite3;
  const recorder = records ? recordStatements(Factory) : null;
  const started = await startForumsbote({ auth, folder, databaseUrl, quiet: records });
  const { config, db, port, durable, close } = started;
  const keys = fileKeys(config.ballotKeyDir, random);
  const repository = electionRepository(db);
  const incidents = createIncidents();
  const { cast } = castService({ repository, keys, write: db.write, random, incidents });
  await db.write(seatAll);
  /** @type {string | null} */
  let running = null;
  let rounds = 0;

  /** @param {number} at @returns {any} the turn of one of the people, as the door would have read it */
  function turnOf(at) {
    const { user, aad, chat } = personAt(at);
    const { tenantId } = identity;
    const party = parties[at] ?? "";
    const who = { tenantId, aadObjectId: aad, teamsUserId: user, name: "Delegation" };
    const member = { id: memberId(party), ...who, organisation: party, createdAt: 0 };
    const place = { kind: "personal", conversationId: chat, tenantId, serviceUrl: "", botId: "" };
    return { now: Date.now(), actor: who, place, member, coordinator: false, activityId: "1" };
  }

  const jobs = {
    round: async () => {
      rounds += 1;
      const id = `wahl-${rounds}`;
      await keys.create({ electionId: id, round: 1 });
      const before = running;
      await db.write((tx) => openRound(tx, id, before));
      running = id;
      return id;
    },
    /** Casts all at once. @param {{ presses: { election: string, token: string, ballot: string }[] }} given */
    cast: async ({ presses }) => {
      const begun = performance.now();
      const done = await Promise.all(
        presses.map(({ election, token, ballot }, at) =>
          cast(turnOf(at), { electionId: election, round: 1 }, token, ballot),
        ),
      );
      const ms = performance.now() - begun;
      return { ms, taken: done.filter((one) => one.ok).length };
    },
    /** @param {{ ballots: number }} given */
    earlier: async ({ ballots }) => {
      for (const sql of earlierRounds(ballots, db.engine))
        await db.maintain((client) => client.$executeRawUnsafe(sql));
      return db.read.ballot.count();
    },
    record: async () => recorder?.begin(),
    /** How the statements since `record` find their rows. */
    plans: async () => {
      const statements = recorder?.end() ?? [];
      const connection = postgres
        ? await new PrismaPg({ connectionString: config.databaseUrl, max: 1 }).connect()
        : await new PrismaBetterSqlite3({ url: config.databaseUrl, readonly: true }).connect();
      if (postgres) await connection.executeScript("ANALYZE");
      const all = await explained(connection, statements);
      await connection.dispose();
      return all;
    },
    counts: () => countsIn(db.read, running),
  };
  return { port, jobs, state: async () => ({ durable: await durable() }), close };
});
