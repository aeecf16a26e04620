/** True minutes with one thing changed: the recount finds it, whatever the election was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotReadable } from "../../scripts/recount/shape.mjs";
import { recounted, vorsitz } from "./asked.ts";
import { COURSE_TAMPERINGS } from "./course-tampering.ts";
import { heldDecision, heldElection, type Minutes, type Opening } from "./held.ts";
import { anyPlan } from "./plans.ts";
import { BOX_TAMPERINGS } from "./tampering.ts";

/** Whether the recount says that something is wrong. */
async function isFound(minutes: Minutes, openings: readonly Opening[]): Promise<boolean> {
  try {
    return !(await recounted(minutes, openings)).good;
  } catch (error) {
    if (error instanceof NotReadable) return true;
    throw error;
  }
}

describe("a single change is found", () => {
  it.each(Object.entries({ ...BOX_TAMPERINGS, ...COURSE_TAMPERINGS }))("%s", async (_, tamper) => {
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        const { minutes, openings } = structuredClone(heldElection(plan));
        if (!tamper(minutes, openings)) return;
        applied += 1;
        expect(await isFound(minutes, openings)).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(applied).toBeGreaterThan(0);
  });
});

describe("without an opening file", () => {
  const changed = (change: (minutes: Minutes) => void) => {
    const { minutes } = vorsitz();
    change(minutes);
    return recounted(minutes).then(({ faults }) => faults);
  };

  it("says what is wrong, and what would be right", async () => {
    const faults = await changed((minutes) => {
      const [, runoff] = minutes.rounds;
      if (runoff) runoff.winner = "Oberbürgermeister von Lörrach";
    });
    expect(faults).toEqual([
      "In der Niederschrift steht: gewählt: Oberbürgermeister von Lörrach. Nachgezählt: gewählt: Bürgermeisterin von Kandern.",
    ]);
  });

  it("finds a confirmation with another root, one of a stranger, and one that was refused", async () => {
    const faults = await changed(({ confirmations }) => {
      for (const [at, one] of confirmations.entries()) Object.assign(one, [{ root: "0" }, { name: "X" }][at]);
      confirmations.push({ name: "Hauptamtsleitung Zell", round: 1, root: "0", agrees: false });
    });
    expect(faults).toEqual([
      "Hauptamtsleitung Weil am Rhein hat Wahlgang 1 mit einem anderen Siegelwert bestätigt.",
      "X hat bestätigt, gehört aber nicht zur Wahlprüfung.",
      "Hauptamtsleitung Zell hat Wahlgang 1 geprüft und nicht bestätigt.",
    ]);
  });

  it("finds a withdrawal that was kept quiet", async () => {
    const faults = await changed(({ rounds: [first] }) => {
      first?.withdrawnAfter.push("Oberbürgermeister von Lörrach");
    });
    expect(faults).toEqual([
      "Zur Wahl mussten stehen: Bürgermeisterin von Kandern, Bürgermeister von Schopfheim.",
    ]);
  });
});

describe("a decision", () => {
  const open = () =>
    heldDecision({ majority: "simple", mode: "vote", secret: false, votes: [0, 0, 0, 1, 1, 2, 3] });
  const changed = (change: (round: ReturnType<typeof open>["minutes"]["rounds"][number]) => void) => {
    const { minutes } = structuredClone(open());
    for (const round of minutes.rounds) change(round);
    return recounted(minutes).then(({ faults }) => faults);
  };

  it("finds a changed open vote, a party in place of another and a list that is gone", async () => {
    expect(await changed(() => {})).toEqual([]);
    expect(await changed(({ votes }) => Object.assign(votes?.[0] ?? {}, { choice: "nein" }))).not.toEqual([]);
    expect(await changed(({ votes }) => Object.assign(votes?.[0] ?? {}, { party: "p11" }))).toEqual([
      "Die Liste der offenen Stimmen passt nicht zu den beteiligten Parteien.",
    ]);
    expect(await changed((round) => Object.assign(round, { votes: null }))).toContain(
      "Die Abstimmung war offen, aber die Liste der Stimmen fehlt.",
    );
  });

  it("finds a result that another majority would have given", async () => {
    const { minutes } = structuredClone(open());
    Object.assign(minutes.decision, { majority: "absolute-present" });
    expect((await recounted(minutes)).faults[0]).toContain(
      "Nachgezählt: abgelehnt (die nötige Mehrheit fehlt)",
    );
  });

  it("finds names beside secret votes", async () => {
    const { minutes } = structuredClone(open());
    Object.assign(minutes.decision, { secret: true });
    expect((await recounted(minutes)).faults).toContain(
      "Die Wahl war geheim, aber es gibt eine Liste mit Namen und Stimmen.",
    );
  });
});
