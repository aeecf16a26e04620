/** The recount program, which shares no code with the election, agrees with the minutes that are published. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { drawPublicly } from "../../src/election/lot.ts";
import type { MinutesSource } from "../../src/election/minutes/minutes.source.ts";
import { minutesOf } from "../../src/election/minutes/minutes.ts";
import { turnOf } from "./hall.ts";
import { COUNTED, openOffice } from "./minutes-office.ts";
import {
  accepted,
  CLOSED,
  candidacy,
  counted,
  DAY,
  decision,
  election,
  NOW,
  nameOf,
  round,
  source,
} from "./minutes-source.ts";

const folder = mkdtempSync(join(tmpdir(), "minutes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const program = join(import.meta.dirname, "..", "..", "scripts", "recount", "main.mjs");

/** What the recount prints; rejects when it finds a fault. */
async function recounted(...files: readonly string[]): Promise<string> {
  const paths = files.map((content, at) => {
    const path = join(folder, `${at}.json`);
    writeFileSync(path, content);
    return path;
  });
  return (await promisify(execFile)(process.execPath, [program, ...paths])).stdout;
}

const made = (given: MinutesSource): string =>
  JSON.stringify(minutesOf(given, { now: NOW, version: "1.2.3", organisationName: nameOf }));

const lot = (drawn: string[]) => ({
  ...{ way: "manual-witnessed" as const, source: "", notBefore: CLOSED + DAY, publicRandom: null, keys: [] },
  ...{ drawn, witnesses: ["Hauptamt Wieden", "Ratsbüro Weil"] },
});
const done = (winner: string) =>
  election({ state: "elected", winner, answer: "accepted", answeredAt: NOW, objectionUntil: NOW + DAY });
const gone = candidacy("A", { withdrawnIn: 1, withdrawnAt: CLOSED + 1 });
const three = counted("runoff", { A: 3, B: 2, C: 1 }, { reason: "runoff" });
const final = { number: 2, stage: "runoff" as const };

/** A tie between two, decided by a value that everybody can look up. */
function drawnPublicly(): MinutesSource {
  const tied = round(counted("lot", { A: 3, B: 3 }, { reason: "lot" }), { ...final, candidates: ["A", "B"] });
  const publicRandom = "lotto-6aus49:2026-02-11:03-08-17-22-31-45";
  const sealRoot = tied.seal?.root ?? "";
  const about = { electionId: "wahl-1", round: 2, lotFor: "winner" as const, among: ["A", "B"], seats: 1 };
  const { drawn } = drawPublicly({ ...about, sealRoot, publicRandom });
  const way = { way: "public-draw" as const, source: "lotto-6aus49:2026-02-11", notBefore: CLOSED + DAY };
  const held = { ...tied, lot: { ...way, publicRandom, drawn: [...drawn], keys: [], witnesses: [] } };
  return source({ election: done(drawn[0] ?? ""), rounds: [round(three), held] });
}

const cases: readonly [string, MinutesSource][] = [
  ["elected in the first round", accepted()],
  [
    "a run-off after a withdrawal",
    source({
      election: done("B"),
      candidacies: [gone, candidacy("B"), candidacy("C")],
      rounds: [
        round(three),
        round(counted("elected", { B: 4, C: 2 }, { winner: "B" }), { ...final, candidates: ["B", "C"] }),
      ],
    }),
  ],
  [
    "a lot between two",
    source({
      election: done("B"),
      rounds: [
        round(three),
        round(counted("lot", { A: 3, B: 3 }, { reason: "lot" }), {
          ...{ ...final, candidates: ["A", "B"], lot: lot(["B"]) },
        }),
      ],
    }),
  ],
  ["a public lot between two", drawnPublicly()],
  [
    "too few, then a second session of few",
    source({
      election: done("A"),
      rounds: [
        round(counted("void", null, { reason: "no-quorum", present: 3 })),
        round(counted("elected", null, { winner: "A", present: 4 }), { number: 2, quorum: 3 }),
      ],
    }),
  ],
  ["still in acceptance", source({ rounds: [round(counted("elected", { A: 5, B: 1 }, { winner: "A" }))] })],
  [
    "an open decision",
    source({ election: election({ office: "motion" }), decision: decision(), candidacies: [], roles: [] }),
  ],
  [
    "a secret decision",
    source({
      election: election({ office: "motion", state: "not_elected" }),
      decision: decision({ secret: true, state: "rejected", reason: "tie", votes: [] }),
      rounds: [
        round(counted("rejected", { ja: 3, nein: 3 }, { reason: "tie" }), {
          stage: "motion",
          candidates: [],
        }),
      ],
      ...{ candidacies: [], roles: [] },
    }),
  ],
];

describe("a recount of the minutes", () => {
  it.each(cases)("finds nothing wrong: %s", async (_, given) => {
    expect(await recounted(made(given))).not.toContain("FEHLER");
  });

  it("with both opening files checks a real box from vote to confirmation", async () => {
    const office = await openOffice("sqlite");
    const name = await office.holds(["Kandern", "Kandern", "Kandern", "Schopfheim", "Kandern", "ungueltig"]);
    const files: string[] = [];
    for (const [at, member] of office.scrutineers.entries()) {
      const fetched = await office.scrutinies.fetch(turnOf(member, COUNTED), name, `a${at}`);
      files.push((await office.opened(fetched.ok ? fetched.value.url : "")).body);
      await office.scrutinies.confirm(turnOf(member, COUNTED), name, true);
    }
    const links = await office.minutes.open(turnOf(office.scrutineers[0], COUNTED), name.electionId);
    const minutes = (await office.opened(links.ok ? links.value.json : "")).body;
    const printed = await recounted(minutes, ...files);
    expect(printed).toContain("Kandern");
    expect(printed).not.toContain("FEHLER");
  });
});
