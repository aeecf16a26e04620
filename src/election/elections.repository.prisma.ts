/** The tables of elections beside rounds, register and box. */
import { lockElection } from "../db/dialect/round.ts";
import type { Prisma } from "../db/generated/sqlite/client.ts";
import type { Db } from "../db/store.ts";
import type { Change, ElectionsRepository, NewElection } from "./elections.repository.ts";
import { destroyBallots } from "./repository.prisma.ts";
import { toRound, withElection } from "./rows.prisma.ts";
import type { RoundName } from "./seal.ts";
import type { StoredElection } from "./stored.ts";
import { wahlordnung } from "./wahlordnung.ts";

const ANSWERS = ["accepted", "declined", "expired"] as const;
const millis = (date: Date | null): number | null => date?.getTime() ?? null;
const dated = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));

const toElection = (row: Prisma.ElectionGetPayload<object>): StoredElection => ({
  id: row.id,
  office: row.office,
  state: row.state,
  startedAt: row.startedAt.getTime(),
  winner: row.winner,
  reason: row.reason,
  rule: wahlordnung.parse(row.rule ?? {}),
  ruleVersion: row.ruleVersion,
  dueAt: millis(row.dueAt),
  closesAt: millis(row.closesAt),
  extended: row.extended,
  quorum: row.quorum,
  answer: ANSWERS.find((one) => one === row.answer) ?? null,
  answeredAt: millis(row.answeredAt),
  term: row.termFrom && row.termTo ? { from: row.termFrom, to: row.termTo } : null,
  objectionUntil: millis(row.objectionUntil),
  erasedAt: millis(row.erasedAt),
  cancelReason: row.cancelReason,
});

const INSTANTS = ["dueAt", "closesAt", "answeredAt", "objectionUntil", "erasedAt"] as const;

function changed({ term, ...change }: Change): Prisma.ElectionUpdateInput {
  const times = INSTANTS.filter((key) => key in change).map((key) => [key, dated(change[key] ?? null)]);
  return {
    ...(change as Prisma.ElectionUpdateInput),
    ...Object.fromEntries(times),
    ...(term === undefined ? {} : { termFrom: term?.from ?? null, termTo: term?.to ?? null }),
  };
}

const created = ({ startedAt, dueAt, closesAt, rule, ...election }: NewElection) => ({
  ...election,
  rule: { ...rule },
  startedAt: new Date(startedAt),
  dueAt: dated(dueAt),
  closesAt: dated(closesAt),
});

const ENDED = ["elected", "not_elected", "cancelled"] as const;
const inRound = ({ electionId, round }: RoundName) => ({ electionId_number: { electionId, number: round } });
const named = (electionId: string, name: string) => ({ electionId_name: { electionId, name } });

export function electionsRepository(db: Db): ElectionsRepository {
  const door = (tx?: Parameters<ElectionsRepository["election"]>[1]) => tx ?? db.read;
  const newest = async (where: Prisma.ElectionWhereInput, tx?: Parameters<typeof door>[0]) => {
    const row = await door(tx).election.findFirst({ where, orderBy: { startedAt: "desc" } });
    return row && toElection(row);
  };
  const all = async (where: Prisma.ElectionWhereInput) =>
    (await db.read.election.findMany({ where, orderBy: { startedAt: "asc" } })).map(toElection);

  return {
    announce: async (tx, election) => {
      await tx.election.create({ data: created(election) });
    },
    lockElection: (tx, id) => lockElection(db.engine, tx, id),
    election: async (id, tx) => {
      const row = await door(tx).election.findUnique({ where: { id } });
      return row && toElection(row);
    },
    change: async (tx, id, change) => {
      await tx.election.update({ where: { id }, data: changed(change) });
    },
    runningFor: (office, tx) => newest({ office, state: { notIn: [...ENDED] } }, tx),
    newestFor: (office) => newest({ office }),
    due: (now) => all({ dueAt: { lte: new Date(now) }, state: { notIn: [...ENDED] } }),
    erasable: (now) => all({ objectionUntil: { lte: new Date(now) }, erasedAt: null }),

    candidacies: async (electionId, tx) => {
      const orderBy = [{ nominatedAt: "asc" as const }, { name: "asc" as const }];
      const rows = await door(tx).candidacy.findMany({ where: { electionId }, orderBy });
      return rows.map(({ electionId: _, ...row }) => ({
        ...row,
        nominatedAt: row.nominatedAt.getTime(),
        consentedAt: millis(row.consentedAt),
        withdrawnAt: millis(row.withdrawnAt),
      }));
    },
    nominate: async (tx, electionId, { nominatedAt, consentedAt, ...one }) => {
      const times = { nominatedAt: new Date(nominatedAt), consentedAt: dated(consentedAt) };
      const data = { ...one, ...times, withdrawnAt: null, withdrawnIn: null };
      await tx.candidacy.upsert({
        where: named(electionId, one.name),
        create: { electionId, ...data },
        update: data,
      });
    },
    consent: async (tx, electionId, name, at) => {
      await tx.candidacy.update({ where: named(electionId, name), data: { consentedAt: new Date(at) } });
    },
    withdraw: async (tx, electionId, name, at, round) => {
      const data = { withdrawnAt: new Date(at), withdrawnIn: round };
      await tx.candidacy.update({ where: named(electionId, name), data });
    },

    roles: async (electionId, tx) => {
      const orderBy = [{ since: "asc" as const }, { memberId: "asc" as const }];
      const rows = await door(tx).electionRole.findMany({ where: { electionId }, orderBy });
      return rows.map(({ electionId: _, ...row }) => ({
        ...row,
        since: row.since.getTime(),
        until: millis(row.until),
      }));
    },
    giveRole: async (tx, electionId, { since, ...role }) => {
      const { memberId, role: kind } = role;
      const data = { ...role, since: new Date(since), until: null };
      await tx.electionRole.upsert({
        where: { electionId_memberId_role: { electionId, memberId, role: kind } },
        create: { electionId, ...data },
        update: data,
      });
    },
    endRole: async (tx, electionId, memberId, role, at) => {
      const where = { electionId, memberId, role, until: null };
      await tx.electionRole.updateMany({ where, data: { until: new Date(at) } });
    },
    eligible: async (tx) => {
      const rows = await door(tx).member.findMany({
        where: { leftAt: null, organisation: { seat: { isNot: null } } },
        select: { id: true, name: true, organisationKey: true },
        orderBy: [{ organisationKey: "asc" }, { name: "asc" }, { id: "asc" }],
      });
      return rows.map(({ id, name, organisationKey }) => ({ memberId: id, name, party: organisationKey }));
    },

    rule: async (tx) => {
      const row = await door(tx).electionRule.findFirst({ orderBy: { version: "desc" } });
      return { version: row?.version ?? 0, rule: wahlordnung.parse(row?.settings ?? {}) };
    },

    lastRound: async (electionId, tx) => {
      const row = await door(tx).electionRound.findFirst({
        where: { electionId },
        ...withElection,
        orderBy: { number: "desc" },
      });
      return row && toRound(row);
    },
    rounds: async (electionId) => {
      const orderBy = { number: "asc" as const };
      const rows = await db.read.electionRound.findMany({ where: { electionId }, ...withElection, orderBy });
      return rows.map(toRound);
    },
    setResult: async (tx, name, result) => {
      await tx.electionRound.update({ where: inRound(name), data: { result } });
    },
    setLot: async (tx, name, lot) => {
      await tx.electionRound.update({ where: inRound(name), data: { lot } });
    },
    extend: async (tx, name, closesAt, extensions) => {
      const data = { closesAt: new Date(closesAt), extensions: [...extensions] };
      await tx.electionRound.update({ where: inRound(name), data });
    },
    destroy: destroyBallots,
    erase: async (tx, electionId, at) => {
      await tx.ballot.deleteMany({ where: { electionId } });
      await tx.election.update({ where: { id: electionId }, data: { erasedAt: new Date(at) } });
    },
  };
}
