/** The bank of subjects of municipal work: how each is called, asked for and written about. Pure. */

export type Subject = {
  readonly key: string;
  /** For people. */
  readonly name: string;
  /** Names that mean nearly the same. */
  readonly called: readonly string[];
  /** Words that go with it. */
  readonly related: readonly string[];
  /** Searches for it. */
  readonly asked: readonly string[];
  /** Records about it: title and text. */
  readonly written: readonly { readonly title: string; readonly text: string }[];
};

type Growing = { -readonly [F in keyof Subject]: Subject[F] extends readonly (infer T)[] ? T[] : Subject[F] };

const listed = (line: string): string[] =>
  line
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/**
 * Reads the files of the bank. `# key | name` begins a subject, or goes on with one that is there; `=` its names, `~`
 * related words, `?` a search, `! title | text` a record.
 * @throws Error naming the line that is none of these
 */
export function readBank(files: readonly string[]): readonly Subject[] {
  const subjects = new Map<string, Growing>();
  for (const file of files) {
    let now: Growing | undefined;
    for (const line of file.split(/\r?\n/)) {
      if (line.trim() === "") continue;
      const rest = line.slice(1).trim();
      if (line.startsWith("# ")) now = begun(subjects, rest);
      else if (!now || !take(now, line.charAt(0), rest)) throw new Error(`no line of the bank: ${line}`);
    }
  }
  return [...subjects.values()];
}

function begun(subjects: Map<string, Growing>, head: string): Growing {
  const [key = "", name = ""] = head.split("|").map((part) => part.trim());
  const there = subjects.get(key);
  if (there) return there;
  const subject = { key, name, called: [], related: [], asked: [], written: [] };
  subjects.set(key, subject);
  return subject;
}

/** False for a line of no known kind. */
function take(into: Growing, kind: string, rest: string): boolean {
  if (kind === "=") into.called.push(...listed(rest));
  else if (kind === "~") into.related.push(...listed(rest));
  else if (kind === "?") into.asked.push(rest);
  else if (kind === "!") {
    const [title = "", text = ""] = rest.split("|").map((part) => part.trim());
    into.written.push({ title, text });
  } else return false;
  return true;
}
