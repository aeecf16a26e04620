/** What the trial with generated activities has found once, through the door of a living Forum: none of it again. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFileHost } from "../support/file-host.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import {
  type CaseRequest,
  type Names,
  namesIn,
  readCase,
  type Step,
  writtenCase,
} from "../support/fuzz/case.ts";
import { castOf } from "../support/fuzz/cast.ts";
import { isRefusal, judged, leaksIn } from "../support/fuzz/judge.ts";
import { MUST_HAVE, makeForum } from "../support/fuzz/living-forum.ts";
import { openRowJournal, type RowJournal, unduly } from "../support/fuzz/row-journal.ts";

const FOLDER = join(import.meta.dirname, "fuzz-cases");
const cases = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));

let bot: Awaited<ReturnType<typeof startForumsbote>>;
let files: Awaited<ReturnType<typeof startFileHost>>;
let journal: RowJournal;
let names: Names;

/** Lets the time pass, and all jobs run that run by the clock. */
async function passes(ms: number): Promise<void> {
  bot.time.passes(ms);
  for (const job of Object.values(bot.built.jobs)) {
    await job.run(bot.time.clock());
    await ("over" in job ? job.over?.() : undefined);
  }
  await bot.delivers();
}

beforeAll(async () => {
  files = await startFileHost();
  bot = await startForumsbote();
  journal = await openRowJournal(bot.databaseUrl.slice("file:".length));
  const { people, time } = bot;
  const keeps = (name: string, content: string) => files.keeps(`/${name}`, content);
  const failed = await makeForum({ people, now: time.clock, passes, keeps }, castOf(people));
  expect(failed).toEqual([]);
  names = await namesIn(journal.rows, bot.connector.url, files.url(""));
}, 120_000);
afterAll(async () => {
  await journal.close();
  await bot.close();
  await files.close();
});

async function post({ activity, body, headers }: CaseRequest): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${bot.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: body ?? JSON.stringify(activity),
  });
  const raw = await response.text();
  return { status: response.status, body: raw === "" ? undefined : JSON.parse(raw) };
}

/** Everything wrong with what came of a step. */
async function wrongAfter(step: Step): Promise<readonly unknown[]> {
  if ("passes" in step) {
    await passes(step.passes);
    return [];
  }
  await journal.since();
  const calls = bot.connector.calls.length;
  const logged = bot.logged.length;
  const answers = await Promise.all(step.requests.map(post));
  const refused = answers.every(({ status, body }) => status >= 400 || isRefusal(body));
  const rows = await journal.since();
  return [
    ...answers.flatMap(({ status, body }) => judged(status, body)),
    ...bot.connector.calls.slice(calls).flatMap(({ body }) => leaksIn(body)),
    ...bot.logged.slice(logged).filter(({ level }) => level === "fault"),
    ...(refused ? unduly(rows) : []),
  ];
}

describe("a living Forum", () => {
  it("has everything that can be asked for", async () => {
    for (const table of MUST_HAVE)
      expect([table, (await journal.rows(`SELECT 1 FROM "${table}" LIMIT 1`)).length]).toEqual([table, 1]);
  });

  it.each(cases)(
    "answers or refuses without a fault, and writes nothing where it refuses: %s",
    async (file) => {
      const { steps } = readCase(readFileSync(join(FOLDER, file), "utf8"), names);
      for (const step of steps) expect(await wrongAfter(step)).toEqual([]);
    },
  );
});

describe("the judge", () => {
  it.each([
    ["a fault of the server", 500, undefined],
    ["a place in the code", 200, { text: "at run (/x/src/app.ts:3:1)" }],
    ["a sentence of a library", 200, { value: { body: [{ text: "Invalid input: expected string" }] } }],
    ["what is no number", 200, { text: "NaN Proben sind unterwegs." }],
    ["a refusal in another language", 200, { statusCode: 400, value: { message: "Bad request." } }],
    ["a refusal without words", 200, { statusCode: 400, value: {} }],
    ["a status alone with words", 400, { error: "x", message: "no activity" }],
  ])("finds %s", (_, status, body) => expect(judged(status, body)).not.toEqual([]));

  it.each([
    ["a German refusal", 200, { statusCode: 400, value: { message: "Das kann nur die Koordination." } }],
    ["a bare status", 400, undefined],
    ["what only the bot reads", 200, { data: { text: "undefined" }, text: "Guten Tag." }],
  ])("lets pass %s", (_, status, body) => expect(judged(status, body)).toEqual([]));
});

describe("the journal of rows", () => {
  it("notes an insert, a change and its column, a deletion, and no change that changes nothing", async () => {
    await journal.since();
    await journal.rows(`INSERT INTO "BlockedDay" VALUES ('2026-01-01', 'x', '2026-01-01')`);
    await journal.rows(`UPDATE "BlockedDay" SET "why" = 'x' WHERE "day" = '2026-01-01'`);
    await journal.rows(`UPDATE "BlockedDay" SET "why" = 'y' WHERE "day" = '2026-01-01'`);
    await journal.rows(`DELETE FROM "BlockedDay" WHERE "day" = '2026-01-01'`);
    const rows = await journal.since();
    expect(rows.map(({ table, act }) => `${act} ${table}`)).toEqual([
      "insert BlockedDay",
      "update BlockedDay",
      "delete BlockedDay",
    ]);
    expect(rows[1]?.row).toMatch(/^why: /);
    expect(unduly(rows)).toHaveLength(3);
    expect(await journal.since()).toEqual([]);
  });
});

describe("a case", () => {
  it("names rows and addresses, so that it fits another Forum", () => {
    const names = [
      ["http://127.0.0.1:4711/", "«connector»"],
      ["00000007-aaaa", "«Meeting 1»"],
    ] as const;
    const activity = { serviceUrl: "http://127.0.0.1:4711/", value: { meeting: "00000007-aaaa" } };
    const text = writtenCase({ title: "x", steps: [{ requests: [{ activity }] }] }, names);
    expect(text).not.toMatch(/4711|00000007/);
    const other = [
      ["http://127.0.0.1:1/", "«connector»"],
      ["0000000b-aaaa", "«Meeting 1»"],
    ] as const;
    expect(readCase(text, other).steps).toEqual([
      {
        requests: [{ activity: { serviceUrl: "http://127.0.0.1:1/", value: { meeting: "0000000b-aaaa" } } }],
      },
    ]);
  });
});
