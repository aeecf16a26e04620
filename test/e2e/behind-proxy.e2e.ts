/**
 * Two processes on one PostgreSQL database behind one address that hands each request to the other one in turn: a form
 * drawn by one is pressed at the other, pages open at both, and an election goes on while each is restarted.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, nextWeekday, WEEKDAYS } from "../../src/calendar/dates.ts";
import { berlinDate } from "../../src/calendar/zones.ts";
import { openDb } from "../../src/db/open.ts";
import { trialPeople } from "../../src/member/trial.ts";
import { actionTitled } from "../support/card.ts";
import { createPeople, type Person } from "../support/people.ts";
import { channel } from "../support/places.ts";
import { COORDINATOR, type Replicas, startReplicas, TENANT } from "../support/replicas.ts";

const started = await startReplicas(2);
if ("reason" in started) console.log(`Übersprungen: zwei Prozesse hinter einer Adresse. ${started.reason}`);

describe.skipIf("reason" in started)("two replicas behind one address", () => {
  const { replicas, restarts, logs, proxy, connector, databaseUrl, stop } = started as Replicas;
  const town = createPeople({ url: proxy.url, connector, tenantId: TENANT });
  const kim = town.person("Koordination", { aadObjectId: COORDINATOR, userId: "29:koordination" });
  const delegates = trialPeople(TENANT, "few").map(({ actor }) =>
    town.person(actor.name, { aadObjectId: actor.aadObjectId, userId: actor.teamsUserId }),
  );
  const forum = channel("Forum");
  const shown = (conversation: string, words: RegExp): number =>
    connector.messages(conversation).filter((one) => words.test(JSON.stringify(one.activity))).length;

  /** Waits until all have been told, and a little longer for what would come twice. */
  async function toldOnce(words: RegExp, places = delegates.map((one) => one.place.id)): Promise<void> {
    const told = () => places.map((place) => shown(place, words));
    await expect.poll(told, { timeout: 50_000, interval: 200 }).not.toContain(0);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(told()).toEqual(places.map(() => 1));
  }

  /** Which replicas have answered what was asked during `work`. */
  async function answeredBy(work: () => Promise<unknown>): Promise<readonly number[]> {
    const before = proxy.served.length;
    await work();
    return proxy.served.slice(before).map((one) => one.by);
  }

  async function reads<T>(work: (db: Awaited<ReturnType<typeof openDb>>["read"]) => Promise<T>): Promise<T> {
    const db = await openDb(databaseUrl, { onFatal: () => undefined });
    return work(db.read).finally(() => db.close());
  }

  beforeAll(async () => {
    for (const person of delegates) await person.types("hilfe");
    const here = kim.in(forum);
    await here.installs();
    await here.types("gruppe");
    here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
    await here.presses("Registrieren");
  });
  afterAll(stop);

  it("press at one what the other has drawn, and store it once", async () => {
    const [person] = delegates as [Person];
    const by = await answeredBy(async () => {
      await person.types("festhalten");
      person.fills({
        "Worum geht es?": "Prozess",
        Titel: "Akten von einem Rathaus ins andere",
        Beschreibung: "Über zwei Rechner, abwechselnd.",
        Stand: "im Einsatz",
      });
      await person.presses("Speichern");
    });
    expect(by).toHaveLength(2);
    expect(new Set(by).size).toBe(2);
    expect(await reads((db) => db.exchange.count({ where: { title: { startsWith: "Akten von" } } }))).toBe(1);
    await person.types("suche Akten Rathaus");
    expect(person.lastText()).toContain("Akten von einem Rathaus ins andere");
  });

  it("open the page behind a personal link at both, and none behind a wrong one", async () => {
    const [person] = delegates as [Person];
    const { body } = await person.executes("privacy.file", {});
    const link = new RegExp(`${proxy.url}/[^"\\\\)\\s]+`).exec(JSON.stringify(body))?.[0] ?? "";
    expect(link).toMatch(/\/[\w-]{20,}$/);
    const answers: string[] = [];
    const by = await answeredBy(async () => {
      for (const _ of replicas) {
        const page = await fetch(link);
        expect(page.status).toBe(200);
        answers.push(await page.text());
      }
    });
    expect([...by].sort()).toEqual([0, 1]);
    expect(answers[0]).toContain(person.name);
    const wrong = link.slice(0, -3) + (link.endsWith("AAA") ? "BBB" : "AAA");
    for (const _ of replicas) expect((await fetch(wrong)).status).toBe(404);
  });

  it("plan a date, and take replies, while one of them is away", async () => {
    await kim.types("eigener termin");
    const date = nextWeekday(addDays(berlinDate(Date.now()), 10), WEEKDAYS.wednesday);
    kim.fills({ Datum: date, "Uhrzeit (Beginn)": "10:00", "Ort (Raum oder Adresse)": "Landratsamt" });
    await kim.presses("Weiter");
    await kim.presses("Einladen");
    await toldOnce(/Einladung: Forum am/);
    const ended = await restarts(0, async () => {
      for (const person of delegates.slice(0, 3)) await person.presses("Zusage", "Einladung: Forum am");
    });
    expect(ended).toBe(0);
    for (const person of delegates.slice(3)) await person.presses("Absage", "Einladung: Forum am");
    const replies = await reads((db) => db.meetingReply.findMany());
    expect(replies.map((one) => one.reply).sort()).toEqual(
      [..."aaa"].map(() => "absage").concat([..."zzz"].map(() => "zusage")),
    );
  });

  it("hold an election in which every vote counts once, though both are restarted in between", async () => {
    await kim.types("wahl starten");
    await kim.presses("Kandidaturen stehen fest");
    const named = (place: string) => `Delegation ${place} (${place})`;
    kim.fills({
      "Kommunen, deren Spitze kandidiert": ["Kandern", "Schopfheim"],
      Wahlleitung: named("Lörrach"),
      "Wahlprüfung: zwei Personen aus verschiedenen Kommunen": [named("Weil am Rhein"), named("Todtnau")],
    });
    await kim.presses("Weiter");
    await kim.presses("Wahl eröffnen");
    await toldOnce(/Sie können jetzt abstimmen/);
    for (const [number, voter] of delegates.entries()) {
      await voter.presses("Stimmzettel öffnen", "Sie können jetzt abstimmen");
      voter.fills({ "Ihre Wahl": number < 4 ? "Kandern" : "Schopfheim" });
      await voter.presses("Weiter zur Prüfung");
      const { data } = actionTitled(voter.lastCard(), "Endgültig abgeben").node;
      // The review of one process, then an update, then the same vote twice: at each process once.
      if (number === 1 || number === 3) expect(await restarts(number === 1 ? 1 : 0)).toBe(0);
      const by = await answeredBy(async () => {
        for (const _ of replicas)
          expect(JSON.stringify((await voter.executes("election.cast", data)).body)).toMatch(
            /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/,
          );
      });
      expect([...by].sort()).toEqual([0, 1]);
    }
    expect(await reads((db) => db.ballot.count())).toBe(6);
    await kim.types("wahl");
    await kim.presses("Wahlgang vorzeitig schließen");
    await toldOnce(/Gewählt ist: Kandern/);
    expect(shown(forum.id, /Kandern: 4 von 6 Stimmen/)).toBe(1);
  });

  it("have both answered all the time, and logged no fault", () => {
    const refused = proxy.served.filter(({ status }) => status >= 500);
    expect(refused).toEqual([]);
    const share = proxy.served.filter(({ by }) => by === 0).length / proxy.served.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
    expect(logs()).toBe("");
  });
});
