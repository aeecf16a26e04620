/** The table of tickets. */
import { z } from "zod";
import type { Db } from "../../db/store.ts";
import { namesOf, takeTurns } from "../information/care.prisma.ts";
import type { TicketRepository } from "./repository.ts";
import type { Ticket, TicketState } from "./ticket.ts";

type Row = {
  id: string;
  number: number;
  question: string;
  reason: string;
  answered: string | null;
  state: TicketState;
  askedById: string | null;
  conversationId: string;
  threadId: string | null;
  askedAt: Date;
  takenById: string | null;
  takenAt: Date | null;
  settledAt: Date | null;
  closedReason: string | null;
  informationId: string | null;
};

const toTicket = ({ askedAt, takenAt: _, settledAt, ...same }: Row): Ticket => ({
  ...same,
  askedAt: askedAt.getTime(),
  settledAt: settledAt?.getTime() ?? null,
});

const unsettled = { state: { in: ["open" as const, "taken" as const] } };
const idsOf = (tickets: readonly { readonly id: string }[]) => ({ in: tickets.map(({ id }) => id) });
const sourcesIn = z.array(z.string()).catch([]);

export function ticketRepository(db: Db): TicketRepository {
  return {
    takeTurns,
    namesOf: (ids) => namesOf(db, ids),
    byId: async (id, tx) => {
      const row = await (tx ?? db.read).rulesTicket.findUnique({ where: { id } });
      return row && toTicket(row);
    },
    unsettled: async (tx) => {
      const query = { where: unsettled, orderBy: { number: "asc" as const } };
      return (await (tx ?? db.read).rulesTicket.findMany(query)).map(toTicket);
    },
    askedBy: async (askedById, take) => {
      const query = { where: { askedById }, orderBy: { number: "desc" as const }, take };
      return (await db.read.rulesTicket.findMany(query)).map(toTicket);
    },
    ratedSources: async ({ askedById, question }) => {
      if (askedById === null) return [];
      const where = { memberId: askedById, question, helpful: false };
      const row = await db.read.rulesFeedback.findFirst({ where, orderBy: { at: "desc" } });
      return sourcesIn.parse(row?.sources);
    },
    insert: async (tx, { askedAt, ...same }) => {
      const { _max } = await tx.rulesTicket.aggregate({ _max: { number: true } });
      const number = (_max.number ?? 0) + 1;
      await tx.rulesTicket.create({ data: { ...same, number, state: "open", askedAt: new Date(askedAt) } });
    },
    take: async (tx, tickets, takenById, at) => {
      const where = { id: idsOf(tickets), state: "open" as const };
      await tx.rulesTicket.updateMany({ where, data: { state: "taken", takenById, takenAt: new Date(at) } });
    },
    giveBack: async (tx, tickets) => {
      const where = { id: idsOf(tickets), state: "taken" as const };
      await tx.rulesTicket.updateMany({ where, data: { state: "open", takenById: null, takenAt: null } });
    },
    settle: async (tx, tickets, end, at) => {
      const where = { id: idsOf(tickets), ...unsettled };
      await tx.rulesTicket.updateMany({ where, data: { ...end, settledAt: new Date(at) } });
    },
    anonymise: (before) =>
      db.write(async (tx) => {
        const traces = [{ askedById: { not: null } }, { conversationId: { not: "" } }];
        const where = { settledAt: { lte: new Date(before) }, OR: traces };
        const data = { askedById: null, conversationId: "", threadId: null };
        return (await tx.rulesTicket.updateMany({ where, data })).count;
      }),
  };
}
