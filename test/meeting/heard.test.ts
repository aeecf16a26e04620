import { describe, expect, it } from "vitest";
import { lastHeard } from "../../src/meeting/move/heard.ts";

describe("the date somebody has last heard of", () => {
  const untold = [
    { key: "1", from: "2026-04-01T09:00" },
    { key: "2", from: "2026-04-08T09:00" },
  ];
  const heard = (...arrived: string[]) => lastHeard("2026-04-15T09:00", untold, new Set(arrived));

  it("is that before the first move of which nothing arrived", () => {
    expect(heard()).toBe("2026-04-01T09:00");
    expect(heard("1")).toBe("2026-04-08T09:00");
    expect(heard("2")).toBe("2026-04-15T09:00");
    expect(heard("1", "2")).toBe("2026-04-15T09:00");
    expect(lastHeard("2026-04-15T09:00", [], new Set())).toBe("2026-04-15T09:00");
  });
});
