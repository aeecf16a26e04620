import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answersIn } from "../../scripts/strace/trace.mjs";

const WAL = "21</srv/data/bench.db-wal>";
const request = `7  read(19<socket:[1]>, "POST /api/messages HTTP/1.1\\r\\nHost"..., 65536) = 3000`;
const wrote = `7  pwrite64(${WAL}, "7\\177\\6\\202"..., 4096, 32) = 4096`;
const synced = `7  fdatasync(${WAL}) = 0`;
const answer = `7  write(19<socket:[1]>, "HTTP/1.1 200 OK\\r\\nserver: r"..., 900) = 900`;

describe("the trace of a cast", () => {
  const judged = (...lines: string[]) => answersIn(lines.join("\n"));

  test("written and synced before the answer", () => {
    expect(judged(request, wrote, wrote, synced, answer)).toEqual([{ wrote: true, synced: true, syncs: 1 }]);
  });

  test.each<[string, string[]]>([
    ["no sync at all", [request, wrote, answer, synced]],
    ["a sync of something else", [request, wrote, "7  fsync(9</srv/data/other>) = 0", answer]],
    ["a sync that failed", [request, wrote, `7  fdatasync(${WAL}) = -1 EIO (Input/output error)`, answer]],
    ["a sync before the last write", [request, wrote, synced, wrote, answer]],
    ["a sync that belongs to the request before", [wrote, synced, request, wrote, answer]],
  ])("%s is noticed", (_, lines) => {
    expect(judged(...lines).at(-1)).toMatchObject({ wrote: true, synced: false });
  });

  test("an answer that wrote nothing proves nothing", () => {
    expect(judged(request, answer)).toEqual([{ wrote: false, synced: false, syncs: 0 }]);
  });

  test("a call that another thread interrupts in the log counts when it has ended", () => {
    const begun = `7  fdatasync(${WAL} <unfinished ...>`;
    const other = `8  read(5<pipe:[2]>, "x", 1) = 1`;
    const ended = "7  <... fdatasync resumed>) = 0";
    expect(judged(request, wrote, begun, other, ended, answer)).toMatchObject([{ synced: true }]);
    expect(judged(request, wrote, begun, other, answer, ended)).toMatchObject([{ synced: false }]);
  });
});

test("without strace the command says in one sentence what to install", async () => {
  const main = join(import.meta.dirname, "..", "..", "scripts", "strace", "main.mjs");
  const ended = await new Promise<readonly unknown[]>((resolve) => {
    execFile(process.execPath, [main], { env: { PATH: "/nowhere" } }, (error, out, err) =>
      resolve([error?.code, out, err]),
    );
  });
  expect(ended).toEqual([1, "", expect.stringMatching(/^Dafür fehlt strace\. .*apt-get install strace\n$/)]);
});
