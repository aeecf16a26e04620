/** Starts anew in a database that is there: making one for every test takes longer than the tests. */
import type { Db } from "../../../src/db/store.ts";

export const empty = (db: Db): Promise<void> =>
  db.write(async (tx) => {
    await tx.rulesDocument.deleteMany();
    await tx.appliedAction.deleteMany();
  });
