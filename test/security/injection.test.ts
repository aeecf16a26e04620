/**
 * Whatever people write or are called stays words: everything is gone through with words that would like to be markup,
 * mentions, pictures, formulas or lines of a calendar, and every card, message, page and file that comes of it is read.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { minutesPage } from "../../src/election/minutes/minutes.page.ts";
import { viewOf } from "../../src/election/minutes/minutes.view.ts";
import { publicPages } from "../../src/pages/texts.ts";
import { parseCsv } from "../../src/system/csv.ts";
import { NOW, source } from "../election/minutes-source.ts";
import { crawl, followNewest } from "../support/crawl.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, groupChat } from "../support/places.ts";
import { drawn, markdownOf } from "../support/shown.ts";

const EVIL = "boese.example";
/** Short enough for every input that has a limit of its own. */
const LINE = `=M() [MARKLINK](https://${EVIL})**MARKFETT**<at>MARKAT</at><b>MARKB</b>`;
const LINES = `${LINE}\nATTENDEE:mailto:m@${EVIL}\n# MARKKOPF\n![MARKBILD](https://${EVIL}/x.png)\n<script>MARKSKRIPT</script>`;

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
let bot: Bot;
const cards: object[] = [];
const pressed = new Map<string, number>();
const pages: { readonly type: string; readonly body: string }[] = [];

let number = 0;
function words({ id, node }: { readonly id: string; readonly node: object }): string {
  number += 1;
  if (/link|url/i.test(id)) return `https://gut.example/${number}`;
  if (/tag|label|keyword/i.test(id)) return `=**MARKTAG**<b>${number}`;
  return "isMultiline" in node ? `${LINES}\n${number}` : `${LINE}${number}`;
}

const ENDS = /delete|erase|leave|withdraw|cancel|remove|discard|\.end|archive|release|detach|close|revoke/i;

async function everything(): Promise<void> {
  const person = (at: number) => bot.people.person(`${LINE} ${at}`);
  const [anna, bert] = [person(1), person(2)];
  const kim = bot.coordinator();
  await anna.introduces("Binzen");
  await bert.introduces("Kandern");
  const place = channel("Forum");
  await kim.in(place).executes("group.register", { actionId: "s1", use: "forum" });
  const group = kim.in(groupChat("AG"));
  const of = { name: LINE, topic: LINE, purpose: LINES, contact: LINE };
  await group.executes("group.register", { actionId: "s2", use: "new", groupId: "", ...of });
  const time = { startsOn: "2026-05-20", startsAt: "09:00", minutes: "120", place: LINE, link: "" };
  await kim.executes("meeting.plan", { actionId: "s3", ...time });
  const roles = { officer: "trial-a3", scrutineers: "trial-a4,trial-a5" };
  const fixed = { way: "fixed", others: `${LINE} A\n${LINE} B`, closesOn: "2026-03-20", closesAt: "18:00" };
  await kim.executes("election.start", { actionId: "s4", ...fixed, ...roles });
  const holder = bot.people.person(LINE, { aadObjectId: "00000000-0000-0000-0000-0000000000a3" });
  const names = bot.built.routes.flatMap((one) => one.texts.map(({ name }) => name));
  const commands = [
    ...[`festhalten Produkt: ${LINE} – ${LINES}`, `thema ${LINE}`, `suche MARKLINK ${LINE}`],
    ...[...names, "termine", "wahl", "koordination", "export"],
  ];
  const shown = (card: object): void => void cards.push(card);
  const walk = { words, pressed, shown, avoids: ENDS };
  const all = [anna, kim, kim.in(place), group, holder];
  for (const one of all) {
    await crawl({ ...walk, person: one }, commands);
    await bot.delivers();
  }
  for (const one of [...all, bert]) await followNewest({ ...walk, person: one });
  await anna.searches("MARKLINK");
}

/** Pages and files behind all links that were given out. */
async function open(): Promise<void> {
  const said = JSON.stringify([bot.connector.calls.map(({ body }) => body), cards]);
  for (const path of new Set(said.match(/\/seiten\/[0-9a-f]{64}/g) ?? [])) {
    const answer = await fetch(`${bot.url}${path}`);
    if (answer.status === 429) bot.time.passes(60_000);
    if (answer.status === 200)
      pages.push({ type: answer.headers.get("content-type") ?? "", body: await answer.text() });
  }
}

/** Pages that no walk leads to: for everybody, of an election that is over, and the one that recounts. */
function further(): string[] {
  const links = { json: "/seiten/1", text: "/seiten/3", recount: "/seiten/2" };
  const names = { now: NOW, version: "1.2.3", organisationName: () => LINE };
  const recounting = readFileSync(join(import.meta.dirname, "../../scripts/recount/page.html"), "utf8");
  return [minutesPage(viewOf(source({ forum: LINE }), names), links, false), recounting];
}

beforeAll(async () => {
  bot = await startForumsbote();
  await everything();
  await open();
  for (const path of Object.keys(publicPages)) {
    const answer = await fetch(`${bot.url}${path}`);
    expect(answer.status, path).toBe(200);
    pages.push({ type: answer.headers.get("content-type") ?? "", body: await answer.text() });
  }
  pages.push(...further().map((body) => ({ type: "text/html", body })));
}, 300_000);
afterAll(async () => {
  await bot.close().catch((error: Error) => {
    // Two inputs of the same name are nobody's markup; the test of the cards looks after them.
    if (!error.message.startsWith("cards that not everybody can use")) throw error;
  });
});

/** What of a text is more than words when a client draws its Markdown. */
function markup(text: string): string[] {
  const html = drawn(text);
  const evil = [
    new RegExp(`<a [^>]*${EVIL.replace(".", "\\.")}`),
    /<img|<script|<b>/,
    /<(?:strong|em)>MARK[A-Z]+<\/(?:strong|em)>/,
    /<h\d>[^<]*MARK/,
  ];
  return [...(evil.some((one) => one.test(html)) ? [html] : []), ...(/<\/?at>/.test(text) ? [text] : [])];
}

const of = (type: string) => pages.filter((one) => one.type.startsWith(type)).map(({ body }) => body);

describe("cards and messages", () => {
  it("have been made of the words in many places", () => {
    expect(pressed.size).toBeGreaterThan(60);
    const texts = new Set(cards.flatMap(markdownOf).filter((text) => text.includes("MARKLINK")));
    expect(texts.size).toBeGreaterThan(20);
  });

  it("hold no link, picture, mention, heading or other markup that people have written", () => {
    const sent = bot.connector.calls.flatMap(({ body }) => {
      const { text, attachments = [] } = (body ?? {}) as unknown as {
        text?: string;
        attachments?: { content: object }[];
      };
      return [text ?? "", ...attachments.flatMap(({ content }) => markdownOf(content))];
    });
    const all = new Set([...sent, ...cards.flatMap(markdownOf)]);
    expect([...all].flatMap(markup).slice(0, 5)).toEqual([]);
    expect(JSON.stringify(bot.connector.calls.map(({ body }) => body))).not.toMatch(/"type":"mention"/);
  });

  it("would be found out: each of the words is markup where nothing escapes it", () => {
    const single = ["[x](https://boese.example)", "**MARKFETT**", "<at>x</at>", "<b>x</b>", "# MARKKOPF"];
    for (const one of [...single, "![x](https://boese.example/x.png)", "<script>x</script>"])
      expect(markup(one)).not.toEqual([]);
  });

  it("load nothing and lead nowhere by a button or picture that people have written", () => {
    const made = JSON.stringify(cards);
    const targets = [...made.matchAll(/"(?:url|iconUrl|backgroundImage)":"([^"]*)"/g)].map(
      ([, url]) => url ?? "",
    );
    expect(targets.filter((url) => url.includes(EVIL))).toEqual([]);
  });
});

describe("pages", () => {
  it("show what people have written as text", () => {
    const html = of("text/html");
    expect(html.filter((body) => body.includes("MARKLINK")).length).toBeGreaterThan(1);
    for (const body of html) {
      expect(body).not.toMatch(/<b>|<at>|<img|<script>MARK/);
      expect(body).not.toMatch(new RegExp(`(?:href|src)="[^"]*${EVIL}`));
    }
  });

  it("ask nobody else for anything", () => {
    expect(of("text/html").length).toBeGreaterThan(0);
    for (const body of of("text/html")) {
      const loaded = [
        ...body.matchAll(
          /<(?:link|script|img|iframe|object|embed|source|video|audio|form)\b[^>]*\b(?:href|src|data|action|srcset)\s*=\s*["']?([^"'\s>]+)/gi,
        ),
        ...body.matchAll(/@import\s+(?:url\()?["']?([^"')]+)|url\(\s*["']?([^"')]+)/gi),
      ].map(([, one, other]) => one ?? other ?? "");
      expect(loaded.filter((url) => !/^(?:data:|#)/.test(url))).toEqual([]);
    }
  });

  it("lead out only without telling where from", () => {
    for (const body of of("text/html"))
      for (const [link] of body.matchAll(/<a\b[^>]*href="https?:[^>]*>/gi))
        if (!link.includes("/seiten/")) expect(link).toMatch(/rel="[^"]*noreferrer/);
  });
});

describe("files", () => {
  it("for spreadsheets hold no formula", () => {
    const tables = of("text/csv");
    expect(tables.length).toBeGreaterThan(0);
    const cells = tables.flatMap((body) =>
      parseCsv(body.replace(/^\ufeff/, "")).rows.flatMap((row) => row.cells),
    );
    expect(cells.some((cell) => cell.includes("MARKLINK"))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it("for calendars hold no line that people have written", () => {
    const calendars = of("text/calendar");
    expect(calendars.length).toBeGreaterThan(0);
    for (const body of calendars) {
      expect(body.replaceAll("\r\n ", "")).toContain("MARK");
      expect(body).not.toMatch(/^(?:ATTENDEE|ATTACH|URL:https:\/\/boese)/m);
      expect(body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }
  });
});
