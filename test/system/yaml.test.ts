import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/system/yaml.ts";

const faultsOf = (text: string) => {
  const read = readYaml(text);
  return read.ok ? [] : read.faults;
};

describe("YAML that people wrote", () => {
  it("is read with its references", () => {
    expect(readYaml("a: &x [1]\nb: *x")).toMatchObject({ ok: true, value: { a: [1], b: [1] } });
    expect(readYaml("")).toMatchObject({ ok: true, value: null });
  });

  it("names the line of every fault, in one line each", () => {
    expect(faultsOf("a: 1\na: 2")).toEqual([{ line: 2, message: expect.stringMatching(/unique/) }]);
    expect(faultsOf("a: 1\nb: [1\nc: 2").length).toBeGreaterThan(0);
    for (const { message } of faultsOf("a: 1\nb: [1\nc: 2")) expect(message).not.toContain("\n");
  });

  it("may not refer to what does not stand above it", () => {
    expect(faultsOf("a: 1\nb: *x\nc: *y")).toEqual([
      { line: 2, message: "Unresolved alias: x" },
      { line: 3, message: "Unresolved alias: y" },
    ]);
    expect(faultsOf("a: *x\nb: &x 1")).toHaveLength(1);
  });

  it("may not refer so often that little becomes much", () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);
    expect(faultsOf(["l0: &l0 [a]", ...levels].join("\n"))).toHaveLength(1);
  });

  it("never makes the reader throw", () => {
    const piece = fc.constantFrom(
      "*a",
      "&a",
      "- ",
      ": ",
      "\n",
      "[",
      "]",
      "{",
      "}",
      "!",
      "!!x ",
      "|",
      ">",
      "? ",
      "%",
      "a",
      " ",
      "'",
      '"',
      "<<: ",
    );
    const text = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (one) => readYaml(one) !== undefined),
      { numRuns: 2_000 },
    );
  });
});
