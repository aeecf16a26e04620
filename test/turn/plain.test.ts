import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linked, plain } from "../../src/turn/elements.ts";
import { withoutUnseen } from "../../src/turn/unseen.ts";
import { hostile } from "../support/hostile.ts";
import { drawn, wordsIn } from "../support/shown.ts";

const flat = (text: string): string => withoutUnseen(text).replace(/\s+/g, " ").trim();

describe("what people wrote", () => {
  it("is shown word for word, and nothing but words", () => {
    fc.assert(
      fc.property(hostile, (written) => {
        const html = drawn(plain(written));
        expect(html.replace(/<\/?(?:p|br)>/g, "")).not.toMatch(/<[^>]*>/);
        expect(wordsIn(html)).toBe(flat(written));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    "Text\n===",
    "a | b\n:-|-:\n1 | 2",
    "a\n\n    Code",
    "~~weg~~",
    "~~~\nx\n~~~",
    "&lt;at>Alle&lt;/at>",
    "&#60;b&#62;",
    "[Bank](https://boese.example)",
    "![Bild](https://boese.example/x.png)",
    "<https://boese.example>",
    "[x]\n\n[x]: https://boese.example",
    "**fett** __auch__ *kursiv* `Code`",
    "1. eins\n2) zwei\n+ drei\n- vier\n* fünf\n> sechs\n# sieben",
    "---\n***\n___",
    "<at>Alle</at><img src=x onerror=y><script>z</script>",
    "C:\\Ordner\\",
  ])("%j is shown so", (written) => {
    const html = drawn(plain(written));
    expect(html.replace(/<\/?(?:p|br)>/g, "")).not.toMatch(/<[^>]*>/);
    expect(wordsIn(html)).toBe(flat(written));
  });

  it("loses signs that nobody sees, and keeps those that make others", () => {
    expect(plain("Ab\u200b\u202ec\u2066d\ufeff\u0007")).toBe("Abcd");
    expect(plain("👩\u200d🚒 Weg\u00adbeschreibung")).toBe("👩\u200d🚒 Weg\u00adbeschreibung");
  });

  it("with ordinary words stays as it is", () => {
    for (const words of [
      "Müller & Co",
      "a < b",
      "A | B",
      "Text: mehr",
      "50 % = halb",
      "~10 Stück",
      "R&D; mehr",
    ])
      expect(plain(words)).toBe(words.replace("<", "&lt;").replace("&D;", "&amp;D;"));
  });

  it("takes no longer for many lines", () => {
    const begun = performance.now();
    plain(":\n".repeat(50_000) + " ".repeat(50_000) + "|".repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe("an address", () => {
  const links = (html: string) => [...html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)];

  it("is shown in full, leads where it says, and only over https", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), hostile),
        (address) => {
          const html = drawn(linked(address));
          const [link, ...more] = links(html);
          expect(more).toEqual([]);
          if (!link) {
            expect(html.replace(/<\/?(?:p|br)>/g, "")).not.toMatch(/<[^>]*>/);
            return;
          }
          const [, target = "", label = ""] = link;
          const url = new URL(address);
          expect(new URL(target.replaceAll("&amp;", "&")).host).toBe(url.host);
          expect(target).toMatch(/^https:/);
          expect(wordsIn(label)).toBe(url.href);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["https://landkreis.example/a_b(c)?x=1&y=[2]", "https://landkreis.example/a_b(c)?x=1&y=[2]"],
    ["https://bär.example/", "https://xn--br-via.example/"],
  ])("%j is shown as %j", (address, shown) => {
    const [link] = links(drawn(linked(address)));
    expect(wordsIn(link?.[2] ?? "")).toBe(shown);
  });

  it.each([
    "http://landkreis.example/",
    "javascript:alert(1)",
    "https://landkreis.example@boese.example/",
    "data:text/html,x",
    "kein Link",
  ])("%j cannot be followed", (address) => {
    expect(links(drawn(linked(address)))).toEqual([]);
  });
});
