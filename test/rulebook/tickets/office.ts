/** Members, coordinators and a small handbook, and the services that take care of the answers. */
import { applyOnce } from "../../../src/db/applied-action.prisma.ts";
import { isLostRace } from "../../../src/db/lost-race.ts";
import type { Db } from "../../../src/db/store.ts";
import type { Engine } from "../../../src/db/url.ts";
import { createEnqueue } from "../../../src/outbox/repository.prisma.ts";
import { feedbackRepository } from "../../../src/rulebook/feedback/repository.prisma.ts";
import { feedbackService } from "../../../src/rulebook/feedback/service.ts";
import { createKnownCards } from "../../../src/rulebook/information/known-cards.ts";
import { informationRepository } from "../../../src/rulebook/information/repository.prisma.ts";
import { informationService } from "../../../src/rulebook/information/service.ts";
import { ticketNotices } from "../../../src/rulebook/tickets/renders.ts";
import { ticketRepository } from "../../../src/rulebook/tickets/repository.prisma.ts";
import { ticketService } from "../../../src/rulebook/tickets/service.ts";
import type { Instant } from "../../../src/system/clock.ts";
import { systemIds } from "../../../src/system/ids.ts";
import type { Acting } from "../../../src/turn/acting.ts";
import type { Turn } from "../../../src/turn/turn.ts";
import { toNotice } from "../../meeting/rendering.ts";
import { freshDb } from "../../support/database.ts";
import { CARDS } from "../information/known.ts";

/** Monday, 2 March 2026, noon in Lörrach. */
export const NOON: Instant = Date.UTC(2026, 2, 2, 11);
export const DAY = 86_400_000;

/** Who can act: two coordinators who are members, one who is not, and members. */
export const PEOPLE = ["mia", "noor", "kim", "lou"] as const;
export const COORDINATORS = ["kim", "lou"];

type Who = (typeof PEOPLE)[number] | "guest" | "office";
type Where = { readonly now?: Instant; readonly conversationId?: string; readonly threadId?: string };

const memberOf = (id: string) => ({
  id,
  tenantId: "t",
  aadObjectId: `aad-${id}`,
  teamsUserId: `29:${id}`,
  name: `Hauptamt ${id}`,
});

/** A turn of its own of one of them; "office" coordinates and belongs to no organisation. */
export function turnOf(who: Who, { now = NOON, conversationId = `a:${who}`, threadId }: Where = {}): Turn {
  const known = (PEOPLE as readonly string[]).includes(who);
  const { id: _, ...actor } = memberOf(who);
  const kind = threadId === undefined ? ("personal" as const) : ("channel" as const);
  const way = { tenantId: "t", serviceUrl: "http://x", botId: "28:bot" };
  return {
    now,
    actor,
    place: { kind, conversationId, ...way, ...(threadId === undefined ? {} : { threadId }) },
    member: known ? { ...memberOf(who), organisation: "kandern", createdAt: NOON } : null,
    coordinator: who === "office" || COORDINATORS.includes(who),
    activityId: systemIds(),
  };
}

type Bent = Partial<Pick<Acting, "enqueue">> & { readonly coordinators?: readonly string[] };

/** The services on an empty store with these people. */
export async function office(engine: Engine) {
  const db = await freshDb(engine);
  const at = new Date(NOON);
  await db.write(async (tx) => {
    await tx.forum.create({ data: { id: 1, name: "Probeforum" } });
    const name = { name: "Kandern", kind: "Stadt", party: true, validFrom: "2021-10-15" };
    await tx.organisation.create({ data: { key: "kandern", ...name } });
    for (const id of PEOPLE)
      await tx.member.create({
        data: { ...memberOf(id), organisationKey: "kandern", createdAt: at, updatedAt: at },
      });
  });
  return { db, ...services(db) };
}

/** The services on a store; `enqueue` may be made to fail. */
export function services(db: Db, bent: Bent = {}) {
  let changes = 0;
  const write: Acting["write"] = async (body) => {
    try {
      return await db.write(body);
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    }
  };
  const { coordinators = COORDINATORS, enqueue = createEnqueue(systemIds) } = bent;
  const acting: Acting = { write, applyOnce, enqueue };
  const cards = createKnownCards(CARDS);
  const onChange = () => {
    changes += 1;
  };
  const given = { ...acting, newId: systemIds, cards, onChange };
  const information = informationService({ ...given, repository: informationRepository(db) });
  const deps = {
    ...{ ...given, information, repository: ticketRepository(db) },
    coordinators: async () => coordinators,
  };
  const feedback = feedbackRepository(db);
  const renders = ticketNotices(deps);
  return {
    information,
    tickets: ticketService(deps),
    ticketStore: deps.repository,
    feedbackStore: feedback,
    ratings: feedbackService({ ...given, repository: feedback }),
    changes: () => changes,
    /** What waits in the outbox, and what it says when it is delivered. */
    told: async () => {
      const rows = await db.read.outboxItem.findMany({ orderBy: { key: "asc" } });
      return Promise.all(
        rows.map(async (row) => {
          const rendered = await renders[row.kind as keyof typeof renders](toNotice(row), NOON);
          const to = row.memberId ?? [row.conversationId, row.threadId].filter(Boolean).join(";");
          return { kind: row.kind, to, rendered };
        }),
      );
    },
  };
}
