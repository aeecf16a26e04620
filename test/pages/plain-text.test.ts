/** A page as plain text: everything in reading order, nothing lost, nothing that people wrote turned into markup. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutesPage } from "../../src/election/minutes/minutes.page.ts";
import { viewOf } from "../../src/election/minutes/minutes.view.ts";
import { html } from "../../src/pages/html.ts";
import { plainTextOf } from "../../src/pages/plain-text.ts";
import { accepted, counted, NOW, nameOf, round } from "../election/minutes-source.ts";

const view = viewOf(accepted({ rounds: [round(counted("elected", { A: 5, B: 2 }, { winner: "A" }))] }), {
  ...{ now: NOW, version: "1.2.3", organisationName: nameOf },
});
const text = plainTextOf(minutesPage(view, { json: null, text: null, recount: null }, false));

describe("the minutes as plain text", () => {
  it("begin with their name and say the result in words", () => {
    expect(text.split("\n")[0]).toBe("Niederschrift – Wahl: Vorsitz des Forums");
    expect(text).toContain("\nGewählt ist A.\n");
    expect(text).toContain("\nA: 5\nB: 2\n");
  });

  it("have headings between empty lines, rows and list items on lines of their own", () => {
    expect(text).toContain("\n\nErgebnis\n\n");
    expect(text).toMatch(/\nGemeinde binzen, Sitz: [^\n]+: ja\n/);
    expect(text).toMatch(/\n- Gewählt ist, wer /);
    expect(text).not.toMatch(/\n{3}|[<>]|&[a-z]+;| {2}/);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("hold everything that the page says, except pictures, heads of tables and links", () => {
    const markup = minutesPage(view, { json: null, text: null, recount: null }, false);
    const shown = markup
      .replace(/<(head|svg|thead|footer)[\s\S]*?<\/\1>/g, " ")
      .replace(/<[^>]+>/g, " ")
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    expect(shown.length).toBeGreaterThan(300);
    expect(shown.filter((word) => !text.includes(word))).toEqual([]);
  });

  it("give back every word that people wrote, as they wrote it", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (written) => {
        const page = html`<!doctype html>\n<html lang="de">\n<head><title>x</title></head>\n<body><p>${written}</p></body></html>`;
        expect(plainTextOf(page.markup)).toBe(
          `${written.replace(/\s+/g, " ").trim()}\n`.replace(/^\n$/, "\n"),
        );
      }),
    );
  });
});
