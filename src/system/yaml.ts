/** YAML written by people, read without throwing. Pure. */
import { LineCounter, type Node, parseDocument, visit } from "yaml";

type YamlFault = { readonly line: number; readonly message: string };
export type YamlRead =
  | { readonly ok: false; readonly faults: readonly YamlFault[] }
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly contents: Node | null;
      readonly lines: LineCounter;
    };

/** The value of a text, or all faults with their line (from 1). A reference to nothing is a fault like any other. */
export function readYaml(text: string): YamlRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const faults = document.errors.map(({ pos: [at], message }) => ({
    line: lines.linePos(at).line,
    message: message.split("\n")[0] ?? "",
  }));
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return;
      const line = lines.linePos(alias.range?.[0] ?? 0).line;
      faults.push({ line, message: `Unresolved alias: ${alias.source}` });
    },
  });
  if (faults.length > 0) return { ok: false, faults };
  try {
    return { ok: true, value: document.toJS(), contents: document.contents, lines };
  } catch (error) {
    // References that multiply beyond measure.
    return { ok: false, faults: [{ line: 1, message: String((error as Error).message) }] };
  }
}
