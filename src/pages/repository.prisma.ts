/** The table of links. */
import type { Db } from "../db/store.ts";
import type { PageRepository, Which } from "./repository.ts";

const whereOf = (which: Which) =>
  "kinds" in which
    ? {
        kind: { in: [...which.kinds] },
        subject: which.subject,
        ...(which.memberId === undefined ? {} : { memberId: which.memberId }),
      }
    : { memberId: which.memberId };

export function pageRepository(db: Db): PageRepository {
  return {
    add: async (tx, links) => {
      await tx.pageLink.createMany({
        data: links.map((link) => ({
          ...link,
          createdAt: new Date(link.createdAt),
          expiresAt: new Date(link.expiresAt),
        })),
      });
    },
    find: async (secretHash) => {
      const row = await db.read.pageLink.findUnique({ where: { secretHash } });
      if (!row) return null;
      const { kind, subject, memberId, expiresAt, revokedAt } = row;
      return {
        kind,
        subject,
        memberId,
        expiresAt: expiresAt.getTime(),
        revokedAt: revokedAt?.getTime() ?? null,
      };
    },
    openSince: async (which, now) => {
      const where = { ...whereOf(which), revokedAt: null, expiresAt: { gt: new Date(now) } };
      const newest = { where, orderBy: { createdAt: "desc" }, select: { createdAt: true } } as const;
      return (await db.read.pageLink.findFirst(newest))?.createdAt.getTime() ?? null;
    },
    revoke: async (tx, which, now) => {
      const where = { ...whereOf(which), revokedAt: null };
      return (await tx.pageLink.updateMany({ where, data: { revokedAt: new Date(now) } })).count;
    },
    prune: (before) =>
      db.write(async (tx) => {
        const ended = { lt: new Date(before) };
        const where = { OR: [{ expiresAt: ended }, { revokedAt: ended }] };
        return (await tx.pageLink.deleteMany({ where })).count;
      }),
  };
}
