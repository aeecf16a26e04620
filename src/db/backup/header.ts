/** The beginning of a backup file: what it is and where it comes from, readable without a key. Pure. */
import { z } from "zod";

const MAGIC = "forumsbote-backup 1\n";
/** A header is a few hundred bytes; more is not read. */
export const HEADER_LIMIT = 4096;

const header = z.object({
  /** Version of the program that made it. */
  program: z.string(),
  engine: z.enum(["sqlite", "postgresql"]),
  /** Name of the newest migration that it holds. */
  migration: z.string(),
  /** UTC, ISO 8601. */
  createdAt: z.string(),
  /** Base64; null where nothing is encrypted. */
  iv: z.string().nullable(),
  /** Tells a wrong key from a damaged file; says nothing about the key. */
  keyId: z.string().nullable(),
});
export type BackupHeader = z.output<typeof header>;

export const encodeHeader = (of: BackupHeader): Buffer => Buffer.from(`${MAGIC}${JSON.stringify(of)}\n`);

/** Reads a header and its length in bytes; null when `start` is not the beginning of a backup. */
export function decodeHeader(
  start: Buffer,
): { readonly header: BackupHeader; readonly length: number } | null {
  if (!start.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) return null;
  const end = start.indexOf("\n", MAGIC.length);
  if (end < 0) return null;
  try {
    const read = header.safeParse(JSON.parse(start.subarray(MAGIC.length, end).toString("utf8")));
    return read.success ? { header: read.data, length: end + 1 } : null;
  } catch {
    return null;
  }
}
