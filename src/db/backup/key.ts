/** The key of encrypted backups: 32 bytes in a file of its own. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { BackupFault } from "./faults.ts";
import { backupFault } from "./texts.ts";

const BYTES = 32;

/** Base64 or hexadecimal, as `openssl rand` writes it; null for anything else. */
export function keyIn(text: string): Buffer | null {
  const written = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(written) ? Buffer.from(written, "hex") : Buffer.from(written, "base64");
  const whole = /^[0-9a-f]{64}$|^[A-Za-z0-9+/]{43}=$/i.test(written);
  return whole && key.length === BYTES ? key : null;
}

/** Names a key without telling anything of it. */
export const keyIdOf = (key: Buffer): string =>
  createHash("sha256").update("forumsbote backup key\n").update(key).digest("hex").slice(0, 16);

const isIn = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
};

/**
 * Reads the key. `apartFrom` are files (backup, database) in whose folders it must not lie.
 * @throws BackupFault when it is not there, is no key, or lies beside them
 */
export function readKey(file: string, apartFrom: readonly string[]): Buffer {
  const path = resolve(file);
  if (apartFrom.some((other) => isIn(path, dirname(resolve(other)))))
    throw new BackupFault(backupFault.keyBeside(file));
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new BackupFault(backupFault.noKeyFile(file));
  }
  const key = keyIn(text);
  if (!key) throw new BackupFault(backupFault.badKey(file));
  return key;
}
