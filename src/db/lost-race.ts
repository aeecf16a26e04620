/** Recognises a lost race: somebody else has just stored what must be there only once. */

type Constraint = { readonly index?: string; readonly fields?: readonly string[] };
type Cause = { readonly originalCode?: string; readonly table?: string; readonly constraint?: Constraint };

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/**
 * The unique key that a write has broken, by the name it has on PostgreSQL (`WorkingGroup_nameKey_key`,
 * `AppliedAction_pkey`), on both engines; null for any other error, which stays a fault. SQLite reports
 * the columns instead of the name. On PostgreSQL the transaction is lost with it: begin a new one.
 */
export function uniqueConflict(error: unknown): string | null {
  if (field(error, "code") !== "P2002") return null;
  const cause = field(field(field(error, "meta"), "driverAdapterError"), "cause") as Cause | undefined;
  const { index, fields } = cause?.constraint ?? {};
  if (index) return index;
  if (!cause?.table || !fields) return null;
  if (cause.originalCode === "SQLITE_CONSTRAINT_PRIMARYKEY") return `${cause.table}_pkey`;
  return `${cause.table}_${fields.join("_")}_key`;
}

/**
 * Whether a transaction has failed only because another one came first: a unique key was taken, or the
 * server ended it to resolve a deadlock. Nothing of it was stored; run again, it sees what is there.
 */
export const isLostRace = (error: unknown): boolean =>
  uniqueConflict(error) !== null || field(error, "code") === "P2034";
