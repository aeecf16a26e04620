/**
 * The file of a backup: header, then the packed content, encrypted where there is a key (AES-256-GCM, its tag
 * follows), then the SHA-256 of everything before. Written and read as a stream: nothing plain is put on disk here.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { type FileHandle, link, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { BackupFault } from "./faults.ts";
import { type BackupHeader, decodeHeader, encodeHeader, HEADER_LIMIT } from "./header.ts";
import { keyIdOf } from "./key.ts";
import { backupFault } from "./texts.ts";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SUM_BYTES = 32;

type Chunks = AsyncIterable<Buffer>;

async function* framed(head: Buffer, body: Chunks, key: Buffer | null, iv: Buffer): AsyncGenerator<Buffer> {
  const sum = createHash("sha256");
  const summed = (chunk: Buffer): Buffer => {
    sum.update(chunk);
    return chunk;
  };
  const cipher = key && createCipheriv(CIPHER, key, iv).setAAD(head);
  yield summed(head);
  for await (const chunk of body) yield summed(cipher ? cipher.update(chunk) : chunk);
  if (cipher) {
    yield summed(cipher.final());
    yield summed(cipher.getAuthTag());
  }
  yield sum.digest();
}

/** On disk for good, file and folder. */
export async function syncFile(path: string): Promise<void> {
  for (const one of [path, dirname(path)]) {
    const handle = await open(one, "r");
    await handle.sync().finally(() => handle.close());
  }
}

/**
 * Writes a backup, whole or not at all; only the user of this process may read it.
 * @throws BackupFault when `path` exists or cannot be written; what `content` throws
 */
export async function writeBackup(
  path: string,
  facts: Omit<BackupHeader, "iv" | "keyId">,
  key: Buffer | null,
  content: Chunks,
): Promise<void> {
  const iv = randomBytes(IV_BYTES);
  const head = encodeHeader({
    ...facts,
    iv: key && iv.toString("base64"),
    keyId: key && keyIdOf(key),
  });
  const part = `${path}.part`;
  try {
    await rm(part, { force: true });
    await pipeline(
      content,
      createGzip(),
      (packed: Chunks) => framed(head, packed, key, iv),
      createWriteStream(part, { flags: "wx", mode: 0o600 }),
    );
    await syncFile(part);
    // Fails where the file exists; a rename would replace it.
    await link(part, path);
    await syncFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new BackupFault(backupFault.exists(path));
    if (["ENOENT", "EACCES", "EROFS", "ENOSPC", "ENOTDIR", "EPERM"].includes(code ?? ""))
      throw new BackupFault(backupFault.notWritable(path), { cause: error });
    throw error;
  } finally {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

/** A backup that was looked at: its header, and where its content lies in the file. */
export type OpenBackup = {
  readonly path: string;
  readonly header: BackupHeader;
  readonly head: Buffer;
  /** Bytes of the content: from the first to the first that is none of it. */
  readonly from: number;
  readonly until: number;
  readonly tag: Buffer;
  readonly sum: Buffer;
};

async function bytes(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

/** Reads the header. @throws BackupFault when there is no such file or it is no backup */
export async function openBackup(path: string): Promise<OpenBackup> {
  const file = await open(path, "r").catch(() => {
    throw new BackupFault(backupFault.notReadable(path));
  });
  try {
    const { size } = await file.stat();
    const start = await bytes(file, 0, HEADER_LIMIT);
    const read = decodeHeader(start);
    if (!read) throw new BackupFault(backupFault.notBackup(path));
    const tagBytes = read.header.iv === null ? 0 : TAG_BYTES;
    const until = size - SUM_BYTES - tagBytes;
    if (until < read.length) throw new BackupFault(backupFault.damaged(path));
    const tail = await bytes(file, until, tagBytes + SUM_BYTES);
    return {
      ...{ path, header: read.header, head: start.subarray(0, read.length), from: read.length, until },
      ...{ tag: tail.subarray(0, tagBytes), sum: tail.subarray(tagBytes) },
    };
  } finally {
    await file.close();
  }
}

const decipherOf = ({ header, head, tag }: OpenBackup, key: Buffer) =>
  createDecipheriv(CIPHER, key, Buffer.from(header.iv ?? "", "base64"))
    .setAAD(head)
    .setAuthTag(tag);

/** What was packed, as a stream; only for a backup that `checkBackup` has found whole. */
export function contentOf(backup: OpenBackup, key: Buffer | null): Readable {
  const { path, header, from, until } = backup;
  const file = createReadStream(path, { start: from, end: until - 1 });
  const unpacked = createGunzip();
  const steps = header.iv !== null && key ? [file, decipherOf(backup, key), unpacked] : [file, unpacked];
  // What goes wrong ends the last stream, and with that whoever reads it.
  pipeline(steps).catch((error: Error) => unpacked.destroy(error));
  return unpacked;
}

/** Reads all of it. @throws BackupFault when it is damaged, or the key is missing or another one */
export async function checkBackup(backup: OpenBackup, key: Buffer | null): Promise<void> {
  const { path, header, until, tag, sum } = backup;
  const found = createHash("sha256");
  const all = createReadStream(path, { start: 0, end: until + tag.length - 1 });
  for await (const chunk of all) found.update(chunk as Buffer);
  if (!found.digest().equals(sum)) throw new BackupFault(backupFault.damaged(path));
  if (header.iv !== null) {
    if (!key) throw new BackupFault(backupFault.keyMissing);
    if (keyIdOf(key) !== header.keyId) throw new BackupFault(backupFault.wrongKey);
  }
  try {
    for await (const _ of contentOf(backup, key));
  } catch (error) {
    throw new BackupFault(backupFault.damaged(path), { cause: error });
  }
}
