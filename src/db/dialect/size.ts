/** How large the store is. */
import type { Db } from "../store.ts";

/** In bytes; on SQLite without what is not yet written back from its log. */
export async function storeBytes({ engine, read }: Pick<Db, "engine" | "read">): Promise<number> {
  const rows =
    engine === "sqlite"
      ? await read.$queryRaw<{ bytes: number | bigint }[]>`
          SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()`
      : await read.$queryRaw<
          { bytes: number | bigint }[]
        >`SELECT pg_database_size(current_database()) AS bytes`;
  return Number(rows[0]?.bytes ?? 0);
}
