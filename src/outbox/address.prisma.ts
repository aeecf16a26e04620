/** Where a message goes, as the store knows it at the moment of delivery. */
import type { Db } from "../db/store.ts";
import type { Address, Notice } from "./notice.ts";

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
async function inPlaceOf(db: Db, key: string): Promise<Address | "superseded"> {
  const earlier = await db.read.outboxItem.findUnique({ where: { key } });
  if (!earlier?.sentTo || !earlier.sentId) return "superseded";
  const row = await db.read.conversation.findFirst({ where: { id: earlier.sentTo, dead: false } });
  return row ? { ...addressIn(row), messageId: earlier.sentId } : "superseded";
}

/**
 * The personal chat of a member. Without one it is opened the way some channel of the same tenant is reached;
 * where the member has removed the bot, it is not forced upon him or her again.
 */
async function withMember(db: Db, id: string): Promise<Address | null> {
  const chats = await db.read.conversation.findMany({
    where: { memberId: id, kind: "personal" },
    orderBy: [{ dead: "asc" }, { id: "asc" }],
  });
  const [chat] = chats;
  if (chat) return chat.dead ? null : addressIn(chat);
  const member = await db.read.member.findUnique({ where: { id } });
  if (!member) return null;
  const { tenantId } = member;
  const where = { tenantId, kind: { not: "personal" as const }, dead: false };
  const orderBy = { id: "asc" as const };
  const nearby = (more: object) => db.read.conversation.findFirst({ where: { ...where, ...more }, orderBy });
  // The Forum's channel first: it is the one place that all of the Forum share.
  const way = (await nearby({ forum: { isNot: null } })) ?? (await nearby({}));
  if (!way) return null;
  return { openWith: member.teamsUserId, tenantId, serviceUrl: way.serviceUrl, botId: way.botId };
}

/** See OutboxRepository. */
export async function addressOf(db: Db, { to, replaces }: Notice): Promise<Address | "superseded" | null> {
  if (replaces !== undefined) return inPlaceOf(db, replaces);
  if ("member" in to) return withMember(db, to.member);
  const row = await db.read.conversation.findFirst({ where: { id: to.conversation, dead: false } });
  if (!row) return null;
  return { ...addressIn(row), ...(to.threadId === undefined ? {} : { threadId: to.threadId }) };
}
