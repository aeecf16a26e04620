/** What recording asks of the store beside the records themselves. */
import { findApplied } from "../db/applied-action.prisma.ts";
import type { Db } from "../db/store.ts";
import type { ProductNames } from "./product-names.ts";

/** Only from records that all of the Forum may read: a name alone can tell too much. */
const productNames =
  (db: Db): ProductNames =>
  async (keys) => {
    const rows = await db.read.exchange.findMany({
      where: { productKey: { in: [...keys] }, deletedAt: null, visibility: "forum" },
      select: { productKey: true, product: true },
      distinct: ["productKey"],
      orderBy: [{ productKey: "asc" }, { recordedAt: "asc" }],
    });
    return new Map(rows.map(({ productKey, product }) => [productKey ?? "", product ?? ""]));
  };

export const recordingStore = (db: Db) => ({
  productNames: productNames(db),
  /** Whether messages can be sent there. */
  isInstalled: async (id: string): Promise<boolean> =>
    (await db.read.conversation.count({ where: { id, dead: false, deletedAt: null } })) > 0,
  /** The record that was moved with this form before; null if none was. */
  applied: (key: string, kind: string): Promise<string | null> => findApplied(db.read, key, kind),
});
