/** The privacy notice before anything is stored about a person. */
import { afterEach, describe, expect, it } from "vitest";
import type { PrivacyNotice } from "../../src/privacy/notice.ts";
import { TRIAL_NOTICE } from "../../src/privacy/trial-notice.ts";
import { actionsOf } from "../support/card.ts";
import { engines } from "../support/database.ts";
import { startForumsbote, TENANT } from "../support/forumsbote.ts";
import type { Person } from "../support/people.ts";
import { channel, groupChat } from "../support/places.ts";

type Bot = Awaited<ReturnType<typeof startForumsbote>>;
const open: Bot[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function started(options: Parameters<typeof startForumsbote>[0] = {}): Promise<Bot> {
  const bot = await startForumsbote(options);
  open.push(bot);
  return bot;
}

const SHORT = "Das ist ein Probebetrieb auf diesem Rechner";
const SECOND: PrivacyNotice = { ...TRIAL_NOTICE, version: "probe-2", short: "Der zweite Hinweis." };
const rowOf = ({ db }: Bot, { aadObjectId }: Person) =>
  db.read.member.findFirst({ where: { aadObjectId }, include: { changes: true, conversations: true } });

/** Somebody whom the coordination has entered from its list, with a part in the seat of Kandern. */
async function listed(bot: Bot, part: "delegate" | "deputy" | null = "delegate"): Promise<Person> {
  const person = bot.people.person("Bürgermeisteramt Kandern");
  const at = new Date(0);
  await bot.db.write(async (tx) => {
    const names = { name: "Amt Kandern", organisationKey: "kandern", tenantId: TENANT };
    const dated = { createdAt: at, updatedAt: at, source: "roster" as const };
    const { aadObjectId } = person;
    await tx.member.create({ data: { id: "listed", aadObjectId, teamsUserId: "", ...names, ...dated } });
    await tx.seat.update({ where: { party: "kandern" }, data: { delegateId: null } });
    if (part === "delegate")
      await tx.seat.update({ where: { party: "kandern" }, data: { delegateId: "listed" } });
    if (part === "deputy")
      await tx.seatDeputy.create({ data: { party: "kandern", memberId: "listed", namedAt: at } });
  });
  return person;
}

describe("datenschutz", () => {
  it("shows the short text to a stranger, then the whole one in its place, and stores nothing", async () => {
    const bot = await started();
    const before = [await bot.db.read.member.count(), await bot.db.read.conversation.count()];
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.types("Datenschutz");
    expect(anna.lastText()).toContain(SHORT);
    expect(anna.lastText()).toContain("Fassung probe-1, gültig ab 01.01.2026.");
    await anna.presses("Ganzen Text zeigen");
    for (const one of [
      "Verantwortlich",
      "Rechtsgrundlage",
      "Ihre Rechte",
      "Art. 77 DSGVO",
      "Woher die Daten",
    ])
      expect(anna.lastText()).toContain(one);
    expect(anna.sees()).toHaveLength(1);
    expect([await bot.db.read.member.count(), await bot.db.read.conversation.count()]).toEqual(before);
    const there = anna.in(channel("Allgemein"));
    await there.types("datenschutz");
    expect(there.lastText()).toContain(SHORT);
  });
});

describe("the first contact", () => {
  it("personally, in a team and in a group chat tells of the notice before there is a row", async () => {
    const bot = await started();
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.installs();
    expect(anna.lastText()).toContain(SHORT);
    for (const place of [channel("Allgemein"), groupChat("AG E-Akte")]) {
      const there = anna.in(place);
      await there.installs();
      expect(there.lastText()).toContain("@Forumsbote datenschutz");
      await there.types("ich bin Binzen");
      expect(there.lastText()).toContain(SHORT);
      expect(there.lastText()).toContain("Die Antwort gilt für die Person, die drückt.");
    }
    await anna.types("ich bin Binzen");
    expect(anna.lastText()).toContain("Es ist noch nichts gespeichert.");
    expect(await rowOf(bot, anna)).toBeNull();
    expect(await bot.db.read.conversation.count({ where: { kind: "personal" } })).toBe(0);
  });

  it("the form of a record shows it, too, and stores what was shown", async () => {
    const bot = await started();
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.types("festhalten Prozess: Bauakte – Wir scannen.");
    expect(anna.lastText()).toContain(SHORT);
    anna.fills({ "Ihre Organisation": "Binzen", Stand: "Idee" });
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Festgehalten: Bauakte");
    expect(await rowOf(bot, anna)).toMatchObject({
      noticeVersion: "probe-1",
      noticeShownAt: expect.any(Date),
    });
    const dialog = await bot.people.person("Bauamt Kandern").acts();
    expect(dialog.text()).toContain(SHORT);
  });
});

describe.each(engines)("ich bin …, on %s", (engine) => {
  it("asks, and stores person, notice and time with the press; the same again changes nothing", async () => {
    const bot = await started({ engine });
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.types("ich bin Binzen");
    expect(anna.lastText()).toContain("Sie gehören zu Binzen. Stimmt das?");
    const twin = anna.elsewhere();
    await Promise.all([anna.presses("Ja, übernehmen"), twin.presses("Ja, übernehmen")]);
    expect(anna.lastText()).toContain("Danke. Sie gehören zu: Binzen.");
    const now = new Date(bot.time.clock());
    expect(await rowOf(bot, anna)).toMatchObject({
      ...{ organisationKey: "binzen", source: "self", noticeVersion: "probe-1", noticeShownAt: now },
      ...{ changes: [], conversations: [{ id: anna.place.id }] },
    });
    await anna.types("ich bin Binzen");
    expect(anna.lastText()).toContain("Danke. Sie gehören zu: Binzen.");
    expect(await bot.db.read.member.count({ where: { aadObjectId: anna.aadObjectId } })).toBe(1);
  });

  it("writes a change of organisation down, once", async () => {
    const bot = await started({ engine });
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.introduces("Binzen");
    await anna.types("ich bin Komm.One");
    await Promise.all([anna.presses("Ja, übernehmen"), anna.elsewhere().presses("Ja, übernehmen")]);
    expect(await rowOf(bot, anna)).toMatchObject({
      organisationKey: "komm-one",
      changes: [{ field: "organisation", changedById: null }],
    });
  });

  it("can be left, and another organisation chosen from the list", async () => {
    const bot = await started({ engine });
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.types("ich bin Binzen");
    await anna.presses("Abbrechen");
    expect(anna.lastText()).toBe("Abgebrochen. Es wurde nichts gespeichert.");
    await anna.types("ich bin Binzen");
    await anna.presses("Andere Organisation");
    expect(anna.lastText()).toContain(SHORT);
    expect(await rowOf(bot, anna)).toBeNull();
    anna.fills({ "Ihre Organisation": "Kandern" });
    await anna.presses("Übernehmen");
    expect(await rowOf(bot, anna)).toMatchObject({ organisationKey: "kandern", noticeVersion: "probe-1" });
  });

  it("counts for who presses, not for who has asked", async () => {
    const bot = await started({ engine });
    const here = channel("Allgemein");
    const anna = bot.people.person("Hauptamt Binzen").in(here);
    const ben = bot.people.person("Bauamt Kandern").in(here);
    await anna.types("ich bin Binzen");
    await ben.presses("Ja, übernehmen");
    expect(await rowOf(bot, anna)).toBeNull();
    expect(await rowOf(bot, ben)).toMatchObject({ name: "Bauamt Kandern", organisationKey: "binzen" });
  });

  it("pressed on a card with another notice shows the new one and stores nothing", async () => {
    const bot = await started({ engine });
    const anna = bot.people.person("Hauptamt Binzen");
    for (const notice of [undefined, "probe-0"]) {
      await anna.types("ich bin Binzen");
      await anna.executes("member.introduce", { organisation: "binzen", notice, confirmed: true });
      expect(await rowOf(bot, anna)).toBeNull();
    }
    const next = await started({
      engine,
      databaseUrl: bot.databaseUrl,
      ballotKeyDir: bot.ballotKeyDir,
      notice: SECOND,
    });
    const later = next.people.person(anna.name, anna);
    await later.executes(
      "member.introduce",
      { organisation: "binzen", notice: "probe-1", confirmed: true },
      "9",
    );
    expect(await rowOf(next, later)).toBeNull();
  });

  it("of somebody who has left brings him or her back under the same id", async () => {
    const bot = await started({ engine });
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.introduces("Binzen");
    const id = (await rowOf(bot, anna))?.id;
    await bot.db.write((tx) =>
      tx.member.updateMany({ where: { aadObjectId: anna.aadObjectId }, data: { leftAt: new Date(1) } }),
    );
    await anna.types("hilfe");
    expect(anna.lastText()).toContain("Sagen, wer Sie sind");
    await anna.types("ich bin Binzen");
    expect(anna.lastText()).toContain("Stimmt das?");
    await Promise.all([anna.presses("Ja, übernehmen"), anna.elsewhere().presses("Ja, übernehmen")]);
    expect(await rowOf(bot, anna)).toMatchObject({ id, leftAt: null, changes: [{ field: "returned" }] });
  });
});

describe.each(engines)("somebody on the coordination's list, on %s", (engine) => {
  it("is a guest until he or she has confirmed, hears where the data come from, and keeps id and seat", async () => {
    const bot = await started({ engine });
    const anna = await listed(bot);
    await anna.types("sitz");
    expect(anna.lastText()).not.toContain("Ihr Sitz");
    await anna.installs();
    expect(anna.lastText()).toContain(
      "Die Koordination hat Sie eingetragen: Kandern, Delegierte/r. Stimmt das?",
    );
    expect(anna.lastText()).toContain("Diese Angaben hat mir die Koordination gegeben.");
    expect(anna.lastText()).toContain(SHORT);
    await anna.types("festhalten");
    expect(anna.lastText()).toContain("Zu welcher Organisation");
    await anna.types("ich bin");
    await anna.presses("Ja, übernehmen");
    expect(await rowOf(bot, anna)).toMatchObject({
      ...{
        id: "listed",
        teamsUserId: anna.userId,
        name: anna.name,
        source: "roster",
        noticeVersion: "probe-1",
      },
      changes: [{ field: "name" }],
    });
    expect(await bot.db.read.seat.findUnique({ where: { party: "kandern" } })).toMatchObject({
      delegateId: "listed",
    });
    await anna.types("hilfe");
    expect(anna.lastText()).toContain("Sie gehören zu: Kandern.");
  });

  it("with a seat goes to no other organisation; without one it is his or her word that counts", async () => {
    const bot = await started({ engine });
    const anna = await listed(bot, "deputy");
    await anna.types("ich bin Schopfheim");
    expect(anna.lastText()).toContain("Bitte wenden Sie sich zuerst an die Koordination");
    await anna.executes("member.introduce", {
      organisation: "schopfheim",
      notice: "probe-1",
      confirmed: true,
    });
    expect(await rowOf(bot, anna)).toMatchObject({ organisationKey: "kandern", noticeVersion: null });
    await bot.db.write((tx) => tx.seatDeputy.deleteMany({}));
    await anna.types("ich bin Schopfheim");
    expect(anna.lastText()).toContain("Die Koordination hat Sie für Kandern eingetragen.");
    await anna.presses("Ja, übernehmen");
    expect(await rowOf(bot, anna)).toMatchObject({ organisationKey: "schopfheim", source: "self" });
  });

  it("in a channel does not read out the part, and the mere list asks once more", async () => {
    const bot = await started({ engine });
    const anna = await listed(bot);
    const there = anna.in(channel("Allgemein"));
    await there.types("ich bin");
    expect(there.lastText()).toContain("Die Koordination hat Sie eingetragen: Kandern. Stimmt das?");
    expect(JSON.stringify(there.lastCard())).not.toContain("Delegierte");
    await anna.executes("member.introduce", { organisation: "kandern", notice: "probe-1" });
    expect(await rowOf(bot, anna)).toMatchObject({ noticeVersion: null });
    expect(actionsOf(there.lastCard()).map(({ title }) => title)).toEqual([
      ...["Ja, übernehmen", "Andere Organisation", "Abbrechen"],
    ]);
  });
});

describe.each(engines)("a new version of the notice, on %s", (engine) => {
  it("reaches every member once, also with two processes, and is stored with its delivery", async () => {
    const bot = await started({ engine, trial: "none" });
    const anna = bot.people.person("Hauptamt Binzen");
    await anna.introduces("Binzen");
    const same = {
      engine,
      trial: "none",
      databaseUrl: bot.databaseUrl,
      ballotKeyDir: bot.ballotKeyDir,
    } as const;
    const ids = () => `second-${crypto.randomUUID()}`;
    const first = await started({ ...same, notice: SECOND, newId: ids });
    const second = await started({ ...same, notice: SECOND, newId: ids });
    const ticks = (one: Bot) => one.built.jobs.privacyNotice.run(one.time.clock());
    await ticks(bot);
    expect(await bot.db.read.outboxItem.count()).toBe(0);
    await Promise.all([ticks(first), ticks(second)]);
    expect(await rowOf(bot, anna)).toMatchObject({ noticeVersion: "probe-1" });
    expect(await bot.db.read.outboxItem.count({ where: { memberId: { not: null } } })).toBe(1);
    const due = (await bot.db.read.outboxItem.findFirst())?.dueAt.getTime() ?? 0;
    for (const one of [first, second]) {
      one.time.isAt(due);
      await one.delivers();
    }
    const read = anna.sees().filter(({ text }) => text.includes("Der zweite Hinweis."));
    expect(read).toHaveLength(1);
    await Promise.all([ticks(first), ticks(second)]);
    expect(await rowOf(bot, anna)).toMatchObject({ noticeVersion: "probe-2", noticeShownAt: new Date(due) });
    await Promise.all([ticks(first), ticks(second)]);
    expect(await bot.db.read.outboxItem.count()).toBe(1);
  });

  it("is not sent to those on the list, to those who have left, and to whom it was shown meanwhile", async () => {
    const bot = await started({ engine, notice: SECOND });
    const anna = await listed(bot, null);
    await anna.in(channel("Allgemein")).installs();
    const at = {
      createdAt: new Date(0),
      updatedAt: new Date(0),
      organisationKey: "kandern",
      tenantId: TENANT,
    };
    await bot.db.write(async (tx) => {
      const left = { id: "left", aadObjectId: "left", teamsUserId: "29:x", name: "Amt", leftAt: new Date(1) };
      const stays = { id: "stays", aadObjectId: "stays", teamsUserId: "29:y", name: "Amt" };
      for (const one of [left, stays]) await tx.member.create({ data: { ...one, ...at } });
    });
    await bot.built.jobs.privacyNotice.run(bot.time.clock());
    const written = await bot.db.read.outboxItem.findMany();
    expect(written.map(({ memberId }) => memberId)).toEqual(["stays"]);
    await bot.db.write((tx) =>
      tx.member.update({
        where: { id: "stays" },
        data: { noticeVersion: "probe-2", noticeShownAt: new Date(2) },
      }),
    );
    bot.time.isAt(written[0]?.dueAt.getTime() ?? 0);
    await bot.delivers();
    expect(await bot.db.read.outboxItem.findFirst()).toMatchObject({ state: "dropped" });
    expect(await rowOf(bot, anna)).toMatchObject({ noticeVersion: null });
  });
});

describe("the public pages", () => {
  it.each(["/datenschutz", "/nutzung"])(
    "%s are HTML without script, with the headers of all pages",
    async (path) => {
      const bot = await started({ notice: { ...SECOND, short: "Wir & <b>andere</b>." } });
      const answer = await fetch(`${bot.url}${path}`);
      const body = await answer.text();
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-/,
      );
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(body).toContain('<html lang="de">');
      expect(body.match(/<h1>/g)).toHaveLength(1);
      expect(body).not.toMatch(/<script|<b>/);
      expect(body).toContain("Probebetrieb, keine Behörde");
      const head = await fetch(`${bot.url}${path}`, { method: "HEAD" });
      expect([head.status, await head.text()]).toEqual([200, ""]);
      expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(body)));
    },
  );

  it("the notice has every section, the terms those of the office where it has written some", async () => {
    const bot = await started({ notice: { ...TRIAL_NOTICE, terms: ["Nur für Ämter."] } });
    const [notice, terms] = await Promise.all(
      ["/datenschutz", "/nutzung"].map(async (path) => (await fetch(`${bot.url}${path}`)).text()),
    );
    expect(notice?.match(/<h2>/g)).toHaveLength(13);
    expect(terms).toContain("Nur für Ämter.");
    expect(terms).not.toContain("Kennwörter");
  });
});
