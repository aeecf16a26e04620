/** Copies of the project's prisma folder, for tests that change it; deleted after the test file. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function prismaCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), "forumsbote-prisma-"));
  folders.push(folder);
  cpSync("prisma", folder, { recursive: true });
  return folder;
}
