import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLine } from "../../src/calendar/ics-line.ts";

const octets = (text: string) => Buffer.byteLength(text, "utf8");

describe("folding a line of a calendar file", () => {
  it.each([
    ["an empty line", "", [""]],
    ["75 octets", "a".repeat(75), ["a".repeat(75)]],
    ["76 octets", "a".repeat(76), ["a".repeat(75), " a"]],
    ["the space of a continuation counts", "a".repeat(150), ["a".repeat(75), ` ${"a".repeat(74)}`, " a"]],
    ["ö would end at octet 76", `${"a".repeat(74)}ö`, ["a".repeat(74), " ö"]],
    ["ö ends at octet 75", `${"a".repeat(73)}öb`, [`${"a".repeat(73)}ö`, " b"]],
    ["a character of two UTF-16 units", `${"a".repeat(72)}😀`, ["a".repeat(72), " 😀"]],
    ["a space at the fold stays", `${"a".repeat(75)} b`, ["a".repeat(75), "  b"]],
  ])("%s", (_, line, lines) => expect(foldLine(line)).toEqual(lines));

  it("keeps the limit, splits no character, loses nothing, and leaves no room unused", () => {
    const line = fc.string({ unit: fc.constantFrom("a", " ", "ö", "–", "😀"), maxLength: 400 });
    fc.assert(
      fc.property(line, (text) => {
        const lines = foldLine(text);
        expect(lines.map((one, index) => (index ? one.slice(1) : one)).join("")).toBe(text);
        for (const [index, one] of lines.entries()) {
          expect(octets(one)).toBeLessThanOrEqual(75);
          expect(one).not.toMatch(/\p{Cs}/u);
          const next = lines[index + 1];
          if (next === undefined) continue;
          expect(next.startsWith(" ")).toBe(true);
          expect(octets(one) + octets([...next][1] ?? "")).toBeGreaterThan(75);
        }
      }),
    );
  });
});
