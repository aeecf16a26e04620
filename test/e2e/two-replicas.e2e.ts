/**
 * Two processes on one PostgreSQL database, as behind one address: whatever reaches which of them, a date is
 * told once, reminded of once, and every vote counts once. The clock of the second one is 2 s ahead.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, nextWeekday, WEEKDAYS } from "../../src/calendar/dates.ts";
import { berlinDate, instantOn } from "../../src/calendar/zones.ts";
import { openDb } from "../../src/db/open.ts";
import { trialPeople } from "../../src/member/trial.ts";
import { actionTitled } from "../support/card.ts";
import type { Person } from "../support/people.ts";
import { channel } from "../support/places.ts";
import { COORDINATOR, type Replicas, startReplicas, TENANT } from "../support/replicas.ts";

const SKEW_MS = 2_000;
const started = await startReplicas(2);
if ("reason" in started) console.log(`Übersprungen: zwei Prozesse auf PostgreSQL. ${started.reason}`);

describe.skipIf("reason" in started)("two replicas", () => {
  const { replicas, towns, connector, databaseUrl, stop } = started as Replicas;
  const forum = channel("Forum");
  /** The same people, each once at every replica. */
  const atAll = (name: string, known: { aadObjectId: string; userId: string }): readonly Person[] =>
    towns.map((town) => town.person(name, known));
  const kim = atAll("Koordination", { aadObjectId: COORDINATOR, userId: "29:koordination" });
  const delegates = trialPeople(TENANT, "few").map(({ actor }) =>
    atAll(actor.name, { aadObjectId: actor.aadObjectId, userId: actor.teamsUserId }),
  );
  const [first, second] = [0, 1] as const;
  const at = (people: readonly Person[], replica: number): Person => {
    const person = people[replica];
    if (!person) throw new Error("there is no such replica");
    return person;
  };
  const shown = (conversation: string, words: RegExp): number =>
    connector.messages(conversation).filter((one) => words.test(JSON.stringify(one.activity))).length;
  const everywhere = [forum.id, ...delegates.map((one) => at(one, first).place.id)];

  /** Waits until it was told everywhere, and a little longer for what would come twice. */
  async function toldOnce(words: RegExp, where = everywhere): Promise<void> {
    const told = () => where.map((place) => shown(place, words));
    await expect.poll(told, { timeout: 50_000, interval: 200 }).not.toContain(0);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(told()).toEqual(where.map(() => 1));
  }

  beforeAll(async () => {
    await replicas[1]?.setsClock(SKEW_MS);
    for (const [number, people] of delegates.entries()) await at(people, number % 2).types("hilfe");
    const here = at(kim, first).in(forum);
    await here.installs();
    await here.types("gruppe");
    here.fills({ "Wofür ist dieser Kanal?": "Kanal des Digitalisierungsforums" });
    await here.presses("Registrieren");
  });
  afterAll(stop);

  it("tell a date once, and keep the reply of each party wherever it came in", async () => {
    const planner = at(kim, first);
    await planner.types("eigener termin");
    const date = nextWeekday(addDays(berlinDate(Date.now()), 10), WEEKDAYS.wednesday);
    planner.fills({ Datum: date, "Uhrzeit (Beginn)": "10:00", "Ort (Raum oder Adresse)": "Landratsamt" });
    await planner.presses("Weiter");
    const invite = actionTitled(planner.lastCard(), "Einladen").node;
    // The same press reaches both.
    await Promise.all(kim.map((one) => one.executes("meeting.plan", invite.data)));
    await toldOnce(/Einladung: Forum am/);
    for (const [number, people] of delegates.entries()) {
      const person = at(people, number % 2);
      await person.presses(number === 5 ? "Absage" : "Zusage", "Einladung: Forum am");
    }
    const other = at(delegates[0] ?? [], second);
    await other.types("termine");
    await other.presses(`Antworten: ${date.split("-").reverse().join(".")}`);
    expect(other.lastText()).toContain("Voraussichtlich beschlussfähig: 5 von 6 kommen, 3 sind nötig.");
  });

  it("remind of it once on the day before, and not the party that has declined", async () => {
    const date = nextWeekday(addDays(berlinDate(Date.now()), 10), WEEKDAYS.wednesday);
    const offset = instantOn(addDays(date, -1), "09:01") - Date.now();
    await replicas[0]?.setsClock(offset);
    await replicas[1]?.setsClock(offset + SKEW_MS);
    const reminder = /Forum um 10:00 Uhr|um 10:00 Uhr: Forum/;
    await toldOnce(reminder, everywhere.slice(0, -1));
    expect(shown(everywhere.at(-1) ?? "", reminder)).toBe(0);
  });

  it("hold an election in which every vote counts once, though each press reaches both", async () => {
    const chair = at(kim, second);
    await chair.types("wahl starten");
    await chair.presses("Kandidaturen stehen fest");
    const named = (town: string) => `Delegation ${town} (${town})`;
    chair.fills({
      "Kommunen, deren Spitze kandidiert": ["Kandern", "Schopfheim"],
      Wahlleitung: named("Lörrach"),
      "Wahlprüfung: zwei Personen aus verschiedenen Kommunen": [named("Weil am Rhein"), named("Todtnau")],
    });
    await chair.presses("Weiter");
    const start = actionTitled(chair.lastCard(), "Wahl eröffnen").node;
    await Promise.all(kim.map((one) => one.executes("election.start", start.data)));
    await toldOnce(/Sie können jetzt abstimmen/, everywhere.slice(1));
    const receipts: string[] = [];
    for (const [number, people] of delegates.entries()) {
      const voter = at(people, number % 2);
      await voter.presses("Stimmzettel öffnen", "Sie können jetzt abstimmen");
      voter.fills({ "Ihre Wahl": number < 4 ? "Kandern" : "Schopfheim" });
      await voter.presses("Weiter zur Prüfung");
      const { data } = actionTitled(voter.lastCard(), "Endgültig abgeben").node;
      const answers = await Promise.all(people.map((one) => one.executes("election.cast", data)));
      const seen = answers.map(
        ({ body }) => /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec(JSON.stringify(body))?.[0],
      );
      expect(seen[0]).toMatch(/./);
      expect(seen[1]).toBe(seen[0]);
      receipts.push(seen[0] ?? "");
    }
    const status = await Promise.all(kim.map((one) => one.types("wahl")));
    expect(status.every((one) => one.status === 200)).toBe(true);
    const close = actionTitled(chair.lastCard(), "Wahlgang vorzeitig schließen").node;
    await Promise.all(kim.map((one) => one.executes("election.close", close.data)));
    await toldOnce(/Gewählt ist: Kandern/);
    expect(shown(forum.id, /Kandern: 4 von 6 Stimmen/)).toBe(1);
    const db = await openDb(databaseUrl, { onFatal: () => undefined });
    const [register, box, round] = [
      await db.read.registerEntry.findMany(),
      await db.read.ballot.count(),
      await db.read.electionRound.findFirstOrThrow(),
    ];
    await db.close();
    expect(register.map((one) => [one.voted, one.tag])).toEqual(register.map(() => [true, null]));
    expect(box).toBe(6);
    const sealed = JSON.stringify(round.seal);
    for (const receipt of receipts) expect(sealed).toContain(receipt.replaceAll("-", ""));
  });

  it("logged no fault", () => {
    expect(replicas.map((replica) => replica.log())).toEqual(["", ""]);
  });
});
