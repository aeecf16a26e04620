/** Seats on a real database with people of two municipalities, and the services that change them. */
import { randomUUID } from "node:crypto";
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import { isLostRace } from "../../src/db/lost-race.ts";
import type { Tx } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import { deputyService } from "../../src/forum/deputies.service.ts";
import { shippedOrganisations } from "../../src/forum/organisations.ts";
import { probeRepository } from "../../src/forum/probe.repository.prisma.ts";
import { probeService } from "../../src/forum/probe.service.ts";
import { forumRepository } from "../../src/forum/repository.prisma.ts";
import { seatRepository } from "../../src/forum/seats.repository.prisma.ts";
import type { OpenRounds } from "../../src/forum/seats.repository.ts";
import { seatService } from "../../src/forum/seats.service.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import type { Turn } from "../../src/turn/turn.ts";
import { freshUrl, openTestDb } from "../support/database.ts";

export const START = Date.UTC(2026, 2, 2, 11);
const TENANT = "t";

/** Two deputies each may come from `b2`, `b3`; `b1` and `k1` are the delegates. */
const PEOPLE = [
  ["b1", "Bürgermeisteramt", "binzen"],
  ["b2", "Hauptamt", "binzen"],
  ["b3", "Kämmerei", "binzen"],
  ["k1", "Bürgermeisteramt", "kandern"],
  ["k2", "Hauptamt", "kandern"],
  ["co", "Stabsstelle", "landkreis-loerrach"],
] as const;
export type Someone = (typeof PEOPLE)[number][0];

/** A round that is open and knows only these people, by seat; it notes what it was told. */
export function openRound(eligible: Readonly<Record<string, readonly string[]>>) {
  const told: string[] = [];
  const rounds: OpenRounds = {
    frozen: async () => true,
    substituted: async (_, party, holderId) => {
      if (!eligible[party]?.includes(holderId)) return "not-eligible";
      told.push(`${party}: ${holderId}`);
      return "ok";
    },
  };
  return { rounds, told };
}

const noRound: OpenRounds = { frozen: async () => false, substituted: async () => "none" };

export async function seatTable(engine: Engine, rounds: OpenRounds = noRound) {
  const url = await freshUrl(engine);
  const db = await openTestDb(url);
  await forumRepository(db).seed(shippedOrganisations(), "Probeforum");
  const repository = seatRepository(db);
  await repository.seed(["binzen", "kandern", "landkreis-loerrach"]);
  const at = new Date(START);
  await db.write(async (tx) => {
    for (const [id, name, organisationKey] of PEOPLE)
      await tx.member.create({
        data: {
          ...{ id, name, organisationKey, tenantId: TENANT, aadObjectId: id, teamsUserId: `29:${id}` },
          ...{ createdAt: at, updatedAt: at },
        },
      });
    for (const [party, id] of [
      ["binzen", "b1"],
      ["kandern", "k1"],
    ] as const)
      await repository.give(tx, party, id);
  });

  /** As the program does: once more when somebody else was faster. */
  const write = async <T>(body: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await db.write(body);
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    }
  };
  const acting = { write, applyOnce, enqueue: createEnqueue(randomUUID) };
  const probes = probeRepository(db);
  const deps = { ...acting, repository, probes, rounds, newId: randomUUID };

  return {
    db,
    repository,
    probes,
    seats: seatService(deps),
    deputies: deputyService(deps),
    probing: probeService({ ...acting, repository: probes, seats: repository }),
    seat: async (party: string) => {
      const found = (await repository.all()).find((one) => one.party === party);
      if (!found) throw new Error(`no seat ${party}`);
      return found;
    },
    /** To whom which messages wait. */
    told: async (kind: string) =>
      (await db.read.outboxItem.findMany({ where: { kind }, orderBy: { key: "asc" } }))
        .map((row) => row.memberId)
        .sort(),
    names: (...people: readonly Someone[]) =>
      db.write(async (tx) => {
        for (const [at, id] of people.entries())
          await repository.nameDeputy(tx, id.startsWith("b") ? "binzen" : "kandern", id, START + at);
      }),
  };
}

/** A turn in the personal chat of this person. */
export function turnOf(id: Someone, { now = START, coordinator = false } = {}): Turn {
  const [, name, organisation] = PEOPLE.find((one) => one[0] === id) ?? PEOPLE[0];
  const known = { tenantId: TENANT, aadObjectId: id, teamsUserId: `29:${id}`, name };
  const way = { tenantId: TENANT, serviceUrl: "https://example.org/", botId: "28:bot" };
  return {
    now,
    actor: known,
    place: { kind: "personal", conversationId: `a:${id}`, ...way },
    member: { id, ...known, organisation, createdAt: START },
    coordinator,
    activityId: randomUUID(),
  };
}

export const kim = (now = START): Turn => turnOf("co", { now, coordinator: true });
