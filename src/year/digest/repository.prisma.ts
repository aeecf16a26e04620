/** Reads what a digest tells. */
import { wallClockAt } from "../../calendar/zones.ts";
import type { Db } from "../../db/store.ts";
import { DECIDED, type Decided, ENDED, type EndedElection, type GroupRecords, type Span } from "./digest.ts";
import type { DigestRepository } from "./repository.ts";

const within = ({ from, to }: Span) => ({ gte: new Date(from), lt: new Date(to) });
/** The Forum reads the digest: what is for the members of a group only is not in it. */
const recorded = (span: Span) => ({
  deletedAt: null,
  visibility: "forum" as const,
  recordedAt: within(span),
});
const isDecided = (state: string): state is Decided["state"] => DECIDED.some((one) => one === state);
const isEnded = (state: string): state is EndedElection["state"] => ENDED.some((one) => one === state);

/** Groups with most records first; what belongs to no group comes last. */
const byWeight = (a: GroupRecords, b: GroupRecords): number =>
  Number(a.group === null) - Number(b.group === null) ||
  b.count - a.count ||
  (a.group ?? "").localeCompare(b.group ?? "", "de");

export function digestRepository(db: Db): DigestRepository {
  async function recordsOf(span: Span, groupId: string | null, count: number, take: number) {
    const rows = await db.read.exchange.findMany({
      where: { groupId, ...recorded(span) },
      orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      select: { title: true, organisationKey: true, group: { select: { name: true } } },
      take,
    });
    const newest = rows.map(({ title, organisationKey }) => ({ title, organisation: organisationKey }));
    return { group: rows[0]?.group?.name ?? null, count, newest };
  }

  /** Questions that wait on the agenda of a coming date, or for one. */
  async function onAgenda(from: string): Promise<readonly string[]> {
    const rows = await db.read.agendaItem.findMany({
      where: { ticketId: { not: null }, withdrawnAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { title: true, meetingId: true },
    });
    const ids = rows.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId]));
    const where = { id: { in: ids }, startsAt: { lt: from }, cancelledAt: null };
    const past = new Set(
      (await db.read.meeting.findMany({ where, select: { id: true } })).map(({ id }) => id),
    );
    return rows
      .filter(({ meetingId }) => meetingId === null || !past.has(meetingId))
      .map(({ title }) => title);
  }

  return {
    exchangesBetween: async (span, mostTitles) => {
      const counted = await db.read.exchange.groupBy({
        by: ["groupId"],
        where: recorded(span),
        _count: { id: true },
      });
      const all: GroupRecords[] = [];
      for (const { groupId, _count } of counted)
        all.push(await recordsOf(span, groupId, _count.id, mostTitles));
      return all.sort(byWeight);
    },
    decisionsBetween: async (span) => {
      const rows = await db.read.decision.findMany({
        where: { settledAt: within(span), state: { in: [...DECIDED] } },
        orderBy: { number: "asc" },
        select: { number: true, title: true, state: true, group: { select: { name: true } } },
      });
      return rows.flatMap(({ number, title, state, group }) =>
        isDecided(state) ? [{ number, title, state, group: group?.name ?? null }] : [],
      );
    },
    electionsBetween: async (span) => {
      // When one ended says its answer or, without one, the close of its last round, or its own start.
      const rows = await db.read.election.findMany({
        where: { office: { not: "motion" }, state: { in: [...ENDED] }, startedAt: { lt: new Date(span.to) } },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
        select: {
          ...{ office: true, state: true, winner: true, answeredAt: true, startedAt: true },
          rounds: { select: { closesAt: true }, orderBy: { number: "desc" }, take: 1 },
        },
      });
      return rows.flatMap(({ office, state, winner, answeredAt, startedAt, rounds }) => {
        const ended = (answeredAt ?? rounds[0]?.closesAt ?? startedAt).getTime();
        if (office === "motion" || !isEnded(state) || ended < span.from || ended >= span.to) return [];
        return [{ office, state, winner }];
      });
    },
    openQuestions: async (now) => {
      const count = await db.read.rulesTicket.count({ where: { state: { in: ["open", "taken"] } } });
      return { count, onAgenda: await onAgenda(wallClockAt(now)) };
    },
    dates: async (span, now, take) => {
      const stands = { cancelledAt: null };
      const range = { gte: wallClockAt(span.from), lt: wallClockAt(Math.min(span.to, now)) };
      const order = { orderBy: { startsAt: "asc" as const }, select: { startsAt: true } };
      const held = await db.read.meeting.findMany({ where: { ...stands, startsAt: range }, ...order });
      const coming = await db.read.meeting.findMany({
        where: { ...stands, startsAt: { gte: wallClockAt(now) } },
        ...order,
        take,
      });
      return { held: held.map((one) => one.startsAt), coming: coming.map((one) => one.startsAt) };
    },
  };
}
