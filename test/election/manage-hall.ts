/** A Forum that can elect, with those who organise it, and a chair where one is asked for. */
import { randomUUID } from "node:crypto";
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import { compactRounds } from "../../src/db/dialect/round.ts";
import { isLostRace } from "../../src/db/lost-race.ts";
import type { Tx } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import { organisingServices } from "../../src/election/organise/manage-feature.ts";
import { proposalRepository } from "../../src/election/organise/proposals.repository.prisma.ts";
import { registerRepository } from "../../src/election/organise/register.repository.prisma.ts";
import { registerService } from "../../src/election/organise/register.service.ts";
import { inOfficeRepository } from "../../src/election/people/candidacy.repository.prisma.ts";
import { objectionRepository } from "../../src/election/people/objection.repository.prisma.ts";
import type { RoundName } from "../../src/election/seal.ts";
import { DEFAULT_RULE, type Wahlordnung } from "../../src/election/wahlordnung.ts";
import { forumRepository } from "../../src/forum/repository.prisma.ts";
import { seatRepository } from "../../src/forum/seats.repository.prisma.ts";
import type { Member } from "../../src/member/member.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import { systemRandomBytes } from "../../src/system/random.ts";
import { keptLog } from "../support/bot.ts";
import { CLOSES, type Hall, type HallOptions, memberOf, openHall, START, turnOf } from "./hall.ts";

export type Bureau = Awaited<ReturnType<typeof openBureau>>;

/** The coordination itself: somebody without a municipality, as `number` says. */
export const coordinating = (now = START + 60_000, number = 0) => {
  const turn = turnOf(null, now, true);
  const account = `co-${number}`;
  return { ...turn, actor: { ...turn.actor, aadObjectId: account } };
};

export const acting = (party: string, now = START + 60_000, number = 1) =>
  turnOf(memberOf(party, number), now);

export async function openBureau(engine: Engine, options: HallOptions = {}) {
  const hall: Hall = await openHall(engine, { seats: 8, ...options });
  const { db, repository, elections, keys, service } = hall;
  const seats = seatRepository(db);
  const write = async <T>(body: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await db.write(body);
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    }
  };
  const deps = {
    ...{ repository, elections, keys, write, applyOnce },
    log: keptLog().log,
    enqueue: createEnqueue(randomUUID),
    newId: randomUUID,
    random: systemRandomBytes,
    seats: seats.all,
    forumChannel: forumRepository(db).forumChannel,
    organisationName: (key: string) => key,
    objections: objectionRepository(db),
    inOffice: inOfficeRepository(db),
    coordinators: async () => [],
    holdSeats: seats.hold,
    settleSecret: () => Promise.reject(new Error("no motion")),
    keepsTraces: async () => false,
    settled: async () => true,
    compact: () => compactRounds(db),
    trial: false,
    ...options.deps,
    proposals: proposalRepository(db),
    registers: registerRepository(db),
    progress: service.progress,
    holdSeat: (tx: Tx, party: string) => seats.hold(tx, [party]),
    replaceDelegate: async (tx: Tx, party: string, memberId: string) => {
      await seats.free(tx, party);
      return seats.give(tx, party, memberId);
    },
  };
  const [officer = "", first = "", second = ""] = hall.seated.slice(-3);

  return {
    ...hall,
    deps,
    standing: seats,
    register: registerService(deps),
    ...organisingServices(deps),
    officer,
    scrutineers: [first, second] as const,
    /** Another member of a party. */
    async joins(party: string, number = 2): Promise<Member> {
      const { createdAt, organisation, ...member } = memberOf(party, number);
      const at = new Date(createdAt);
      await db.write(async (tx) => {
        await tx.member.create({
          data: { ...member, organisationKey: organisation, createdAt: at, updatedAt: at },
        });
      });
      return memberOf(party, number);
    },
    /** An election whose nominations are over, with everybody in place. */
    async readies(candidates: readonly string[] = ["Kandern", "Schopfheim"]): Promise<string> {
      const id = randomUUID();
      const { rule, version } = await elections.rule();
      const times = { startedAt: START, dueAt: START + 86_400_000, closesAt: null };
      await write(async (tx) => {
        const election = { id, office: "chair", state: "ready", rule, ruleVersion: version } as const;
        await elections.announce(tx, { ...election, ...times });
        const lead = (party: string, role: "officer" | "scrutineer") => {
          const { id: memberId, name } = memberOf(party);
          return elections.giveRole(tx, id, { memberId, name, party, role, since: START });
        };
        await lead(officer, "officer");
        for (const one of [first, second]) await lead(one, "scrutineer");
        for (const name of candidates) {
          const nobody = { memberId: null, party: null, nominatedById: null };
          await elections.nominate(tx, id, { name, ...nobody, nominatedAt: START, consentedAt: START });
        }
      });
      return id;
    },
    /** Opens, votes, closes and counts the first round. */
    async counts(votes: readonly string[], candidates: readonly string[]): Promise<RoundName> {
      const name = await hall.opens(candidates);
      for (const [at, choice] of votes.entries()) await hall.votes(name, hall.seated[at] ?? "", choice);
      await service.closeDue(CLOSES + 2000);
      await service.closeDue(CLOSES + 3000);
      return name;
    },
    /** Somebody of this party is in the chair. */
    seatsChair: (party: string) =>
      db.write(async (tx) => {
        const id = randomUUID();
        await tx.election.create({
          data: {
            ...{ id, office: "chair", state: "elected", winner: "Vorsitz", ruleVersion: 0 },
            ...{ startedAt: new Date(START - 1), termFrom: "2026-01-01", termTo: "2026-12-31" },
          },
        });
        await tx.candidacy.create({
          data: {
            ...{ electionId: id, name: "Vorsitz", memberId: memberOf(party).id, party },
            nominatedAt: new Date(START - 1),
          },
        });
      }),
    /** Writes a version of the rule before an election is announced. */
    rules: (rule: Partial<Wahlordnung>) =>
      db.write(async (tx) => {
        const settings = { ...DEFAULT_RULE, ...rule };
        await tx.electionRule.create({
          data: { version: 1, settings, savedById: "x", savedAt: new Date(START - 1) },
        });
      }),
    proposal: async (name: Pick<RoundName, "electionId">) =>
      (await proposalRepository(db).open(name.electionId))[0],
    told: async (kind: string) =>
      (await db.read.outboxItem.findMany({ where: { kind }, orderBy: { id: "asc" } })).map(
        (one) => one.memberId ?? one.conversationId ?? "",
      ),
  };
}
