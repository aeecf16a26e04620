/** The table of what people have switched off. */
import type { Db } from "../../db/store.ts";
import type { OptOutRepository } from "./repository.ts";
import { TOPICS } from "./topics.ts";

export function optOutRepository(db: Db): OptOutRepository {
  return {
    off: async (memberId, tx) => {
      const rows = await (tx ?? db.read).optOut.findMany({ where: { memberId }, select: { topic: true } });
      const off = new Set(rows.map(({ topic }) => topic));
      return TOPICS.filter((topic) => off.has(topic));
    },
    switchOff: async (tx, memberId, topics, now) => {
      await tx.optOut.deleteMany({ where: { memberId, topic: { notIn: [...topics] } } });
      for (const topic of topics) {
        const key = { memberId, topic };
        const create = { ...key, since: new Date(now) };
        await tx.optOut.upsert({ where: { memberId_topic: key }, create, update: {} });
      }
    },
  };
}
