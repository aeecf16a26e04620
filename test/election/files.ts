/** What somebody sees who gets hold of the files of a SQLite store: tables, log, pages, bytes. */
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

type Rows = readonly (readonly unknown[])[];

async function query(file: string, statements: readonly string[]): Promise<readonly Rows[]> {
  const connection = await new PrismaBetterSqlite3({ url: file, readonly: true }).connect();
  try {
    const found: Rows[] = [];
    for (const sql of statements)
      found.push((await connection.queryRaw({ sql, args: [], argTypes: [] })).rows);
    return found;
  } finally {
    await connection.dispose();
  }
}

/** Every row of every table as text, by table. */
export async function dump(file: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const [tables = []] = await query(file, [
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
  ]);
  const names = tables.map(([name]) => String(name));
  const rows = await query(
    file,
    names.map((name) => `SELECT * FROM "${name}"`),
  );
  return new Map(names.map((name, at) => [name, (rows[at] ?? []).map((row) => JSON.stringify(row))]));
}

export type Copy = { readonly main: Buffer; readonly wal: Buffer };

/** Both files as they lie on the disk at this moment. */
export function copyOf(url: string): Copy {
  const file = url.replace(/^file:/, "");
  const aside = join(tmpdir(), `copy-${process.pid}.db`);
  copyFileSync(file, aside);
  const main = readFileSync(aside);
  rmSync(aside);
  const exists = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return { main, wal: exists ? readFileSync(`${file}-wal`) : Buffer.alloc(0) };
}

export type Frame = { readonly page: number; readonly content: Buffer };

const WAL_HEADER = 32;
const FRAME_HEADER = 24;

/** The frames of the log, one list for each committed transaction (SQLite file format, section 4). */
export function commitsOf({ wal }: Copy): readonly (readonly Frame[])[] {
  if (wal.length < WAL_HEADER) return [];
  const pageSize = wal.readUInt32BE(8);
  const salts = wal.subarray(16, 24);
  const commits: Frame[][] = [];
  let open: Frame[] = [];
  for (let at = WAL_HEADER; at + FRAME_HEADER + pageSize <= wal.length; at += FRAME_HEADER + pageSize) {
    // What is older than the last restart of the log has other salts.
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break;
    const content = wal.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize);
    open.push({ page: wal.readUInt32BE(at), content });
    if (wal.readUInt32BE(at + 4) === 0) continue;
    commits.push(open);
    open = [];
  }
  return commits;
}

/** The database as it was after some transactions. */
export function applied(image: Buffer, frames: readonly Frame[]): Buffer {
  const size = frames[0]?.content.length ?? 4096;
  const pages = Math.max(image.length / size, ...frames.map((frame) => frame.page));
  const next = Buffer.alloc(pages * size);
  image.copy(next);
  for (const { page, content } of frames) content.copy(next, (page - 1) * size);
  return next;
}

export type RegisterRow = { readonly party: string; readonly voted: boolean; readonly tag: string | null };
export type Contents = { readonly register: readonly RegisterRow[]; readonly slots: readonly string[] };

/** Register and box of an election in an image, in the order in which the rows lie in their tables. */
export async function contentsOf(image: Buffer, electionId: string): Promise<Contents> {
  const file = join(tmpdir(), `image-${process.pid}.db`);
  const plain = Buffer.from(image);
  // Says that there is no log: the image already holds it.
  plain[18] = 1;
  plain[19] = 1;
  writeFileSync(file, plain);
  try {
    const [register = [], box = []] = await query(file, [
      `SELECT party, voted, tag FROM RegisterEntry WHERE electionId = '${electionId}' ORDER BY rowid`,
      `SELECT slot FROM Ballot WHERE electionId = '${electionId}'`,
    ]);
    return {
      register: register.map(([party, voted, tag]) => ({
        party: String(party),
        voted: Number(voted) === 1 || voted === true,
        tag: tag === null ? null : String(tag),
      })),
      slots: box.map(([slot]) => String(slot)),
    };
  } finally {
    rmSync(file);
  }
}

/** Every place at which the text stands in the bytes, wherever that is. */
export function placesOf(bytes: Buffer, text: string | Buffer): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) found.push(at);
  return found;
}
