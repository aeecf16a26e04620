/**
 * Nothing about people gets into log, output or figures: everything a person can say, send and be called is a marker,
 * all paths are gone through, store, connector and model fail, and then what was written is searched for the markers.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Db } from "../../src/db/store.ts";
import { createLog } from "../../src/system/log.ts";
import { VERBS } from "../conversation/hostile-data.ts";
import { crawl, followNewest } from "../support/crawl.ts";
import { trouble } from "../support/fake-connector.ts";
import { startForumsbote, TENANT } from "../support/forumsbote.ts";
import { startModelStub } from "../support/model-stub.ts";
import { channel, groupChat } from "../support/places.ts";

/** Of every kind of thing that must not be written down. Told apart, so that a failure says what leaked. */
const MARK = {
  name: "MARKNAME Delegation",
  other: "MARKVERTRETUNG",
  user: "29:MARKUSER",
  place: "MARKORT",
  words: "MARKWORTE mark.mail@landkreis.example +49 7621 000",
  title: "MARKTITEL",
  choice: "MARKWAHL",
  token: "MARKTOKEN",
  file: "MARKDATEI",
  url: "MARKADRESSE",
  verb: "MARKVERB",
  key: "MARKSCHLUESSEL",
  fault: "MARKFEHLER",
} as const;
/** Entra ids have no room for words. */
const PERSON = "feedc0de-0000-4000-8000-00000000000";
const FOREIGN = "feedc0de-1111-4000-8000-000000000001";
const FOUND = /mark[a-z]|mark\.mail|feedc0de|49 7621|[0-9a-f]{64}/gi;

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const trap = { store: false };
const written: string[] = [];
const pressed = new Map<string, number>();
let metrics = "";
let bot: Bot;
let stub: Awaited<ReturnType<typeof startModelStub>>;

/** A store that fails with somebody's words in its error, as a database does that quotes the row it refuses. */
const failing = (db: Db): Db => ({
  ...db,
  write: (body) =>
    db.write(async (tx) => {
      const result = await body(tx);
      if (trap.store) throw faultWith("INSERT");
      return result;
    }),
});
const faultWith = (what: string): Error =>
  Object.assign(
    new TypeError(`${what} ${MARK.fault}\n    at ${MARK.fault} (${MARK.words})`, {
      cause: new Error(MARK.words),
    }),
    { code: "P2002", meta: { target: MARK.words } },
  );

let said = 0;
function words({ id }: { readonly id: string }): string {
  said += 1;
  if (/link|url/i.test(id)) return `https://${MARK.url}${said}.example/x`;
  return /tag|label|keyword/i.test(id) ? `${MARK.title}${said}` : `${MARK.title} ${said} ${MARK.words}`;
}

function settings() {
  const read = readConfig({
    MODEL_KIND: "compatible",
    MODEL_ENDPOINT: stub.url,
    MODEL_NAME: "klein",
    MODEL_API_KEY: MARK.key,
    MODEL_ALLOW_HTTP: "1",
    MODEL_QUESTIONS_ALLOWED: "1",
    MODEL_TIMEOUT_MS: "1000",
  });
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.config.model;
}

const person = (at: number) =>
  bot.people.person(`${MARK.name} ${at}`, { aadObjectId: `${PERSON}${at}`, userId: `${MARK.user}${at}` });

/** Everything that can be typed, with words behind it where words may stand. */
function commands(): string[] {
  const names = bot.built.routes.flatMap((one) => one.texts.map(({ name }) => name));
  const asked = ["meine daten", "koordination", "termine", "wahl", "Wie oft trifft sich das Forum?"];
  const first = [`festhalten Produkt: ${MARK.title} – ${MARK.words}`, `suche ${MARK.title}`];
  const free = [
    "thema",
    "frage",
    "gruppe",
    "wahl starten",
    "abstimmung",
    "termin planen",
    "ich bin",
    "suche",
  ];
  return [
    ...new Set([...first, ...names, ...asked, ...free.map((name) => `${name} ${MARK.title} ${MARK.words}`)]),
  ];
}

/** All that people do; nothing here may fail but what is made to. */
async function everything(): Promise<void> {
  const [anna, bert] = [person(1), person(2)];
  const kim = bot.coordinator();
  await anna.types("hilfe");
  await anna.introduces("Binzen");
  await bert.introduces("Kandern");
  const place = channel(`Forum ${MARK.place}`);
  await kim.in(place).executes("group.register", { actionId: "s1", use: "forum" });
  const time = { startsOn: "2026-05-20", startsAt: "09:00", minutes: "120", place: MARK.place, link: "" };
  await kim.executes("meeting.plan", { actionId: "s2", ...time });
  const roles = { officer: "trial-a3", scrutineers: "trial-a4,trial-a5" };
  const fixed = {
    way: "fixed",
    others: `${MARK.choice} A\n${MARK.choice} B`,
    closesOn: "2026-03-20",
    closesAt: "18:00",
  };
  await kim.executes("election.start", { actionId: "s3", ...fixed, ...roles });
  const known = (id: string) =>
    bot.people.person(`${MARK.name} ${id}`, {
      aadObjectId: `00000000-0000-0000-0000-0000000000${id}`,
      userId: `${MARK.user}${id}`,
    });
  const group = anna.in(groupChat(MARK.place));
  const walk = { words, pressed };
  const all = [anna, kim, kim.in(place), group, known("a2"), known("a3")];
  // First what leaves something to go on with, then what ends things.
  for (const one of all) {
    await crawl({ ...walk, person: one, avoids: ENDS }, commands());
    await bot.delivers();
  }
  for (const one of [...all, bert, known("a4")]) await followNewest({ ...walk, person: one, avoids: ENDS });
  for (const one of [anna, kim]) await crawl({ ...walk, person: one }, commands());
}

const ENDS =
  /delete|erase|leave|withdraw|cancel|remove|discard|\.end|archive|release|detach|close|invalid|abort/i;

const FIELDS = [
  "id",
  "actionId",
  "title",
  "text",
  "name",
  "choice",
  "token",
  "member",
  "reason",
  "meeting",
  "election",
];

/** Every button with data nobody's client would send, then what no button sends at all. */
async function misuse(): Promise<void> {
  const anna = person(1);
  const data = Object.fromEntries(FIELDS.map((field) => [field, `${MARK.words} ${field}`]));
  for (const verb of [...VERBS.filter((one) => one !== ""), MARK.verb]) await anna.executes(verb, data);
  await anna.searches(MARK.words, MARK.verb);
  await anna.acts({
    id: "1",
    html: `<p>${MARK.words}</p>`,
    author: { aadObjectId: `${PERSON}3`, name: MARK.other },
  });
  const info = "application/vnd.microsoft.teams.file.download.info";
  for (const url of [`http://127.0.0.1:1/${MARK.url}`, `https://${MARK.url}.example/x`]) {
    const attachments = [{ contentType: info, name: `${MARK.file}.docx`, content: { downloadUrl: url } }];
    await anna.posts(anna.activity({ text: "", attachments }));
  }
  await anna.posts(anna.activity({ type: "invoke", name: MARK.verb, value: { x: MARK.words } }));
  await anna.posts(anna.activity({ text: MARK.words.repeat(1_000) }));
  await anna.posts({ ...anna.activity({ text: MARK.words }), serviceUrl: `https://${MARK.url}.example` });
  await anna.posts({ [MARK.verb]: MARK.words });
  const stranger = bot.people.person(MARK.other, { tenantId: FOREIGN, aadObjectId: `${PERSON}9` });
  await stranger.types(MARK.words);
  await stranger.installs();
  const raw = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${bot.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${MARK.token}`, ...headers },
      body,
    });
  await raw(`{"text":"${MARK.words}`);
  await raw(JSON.stringify([MARK.words]));
  await raw(`"${MARK.words.repeat(20_000)}"`);
  await raw(MARK.words, { "content-type": "text/plain" });
  for (const path of [`/seiten/${"0123456789abcdef".repeat(4)}`, `/seiten/${MARK.token}`, `/${MARK.url}`])
    await fetch(`${bot.url}${path}?${MARK.words}`);
}

async function faults(): Promise<void> {
  // The others may have had everything about them erased.
  const anna = person(4);
  await anna.introduces("Binzen");
  await anna.types(`festhalten Produkt: ${MARK.title} – ${MARK.words}`);
  trap.store = true;
  await crawl({ person: anna, words, pressed: new Map() }, commands());
  await bot.coordinator().executes("meeting.plan", { actionId: MARK.words });
  trap.store = false;
  const { down, malformed, reset, removed, hang: _hang } = trouble;
  for (const what of [down, malformed, reset, removed]) {
    bot.connector.meets(what, 6);
    await anna.types(`festhalten Produkt: ${MARK.title} ${what.kind} – ${MARK.words}`);
    await bot.delivers();
  }
  bot.connector.recovers();
  const failures = [
    { kind: "sends", status: 500, body: MARK.words },
    { kind: "sends", status: 401, body: `{"error":{"message":"${MARK.key}"}}` },
    { kind: "says", content: MARK.words },
    { kind: "resets" },
  ] as const;
  for (const failure of failures) {
    stub.does(failure);
    bot.time.passes(60_000);
    await anna.types(`Wie oft treffen sich die Verwaltungsspitzen ${MARK.words}?`);
  }
}

beforeAll(async () => {
  const keep = (chunk: unknown): boolean => {
    written.push(`output: ${String(chunk)}`);
    return true;
  };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation(keep),
  );
  const said = (["log", "warn", "error", "info", "debug"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...all) => void keep(all.map(String).join(" "))),
  );
  try {
    stub = await startModelStub();
    bot = await startForumsbote({ model: settings(), around: failing });
    await everything();
    await misuse();
    await faults();
    metrics = await (await fetch(`${bot.url}/metrics`)).text();
  } finally {
    for (const spy of [...spies, ...said]) spy.mockRestore();
  }
  // What was told to the log, written as the program writes it.
  const log = createLog("debug", { write: (line) => void written.push(line) });
  for (const { level, event, fields, error } of bot.logged) {
    if (level === "fault") log.fault(event, error, fields);
    else log[level](event, fields);
  }
}, 300_000);
afterAll(async () => {
  await bot.close();
  await stub.close();
});

const leaks = (text: string): string[] => [...new Set(text.match(FOUND) ?? [])];

describe("what is gone through", () => {
  it("is nearly all there is, faults included", () => {
    const verbs = new Set(bot.built.routes.flatMap((one) => one.actions.map(({ verb }) => verb)));
    const reached = [...verbs].filter((verb) => pressed.has(verb));
    expect(reached.length / verbs.size).toBeGreaterThan(0.5);
    const events = new Set(bot.logged.map(({ event }) => event));
    expect([...events]).toEqual(
      expect.arrayContaining([
        "turn.fault",
        "teams.tenant.refused",
        "teams.serviceHost.refused",
        "teams.reply.unsent",
      ]),
    );
    expect(bot.logged.filter(({ event }) => event === "turn.fault").length).toBeGreaterThan(20);
  });

  it("has left its markers in the store, so that there was something to leak", async () => {
    const { member, exchange } = bot.db.read;
    expect(await member.count({ where: { aadObjectId: { startsWith: "feedc0de" }, tenantId: TENANT } })).toBe(
      2,
    );
    expect(await exchange.count({ where: { title: { contains: MARK.title } } })).toBeGreaterThan(0);
  });
});

describe("nothing about people is", () => {
  it("in the log, though the errors it was told of are full of it", () => {
    const told = bot.logged.filter(
      ({ error }) => error instanceof Error && leaks(`${error.stack} ${error.message}`).length > 0,
    );
    expect(told.length).toBeGreaterThan(20);
    expect(written.filter((line) => line.startsWith("{") && line.includes('"at":'))).not.toEqual([]);
  });

  it("in the log", () => {
    const lines = written.filter((line) => line.startsWith("{"));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => leaks(line).length > 0).slice(0, 5)).toEqual([]);
  });

  it("on standard output or standard error, past the log", () => {
    expect(written.filter((line) => line.startsWith("output: ") && leaks(line).length > 0)).toEqual([]);
  });

  it("in the figures", () => {
    expect(metrics).toContain("forumsbote_turns_total");
    expect(leaks(metrics)).toEqual([]);
  });

  it("overlooked: the search finds every kind of marker", () => {
    for (const mark of [...Object.values(MARK), `${PERSON}1`, FOREIGN, "ab".repeat(32)])
      expect(leaks(mark)).not.toEqual([]);
  });
});
