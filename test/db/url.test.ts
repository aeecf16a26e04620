import { describe, expect, it } from "vitest";
import { StoreFault } from "../../src/db/faults.ts";
import { engineOf, sqlitePath } from "../../src/db/url.ts";

describe("the address of the store", () => {
  it.each([
    ["file:data/local.db", "data/local.db"],
    ["file:///srv/forum.db", "/srv/forum.db"],
    ["file:/srv/forum.db?connection_limit=1", "/srv/forum.db"],
    ["file:./x.db", "./x.db"],
  ])("reads the path of %s", (url, path) => {
    expect(engineOf(url)).toBe("sqlite");
    expect(sqlitePath(url)).toBe(path);
  });

  it("refuses what would not outlive a restart", () => {
    expect(() => sqlitePath("file::memory:")).toThrow(StoreFault);
    expect(() => sqlitePath("file:")).toThrow(StoreFault);
  });
});
