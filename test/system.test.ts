import { describe, expect, it } from "vitest";
import { systemChance } from "../src/system/chance.ts";
import { createLog, describeError, Fault } from "../src/system/log.ts";
import { orRefuse } from "../src/system/refusal.ts";

describe("the log", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });

  it("keeps name, code and place of a foreign error, never its message, causes included", () => {
    const inner = Object.assign(new TypeError("Schopfheim sagt: geheim"), { code: "E_X" });
    log.fault("turn.fault", new Error("auch geheim", { cause: inner }), { reference: "AB12" });
    const line = lines.at(-1) ?? "";
    expect(line).not.toMatch(/geheim|Schopfheim/);
    expect(JSON.parse(line)).toMatchObject({
      event: "turn.fault",
      reference: "AB12",
      error: "Error",
      "cause.error": "TypeError",
      "cause.code": "E_X",
    });
    expect(JSON.parse(line).at).toContain("system.test");
  });

  it("keeps nothing of a message that looks like the place of an error", () => {
    const said = "Zeile eins\n    at Geheim (file:///geheim.ts:1:1)\n    at noch mehr";
    expect(JSON.stringify(describeError(new TypeError(said)))).not.toMatch(/geheim|noch mehr/i);
    expect(describeError(new TypeError(said)).at).toMatch(/^at .*system\.test\.ts/);
    const changed = new Error(`${said}\nZeile zwei`);
    changed.message = "anders";
    expect(describeError(changed).at).toMatch(/^at .*system\.test\.ts/);
  });

  it("keeps the message of a fault of our own", () => {
    expect(describeError(new Fault("half a migration"))).toMatchObject({ message: "half a migration" });
  });

  it("survives an error that is its own cause, and things that are no errors", () => {
    const loop = new Error("x");
    loop.cause = loop;
    expect(describeError(loop)).toMatchObject({ error: "Error" });
    expect(describeError("just text with geheim")).toEqual({ error: "string" });
    expect(describeError(undefined)).toEqual({ error: "undefined" });
  });
});

describe("a refusal inside a transaction", () => {
  it("comes out as a value, any other throw as a fault", async () => {
    expect(await orRefuse<"no", number>(async () => 7)).toEqual({ ok: true, value: 7 });
    expect(await orRefuse<"no", number>(async (refuse) => refuse("no"))).toEqual({ ok: false, reason: "no" });
    await expect(orRefuse(async () => Promise.reject(new Error("fault")))).rejects.toThrow("fault");
  });

  it("of an inner piece of work is not taken for one's own", async () => {
    const outer = orRefuse<"outer", unknown>(async () => {
      let leaked: unknown;
      await orRefuse<"inner", never>(async (refuse) => {
        try {
          return refuse("inner");
        } catch (error) {
          leaked = error;
          throw error;
        }
      });
      throw leaked;
    });
    await expect(outer).rejects.toThrow("inner");
  });
});

describe("chance", () => {
  it("stays in [0, 1) and is not constant", () => {
    const drawn = Array.from({ length: 200 }, systemChance);
    expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(190);
  });
});
