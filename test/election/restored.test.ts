/** A store that is put back to an earlier state while a round is open would let people vote twice. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runDbCommand } from "../../src/cli/db-command.ts";
import { SEALED } from "../../src/election/keys.ts";
import { endings } from "../../src/election/result.texts.ts";
import { secretBallotService } from "../../src/election/secret-ballot.service.ts";
import type { ElectionDeps } from "../../src/election/service.ts";
import { emptyUrl, engines } from "../support/database.ts";
import { CHANNEL, CLOSES, type Hall, type HallOptions, memberOf, openHall, START } from "./hall.ts";

const QUARTER = 15 * 60_000;

describe.each(engines)("a store put back to an earlier state on %s", (engine) => {
  it("is noticed at the start by the votes that are missing, and the round is stopped", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    for (const party of hall.seated.slice(0, 3)) await hall.votes(name, party, "Kandern");
    await hall.service.closeDue(START + QUARTER);
    expect(await hall.keys.noted(name)).toBe(3);
    await hall.service.stopDamaged(START + QUARTER);
    expect((await hall.roundOf(name)).phase).toBe("voting");
    // What a backup of before the third vote would say: one mark and one ballot less than there were.
    await hall.keys.note(name, 4);
    await hall.service.stopDamaged(START + QUARTER);
    await hall.service.closeDue(START + QUARTER);
    expect(await hall.roundOf(name)).toMatchObject({ phase: "closed", result: { reason: "count-mismatch" } });
    expect(await hall.election(name)).toMatchObject({ state: "void" });
  });

  it("is noticed where the box had been sealed already", async () => {
    const hall = await openHall(engine, { seats: 6, deps: { settled: async () => false } });
    const name = await hall.opens();
    await hall.votes(name, hall.seated[0] ?? "", "Kandern");
    await hall.service.closeDue(CLOSES + 2_000);
    await hall.service.closeDue(CLOSES + QUARTER + 3_000);
    expect(await hall.keys.noted(name)).toBe(SEALED);
    await hall.keys.remove(name);
    expect(await hall.keys.noted(name)).toBe(0);
  });
});

describe.each(engines)("a secret round that was open in a backup, on %s", { timeout: 60_000 }, (engine) => {
  const folder = mkdtempSync(join(tmpdir(), "forumsbote-restored-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = async (url: string, args: readonly string[], env: Record<string, string> = {}) => {
    const words: string[] = [];
    const out = { data: () => undefined, words: (line: string) => words.push(line) };
    return { code: await runDbCommand(args, url, out, env), words: words.join("\n") };
  };
  /** The store as another one is that was restored from a backup of it, with the same keys. */
  async function restoredFrom(hall: Hall, deps: HallOptions["deps"] = {}) {
    const [path, url] = [join(folder, randomUUID()), await emptyUrl(engine)];
    expect(await run(hall.url, ["backup", path])).toMatchObject({ code: 0 });
    const restored = await run(url, ["restore", path], { BALLOT_KEY_DIR: hall.folder });
    expect(restored).toMatchObject({ code: 0 });
    const beside = { url, folder: hall.folder, seated: hall.seated };
    return { words: restored.words, after: await openHall(engine, { beside, deps }) };
  }

  it("is void: nothing is in the box, nothing is counted, everybody is told, it can be held again", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    for (const party of hall.seated.slice(0, 3)) await hall.votes(name, party, "Kandern");
    const { words, after } = await restoredFrom(hall);
    expect(words).toContain("1 geheimer Wahlgang");
    expect(await after.ballots(name)).toEqual([]);
    const register = await after.db.read.registerEntry.findMany();
    expect(register.map(({ tag, tested }) => [tag, tested])).toEqual(register.map(() => [null, null]));
    expect((await after.votes(name, after.seated[4] ?? "", "Kandern")).ok).toBe(false);
    // The next start.
    await after.service.stopDamaged(START + QUARTER);
    await after.service.closeDue(START + QUARTER);
    expect(await after.roundOf(name)).toMatchObject({
      phase: "closed",
      result: { outcome: "void", reason: "restored", present: 3, tally: null, choices: null },
    });
    expect(await after.election(name)).toMatchObject({ state: "void" });
    const told = await after.db.read.outboxItem.findMany({ where: { kind: "election.result" } });
    expect(told.map((one) => one.memberId ?? one.conversationId).sort()).toEqual(
      [CHANNEL, ...after.seated.map((party) => memberOf(party).id)].sort(),
    );
    expect(endings.restored).toContain("Die Koordination kann den Wahlgang wiederholen.");
    expect(await after.keys.read(name)).toBeNull();
    const again = await after.service.progress.apply(
      name.electionId,
      { type: "repeat", by: "coordinator" },
      START + 2 * QUARTER,
    );
    expect(again.ok).toBe(true);
  });

  it("is void after its seal as well", async () => {
    const hall = await openHall(engine, { seats: 6, deps: { settled: async () => false } });
    const name = await hall.opens();
    await hall.votes(name, hall.seated[0] ?? "", "Kandern");
    await hall.service.closeDue(CLOSES + 2_000);
    expect((await hall.roundOf(name)).phase).toBe("sealed");
    const { after } = await restoredFrom(hall);
    expect(await after.ballots(name)).toEqual([]);
    await after.service.closeDue(CLOSES + QUARTER);
    expect(await after.roundOf(name)).toMatchObject({ phase: "closed", result: { reason: "restored" } });
    expect(await after.election(name)).toMatchObject({ state: "void", winner: null });
  });

  it("on a motion tells whoever keeps the motion why", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const seats = hall.seated.map((party) => ({ party, holderId: memberOf(party).id }));
    const box = secretBallotService({
      ...{ repository: hall.repository, elections: hall.elections, keys: hall.keys },
      ...{ newId: randomUUID, seats: async () => [], keepsTraces: async () => false },
      enqueue: async () => undefined,
    });
    const times = { opensAt: START, closesAt: CLOSES, quorum: 3 };
    const { electionId } = await hall.db.write((tx) => box.open(tx, { title: "Antrag", seats, ...times }));
    const asked: unknown[] = [];
    const settleSecret: ElectionDeps["settleSecret"] = async (_, id, tally, facts) => {
      asked.push({ id, tally, reason: facts.voidReason });
      return { outcome: "void", reason: "count-mismatch" };
    };
    const { after } = await restoredFrom(hall, { settleSecret });
    await after.service.closeDue(START + QUARTER);
    expect(asked).toEqual([{ id: electionId, tally: null, reason: "restored" }]);
    expect(await after.roundOf({ electionId, round: 1 })).toMatchObject({
      phase: "closed",
      result: { reason: "restored" },
    });
  });

  it("leaves results that were counted before as they are", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const name = await hall.opens();
    for (const party of hall.seated) await hall.votes(name, party, "Kandern");
    await hall.service.closeDue(CLOSES + 2_000);
    const counted = await hall.roundOf(name);
    expect(counted).toMatchObject({ phase: "closed", result: { winner: "Kandern" } });
    const { words, after } = await restoredFrom(hall);
    expect(words).toContain("kein geheimer Wahlgang offen");
    expect(await after.roundOf(name)).toEqual(counted);
    expect(await after.ballots(name)).toEqual(await hall.ballots(name));
  });

  it("never gives the key of a round that is lost to a new round of the same name", async () => {
    const hall = await openHall(engine, { seats: 6 });
    const path = join(folder, randomUUID());
    await run(hall.url, ["backup", path]);
    const name = await hall.opens();
    const lost = await hall.keys.read(name);
    expect(lost).not.toBeNull();
    const url = await emptyUrl(engine);
    expect((await run(url, ["restore", path], { BALLOT_KEY_DIR: hall.folder })).code).toBe(0);
    expect(await hall.keys.read(name)).toBeNull();
    expect((await run(await emptyUrl(engine), ["restore", path])).words).toContain("BALLOT_KEY_DIR fehlt");
  });
});
