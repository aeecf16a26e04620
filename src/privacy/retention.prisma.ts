/** What has served its purpose, in the tables. */
import { Prisma } from "../db/generated/sqlite/client.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { deleteRecords } from "./erase-records.prisma.ts";
import { former } from "./former.prisma.ts";
import { FORMER } from "./person.ts";
import type { RetentionRepository } from "./retention.repository.ts";

const ENDED = ["elected", "not_elected", "cancelled"] as const;

/** Elections of which nothing has happened since: neither an answer nor a round, and no objection was possible. */
async function endedBefore(tx: Tx, before: Date): Promise<readonly string[]> {
  const rows = await tx.election.findMany({
    where: {
      OR: [{ state: { in: [...ENDED] } }, { office: "motion" as const }],
      startedAt: { lt: before },
      rounds: { every: { phase: "closed" as const, closesAt: { lt: before } } },
      AND: [
        { OR: [{ answeredAt: null }, { answeredAt: { lt: before } }] },
        { OR: [{ objectionUntil: null }, { objectionUntil: { lt: before } }] },
      ],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Who were delegates, and who came in their place by four eyes. */
async function forgetChangesOfDelegates(tx: Tx, electionId: string): Promise<number> {
  const rows = await tx.electionProposal.findMany({
    where: { electionId, kind: "delegateChange", settledAt: { not: null } },
  });
  let count = 0;
  for (const { id, payload } of rows) {
    const said = payload as Prisma.JsonObject;
    if (said.to === FORMER) continue;
    const nobody = { ...said, from: null, to: FORMER, fromName: "", toName: "" };
    await tx.electionProposal.update({ where: { id }, data: { payload: nobody } });
    count += 1;
  }
  return count;
}

async function forgetRegister(tx: Tx, electionId: string): Promise<number> {
  const named = {
    OR: [{ holderId: { not: null } }, { delegateId: { not: null } }, { deputies: { not: Prisma.DbNull } }],
  };
  const { count } = await tx.registerEntry.updateMany({
    where: { electionId, ...named },
    data: { holderId: null, delegateId: null, deputies: Prisma.DbNull },
  });
  return count + (await forgetChangesOfDelegates(tx, electionId));
}

/** Records that all may read stay with their organisation; nobody needs to know any more who wrote them. */
async function unname(tx: Tx, groupId: string, now: Instant): Promise<number> {
  const of = { exchange: { groupId } };
  const named = { groupId, recordedById: { not: FORMER } };
  if ((await tx.exchange.count({ where: named })) > 0) await former(tx, now);
  const data = { recordedById: FORMER, authorId: null, authorKey: null };
  const { count } = await tx.exchange.updateMany({ where: named, data });
  if (count === 0) return 0;
  await tx.exchangeRevision.updateMany({ where: of, data: { changedById: FORMER } });
  await tx.exchangeExperience.updateMany({ where: of, data: { memberId: FORMER } });
  await tx.exchangeMark.updateMany({ where: of, data: { memberId: FORMER } });
  return count;
}

async function forgetGroup(tx: Tx, groupId: string, now: Instant): Promise<number> {
  const where = { groupId, visibility: "group" as const };
  const own = await tx.exchange.findMany({ where, select: { id: true } });
  await deleteRecords(
    tx,
    own.map(({ id }) => id),
  );
  return own.length + (await unname(tx, groupId, now));
}

/** One transaction each: others write between two of them. */
async function each(
  db: Db,
  ids: readonly string[],
  work: (tx: Tx, id: string) => Promise<number>,
): Promise<number> {
  let all = 0;
  for (const id of ids) all += await db.write((tx) => work(tx, id));
  return all;
}

export function retentionRepository(db: Db): RetentionRepository {
  return {
    leftBefore: async (before) => {
      const where = { leftAt: { lt: new Date(before) }, id: { not: FORMER } };
      return (await db.read.member.findMany({ where, select: { id: true } })).map(({ id }) => id);
    },
    pending: async () => {
      const rows = await db.read.privacyRequest.findMany({
        where: { kind: "erasure", settledAt: null, memberId: { not: null } },
        select: { memberId: true, askedAt: true, text: true, member: { select: { leftAt: true } } },
        orderBy: { askedAt: "asc" },
      });
      return rows.map(({ memberId, askedAt, text, member }) => ({
        ...{ memberId: memberId ?? "", askedAt: askedAt.getTime(), left: member?.leftAt != null },
        own: text === "delete" ? ("delete" as const) : ("keep" as const),
      }));
    },
    stay: async (tx, memberId) => {
      await tx.privacyRequest.deleteMany({ where: { memberId, kind: "erasure", settledAt: null } });
    },
    forgetRegisters: async (before) => {
      const at = new Date(before);
      const ids = await db.write((tx) => endedBefore(tx, at));
      const registers = await each(db, ids, forgetRegister);
      const decision = { settledAt: { lt: at } };
      const where = { holderId: { not: null }, decision };
      const seats = await db.write((tx) => tx.decisionSeat.updateMany({ where, data: { holderId: null } }));
      return registers + seats.count;
    },
    forgetNominations: () =>
      db.write(async (tx) => {
        const where = { consentedAt: null, election: { state: { in: [...ENDED] } } };
        return (await tx.candidacy.deleteMany({ where })).count;
      }),
    forgetGroups: async (before, now) => {
      const where = { archivedAt: { lt: new Date(before) } };
      const groups = await db.read.workingGroup.findMany({ where, select: { id: true } });
      return each(
        db,
        groups.map(({ id }) => id),
        (tx, id) => forgetGroup(tx, id, now),
      );
    },
    forgetChanges: (before) =>
      db.write(async (tx) => {
        const where = { changedAt: { lt: new Date(before) } };
        return (await tx.memberChange.deleteMany({ where })).count;
      }),
    forgetRequests: (before) =>
      db.write(async (tx) => {
        const where = { settledAt: { lt: new Date(before) } };
        return (await tx.privacyRequest.deleteMany({ where })).count;
      }),
  };
}
