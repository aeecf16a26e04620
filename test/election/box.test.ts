import { chmodSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  KEY_BYTES,
  newSalt,
  newToken,
  openBallot,
  openPending,
  PENDING_LENGTH,
  ringOf,
  SEALED_LENGTH,
  sealBallot,
  sealPending,
  slotOf,
  tagOf,
} from "../../src/election/box.ts";
import { fileKeys } from "../../src/election/keys.file.ts";
import { removeOrphans } from "../../src/election/keys.ts";
import { commitmentOf } from "../../src/election/seal.ts";
import { systemRandomBytes as random, shuffled } from "../../src/system/random.ts";

const name = { electionId: "vorsitz", round: 1 };
const key = random(KEY_BYTES);
const ring = ringOf(key, name);
const paper = { seat: "kandern", person: "anna", token: newToken(random) };
const anyChoice = fc
  .string({ unit: "grapheme-composite", maxLength: 40 })
  .map((text) => text.normalize("NFC"));

describe("the keys of a round", () => {
  it("differ for every use, every round and every election", () => {
    const rings = [ring, ringOf(key, { ...name, round: 2 }), ringOf(key, { electionId: "x", round: 1 })];
    const all = rings.flatMap((one) => [one.register, one.box, one.ballot, one.card]);
    expect(new Set(all.map((one) => one.toString("hex"))).size).toBe(12);
    expect(ringOf(key, name)).toEqual(ring);
  });

  it("do not split the name of a round in two ways", () => {
    const one = ringOf(key, { electionId: "a", round: 11 });
    expect(slotOf(one, "t")).not.toBe(slotOf(ringOf(key, { electionId: "a|1", round: 1 }), "t"));
  });

  it("give a tag for token and person together", () => {
    expect(tagOf(ring, "t", "anna")).not.toBe(tagOf(ring, "t", "berta"));
    expect(tagOf(ring, "t", "anna")).not.toBe(tagOf(ring, "u", "anna"));
    expect(slotOf(ring, "t")).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a ballot in the box", () => {
  it("opens to what was put in, and has the same length whatever that was", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const ballot = { choice, salt: newSalt(random) };
        const sealed = sealBallot(ring, ballot, random);
        expect(sealed).toHaveLength(SEALED_LENGTH);
        expect(openBallot(ring, sealed)).toEqual({ ...ballot, commitment: commitmentOf(name, ballot) });
      }),
    );
  });

  it("holds 120 characters of four bytes, and refuses more instead of cutting them", () => {
    const salt = newSalt(random);
    const most = "𐐀".repeat(120);
    expect(openBallot(ring, sealBallot(ring, { choice: most, salt }, random))?.choice).toBe(most);
    expect(() => sealBallot(ring, { choice: `${most}a`, salt }, random)).toThrow(RangeError);
  });

  it("never looks the same twice", () => {
    const ballot = { choice: "Kandern", salt: "00".repeat(16) };
    expect(sealBallot(ring, ballot, random)).not.toBe(sealBallot(ring, ballot, random));
  });

  it("opens in no other round, with no other key, and not when a bit was changed", () => {
    const sealed = sealBallot(ring, { choice: "Kandern", salt: newSalt(random) }, random);
    expect(openBallot(ringOf(key, { ...name, round: 2 }), sealed)).toBeNull();
    expect(openBallot(ringOf(random(KEY_BYTES), name), sealed)).toBeNull();
    for (const at of [0, 20, 300, 557]) {
      const bytes = Buffer.from(sealed, "base64");
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(openBallot(ring, bytes.toString("base64"))).toBeNull();
    }
    expect(openBallot(ring, "")).toBeNull();
  });
});

describe("a pending ballot", () => {
  const ballot = { choice: "Kandern", salt: newSalt(random) };
  const pending = sealPending(ring, paper, ballot, random);

  it("opens for its person, seat, token and round, and for nothing else", () => {
    expect(openPending(ring, paper, pending)).toEqual(ballot);
    for (const other of [{ person: "berta" }, { seat: "schopfheim" }, { token: newToken(random) }])
      expect(openPending(ring, { ...paper, ...other }, pending)).toBeNull();
    expect(openPending(ringOf(key, { ...name, round: 2 }), paper, pending)).toBeNull();
  });

  it("always has the same length", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const sealed = sealPending(ring, paper, { choice, salt: newSalt(random) }, random);
        expect(sealed).toHaveLength(PENDING_LENGTH);
      }),
    );
  });

  it("is no row of the box, and a row of the box is no pending ballot", () => {
    expect(openBallot(ring, pending)).toBeNull();
    expect(openPending(ring, paper, sealBallot(ring, ballot, random))).toBeNull();
  });
});

describe("a random order", () => {
  it("keeps every entry once and prefers no place", () => {
    const drawn = Array.from({ length: 6000 }, () => shuffled([0, 1, 2], random));
    for (const one of [0, 1, 2])
      for (const at of [0, 1, 2]) {
        const count = drawn.filter((list) => list[at] === one).length;
        expect(Math.abs(count - 2000)).toBeLessThan(200);
      }
    expect(drawn.every((list) => [...list].sort().join() === "0,1,2")).toBe(true);
  });
});

describe("the folder of keys", () => {
  const HOUR = 3_600_000;
  const folderOf = () => join(mkdtempSync(join(tmpdir(), "keys-")), "deep", "keys");

  it("is made for its owner alone, and so is every key", async () => {
    const folder = folderOf();
    const keys = fileKeys(folder, random);
    await keys.create(name);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toEqual(["vorsitz-1.key"]);
    expect(statSync(join(folder, "vorsitz-1.key"))).toMatchObject({ size: KEY_BYTES });
    expect(statSync(join(folder, "vorsitz-1.key")).mode & 0o777).toBe(0o600);
    expect(await keys.read(name)).toHaveLength(KEY_BYTES);
  });

  it("closes a folder that stood open", async () => {
    const folder = mkdtempSync(join(tmpdir(), "keys-"));
    chmodSync(folder, 0o755);
    await fileKeys(folder, random).create(name);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("never writes over a key", async () => {
    const keys = fileKeys(folderOf(), random);
    await keys.create(name);
    const first = await keys.read(name);
    await expect(keys.create(name)).rejects.toThrow(/EEXIST/);
    expect(await keys.read(name)).toEqual(first);
  });

  it("has no key where there is none, a short one, or no folder", async () => {
    const folder = folderOf();
    const keys = fileKeys(folder, random);
    expect(await keys.read(name)).toBeNull();
    expect(await keys.rounds()).toEqual([]);
    await keys.create({ ...name, round: 2 });
    writeFileSync(join(folder, "vorsitz-1.key"), "short");
    expect(await keys.read(name)).toBeNull();
    await expect(keys.create({ electionId: "../x", round: 1 })).rejects.toThrow(/file/);
  });

  it("loses orphans older than an hour, keeps young ones and those of rounds", async () => {
    const folder = folderOf();
    const keys = fileKeys(folder, random);
    const now = Date.UTC(2026, 2, 2);
    const ages = { old: 2 * HOUR, young: HOUR / 2, used: 5 * HOUR };
    for (const [electionId, age] of Object.entries(ages)) {
      await keys.create({ electionId, round: 1 });
      utimesSync(join(folder, `${electionId}-1.key`), (now - age) / 1000, (now - age) / 1000);
    }
    writeFileSync(join(folder, "readme.txt"), "");
    expect(await removeOrphans(keys, async (one) => one.electionId === "used", now)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(["readme.txt", "used-1.key", "young-1.key"]);
  });
});
