/** Files become passages, or a refusal that says why not. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createReadFile, type ReadFile } from "../../../src/rulebook/originals/read.ts";
import { createUnpack } from "../../../src/rulebook/originals/unpack.ts";
import { docx, listItem, noted, paragraph, table, zip } from "../../support/docx.ts";
import { lockedPdf, pdf, running } from "../../support/pdf.ts";

let read: ReadFile;
beforeAll(() => {
  read = createReadFile(createUnpack());
});

async function passagesOf(content: string | Uint8Array, name: string) {
  const done = await read(typeof content === "string" ? Buffer.from(content) : content, name);
  if (!done.ok) throw new Error(`refused: ${done.reason}`);
  return done.value.passages;
}
const shortOf = (passages: Awaited<ReturnType<typeof passagesOf>>) =>
  passages.map(({ heading, paragraph: number, page, text }) => [heading, number, page, text]);
const reasonOf = async (content: string | Uint8Array, name: string) => {
  const done = await read(typeof content === "string" ? Buffer.from(content) : content, name);
  return done.ok ? "read" : done.reason;
};

const LONG = "Die Gemeinden arbeiten zusammen und treffen sich regelmäßig an einem Ort.";

describe("a text file", () => {
  it("is divided at empty lines, under the headings it shows, to the letter", async () => {
    const text = [
      "Vereinbarung\n",
      `1. Ziele\n\n${LONG}\n`,
      "Gemeinsame   Beschaffung\tlohnt\nsich – sagen „alle“.\n",
      `1.1 Wege\n\n${LONG}\n`,
      `■ **Ausblick**\n\n${LONG}`,
    ].join("\n");
    expect(shortOf(await passagesOf(text, "v.txt"))).toEqual([
      ["", 1, null, "Vereinbarung"],
      ["1. Ziele", 1, null, LONG],
      ["1. Ziele", 2, null, "Gemeinsame Beschaffung lohnt"],
      ["1. Ziele", 3, null, "sich – sagen „alle“."],
      ["1. Ziele › 1.1 Wege", 1, null, LONG],
      ["1. Ziele › Ausblick", 1, null, LONG],
    ]);
  });

  it("keeps a list together with the beginning of its sentence", async () => {
    const passages = await passagesOf(
      "Das Forum strebt danach,\n\n- Fehler zu vermeiden und\n- zu beraten.",
      "l.txt",
    );
    expect(passages.map(({ text }) => text)).toEqual([
      "Das Forum strebt danach, - Fehler zu vermeiden und - zu beraten.",
    ]);
  });

  it("loses its table of contents, captions and notes", async () => {
    const text = [
      "Inhaltsverzeichnis\tSeite\nZiele\t2\nWege zum Ziel 5\nAnhang .......... 12\n",
      `Ziele\n\n${LONG}\n`,
      "Abbildung 3: Ein Schaubild\n",
      "¹ Vgl. ein Buch.\n",
      "Wir verstehen das als Aufgabe.¹ Und nach 20 m² ist Schluss.",
    ].join("\n");
    expect((await passagesOf(text, "t.txt")).map((one) => one.text)).toEqual([
      LONG,
      "Wir verstehen das als Aufgabe. Und nach 20 m² ist Schluss.",
    ]);
  });

  it("joins words divided at the end of a line, but no complements", async () => {
    const text = "Die Digitali-\nsierung hat Vor-\nund Nachteile für die Baden-\nWürttemberger.";
    const [only] = await passagesOf(text, "h.txt");
    expect(only?.text).toBe("Die Digitalisierung hat Vor- und Nachteile für die Baden-Württemberger.");
  });

  it.each([
    ["UTF-8", Buffer.from("Größe und Maß")],
    ["UTF-8 with a mark", Buffer.from("\ufeffGröße und Maß")],
    ["Windows-1252", Buffer.from("Größe und Maß", "latin1")],
    ["UTF-16", Buffer.from("\ufeffGröße und Maß", "utf16le")],
  ])("is read in %s", async (_, bytes) => {
    expect((await passagesOf(bytes, "u.txt"))[0]?.text).toBe("Größe und Maß");
  });

  it("reads Windows quotation marks and the euro sign", async () => {
    const bytes = Buffer.from([0x84, 0x41, 0x62, 0x63, 0x93, 0x20, 0x96, 0x20, 0x80]);
    expect((await passagesOf(bytes, "w.txt"))[0]?.text).toBe("„Abc“ – €");
  });

  it("cuts a paragraph without end after a sentence", async () => {
    const passages = await passagesOf("Ein Satz steht hier. ".repeat(500), "long.txt");
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.every(({ text }) => text.length <= 4000 && text.endsWith("hier."))).toBe(true);
    expect(passages.map(({ paragraph: number }) => number)).toEqual(passages.map((_, at) => at + 1));
  });
});

describe("the text of any file", () => {
  const word = fc.constantFrom(
    "Forum",
    "und",
    "„Ziel“",
    "*fett*",
    "1.",
    "§ 2",
    "- a",
    "Komm.One",
    "x:",
    "#",
    "■",
    "12",
    "|",
  );
  const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(" "));
  const text = fc
    .array(fc.tuple(line, fc.constantFrom("\n", "\n\n", "\r\n", "\n \n\n")))
    .map((all) => all.flat().join(""));

  it("stands to the letter in its passages, white space aside", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const done = await read(Buffer.from(written), "a.txt");
        const whole = written.replace(/\s+/g, " ");
        expect(done.ok ? done.value.passages.filter((one) => !whole.includes(one.text)) : []).toEqual([]);
      }),
    );
  });

  it("is never a fault, whatever the bytes are", async () => {
    const name = fc.constantFrom("a.txt", "a.md", "b.TXT", "c.pdf.md", "d.docx", "e.pdf");
    const file = fc.tuple(fc.uint8Array({ maxLength: 300 }), name);
    await fc.assert(
      fc.asyncProperty(file, async ([bytes, as]) => {
        const done = await read(bytes, as);
        if (!done.ok) return;
        for (const { text: said, paragraph: number } of done.value.passages) {
          expect(said.trim()).not.toBe("");
          // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL takes none of them
          expect(said).not.toMatch(/[\u0000-\u0008]|\p{Cs}/u);
          expect(number).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is never a fault inside a container either", async () => {
    const whole = [
      docx([paragraph("Ein Absatz")]),
      pdf([[{ text: "Ein Absatz mit genug Buchstaben", y: 700 }]]),
    ] as const;
    const broken = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.nat(), fc.nat({ max: 255 }), fc.nat());
    await fc.assert(
      fc.asyncProperty(broken, async ([which, at, byte, end]) => {
        const bytes = Buffer.from(whole[which === 0 ? 0 : 1]);
        bytes[4 + (at % (bytes.length - 4))] = byte;
        const cut = end % 3 === 0 ? bytes.subarray(0, 10 + (end % bytes.length)) : bytes;
        const done = await read(cut, which === 0 ? "a.docx" : "a.pdf");
        expect(typeof done.ok).toBe("boolean");
      }),
      { numRuns: 15 },
    );
  });
});

describe("a Markdown file", () => {
  it("gives its text without marks; tags, links and pictures are not followed", async () => {
    const text = [
      "# Regeln",
      "## Ziele",
      "Das **Ziel** ist [gemeinsam](https://boese.example) *klar*[^1]. <script>alert(1)</script> ![Bild](x.png)",
      "[^1]: Eine Fußnote.",
      "| Was | Wann |\n| --- | --- |\n| Treffen | Quartal |",
      "- eins\n- zwei",
    ].join("\n\n");
    expect(shortOf(await passagesOf(text, "r.md"))).toEqual([
      ["Regeln › Ziele", 1, null, "Das Ziel ist gemeinsam klar. <script>alert(1)</script>"],
      ["Regeln › Ziele", 2, null, "Was | Wann"],
      ["Regeln › Ziele", 3, null, "Treffen | Quartal"],
      ["Regeln › Ziele", 4, null, "eins zwei"],
    ]);
  });
});

describe("a Word file", () => {
  it("has its headings by style, its tables by row, its lists together", async () => {
    const file = docx([
      paragraph("Satzung"),
      paragraph("Inhalt 3", "TOC1"),
      paragraph("Ziele & Wege", "Heading1"),
      noted("Das Ziel ist klar.", "1", " Alle wissen es."),
      noted("Die Fläche ist 20 m", "2", " groß."),
      paragraph("Wege", "berschrift2"),
      paragraph("Es gibt mehrere Wege:"),
      listItem("gemeinsam <b>kaufen</b>"),
      listItem("beraten"),
      table([
        ["Wer", "Was"],
        ["Alle", "Ja"],
      ]),
      paragraph("Abbildung", "Caption"),
    ]);
    expect(shortOf(await passagesOf(file, "s.docx"))).toEqual([
      ["", 1, null, "Satzung"],
      ["Ziele & Wege", 1, null, "Das Ziel ist klar. Alle wissen es."],
      ["Ziele & Wege", 2, null, "Die Fläche ist 20 m2 groß."],
      ["Ziele & Wege › Wege", 1, null, "Es gibt mehrere Wege: gemeinsam <b>kaufen</b> beraten"],
      ["Ziele & Wege › Wege", 2, null, "Wer | Was"],
      ["Ziele & Wege › Wege", 3, null, "Alle | Ja"],
    ]);
  });

  it("is refused when it unpacks to too much, also when it lies about that", async () => {
    const big = { name: "word/media/a.xml", content: Buffer.alloc(101 * 1024 * 1024) };
    expect(await reasonOf(docx([paragraph("Harmlos")], [big]), "b.docx")).toBe("bomb");
    expect(await reasonOf(zip([big], { declared: 10 }), "b.docx")).toBe("bomb");
  });

  it("is refused when it is locked, old, broken, or no Word file", async () => {
    expect(await reasonOf(zip([{ name: "a", content: "b" }], { flags: 1 }), "a.docx")).toBe("encrypted");
    expect(await reasonOf(Buffer.from("d0cf11e0a1b11ae1", "hex"), "a.docx")).toBe("encrypted");
    expect(await reasonOf(docx([paragraph("Text")]).subarray(0, 700), "a.docx")).toBe("broken");
    expect(await reasonOf(zip([{ name: "a", content: "b" }]), "a.docx")).toBe("broken");
    expect(await reasonOf(docx([]), "a.docx")).toBe("noText");
  });

  it("is refused when its XML declares entities", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>';
    const file = docx([paragraph("Text")], [{ name: "word/extra.xml", content: bomb }]);
    expect(await reasonOf(file, "e.docx")).toBe("broken");
  });
});

describe("a PDF file", () => {
  const frame = (page: number) => [
    { text: "Landkreis Musterstadt", y: 810, size: 9 },
    { text: `Seite ${page} von 3`, y: 30, size: 9 },
  ];
  const body = (page: number, lines: readonly string[]) => {
    const [head, foot] = frame(page);
    return [head, ...running(lines), foot].filter((one) => one !== undefined);
  };

  it("keeps pages and headings, and loses what only frames the pages", async () => {
    const file = pdf([
      [
        { text: "Landkreis Musterstadt", y: 810, size: 9 },
        { text: "Gemeinsame Ziele", y: 740, size: 16 },
        ...running(["Die Gemeinden wollen die Digitali-", "sierung gemeinsam gestalten."], 700),
        ...running(["Ein zweiter Absatz „steht“ hier, und er geht", "auf der nächsten Seite"], 640),
        { text: "Seite 1 von 3", y: 30, size: 9 },
      ],
      body(2, ["weiter bis zum Ende."]),
      body(3, ["Das ist der letzte Absatz des ganzen Papiers."]),
    ]);
    expect(shortOf(await passagesOf(file, "p.pdf"))).toEqual([
      ["Gemeinsame Ziele", 1, 1, "Die Gemeinden wollen die Digitalisierung gemeinsam gestalten."],
      [
        "Gemeinsame Ziele",
        2,
        1,
        "Ein zweiter Absatz „steht“ hier, und er geht auf der nächsten Seite weiter bis zum Ende.",
      ],
      ["Gemeinsame Ziele", 3, 3, "Das ist der letzte Absatz des ganzen Papiers."],
    ]);
  });

  it("loses the raised number of a note", async () => {
    const file = pdf([
      [
        { text: "Das ist die gemeinsame Aufgabe aller.", y: 700 },
        { text: "12", y: 704, size: 6, x: 262 },
        { text: "Danach geht es weiter im Text der Satzung.", y: 686 },
      ],
    ]);
    const [only] = await passagesOf(file, "n.pdf");
    expect(only?.text).toBe(
      "Das ist die gemeinsame Aufgabe aller. Danach geht es weiter im Text der Satzung.",
    );
  });

  it("is refused when it is locked, scanned or broken", async () => {
    expect(await reasonOf(lockedPdf(), "a.pdf")).toBe("encrypted");
    expect(await reasonOf(pdf([[], []]), "a.pdf")).toBe("scanned");
    expect(await reasonOf(Buffer.from("%PDF-1.4\nkaputt"), "a.pdf")).toBe("broken");
    expect(await reasonOf(pdf([[{ text: "Halb", y: 700 }]]).subarray(0, 60), "a.pdf")).toBe("broken");
  });

  it("cannot keep the thread longer, or let it take more memory, than it may", async () => {
    const slow = createReadFile(createUnpack({ timeMs: 1, heapMb: 256, growthMb: 768 }));
    const file = pdf([[{ text: "Ein ganz gewöhnlicher Text mit Buchstaben.", y: 700 }]]);
    expect(await slow(file, "a.pdf")).toEqual({ ok: false, reason: "tooSlow" });
    const small = createReadFile(createUnpack({ timeMs: 10_000, heapMb: 4, growthMb: 768 }));
    expect(await small(file, "a.pdf")).toEqual({ ok: false, reason: "tooMuchMemory" });
    const grown = createReadFile(createUnpack({ timeMs: 10_000, heapMb: 256, growthMb: -1 }));
    expect(await grown(file, "a.pdf")).toEqual({ ok: false, reason: "tooMuchMemory" });
  });
});

describe("any file", () => {
  it.each([
    ["empty", "", "a.txt"],
    ["noText", " \n\n – 12 ", "a.txt"],
    ["wrongType", "Text", "a.exe"],
    ["wrongType", "Text", "ohne-endung"],
    ["mismatch", "%PDF-1.7", "a.txt"],
    ["mismatch", "PK\u0003\u0004", "a.pdf"],
    ["broken", "Text\u0000mit Nullen", "a.txt"],
    ["broken", "Text", "a.pdf"],
    ["tooLarge", "a".repeat(10 * 1024 * 1024 + 1), "a.txt"],
    ["tooManyPassages", "Ein Absatz.\n\n".repeat(5001), "a.txt"],
  ])("is refused as %s", async (reason, content, name) => {
    expect(await reasonOf(content, name)).toBe(reason);
  });

  it("never makes a passage with control characters or half characters, which no database takes", async () => {
    const [only] = await passagesOf(Buffer.from("Gut\u0007 so\u00ad weit \ufeff."), "c.txt");
    expect(only?.text).toBe("Gut so weit .");
  });
});
