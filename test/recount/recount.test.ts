import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotReadable } from "../../scripts/recount/shape.mjs";
import { readRecount, recounted, vorsitz } from "./asked.ts";
import { heldDecision, heldElection } from "./held.ts";
import { anyMotion, anyPlan } from "./plans.ts";

describe("minutes and opening files that were made by hand", () => {
  it("are recounted without a fault, and what cannot be known is said", async () => {
    const { minutes, openings } = vorsitz();
    const alone = await recounted(minutes);
    expect(alone.faults).toEqual([]);
    expect(alone.open).toHaveLength(3);
    const opened = await recounted(minutes, openings);
    expect(opened.faults).toEqual([]);
    expect(opened.open).toEqual([expect.stringContaining("lotto-6aus49:2031-03-12")]);
    expect(opened.verdict).toBe("Was sich prüfen ließ, stimmt: 33 in Ordnung, kein Fehler, 1 nicht geprüft.");
  });

  it("may be given in any order, with a byte order mark, and with names in the other Unicode form", async () => {
    const { minutes, openings } = vorsitz();
    const texts = [...openings, minutes].map((one) => `\uFEFF${JSON.stringify(one).normalize("NFD")}`);
    expect((await readRecount(texts)).good).toBe(true);
  });
});

describe("an election held by the program's own rules", () => {
  it("is recounted with the same result, with and without the opening files", async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        const { minutes, openings } = heldElection(plan);
        expect((await recounted(minutes)).faults).toEqual([]);
        expect((await recounted(minutes, openings)).faults).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("leaves nothing of the count open where the opening files are at hand", async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        const { minutes, openings } = heldElection(plan);
        const { open } = await recounted(minutes, openings);
        expect(open.filter((line) => !/öffentliche Wert|abgebrochen/.test(line))).toEqual([]);
      }),
    );
  });
});

describe("a decision made by the program's own rules", () => {
  it("is recounted with the same result, open or secret, by vote or in circulation", async () => {
    await fc.assert(
      fc.asyncProperty(anyMotion, async (plan) => {
        const { minutes, openings } = heldDecision(plan);
        expect((await recounted(minutes)).faults).toEqual([]);
        expect((await recounted(minutes, openings)).faults).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("files that cannot be read", () => {
  const reads = (...texts: string[]) => readRecount(texts);
  const text = (change: object) => JSON.stringify({ ...vorsitz().minutes, ...change });

  it.each([
    ["no JSON", "{", "datei-0.json: Das ist keine vollständige JSON-Datei."],
    ["another format", '{"format":"x"}', "datei-0.json: Das ist weder eine Niederschrift noch"],
    ["no object", "[]", "datei-0.json: Die Angabe „“ fehlt"],
    ["a missing list", text({ rounds: null }), "datei-0.json: Die Angabe „rounds“ fehlt oder ist falsch."],
    ["a wrong number", text({ rounds: [{ round: -1 }] }), "„rounds[0].round“"],
    ["an unknown setting", text({ rule: { settings: { withdrawal: "x" } } }), "„rule.settings.withdrawal“"],
  ])("%s is said in one sentence", async (_, given, sentence) => {
    const failed = await reads(given).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(NotReadable);
    expect(failed instanceof NotReadable && failed.sentence).toContain(sentence);
  });

  it("no minutes or two of them are refused", async () => {
    await expect(reads(JSON.stringify(vorsitz().openings[0]))).rejects.toThrow("Es fehlt die Niederschrift");
    await expect(reads(text({}), text({}))).rejects.toThrow("mehrere Niederschriften");
  });

  it("control characters of a file never reach the terminal", async () => {
    const outcome = await readRecount([text({ title: "Wahl\u001b[2J\u202e" })]);
    expect(outcome.title).toBe("Wahl\uFFFD[2J\uFFFD (Nummer wahl-2031-vorsitz)");
  });
});
