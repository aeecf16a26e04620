/** A small Forum for tests of the yearly round: parties with seats, people, a channel, and the parts it is given. */
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import { isLostRace } from "../../src/db/lost-race.ts";
import type { Db, Tx } from "../../src/db/store.ts";
import { openRounds } from "../../src/election/organise/manage-feature.ts";
import { inOfficeRepository } from "../../src/election/people/candidacy.repository.prisma.ts";
import type { Organisation } from "../../src/forum/forum.ts";
import { forumRepository } from "../../src/forum/repository.prisma.ts";
import { seatRepository } from "../../src/forum/seats.repository.prisma.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import type { Instant } from "../../src/system/clock.ts";
import { systemIds } from "../../src/system/ids.ts";
import type { Turn } from "../../src/turn/turn.ts";
import { digestRepository } from "../../src/year/digest/repository.prisma.ts";
import { yearFeature } from "../../src/year/feature.ts";
import { leaveRepository } from "../../src/year/leave/repository.prisma.ts";
import { returnService } from "../../src/year/leave/return.service.ts";
import { leaveService } from "../../src/year/leave/service.ts";
import { optOutRepository } from "../../src/year/optout/repository.prisma.ts";
import { yearRepository } from "../../src/year/repository.prisma.ts";
import { toNotice } from "../meeting/rendering.ts";

export const CHANNEL = "19:forum@thread.tacv2";
export const CARER = "m-koordination";

const NAMES: Readonly<Record<string, string>> = {
  kandern: "Stadt Kandern",
  loerrach: "Stadt Lörrach",
  schopfheim: "Stadt Schopfheim",
  todtnau: "Stadt Todtnau",
};
export const partyName = (key: string): string => NAMES[key] ?? key;

/** As the list of the project has them. */
export const listedParties: readonly Organisation[] = Object.entries(NAMES).map(([key, name]) => ({
  ...{ key, name, kind: "Stadt" as const, party: true },
  ...{ validFrom: "2021-10-15", validTo: null },
}));
const PARTIES = Object.keys(NAMES);

/** Everybody but Todtnau has somebody on the seat; the coordinator belongs to Lörrach and has none. */
export async function settled(db: Db): Promise<void> {
  await forumRepository(db).seed(listedParties, "Probeforum");
  await seatRepository(db).seed(PARTIES);
  await db.write(async (tx) => {
    const at = new Date(0);
    for (const [id, organisationKey] of [
      [CARER, "loerrach"],
      ["m-kandern", "kandern"],
      ["m-kandern-2", "kandern"],
      ["m-loerrach", "loerrach"],
      ["m-schopfheim", "schopfheim"],
    ] as const) {
      const person = {
        tenantId: "t",
        aadObjectId: `aad-${id}`,
        teamsUserId: `29:${id}`,
        name: `Delegation ${id}`,
      };
      await tx.member.create({ data: { id, organisationKey, ...person, createdAt: at, updatedAt: at } });
    }
    for (const party of ["kandern", "loerrach", "schopfheim"])
      await tx.seat.update({ where: { party }, data: { delegateId: `m-${party}` } });
    const place = { tenantId: "t", serviceUrl: "http://x", botId: "28:b" };
    await tx.conversation.create({ data: { id: CHANNEL, kind: "channel", ...place } });
    await tx.forum.update({ where: { id: 1 }, data: { channelId: CHANNEL } });
  });
}

export const coordination = (now: Instant, part: Partial<Turn> = {}): Turn => ({
  now,
  actor: { tenantId: "t", aadObjectId: "aad-c", teamsUserId: "29:c", name: "Koordination" },
  place: { kind: "personal", conversationId: "a:c", tenantId: "t", serviceUrl: "http://x", botId: "28:b" },
  member: null,
  coordinator: true,
  activityId: "1",
  ...part,
});

type MeetingRow = { readonly id: string; readonly startsAt: string; readonly plannedAt?: Instant };

/** One process on a database. `state` can be changed while it runs. */
export function processOn(db: Db) {
  const state = { coordinators: [CARER] as readonly string[] };
  const seats = seatRepository(db);
  const enqueue = createEnqueue(systemIds);
  const leaves = leaveRepository(db);
  const deps = {
    write: <T>(body: (tx: Tx) => Promise<T>): Promise<T> =>
      db.write(body).catch((error) => {
        if (!isLostRace(error)) throw error;
        return db.write(body);
      }),
    ...{ applyOnce, enqueue, leaves, partyName, newId: systemIds },
    repository: yearRepository(db),
    facts: digestRepository(db),
    optOuts: optOutRepository(db),
    seats: seats.all,
    holdSeat: (tx: Tx, party: string) => seats.hold(tx, [party]),
    partyLeaves: openRounds(db, enqueue).partyLeaves,
    coordinators: async () => state.coordinators,
    chairOn: inOfficeRepository(db).chairOn,
    forumChannel: forumRepository(db).forumChannel,
  };
  const feature = yearFeature(deps);
  const told = async () => {
    const rows = await db.read.outboxItem.findMany({ orderBy: [{ dueAt: "asc" }, { key: "asc" }] });
    return rows.map(toNotice);
  };
  return {
    state,
    deps,
    feature,
    leaves: leaveService(deps),
    returns: returnService(deps),
    /** Both jobs, as at this instant. */
    run: async (now: Instant) => {
      await feature.jobs.year.run(now);
      await feature.jobs.partyLeave.run(now);
    },
    told,
    /** Keys of what was told, the digest's recipients and the ids of persons included. */
    keys: async () => (await told()).map(({ key }) => key),
    /** What somebody would read who gets this message at `now`: the title, or why it is not sent. */
    reads: async (key: string, now: Instant): Promise<string> => {
      const notice = (await told()).find((one) => one.key === key);
      if (!notice) throw new Error(`nothing is told under ${key}`);
      const rendered = await feature.renderers[notice.kind as keyof typeof feature.renderers](notice, now);
      if ("drop" in rendered) return rendered.drop;
      return rendered.send.kind === "card" ? JSON.stringify(rendered.send.card) : rendered.send.kind;
    },
    notes: async () =>
      Object.fromEntries((await db.read.calendarNote.findMany()).map(({ key, sent }) => [key, sent])),
    plans: ({ id, startsAt, plannedAt = 0 }: MeetingRow) =>
      db.write(async (tx) => {
        const data = { id, startsAt, minutes: 120, place: "Saal", plannedAt: new Date(plannedAt) };
        await tx.meeting.create({ data });
      }),
    cancels: (id: string, now: Instant) =>
      db.write(async (tx) => {
        await tx.meeting.update({ where: { id }, data: { cancelledAt: new Date(now), sequence: 1 } });
      }),
    /** Somebody who was elected and took the chair. */
    elects: (id: string, termFrom: string, termTo: string, memberId = "m-kandern") =>
      db.write(async (tx) => {
        const at = new Date(`${termFrom}T08:00:00Z`);
        const election = {
          office: "chair",
          state: "elected",
          winner: "Erika Beispiel",
          answer: "accepted",
        } as const;
        await tx.election.create({
          data: { id, ...election, startedAt: at, answeredAt: at, termFrom, termTo },
        });
        const candidacy = { electionId: id, name: "Erika Beispiel", memberId, nominatedAt: at };
        await tx.candidacy.create({ data: candidacy });
      }),
    /** An election that runs, or has ended without anybody. */
    starts: (id: string, startedAt: Instant, ended: "nomination" | "not_elected" = "nomination") =>
      db.write(async (tx) => {
        const at = new Date(startedAt);
        await tx.election.upsert({
          where: { id },
          create: { id, office: "chair", state: ended, startedAt: at },
          update: { state: ended },
        });
      }),
  };
}
