import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownSha256, sha256 } from "../../scripts/recount/sha256.mjs";

const nodes = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("SHA-256", () => {
  it("gives the values of the standard", () => {
    expect(ownSha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(ownSha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("is the same at every length around the end of a block, and for any text", async () => {
    for (let length = 0; length < 200; length += 1) {
      const text = "ü".repeat(length >> 1) + "x".repeat(length & 1);
      expect(ownSha256(text)).toBe(nodes(text));
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (text) => {
        expect(ownSha256(text)).toBe(nodes(text));
        expect(await sha256(text)).toBe(nodes(text));
      }),
    );
  });
});
