/** Tables as text that German spreadsheet programs open, and the way back. Pure. */

const BOM = "\ufeff";
const END = "\r\n";
/** What a spreadsheet program would take for a formula, however many apostrophes stand before it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** An apostrophe in front makes a text of what would be a formula; it is taken away again by `unguarded`. */
const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

const quoted = (cell: string): string =>
  /[";,\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** UTF-8 with the mark that tells so, semicolons, quotes where they are needed. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(";") + END).join("");

export type CsvRow = {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type Csv = {
  readonly rows: readonly CsvRow[];
  /** Line of a quotation mark that nobody closes. */
  readonly open: number | null;
};

/** The sign that parts the first line most often outside of quotes; a semicolon where there is none. */
export function separatorOf(text: string): string {
  const counts = new Map([";", ",", "\t"].map((sign) => [sign, 0]));
  let inside = false;
  for (const sign of text) {
    if (sign === '"') inside = !inside;
    else if (!inside && (sign === "\n" || sign === "\r")) break;
    else if (!inside && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const [best = ";", times = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return times === 0 ? ";" : best;
}

/** Where a cell ends that begins at `from`, and what it says. */
function quotedCell(text: string, from: number): { readonly said: string; readonly to: number } | null {
  let said = "";
  for (let at = from + 1; ; ) {
    const end = text.indexOf('"', at);
    if (end === -1) return null;
    said += text.slice(at, end);
    if (text[end + 1] !== '"') return { said, to: end + 1 };
    said += '"';
    at = end + 2;
  }
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Rows that say nothing are left out. */
export function parseCsv(text: string, separator = separatorOf(text)): Csv {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [begins, line] = [1, 1];
  const rest = new RegExp(`[^${separator === "\t" ? "\\t" : separator}\\r\\n]*`, "y");
  for (let at = 0; at <= text.length; ) {
    const cell = text[at] === '"' ? quotedCell(text, at) : { said: "", to: at };
    if (!cell) return { rows, open: line };
    line += lineBreaks(text.slice(at, cell.to));
    rest.lastIndex = cell.to;
    const more = rest.exec(text)?.[0] ?? "";
    cells.push(cell.said + more);
    at = cell.to + more.length;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: begins, cells });
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    [cells, begins] = [[], line];
  }
  return { rows, open: null };
}
