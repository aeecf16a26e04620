import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cut,
  cutToBytes,
  manyLines,
  oneLine,
  questionKey,
  shortNames,
} from "../../../src/rulebook/information/written.ts";

const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);

describe("written words", () => {
  it("have a key that forgets case, umlauts, marks and space", () => {
    expect(questionKey("  Wer zahlt die\nGeschäftsstelle?! ")).toBe(
      questionKey("wer ZAHLT die Geschaeftsstelle"),
    );
    expect(questionKey("?!")).toBe("");
    fc.assert(fc.property(fc.string(), (text) => questionKey(questionKey(text)) === questionKey(text)));
  });

  it("stand in one line without what is not seen", () => {
    expect(oneLine(" a\u0000\u202e\u2066\ufeff \t\n b\ud800 ")).toBe("a b");
    expect(oneLine("e\u0301")).toBe("\u00e9");
  });

  it("keep their lines and paragraphs, and no empty line beyond one", () => {
    expect(manyLines("\n eins  \r\nzwei\rdrei\tvier\n\n\n\nfünf\n ")).toBe("eins\nzwei\ndrei vier\n\nfünf");
    expect(manyLines("eins\n  eingerückt")).toBe("eins\n  eingerückt");
    expect(manyLines("a\vb\fc")).toBe("a b c");
  });

  it("are cut to signs and to bytes without half a character", () => {
    const long = fc.string({ unit: "binary", maxLength: 400 });
    fc.assert(
      fc.property(long, fc.integer({ min: 10, max: 200 }), (text, limit) => {
        const whole = isWhole(text);
        expect(cut(text, limit).length).toBeLessThanOrEqual(limit);
        expect(Buffer.byteLength(JSON.stringify(cutToBytes(text, limit)))).toBeLessThanOrEqual(limit);
        if (whole) expect(isWhole(cut(text, limit))).toBe(true);
        if (whole) expect(isWhole(cutToBytes(text, limit))).toBe(true);
      }),
    );
  });

  it("are left alone where they fit", () => {
    expect(cut("Gemeinde", 8)).toBe("Gemeinde");
    expect(cut("Gemeinden", 8)).toBe("Gemeind…");
    expect([cut("ab\u{10000}cd", 4), cut("ab\u{10ffff}cd", 4)]).toEqual(["ab…", "ab…"]);
    expect(cutToBytes("12345678", 10)).toBe("12345678");
    expect(cutToBytes("123456789", 10)).toBe("1234…");
  });

  it("give buttons names that differ", () => {
    const names = shortNames(["Wer zahlt eigentlich alles?", "Wer zahlt eigentlich nichts?", "Kurz"]);
    expect(names).toEqual(["Wer zahlt eigentl…", "Wer zahlt eigentl… (2)", "Kurz"]);
    expect(shortNames(["Kurz", "Kurz (2)", "Kurz", "Kurz"])).toEqual([
      "Kurz",
      "Kurz (2)",
      "Kurz (3)",
      "Kurz (4)",
    ]);
  });
});
