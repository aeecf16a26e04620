/** Where messages go, as the store knows it at the moment of delivery. */
import type { Db } from "../db/store.ts";
import type { Address, Notice } from "./notice.ts";
import type { Whereto } from "./repository.ts";

type Row = {
  readonly id: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly botId: string;
};

const addressIn = ({ id, tenantId, serviceUrl, botId }: Row): Address => ({
  conversationId: id,
  tenantId,
  serviceUrl,
  botId,
});

/** The place of an earlier message; it may never have arrived, or its conversation may be over. */
async function inPlaceOf(db: Db, key: string): Promise<Whereto> {
  const earlier = await db.read.outboxItem.findUnique({ where: { key } });
  if (!earlier?.sentTo || !earlier.sentId) return "superseded";
  const row = await db.read.conversation.findFirst({ where: { id: earlier.sentTo, dead: false } });
  return row ? { ...addressIn(row), messageId: earlier.sentId } : "superseded";
}

/** The way to somebody with whom there is no chat yet: as some channel of the same tenant is reached. */
async function wayToOpen(db: Db, id: string): Promise<Whereto> {
  const member = await db.read.member.findUnique({ where: { id } });
  // Who was entered from a list and has never written has no name in Teams yet.
  if (!member?.teamsUserId) return null;
  const { tenantId } = member;
  const where = { tenantId, kind: { not: "personal" as const }, dead: false };
  const orderBy = { id: "asc" as const };
  const nearby = (more: object) => db.read.conversation.findFirst({ where: { ...where, ...more }, orderBy });
  // The Forum's channel first: it is the one place that all of the Forum share.
  const way = (await nearby({ forum: { isNot: null } })) ?? (await nearby({}));
  if (!way) return null;
  return { openWith: member.teamsUserId, tenantId, serviceUrl: way.serviceUrl, botId: way.botId };
}

type Known = Row & { readonly memberId: string | null; readonly dead: boolean };

/**
 * The personal chat of a member. Without one it is opened; where the member has removed the bot, it is not forced
 * upon him or her again.
 */
async function toMember(db: Db, id: string, known: readonly Known[]): Promise<Whereto> {
  const chats = known.filter((one) => one.memberId === id);
  if (chats.length === 0) return wayToOpen(db, id);
  const living = chats.find(({ dead }) => !dead);
  return living ? addressIn(living) : null;
}

function toPlace({ threadId }: { readonly threadId?: string }, row: Known | undefined): Whereto {
  const thread = threadId === undefined ? {} : { threadId };
  return row && !row.dead ? { ...addressIn(row), ...thread } : null;
}

/** Those of these members who have left: nothing is sent to them, wherever they could still be reached. */
async function leftOf(db: Db, members: readonly string[]): Promise<ReadonlySet<string>> {
  if (members.length === 0) return new Set();
  const where = { id: { in: [...members] }, leftAt: { not: null } };
  return new Set((await db.read.member.findMany({ where, select: { id: true } })).map(({ id }) => id));
}

/** See OutboxRepository. All that can be is read at once. */
export async function addressesOf(db: Db, notices: readonly Notice[]): Promise<readonly Whereto[]> {
  const ids = notices.flatMap(({ to }) => ("conversation" in to ? [to.conversation] : []));
  const members = notices.flatMap(({ to }) => ("member" in to ? [to.member] : []));
  const known = await db.read.conversation.findMany({
    where: {
      OR: [{ id: { in: [...new Set(ids)] } }, { memberId: { in: [...new Set(members)] }, kind: "personal" }],
    },
    orderBy: { id: "asc" },
  });
  const byId = new Map(known.map((row) => [row.id, row]));
  const left = await leftOf(db, [
    ...new Set(known.flatMap(({ memberId }) => memberId ?? []).concat(members)),
  ]);
  const found: Whereto[] = [];
  for (const { to, replaces } of notices) {
    const whose = "member" in to ? to.member : byId.get(to.conversation)?.memberId;
    if (whose && left.has(whose)) found.push("superseded");
    else if (replaces !== undefined) found.push(await inPlaceOf(db, replaces));
    else if ("member" in to) found.push(await toMember(db, to.member, known));
    else found.push(toPlace(to, byId.get(to.conversation)));
  }
  return found;
}
