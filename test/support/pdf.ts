/** Writes small PDF files by hand. */

/** A line of text on a page: origin at the lower left, in points. */
export type Written = {
  readonly text: string;
  readonly y: number;
  readonly size?: number;
  readonly x?: number;
};

const WINDOWS: Readonly<Record<string, number>> = { "„": 0x84, "“": 0x93, "”": 0x94, "–": 0x96, "…": 0x85 };

/** Text as a PDF string in the encoding of Windows. */
const literal = (text: string): string =>
  [...text]
    .map((sign) => {
      const code = WINDOWS[sign] ?? sign.codePointAt(0) ?? 63;
      return code < 128 && !"()\\".includes(sign) ? sign : `\\${code.toString(8).padStart(3, "0")}`;
    })
    .join("");

const drawn = ({ text, y, size = 11, x = 70 }: Written): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${literal(text)}) Tj ET`;

/** `trailer` is added to the trailer, `objects` are further objects as "n 0 obj" texts without the number. */
export function pdf(pages: readonly (readonly Written[])[], trailer = ""): Buffer {
  const objects: string[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  for (const [at, lines] of pages.entries()) {
    const content = lines.map(drawn).join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = "%PDF-1.4\n";
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** Needs a password that nobody knows. */
export const lockedPdf = (): Buffer => {
  const hex = `<${"ab".repeat(32)}>`;
  return pdf(
    [[{ text: "Geheim", y: 700 }]],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex} /U ${hex} /P -4 >> /ID [<${"0f".repeat(16)}> <${"0f".repeat(16)}>]`,
  );
};

/** Lines of running text from the top of a page on. */
export const running = (lines: readonly string[], top = 700, size = 11): Written[] =>
  lines.map((text, at) => ({ text, y: top - at * size * 1.3, size }));
