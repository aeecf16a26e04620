/** A Forum that can elect: seats, people who hold them, a channel, the keys in a folder of their own. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { inject } from "vitest";
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import { compactRounds, keepsTraces } from "../../src/db/dialect/round.ts";
import { uniqueConflict } from "../../src/db/lost-race.ts";
import type { Db, Tx } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import type { Entered } from "../../src/election/announcement.ts";
import { electionsRepository } from "../../src/election/elections.repository.prisma.ts";
import { fileKeys } from "../../src/election/keys.file.ts";
import { inOfficeRepository } from "../../src/election/people/candidacy.repository.prisma.ts";
import { objectionRepository } from "../../src/election/people/objection.repository.prisma.ts";
import { electionRepository } from "../../src/election/repository.prisma.ts";
import type { RoundName } from "../../src/election/seal.ts";
import { type ElectionDeps, electionService } from "../../src/election/service.ts";
import { shippedOrganisations } from "../../src/forum/organisations.ts";
import { forumRepository } from "../../src/forum/repository.prisma.ts";
import { seatRepository } from "../../src/forum/seats.repository.prisma.ts";
import type { Member } from "../../src/member/member.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import { type RandomBytes, systemRandomBytes } from "../../src/system/random.ts";
import type { Turn } from "../../src/turn/turn.ts";
import { keptLog } from "../support/bot.ts";
import { freshUrl, openTestDb } from "../support/database.ts";

export const START = Date.UTC(2026, 2, 2, 11);
/** What the form says: three hours later on a clock in Berlin. */
export const DEADLINE = { closesOn: "2026-03-02", closesAt: "15:00" };
/** A form that leaves everything but candidates, end and people empty. */
export const FORM: Entered = {
  ...{ office: "chair", way: "fixed", parties: [], others: "" },
  ...{ nominationOn: "", nominationAt: "", ...DEADLINE, officer: "", scrutineers: [] },
};
export const CLOSES = START + 3 * 3_600_000;
export const CHANNEL = "19:forum@thread.tacv2";
const TENANT = "t";

const parties = shippedOrganisations()
  .filter((one) => one.party)
  .map((one) => one.key);

export const memberOf = (party: string, number = 1): Member => ({
  // Begins with something else than the party: tests look for rows by their first columns.
  id: `${number}#${party}`,
  tenantId: TENANT,
  aadObjectId: `${party}#${number}`,
  teamsUserId: `29:${party}#${number}`,
  name: `Delegation ${party}`,
  organisation: party,
  createdAt: START,
});

export function turnOf(member: Member | null, now: number, coordinator = false): Turn {
  const actor = {
    tenantId: TENANT,
    aadObjectId: member?.aadObjectId ?? "co",
    teamsUserId: "29:x",
    name: "x",
  };
  const place = {
    kind: "personal" as const,
    conversationId: `a:${actor.aadObjectId}`,
    tenantId: TENANT,
    serviceUrl: "https://example.org/",
    botId: "28:bot",
  };
  return { now, actor, place, member, coordinator, activityId: randomUUID() };
}

async function seed(db: Db, seats: readonly string[]): Promise<void> {
  const forum = forumRepository(db);
  await forum.seed(shippedOrganisations(), "Probeforum");
  await seatRepository(db).seed(seats);
  await db.write(async (tx) => {
    const place = {
      kind: "channel" as const,
      tenantId: TENANT,
      serviceUrl: "https://example.org/",
      botId: "b",
    };
    await tx.conversation.create({ data: { id: CHANNEL, ...place } });
    await forum.makeForumChannel(tx, CHANNEL);
    const people = seats.map((party) => {
      const { createdAt, organisation, ...member } = memberOf(party);
      const at = new Date(createdAt);
      return { ...member, organisationKey: organisation, createdAt: at, updatedAt: at };
    });
    await tx.member.createMany({ data: people });
    for (const party of seats)
      await tx.seat.update({ where: { party }, data: { delegateId: memberOf(party).id } });
  });
}

export type HallOptions = {
  readonly seats?: number;
  /** Another process on the same store and the same keys. */
  readonly beside?: { readonly url: string; readonly folder: string; readonly seated: readonly string[] };
  readonly deps?: Partial<ElectionDeps>;
  readonly random?: RandomBytes;
};

export type Hall = Awaited<ReturnType<typeof openHall>>;

export async function openHall(
  engine: Engine,
  { seats = 36, beside, deps = {}, random = systemRandomBytes }: HallOptions = {},
) {
  const url = beside?.url ?? (await freshUrl(engine));
  const folder = beside?.folder ?? join(inject("sqliteFolder"), `keys-${randomUUID()}`);
  const db = await openTestDb(url);
  const seated = beside?.seated ?? parties.slice(0, seats);
  if (!beside) await seed(db, seated);
  const { log, entries } = keptLog();
  const keys = fileKeys(folder, random);
  const repository = electionRepository(db);
  const elections = electionsRepository(db);
  /** As the program does: once more when somebody else was faster. */
  const write = async <T>(body: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await db.write(body);
    } catch (error) {
      if (uniqueConflict(error) === null) throw error;
      return db.write(body);
    }
  };
  const service = electionService({
    repository,
    keys,
    write,
    applyOnce,
    log,
    enqueue: createEnqueue(randomUUID),
    newId: randomUUID,
    random,
    seats: seatRepository(db).all,
    forumChannel: forumRepository(db).forumChannel,
    organisationName: (key) => key,
    elections,
    objections: objectionRepository(db),
    inOffice: inOfficeRepository(db),
    coordinators: async () => [],
    holdSeats: seatRepository(db).hold,
    settleSecret: () => Promise.reject(new Error("no motion")),
    keepsTraces: () => keepsTraces(db),
    settled: async () => true,
    compact: () => compactRounds(db),
    trial: false,
    ...deps,
  });
  const hall = { url, folder, db, seated, keys, repository, elections, service, logged: entries };
  /** The last three seats lead and watch. */
  const [officer, ...scrutineers] = seated.slice(-3).map((party) => memberOf(party).id);
  const roles = { officer: officer ?? "", scrutineers };

  return {
    ...hall,
    roles,
    /** Opens an election; the candidates are free text. */
    async opens(
      candidates: readonly string[] = ["Kandern", "Schopfheim"],
      actionId: string = randomUUID(),
    ): Promise<RoundName> {
      const wanted = { ...FORM, ...roles, others: candidates.join("\n") };
      const done = await service.start(turnOf(null, START, true), actionId, wanted);
      if (!done.ok) throw new Error(done.reason);
      return { electionId: done.value, round: 1 };
    },
    /** Choice and review: what the card then carries. */
    async reviews(name: RoundName, party: string, choice: string, now = START + 60_000) {
      const done = await service.review(turnOf(memberOf(party), now), name, choice);
      if (!done.ok) throw new Error(done.reason);
      return done.value;
    },
    /** Review and cast. */
    async votes(name: RoundName, party: string, choice: string, now = START + 60_000) {
      const done = await service.review(turnOf(memberOf(party), now), name, choice);
      if (!done.ok) return done;
      const { token, pending } = done.value;
      return service.cast(turnOf(memberOf(party), now), name, token, pending);
    },
    roundOf: async (name: RoundName) => {
      const round = await repository.round(name);
      if (!round) throw new Error("no round");
      return round;
    },
    /** Frees the office for the next election, as if nobody had been elected. */
    frees: ({ electionId }: RoundName) =>
      db.write((tx) =>
        tx.election.update({ where: { id: electionId }, data: { state: "not_elected", winner: null } }),
      ),
    flags: (name: RoundName) => repository.votes(name),
    ballots: (name: RoundName) =>
      db.read.ballot.findMany({ where: { electionId: name.electionId }, orderBy: { slot: "asc" } }),
    election: ({ electionId }: RoundName) =>
      db.read.election.findUniqueOrThrow({ where: { id: electionId } }),
  };
}
