/** The table of rights held against the running program: who presses and types what, where, and what comes of it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Part } from "../../src/member/act.ts";
import { ACTS } from "../../src/member/acts.ts";
import { type Act, may } from "../../src/member/rights.ts";
import type { ActionRoute } from "../../src/turn/route.ts";
import type { Person } from "../support/people.ts";
import { dataFor } from "./bag.ts";
import { openHall } from "./hall.ts";

type Hall = Awaited<ReturnType<typeof openHall>>;
let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 60_000);
afterAll(() => hall.bot.close());

const acts = Object.keys(ACTS) as Act[];
const actOf = (verb: string): Act | undefined => acts.find((act) => ACTS[act].verbs.includes(verb));
const actOfWord = (word: string): Act | undefined => acts.find((act) => ACTS[act].words?.includes(word));

const PARTS: Readonly<Record<string, readonly Part[]>> = {
  member: ["vacant"],
  delegate: ["delegate", "holder"],
  deputy: ["deputy"],
  chair: ["chair", "vacant"],
  officer: ["officer", "vacant"],
  scrutineer: ["scrutineer", "vacant"],
  candidate: ["candidate", "vacant"],
  coordinator: ["vacant"],
};
const ROLES = ["guest", ...Object.keys(PARTS)] as const;
const PLACES = ["personal", "groupChat", "groupChannel", "forumChannel", "looseChannel"] as const;
/** Where a part in a seat or an election is no other than in all places together. */
const FEWER = ["personal", "forumChannel"] as const;
const placesOf = (role: string): readonly string[] => (role in PARTS && role !== "delegate" ? FEWER : PLACES);

/** What the table says. Whom it lets through by the part is decided by what there is as well. */
function allowed(act: Act, role: string, place: string): boolean {
  const { parts, where, inForum } = ACTS[act];
  if (where === "personal" && place !== "personal") return false;
  if (inForum && place === "forumChannel" && role !== inForum) return false;
  if (role === "guest") return may(["guest"], act);
  if (role === "coordinator" && may(["coordinator"], act)) return true;
  return may(["member"], act) && (!parts || parts.some((one) => PARTS[role]?.includes(one)));
}

/** Sentences that say: not you, or not here. */
const LACKING = [
  /^Das (kann|können) nur /,
  / kann nur die Koordination/,
  /startet nur die Koordination/,
  /^Wahlleitung und Wahlprüfung benennt nur die Koordination/,
  /^Die Wahlordnung ändert nur die Koordination/,
  /^Die öffentliche Zahl trägt die Koordination/,
  /^Das trägt die Wahlleitung ein/,
  /liest nur die Koordination/,
  /^Mit „wissen“ pflegt die Koordination/,
  /importiert die Koordination/,
  /^Bitte sagen Sie mir zuerst/,
  /^Zu welcher Organisation gehören Sie\?/,
  /nur (im|in Ihrem|in unserem) persönlichen Chat/,
  /zeige ich (nur )?(Ihnen )?(nur )?im persönlichen Chat/,
  /^Den Kalender-Link zeige ich nur Ihnen/,
];
const lacks = (said: string): boolean => LACKING.some((one) => one.test(said));

type Answer = { readonly said: string; readonly asks: boolean };
let presses = 0;

function read(body: unknown): Answer {
  const wire = JSON.stringify(body ?? null);
  const found = (pattern: RegExp) => pattern.exec(wire)?.[1];
  const said =
    found(/"message":"((?:[^"\\]|\\.)*)"/) ??
    found(/"fallbackText":"((?:[^"\\]|\\.)*)"/) ??
    found(/"value":"((?:[^"\\]|\\.)*)"/) ??
    "";
  return { said, asks: wire.includes('"Input.') };
}

const at = (role: string, place: string): Person => {
  const who = hall.roles[role];
  if (!who) throw new Error(role);
  const there = hall.places[place];
  return there ? (who.in(there) as Person) : who;
};

async function presses_(route: ActionRoute, role: string, place: string): Promise<Answer> {
  presses += 1;
  hall.bot.time.passes(30_000);
  const data = dataFor(route, `press-${presses}`, hall.id);
  return read((await at(role, place).executes(route.verb, data, `m${presses}`)).body);
}

/** Everything stored, by table, but for what every turn may write: that a place was seen. */
async function stored(): Promise<Readonly<Record<string, string>>> {
  type Table = { readonly findMany?: () => Promise<unknown[]> };
  const door = hall.bot.db.read as unknown as Record<string, Table>;
  const all: Record<string, string> = {};
  for (const name of Object.keys(door).filter((one) => /^[a-z]/.test(one) && one !== "conversation")) {
    const rows = await door[name]?.findMany?.();
    all[name] = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
  }
  expect(Object.keys(all).length).toBeGreaterThan(30);
  return all;
}

const routes = (): readonly ActionRoute[] => hall.bot.built.routes.flatMap((one) => one.actions);
const cases = (wanted: boolean) =>
  routes().flatMap((route) => {
    const act = actOf(route.verb);
    return ROLES.flatMap((role) =>
      placesOf(role)
        .filter((place) => act && allowed(act, role, place) === wanted)
        .map((place) => ({
          route,
          role,
          place,
        })),
    );
  });

const wordCases = (names: readonly string[]) =>
  names.flatMap((word) => {
    const act = actOfWord(word);
    return ["guest", "member", "coordinator"].flatMap((role) =>
      FEWER.filter((place) => act && !allowed(act, role, place)).map((place) => ({ word, role, place })),
    );
  });

describe("every right", () => {
  it("is in the table: each button and each typed command belongs to one act", () => {
    const known = (names: readonly string[], of: (one: string) => Act | undefined) =>
      names.filter((one) => of(one) === undefined);
    const verbs = routes().map(({ verb }) => verb);
    const words = hall.bot.built.routes.flatMap((one) => one.texts.map(({ name }) => name));
    expect(known(verbs, actOf)).toEqual([]);
    expect(known(words, actOfWord)).toEqual([]);
    const listed = acts.flatMap((act) => ACTS[act].verbs);
    expect(listed.filter((one, position) => listed.indexOf(one) !== position)).toEqual([]);
    expect(listed.filter((one) => !verbs.includes(one))).toEqual([]);
    const said = acts.flatMap((act) => ACTS[act].words ?? []);
    expect(said.filter((one) => !words.includes(one))).toEqual([]);
  });

  it("is tried with data that the buttons take", () => {
    const none = routes().filter((route) => dataFor(route, "x", hall.id) === undefined);
    expect(none.map(({ verb }) => verb)).toEqual([]);
  });

  it("that somebody lacks is refused with a sentence, and nothing is stored", async () => {
    const before = await stored();
    const wrong: string[] = [];
    for (const { route, role, place } of cases(false)) {
      const { said, asks } = await presses_(route, role, place);
      const introduces = said.startsWith("Zu welcher Organisation gehören Sie?");
      if (said === "" || (asks && !introduces))
        wrong.push(`${route.verb} ${role} ${place}: ${said.slice(0, 80)}`);
    }
    expect(wrong).toEqual([]);
    expect(await stored()).toEqual(before);
  }, 120_000);

  it("that somebody lacks is not had by typing either", async () => {
    const before = await stored();
    const typed: Readonly<Record<string, string>> = { thema: "thema: Etwas", suche: "suche Etwas" };
    const names = hall.bot.built.routes.flatMap((one) => one.texts.map(({ name }) => name));
    const wrong: string[] = [];
    for (const { word, role, place } of wordCases(names)) {
      hall.bot.time.passes(30_000);
      const who = at(role, place);
      const { status } = await who.types(typed[word] ?? word);
      // In a channel the answer stands in a thread of its own.
      const said = place === "personal" ? who.lastText() : "x";
      if (status !== 200 || said === "") wrong.push(`${word} ${role} ${place}`);
    }
    expect(wrong).toEqual([]);
    expect(await stored()).toEqual(before);
  }, 120_000);

  it("that somebody has is not refused for lack of it", async () => {
    // These end somebody's part in the Forum; asking for the organisation is what some others are for; and a
    // scrutineer needs a counted round (test/election/minutes.service.test.ts).
    const apart = (verb: string) =>
      ["privacy.erase", "people.remove"].includes(verb) ||
      ["member.introduce", "election.scrutinise"].includes(actOf(verb) ?? "");
    const wrong: string[] = [];
    for (const { route, role, place } of cases(true).filter((one) => !apart(one.route.verb))) {
      const { said } = await presses_(route, role, place);
      if (said === "" || lacks(said)) wrong.push(`${route.verb} ${role} ${place}: ${said.slice(0, 80)}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
