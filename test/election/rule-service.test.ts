/** Versions of the rule of procedure, on both stores. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { ruleRepository } from "../../src/election/organise/rule.repository.prisma.ts";
import { ruleService } from "../../src/election/organise/rule.service.ts";
import { type Setting, typedRule } from "../../src/election/organise/rule.settings.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";
import { engines } from "../support/database.ts";
import { START } from "./hall.ts";
import { acting, type Bureau, coordinating, openBureau } from "./manage-hall.ts";

const open: Bureau[] = [];
afterEach(async () => {
  for (const bureau of open.splice(0)) await bureau.db.close();
});

describe.each(engines)("the rule of procedure on %s", (engine) => {
  const start = async () => {
    const bureau = await openBureau(engine);
    open.push(bureau);
    const service = ruleService({ ...bureau.deps, rules: ruleRepository(bureau.db) });
    const draft = (more: Partial<Record<Setting, string>>, base = 0, adoptedOn = "") => ({
      ...{ base, adoptedOn, typed: { ...typedRule(DEFAULT_RULE), ...more } },
    });
    return { bureau, service, draft };
  };

  it("begins with the defaults; a new version is reviewed, saved once, and listed", async () => {
    const { bureau, service, draft } = await start();
    expect(await service.newest()).toMatchObject({ version: 0, adoptedOn: null });
    const wanted = draft({ votingDays: "10" }, 0, "2026-03-01");
    expect(await service.review(coordinating(), wanted)).toMatchObject({
      ok: true,
      value: { changed: ["votingDays"], adoptedOn: "2026-03-01" },
    });
    expect(await service.versions()).toHaveLength(1);
    expect(await service.save(coordinating(), "f1", wanted)).toEqual({ ok: true, value: 1 });
    expect(await service.save(coordinating(), "f1", wanted)).toEqual({ ok: true, value: 1 });
    expect(await service.newest()).toMatchObject({
      version: 1,
      adoptedOn: "2026-03-01",
      savedAt: START + 60_000,
    });
    expect(await bureau.elections.rule()).toMatchObject({ version: 1, rule: { votingDays: 10 } });
    expect((await service.versions()).map((one) => one.version)).toEqual([1, 0]);
  });

  it.each([
    ["nothing changed", {}, 0, "", "unchanged"],
    ["no day", { votingDays: "9" }, 0, "2026-02-30", "adopted-wrong"],
    ["a day to come", { votingDays: "9" }, 0, "2026-03-03", "adopted-wrong"],
    ["a field that cannot be read", { votingDays: "neun" }, 0, "", "fields"],
    ["another version", { votingDays: "9" }, 4, "", "stale"],
  ] as const)("refuses %s", async (_, more, base, adoptedOn, reason) => {
    const { service, draft } = await start();
    expect(await service.save(coordinating(), "f1", draft(more, base, adoptedOn))).toEqual({
      ok: false,
      reason,
    });
  });

  it("can be adopted as it is, by the coordination only", async () => {
    const { bureau, service, draft } = await start();
    const adopted = draft({}, 0, "2026-03-02");
    expect(await service.save(acting(bureau.officer), "f1", adopted)).toEqual({
      ok: false,
      reason: "not-coordinator",
    });
    expect(await service.save(coordinating(), "f1", adopted)).toEqual({ ok: true, value: 1 });
  });

  it("two coordinators at once make one version; the other is told", async () => {
    const { service, draft } = await start();
    const both = await Promise.all(
      ["8", "9"].map((days, number) =>
        service.save(coordinating(START, number), randomUUID(), draft({ votingDays: days })),
      ),
    );
    expect(both.map((one) => (one.ok ? one.value : one.reason)).sort()).toEqual([1, "stale"]);
    expect(await service.versions()).toHaveLength(2);
  });

  it("an election that is announced keeps the rule of its announcement", async () => {
    const { bureau, service, draft } = await start();
    const name = await bureau.opens();
    expect((await service.save(coordinating(), "f1", draft({ acceptanceDays: "3" }))).ok).toBe(true);
    const election = await bureau.elections.election(name.electionId);
    expect(election).toMatchObject({ ruleVersion: 0, rule: { acceptanceDays: 7 } });
    expect((await bureau.roundOf(name)).rule.acceptanceDays).toBe(7);
  });
});
