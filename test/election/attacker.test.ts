/**
 * Somebody has copies of database, log of the database and log of the program, taken while a round is open
 * with all votes in, and later everything that scrutineers get; but not the key. Who chose what?
 */
import { beforeAll, describe, expect, it } from "vitest";
import { openBallot, ringOf, slotOf } from "../../src/election/box.ts";
import { type RoundName, receiptOf } from "../../src/election/seal.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import { type RandomBytes, shuffled } from "../../src/system/random.ts";
import { engines } from "../support/database.ts";
import { applied, type Copy, commitsOf, contentsOf, copyOf, type Frame, placesOf } from "./files.ts";
import { CLOSES, type Hall, memberOf, openHall, START, turnOf } from "./hall.ts";
import { seeded, seededIds } from "./seeded.ts";

const ROUNDS = 40;
const VOTERS = 12;
const NAMES = ["Kandern", "Schopfheim"] as const;

type Opened = { readonly commitment: string; readonly choice: string; readonly salt: string };
/** What really happened; the attacker sees it only when the score is counted. */
type Truth = ReadonlyMap<string, { readonly choice: string; readonly slot: string; readonly token: string }>;
type Trial = {
  readonly name: RoundName;
  readonly truth: Truth;
  readonly during: Copy;
  readonly after: Copy;
  /** The opening file, in random order. */
  readonly opening: readonly Opened[];
};

async function held(hall: Hall, mix: RandomBytes): Promise<Trial> {
  const name = await hall.opens(NAMES);
  const ring = ringOf((await hall.keys.read(name)) ?? Buffer.alloc(32), name);
  const truth = new Map<string, { choice: string; slot: string; token: string }>();
  for (const party of shuffled(hall.seated, mix)) {
    const choice = NAMES[(mix(1)[0] ?? 0) % 2] ?? "";
    const { token, pending } = await hall.reviews(name, party, choice);
    const done = await hall.service.cast(turnOf(memberOf(party), START + 60_000), name, token, pending);
    if (!done.ok) throw new Error(done.reason);
    truth.set(party, { choice, slot: slotOf(ring, token), token });
  }
  const during = copyOf(hall.url);
  const opening = shuffled(await hall.ballots(name), mix).flatMap(
    (row) => openBallot(ring, row.sealed) ?? [],
  );
  await hall.service.closeDue(CLOSES + 2_000);
  expect((await hall.roundOf(name)).phase).toBe("closed");
  const after = copyOf(hall.url);
  await hall.frees(name);
  return { name, truth, during, after, opening };
}

type Pair = { readonly party: string; readonly slot: string; readonly frames: readonly Frame[] };

/** Reads the log transaction by transaction: which seat and which ballot were written together. */
async function pairsIn({ during, name }: Trial): Promise<readonly Pair[]> {
  let image = during.main;
  let before = await contentsOf(image, name.electionId);
  const pairs: Pair[] = [];
  for (const frames of commitsOf(during)) {
    image = applied(image, frames);
    const now = await contentsOf(image, name.electionId);
    const marked = now.register.filter(
      ({ party, voted }) => voted && !before.register.some((one) => one.party === party && one.voted),
    );
    const dropped = now.slots.filter((slot) => !before.slots.includes(slot));
    const [entry] = marked;
    const [slot] = dropped;
    if (entry && slot && marked.length === 1 && dropped.length === 1)
      pairs.push({ party: entry.party, slot, frames });
    before = now;
  }
  return pairs;
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** Which of these stand anywhere in the two files. */
const found = ({ main, wal }: Copy, secrets: readonly (string | Buffer)[]) =>
  secrets.filter((secret) => main.includes(secret) || wal.includes(secret));

/** Where the row of a seat or ballot lies; of a seat the row itself, not its entry in the index. */
function placeIn(main: Buffer, electionId: string, key: string): number {
  const row = main.indexOf(`${electionId}${key}${memberOf(key).id}`);
  return row === -1 ? main.indexOf(`${electionId}${key}`) : row;
}

/** Within five standard deviations of what guessing gives. */
function expectChance(hits: number, expected: number, variance: number): void {
  expect(hits).toBeGreaterThan(expected - 5 * Math.sqrt(variance));
  expect(hits).toBeLessThan(expected + 5 * Math.sqrt(variance));
}

const sortedBy = <T>(list: readonly T[], key: (one: T) => string | number): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** Ways of laying the ballots of known parties beside the opening file. */
const MATCHINGS: Readonly<
  Record<string, (pairs: readonly Pair[], opening: readonly Opened[]) => [readonly Pair[], readonly Opened[]]>
> = {
  "in the order of voting": (pairs, opening) => [pairs, opening],
  "by slot and commitment": (pairs, opening) => [
    sortedBy(pairs, (one) => one.slot),
    sortedBy(opening, (one) => one.commitment),
  ],
  "by slot and salt": (pairs, opening) => [
    sortedBy(pairs, (one) => one.slot),
    sortedBy(opening, (one) => one.salt),
  ],
  "by party and commitment": (pairs, opening) => [
    sortedBy(pairs, (one) => one.party),
    sortedBy(opening, (one) => one.commitment),
  ],
};

const pageOf = ({ frames }: Pair): Buffer => Buffer.concat(frames.map((frame) => frame.content));

/** Traits of a single vote in the files that might go with the choice. */
const TRAITS: Readonly<Record<string, (pair: Pair) => number>> = {
  "number of frames": ({ frames }) => frames.length,
  "first digit of the slot": ({ slot }) => Number.parseInt(slot.slice(0, 1), 16),
  "place in the page": (pair) => pageOf(pair).indexOf(pair.slot) >> 4,
  "first character of the ciphertext": (pair) => {
    const page = pageOf(pair);
    return page[page.indexOf(pair.slot) + pair.slot.length] ?? 0;
  },
};

describe("somebody with all files but without the key", () => {
  let hall: Hall;
  const trials: Trial[] = [];
  const known: (readonly Pair[])[] = [];

  beforeAll(async () => {
    const random = seeded("bot");
    hall = await openHall("sqlite", { seats: VOTERS, random, deps: { newId: seededIds("bot") } });
    const mix = seeded("town");
    for (let round = 0; round < ROUNDS; round++) {
      const trial = await held(hall, mix);
      trials.push(trial);
      known.push(await pairsIn(trial));
    }
  }, 120_000);

  const hitsOf = (matching: (typeof MATCHINGS)[string]): number =>
    sum(
      trials.map(({ truth, opening }, at) => {
        const [pairs, ballots] = matching(known[at] ?? [], opening);
        return pairs.filter(({ party }, place) => truth.get(party)?.choice === ballots[place]?.choice).length;
      }),
    );

  it("is not blind: while the round is open, party and ciphertext can be paired", () => {
    for (const [at, { truth }] of trials.entries()) {
      const pairs = known[at] ?? [];
      expect(pairs).toHaveLength(VOTERS);
      expect(pairs.every(({ party, slot }) => truth.get(party)?.slot === slot)).toBe(true);
    }
  });

  it.each(Object.keys(MATCHINGS))("does no better than chance matching %s", (how) => {
    const matching = MATCHINGS[how];
    if (!matching) throw new Error(how);
    const votes = trials.map(
      ({ truth }) => [...truth.values()].filter((one) => one.choice === NAMES[0]).length,
    );
    const expected = sum(votes.map((a) => (a ** 2 + (VOTERS - a) ** 2) / VOTERS));
    const variance = sum(votes.map((a) => (4 * a ** 2 * (VOTERS - a) ** 2) / (VOTERS ** 2 * (VOTERS - 1))));
    expectChance(hitsOf(matching), expected, variance);
  });

  it.each(Object.keys(TRAITS))("does no better than chance guessing by the %s", (how) => {
    const trait = TRAITS[how];
    if (!trait) throw new Error(how);
    const all = trials.flatMap(({ truth }, at) =>
      (known[at] ?? []).map((pair) => ({ trait: trait(pair), choice: truth.get(pair.party)?.choice })),
    );
    expect(all).toHaveLength(ROUNDS * VOTERS);
    const odd = all.filter((one) => NAMES[one.trait % 2] === one.choice).length;
    expectChance(odd, all.length / 2, all.length / 4);
    const middle = sortedBy(all, (one) => one.trait)[all.length >> 1]?.trait ?? 0;
    const upper = all.filter((one) => NAMES[one.trait > middle ? 1 : 0] === one.choice).length;
    expectChance(upper, all.length / 2, all.length / 4);
  });

  it("finds neither salt nor commitment nor receipt nor token in any byte", () => {
    for (const { truth, during, after, opening } of trials) {
      const salts = opening.flatMap(({ salt }) => [salt, Buffer.from(salt, "hex")]);
      const tokens = [...truth.values()].flatMap(({ token }) => [token, Buffer.from(token, "hex")]);
      const sealed = opening.flatMap(({ commitment }) => [
        ...[commitment, receiptOf(commitment), commitment.slice(0, 12)],
        Buffer.from(commitment, "hex"),
      ]);
      expect(found(during, [...salts, ...tokens, ...sealed])).toEqual([]);
      // After the close the commitments are public; salts and tokens never are.
      expect(found(after, [...salts, ...tokens])).toEqual([]);
    }
  });

  it("finds no name of a candidate where votes were written", () => {
    const pages = known.flat().map(pageOf);
    expect(pages).toHaveLength(ROUNDS * VOTERS);
    expect(pages.filter((page) => NAMES.some((name) => page.includes(name)))).toEqual([]);
  });

  it("sees ballots of one length only", async () => {
    const lengths = await hall.db.read.ballot.findMany({ select: { sealed: true, slot: true } });
    expect(lengths).toHaveLength(ROUNDS * VOTERS);
    expect(new Set(lengths.map((row) => `${row.sealed.length} ${row.slot.length}`)).size).toBe(1);
  });

  it("reads nothing in the log of the program but one entry a round, with numbers", () => {
    const entry = { level: "info", event: "election.closed", fields: { cast: VOTERS, entitled: VOTERS } };
    expect(hall.logged).toEqual(Array(ROUNDS).fill(entry));
  });

  it("finds no tag, no copy of a row and nothing of the old log in the files after the close", async () => {
    for (const { name, during, after, truth } of trials) {
      const { register } = await contentsOf(commitsOf(during).reduce(applied, during.main), name.electionId);
      const tags = register.flatMap(({ tag }) => tag ?? []);
      expect(tags).toHaveLength(VOTERS);
      expect(found(after, tags)).toEqual([]);
      // All that is written after the log was emptied is that the round is closed.
      expect(commitsOf(after)).toHaveLength(1);
      for (const { party } of register) {
        const row = `${name.electionId}${party}`;
        // Once in the table, once in its index.
        expect([placesOf(after.main, row).length, placesOf(after.wal, row).length]).toEqual([2, 0]);
      }
      for (const { slot } of truth.values()) {
        const row = `${name.electionId}${slot}`;
        expect([placesOf(after.main, row).length, placesOf(after.wal, row).length]).toEqual([1, 0]);
      }
      const { slots } = await contentsOf(after.main, name.electionId);
      expect(slots).toEqual([...slots].sort());
    }
  });

  it.each([
    ["the order of rows", (_: Buffer, __: string, key: readonly string[]) => key],
    [
      "the order of bytes in the file",
      (main: Buffer, electionId: string, keys: readonly string[]) =>
        sortedBy(keys, (key) => placeIn(main, electionId, key)),
    ],
    [
      "the backward order of bytes in the file",
      (main: Buffer, electionId: string, keys: readonly string[]) =>
        sortedBy(keys, (key) => -placeIn(main, electionId, key)),
    ],
  ])("pairs party and ciphertext after the close no better than chance by %s", async (_, order) => {
    let hits = 0;
    for (const { name, after, truth } of trials) {
      const { register, slots } = await contentsOf(after.main, name.electionId);
      const rows = register.map((one) => one.party);
      const parties = order(after.main, name.electionId, rows);
      const ballots = order(after.main, name.electionId, slots);
      hits += parties.filter((party, at) => truth.get(party)?.slot === ballots[at]).length;
    }
    expectChance(hits, ROUNDS, ROUNDS);
  });
});

/**
 * A round in which `order` casts the ballots 0, 1, 2 … one after the other, with everything else the same in
 * every run: keys, tokens, salts, nonces and all ids.
 */
async function withBallots(order: (seated: readonly string[]) => readonly string[]): Promise<Copy> {
  let random = seeded("keys");
  const deps = { newId: seededIds("elections"), enqueue: createEnqueue(seededIds("messages")) };
  const hall = await openHall("sqlite", { seats: VOTERS, random: (size) => random(size), deps });
  const name = await hall.opens(NAMES, "form");
  const cast = order(hall.seated).map((party, ballot) => ({ party, ballot }));
  for (const { party, ballot } of shuffled(cast, seeded(`turn ${order(["a", "b"])}`))) {
    random = seeded(`ballot ${ballot}`);
    expect((await hall.votes(name, party, NAMES[ballot % 2] ?? "")).ok).toBe(true);
  }
  random = seeded("close");
  await hall.service.closeDue(CLOSES + 2_000);
  return copyOf(hall.url);
}

describe("the files after the close", () => {
  it("are the same, byte for byte, whoever cast which ballot and in whatever order", async () => {
    const first = await withBallots((seated) => [...seated]);
    const others = [
      await withBallots((seated) => [...seated].reverse()),
      await withBallots((seated) => shuffled(seated, seeded("somehow"))),
    ];
    for (const other of others) {
      expect(other.main.equals(first.main)).toBe(true);
      // The log holds the last step only; its own salts differ.
      expect(commitsOf(other)).toEqual(commitsOf(first));
    }
  }, 30_000);
});

describe.runIf(engines.includes("postgresql"))("somebody with the tables of PostgreSQL", () => {
  it("finds after the close all rows written by one transaction, in the order of their keys", async () => {
    const hall = await openHall("postgresql", { seats: VOTERS });
    const name = await hall.opens(NAMES);
    for (const party of shuffled(hall.seated, seeded("pg"))) await hall.votes(name, party, "Kandern");
    type Row = { xmin: string; key: string; tag: string | null };
    const register = () => hall.db.read.$queryRaw<Row[]>`
      SELECT "xmin"::text AS "xmin", "party" AS "key", "tag" FROM "RegisterEntry" ORDER BY "ctid"`;
    const box = () => hall.db.read.$queryRaw<Row[]>`
      SELECT "xmin"::text AS "xmin", "slot" AS "key", NULL AS "tag" FROM "Ballot" ORDER BY "ctid"`;
    const during = [await register(), await box()];
    // As long as the round is open, each vote can be recognised.
    expect(new Set(during[1]?.map((row) => row.xmin)).size).toBe(VOTERS);
    expect(during[0]?.map((row) => row.xmin).sort()).toEqual(during[1]?.map((row) => row.xmin).sort());
    await hall.service.closeDue(CLOSES + 2_000);
    const after = [await register(), await box()];
    expect(new Set(after.flat().map((row) => row.xmin)).size).toBe(1);
    expect(after[0]?.every((row) => row.tag === null)).toBe(true);
    for (const rows of after) {
      const keys = rows.map((row) => row.key);
      expect(keys).toEqual([...keys].sort());
    }
    const [dead] = await hall.db.read.$queryRaw<{ pages: number }[]>`
      SELECT (pg_relation_size('"Ballot"') / 8192)::int AS "pages"`;
    expect(dead?.pages).toBeLessThanOrEqual(2);
  });
});
