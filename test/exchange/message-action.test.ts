/** *Austausch festhalten* on a message, through the door Teams uses. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { trouble } from "../support/fake-connector.ts";
import { startForumsbote } from "../support/forumsbote.ts";

import type { Person, SomeMessage } from "../support/people.ts";
import { channel, thread } from "../support/places.ts";

let bot: Awaited<ReturnType<typeof startForumsbote>>;
beforeEach(async () => {
  bot = await startForumsbote();
});
afterEach(() => bot.close());

async function member(name = "Bauamt Kandern", organisation = "Kandern") {
  const person = bot.people.person(name);
  await person.introduces(organisation);
  return person;
}
const schopfheim = () => member("Fachamt Schopfheim", "Schopfheim");
const stored = () =>
  bot.db.read.exchange.findMany({ orderBy: { recordedAt: "asc" }, include: { author: true } });

const BAUEN = channel("Bauen");
const HTML =
  "<p>Guten Morgen zusammen,</p><p>wir nutzen <b>AktoDoc</b> seit einem Jahr im Bauamt. Die Suche spart uns viel Zeit.</p>";
const by = (author: Person, part: Partial<SomeMessage> = {}): SomeMessage => ({
  id: "1600",
  html: HTML,
  author: { aadObjectId: author.aadObjectId, name: author.name },
  ...part,
});

/** A channel in which the bot has been added. */
async function bauen(person: Person): Promise<Person> {
  const there = person.in(BAUEN);
  await there.installs();
  return there;
}

describe("the dialog", () => {
  it("is filled in from the message, with its author's organisation, and keeps where it comes from", async () => {
    const ben = await schopfheim();
    const anna = await bauen(await member());
    const pdf = { contentType: "reference", contentUrl: "https://kreis.sharepoint.com/akte.pdf" };
    const attachments = [
      pdf,
      { contentUrl: "http://unsicher.example/x" },
      { contentUrl: "javascript:alert(1)" },
    ];
    const dialog = await anna.acts(by(ben, { attachments }));
    expect(dialog.values()).toMatchObject({
      kind: "product",
      title: "wir nutzen AktoDoc seit einem Jahr im Bauamt",
      text: "Guten Morgen zusammen,\n\nwir nutzen AktoDoc seit einem Jahr im Bauamt. Die Suche spart uns viel Zeit.",
      stage: "inUse",
      product: "AktoDoc",
      about: "schopfheim",
      links: "https://kreis.sharepoint.com/akte.pdf",
    });
    expect(dialog.text()).toContain("Aus der Nachricht von Fachamt Schopfheim.");
    dialog.fills({ Titel: "AktoDoc im Bauamt" });
    await dialog.presses("Speichern");
    expect(dialog.text()).toContain("Festgehalten: AktoDoc im Bauamt.");
    expect(await stored()).toMatchObject([
      {
        title: "AktoDoc im Bauamt",
        organisationKey: "schopfheim",
        sourceKey: `${BAUEN.id}|1600`,
        sourceLink: "https://teams.microsoft.com/l/message/x/1600",
        happenedAt: new Date("2026-03-01T09:30:00.000Z"),
        author: { name: "Fachamt Schopfheim" },
        authorKey: null,
      },
    ]);
  });

  it("opens empty from the compose box", async () => {
    const anna = await bauen(await member());
    const dialog = await anna.acts();
    dialog.fills({
      "Worum geht es?": "Prozess",
      Titel: "Ein Ablauf",
      Beschreibung: "So geht es.",
      Stand: "Idee",
    });
    await dialog.presses("Speichern");
    expect(dialog.text()).toContain("Festgehalten: Ein Ablauf");
    expect(await stored()).toMatchObject([{ sourceKey: null, organisationKey: "kandern" }]);
  });

  it("keeps everything when something is missing, and says what", async () => {
    const anna = await bauen(await member());
    const dialog = await anna.acts(by(await schopfheim()));
    dialog.fills({ Titel: "", "Stichwörter (freiwillig)": "Bau" });
    await dialog.presses("Speichern");
    expect(dialog.text()).toContain("Bitte geben Sie einen Titel ein.");
    expect(dialog.values()).toMatchObject({ product: "AktoDoc", about: "schopfheim", tags: "Bau" });
    dialog.fills({ Titel: "Doch einer" });
    await dialog.presses("Speichern");
    expect(await stored()).toMatchObject([
      { title: "Doch einer", tags: "Bau", sourceKey: `${BAUEN.id}|1600` },
    ]);
  });

  it("left and taken up again is as it was; nothing was stored meanwhile", async () => {
    const anna = await bauen(await member());
    const dialog = await anna.acts(by(await schopfheim()));
    dialog.fills({ Titel: "Fast fertig" });
    await dialog.presses("Abbrechen");
    expect(dialog.text()).toContain("Nicht festgehalten");
    expect(await stored()).toEqual([]);
    await dialog.presses("Weiter bearbeiten");
    expect(dialog.values()).toMatchObject({ title: "Fast fertig", about: "schopfheim" });
    await dialog.presses("Speichern");
    expect(await stored()).toMatchObject([{ title: "Fast fertig", sourceKey: `${BAUEN.id}|1600` }]);
  });

  it("asks a guest for the organisation and stores both at once", async () => {
    const eve = await bauen(bot.people.person("Hauptamt Zell"));
    const dialog = await eve.acts(by(eve));
    await dialog.presses("Speichern");
    expect(dialog.text()).toContain("Bitte wählen Sie Ihre Organisation aus.");
    dialog.fills({ "Ihre Organisation": "Zell im Wiesental" });
    await dialog.presses("Speichern");
    expect(await stored()).toMatchObject([{ organisationKey: "zell-im-wiesental" }]);
  });

  it("of a very long message says that it was cut, and saves the beginning", async () => {
    const anna = await bauen(await member());
    const dialog = await anna.acts(by(anna, { html: `<p>Anfang. ${"Wort ".repeat(2_000)}</p>` }));
    expect(dialog.text()).toContain("Der Text ist zu lang.");
    await dialog.presses("Speichern");
    expect((await stored())[0]?.text.length).toBeLessThanOrEqual(4_000);
  });

  it("with data that no client sends changes nothing", async () => {
    const anna = await bauen(await member());
    const dialog = await anna.acts(by(anna));
    const { action } = (dialog.card() as { actions: { data: { action: string } }[] }).actions[0]?.data ?? {};
    const message = { id: "1", rootId: "1", at: 1, link: null, author: null };
    const whole = { verb: "exchange.save", action, kind: "process", title: "T", text: "T", stage: "idea" };
    for (const bent of [
      { ...message, id: "1;messageid=2" },
      { ...message, rootId: "a b" },
      { ...message, link: "https://boese.example/teams.microsoft.com" },
      { ...message, at: Number.MAX_SAFE_INTEGER },
      { ...message, author: "x" },
      7,
    ]) {
      await dialog.submits({ ...whole, message: bent });
      expect(dialog.text()).toContain("Es wurde nichts gespeichert.");
    }
    await dialog.submits({ ...whole, about: "atlantis", message });
    expect(dialog.text()).toContain("Diese Organisation kenne ich nicht.");
    expect(await stored()).toEqual([]);
  });
});

describe("the confirmation", () => {
  it("is a reply in the thread of the message, says whose it was, and has its buttons", async () => {
    const ben = await schopfheim();
    const anna = await bauen(await member());
    const dialog = await anna.acts(by(ben, { id: "1601", replyToId: "1500" }));
    await dialog.presses("Speichern");
    await bot.delivers();
    const [posted] = bot.connector.messages(`${BAUEN.id};messageid=1500`);
    expect(posted).toBeDefined();
    const here = ben.in(thread(BAUEN, "1500"));
    expect(here.lastText()).toContain(
      "Aus der Nachricht von Fachamt Schopfheim, festgehalten von Bauamt Kandern.",
    );
    await here.presses("Bearbeiten");
    expect(here.lastText()).toContain("Diesen Beitrag kann nur ändern, wer ihn festgehalten hat");
    const again = anna.in(thread(BAUEN, "1500"));
    await again.presses("Rückgängig");
    expect(again.lastText()).toContain("Gelöscht:");
  });

  it("stays in the dialog, with its buttons, where the bot is not installed", async () => {
    const anna = (await member()).in(channel("Fremder Kanal"));
    const dialog = await anna.acts(by(anna));
    await dialog.presses("Speichern");
    expect(dialog.isOpen()).toBe(true);
    expect(dialog.text()).toContain("Festgehalten: wir nutzen AktoDoc");
    expect(await bot.db.read.outboxItem.count()).toBe(0);
    expect(await bot.db.read.conversation.count({ where: { id: anna.place.id } })).toBe(0);
    await dialog.presses("Rückgängig");
    expect(dialog.text()).toContain("Gelöscht: wir nutzen AktoDoc");
  });

  it("that cannot be posted any more is no fault", async () => {
    const anna = await bauen(await member());
    const dialog = await anna.acts(by(anna));
    await dialog.presses("Speichern");
    bot.connector.meets(trouble.removed, 9);
    await bot.delivers();
    expect(await stored()).toHaveLength(1);
    expect(bot.logged.filter(({ level }) => level === "fault")).toEqual([]);
  });
});

describe("the same message", () => {
  it("is recorded once: the second person is shown the record", async () => {
    const ben = await schopfheim();
    const anna = await bauen(await member());
    await (await anna.acts(by(ben))).presses("Speichern");
    const second = await ben.in(BAUEN).acts(by(ben));
    expect(second.text()).toContain("Diese Nachricht ist schon festgehalten.");
    expect(JSON.stringify(second.card())).not.toContain("Bearbeiten");
    const own = await anna.acts(by(ben));
    await own.presses("Bearbeiten");
    own.fills({ Titel: "Neuer Titel" });
    await own.presses("Speichern");
    expect(own.text()).toBe("Geändert: Neuer Titel");
    expect(await stored()).toMatchObject([{ title: "Neuer Titel" }]);
  });

  it("by two people at the same time is one record, and both hear of it", async () => {
    const ben = await schopfheim();
    const anna = await bauen(await member());
    const dialogs = [await anna.acts(by(ben)), await ben.in(BAUEN).acts(by(ben))];
    await Promise.all(dialogs.map((one) => one.presses("Speichern")));
    expect(await stored()).toHaveLength(1);
    const said = dialogs.map((one) => one.text()).sort();
    expect(said.filter((one) => one.includes("Diese Nachricht ist schon festgehalten."))).toHaveLength(1);
    expect(said.filter((one) => one.startsWith("Festgehalten:"))).toHaveLength(1);
  });

  it("submitted twice by the same dialog is one record with the same answer", async () => {
    const anna = await bauen(await member());
    const dialog = await anna.acts(by(anna));
    const card = dialog.card() as { actions: { data: object }[] };
    const data = { ...card.actions[0]?.data, ...dialog.values() };
    await dialog.submits(data);
    const first = dialog.text();
    await dialog.submits(data);
    expect(dialog.text()).toBe(first);
    expect(await stored()).toHaveLength(1);
  });

  it("whose record was deleted says so, and offers to restore it to those who may", async () => {
    const ben = await schopfheim();
    const anna = await bauen(await member());
    await (await anna.acts(by(ben))).presses("Speichern");
    await bot.delivers();
    await anna.in(thread(BAUEN, "1600")).presses("Rückgängig");
    const clara = await member("Hauptamt Steinen", "Steinen");
    const other = await clara.in(BAUEN).acts(by(ben));
    expect(other.text()).toBe("Diese Nachricht war schon festgehalten. Der Beitrag ist gelöscht.");
    const own = await anna.acts(by(ben));
    await own.presses("Wiederherstellen");
    expect(own.text()).toContain("Wiederhergestellt:");
    expect(await stored()).toMatchObject([{ deletedAt: null }]);
  });
});

describe("the author", () => {
  it("who is a member hears of it in the personal chat, and may object: deleted, and the recorder is told", async () => {
    const ben = await schopfheim();
    const anna = await member();
    await (await (await bauen(anna)).acts(by(ben))).presses("Speichern");
    await bot.delivers();
    expect(ben.lastText()).toContain("Bauamt Kandern hat Ihre Nachricht als Austausch festgehalten");
    await ben.presses("Widersprechen");
    expect(ben.lastText()).toContain("Widersprochen: wir nutzen AktoDoc");
    const [row] = await stored();
    expect(row).toMatchObject({ deletedAt: expect.any(Date), objectedAt: expect.any(Date) });
    await bot.delivers();
    expect(anna.lastText()).toContain("Widerspruch: „wir nutzen AktoDoc");
    await anna.executes("exchange.restore", { id: row?.id, revision: 2 }, "1");
    expect(anna.lastText()).toContain("Nur diese Person kann den Beitrag wiederherstellen.");
    const again = await anna.in(BAUEN).acts(by(ben));
    expect(again.text()).toContain("Wer sie geschrieben hat, hat widersprochen.");
    await ben.presses("Wiederherstellen");
    expect(await stored()).toMatchObject([{ deletedAt: null, revision: 3 }]);
  });

  it("who is no member objects under the confirmation in the thread; nobody else can", async () => {
    const eve = bot.people.person("Ordnungsamt Steinen");
    const anna = await bauen(await member());
    await (await anna.acts(by(eve))).presses("Speichern");
    expect(await stored()).toMatchObject([
      { authorId: null, authorKey: `${eve.tenantId}|${eve.aadObjectId}` },
    ]);
    await bot.delivers();
    const here = thread(BAUEN, "1600");
    expect(anna.in(here).lastText()).toContain("Aus der Nachricht von Ordnungsamt Steinen");
    for (const other of [anna, await schopfheim(), bot.coordinator()]) {
      const there = other.in(here);
      await there.presses("Widersprechen");
      expect(there.lastText()).toContain("Widersprechen kann nur, wer die Nachricht geschrieben hat.");
    }
    await eve.in(here).presses("Widersprechen");
    expect(await stored()).toMatchObject([{ objectedAt: expect.any(Date) }]);
    expect(await bot.db.read.member.count({ where: { aadObjectId: eve.aadObjectId } })).toBe(0);
  });

  it("objects against the record, also after it was changed, and pressing twice is one objection", async () => {
    const ben = await schopfheim();
    const anna = await bauen(await member());
    await (await anna.acts(by(ben))).presses("Speichern");
    await bot.delivers();
    const own = await anna.acts(by(ben));
    await own.presses("Bearbeiten");
    await own.presses("Speichern");
    const phone = ben.elsewhere();
    await Promise.all([ben.presses("Widersprechen"), phone.presses("Widersprechen")]);
    for (const one of [ben, phone]) expect(one.lastText()).toContain("Widersprochen:");
    expect(await stored()).toMatchObject([{ revision: 3 }]);
  });

  it.each(["the recorder", "a bot"])(
    "that is %s gets no message, and nobody is offered to object",
    async (who) => {
      const anna = await bauen(await member());
      const message = who === "a bot" ? { id: "1600", html: HTML } : by(anna);
      await (await anna.acts(message)).presses("Speichern");
      expect(await bot.db.read.outboxItem.findMany()).toMatchObject([{ kind: "exchange.recorded" }]);
      await bot.delivers();
      const here = anna.in(thread(BAUEN, "1600"));
      await expect(here.presses("Widersprechen")).rejects.toThrow("no button");
    },
  );
});
