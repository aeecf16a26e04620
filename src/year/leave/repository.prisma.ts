/** The table of parties that leave, and what ends with their part. */
import type { Db } from "../../db/store.ts";
import type { Instant } from "../../system/clock.ts";
import type { Leave } from "./leave.ts";
import type { LeaveRepository } from "./repository.ts";

type Row = { party: string; lastDay: string; recordedAt: Date };
const toLeave = ({ party, lastDay, recordedAt }: Row): Leave => ({
  ...{ party, lastDay },
  recordedAt: recordedAt.getTime(),
});

/** What stays of a time away: the row of the leave goes, so that the party can leave again. */
const awayNotes = ({ party, lastDay, recordedAt }: Leave, leftAt: Date, now: Instant) => [
  { key: `party|left|${party}|${recordedAt}|${lastDay}`, sent: true, settledAt: leftAt },
  { key: `party|returned|${party}|${recordedAt}`, sent: true, settledAt: new Date(now) },
];

export function leaveRepository(db: Db): LeaveRepository {
  return {
    pending: async (tx) => {
      const rows = await (tx ?? db.read).partyLeave.findMany({
        where: { settledAt: null },
        orderBy: [{ lastDay: "asc" }, { party: "asc" }],
      });
      return rows.map(toLeave);
    },
    of: async (party, tx) => {
      const row = await (tx ?? db.read).partyLeave.findUnique({ where: { party } });
      if (!row) return null;
      const { lastDay, recordedAt, settledAt } = row;
      return { party, lastDay, recordedAt: recordedAt.getTime(), left: settledAt !== null };
    },
    record: async (tx, { party, lastDay, recordedAt }, recordedById) => {
      await tx.partyLeave.create({
        data: { party, lastDay, recordedById, recordedAt: new Date(recordedAt) },
      });
    },
    withdraw: async (tx, party, recordedAt) => {
      const where = { party, settledAt: null, recordedAt: new Date(recordedAt) };
      return (await tx.partyLeave.deleteMany({ where })).count === 1;
    },
    settle: async (tx, { party, lastDay, recordedAt }, now) => {
      const where = { party, lastDay, settledAt: null, recordedAt: new Date(recordedAt) };
      return (await tx.partyLeave.updateMany({ where, data: { settledAt: new Date(now) } })).count === 1;
    },
    end: async (tx, { party, lastDay }, from) => {
      await tx.organisation.updateMany({ where: { key: party }, data: { validTo: lastDay } });
      // Without a row a party takes no part; its deputies go with it.
      await tx.seat.deleteMany({ where: { party } });
      await tx.meetingReply.deleteMany({ where: { party, meeting: { startsAt: { gte: from } } } });
    },
    left: async (tx) => {
      const rows = await (tx ?? db.read).partyLeave.findMany({
        where: { settledAt: { not: null } },
        orderBy: [{ lastDay: "desc" }, { party: "asc" }],
      });
      return rows.map(toLeave);
    },
    comeBack: async (tx, leave, now) => {
      const { party } = leave;
      const row = await tx.partyLeave.findUnique({ where: { party } });
      if (!row?.settledAt) return false;
      const where = { party, settledAt: { not: null }, recordedAt: new Date(leave.recordedAt) };
      if ((await tx.partyLeave.deleteMany({ where })).count !== 1) return false;
      await tx.calendarNote.createMany({ data: awayNotes(leave, row.settledAt, now) });
      await tx.organisation.updateMany({ where: { key: party }, data: { validTo: null } });
      await tx.seat.create({ data: { party } });
      return true;
    },
    inElections: async (party) => {
      const election = {
        state: { notIn: ["elected" as const, "not_elected" as const, "cancelled" as const] },
      };
      const standing = await db.read.candidacy.findMany({
        where: { party, withdrawnAt: null, election },
        select: { name: true },
        orderBy: [{ electionId: "asc" }, { name: "asc" }],
      });
      const roles = await db.read.electionRole.findMany({
        where: { party, until: null, election },
        select: { name: true, role: true },
        orderBy: [{ electionId: "asc" }, { role: "asc" }, { name: "asc" }],
      });
      return [
        ...standing.map(({ name }) => ({ part: "candidate" as const, name })),
        ...roles.map(({ name, role }) => ({ part: role, name })),
      ];
    },
    people: async (organisationKey, tx) => {
      const rows = await (tx ?? db.read).member.findMany({
        where: { organisationKey, leftAt: null },
        select: { id: true },
        orderBy: { id: "asc" },
      });
      return rows.map(({ id }) => id);
    },
  };
}
