/** YAML written by people, read and checked against a schema; every error with file and line. Pure. */
import { isMap, isScalar, type LineCounter, type Node } from "yaml";
import type { z } from "zod";
import { readYaml } from "../system/yaml.ts";

/** A handbook or lexicon that cannot be used; the message has one line per error: file, line, what is wrong. */
export class HandbookError extends Error {
  constructor(errors: readonly string[]) {
    super(errors.join("\n"));
    this.name = "HandbookError";
  }
}

/** Reads a file. Throws HandbookError naming file and line of everything that is wrong. */
export function readChecked<T extends z.ZodType>(name: string, yaml: string, schema: T): z.output<T> {
  const source = readYaml(yaml);
  if (!source.ok)
    throw new HandbookError(source.faults.map(({ line, message }) => `${name}:${line}: ${message}`));
  const read = schema.safeParse(source.value);
  if (read.success) return read.data;
  throw new HandbookError(
    read.error.issues.map((issue) => {
      const line = lineOf(source.contents, issue.path, source.lines);
      return `${name}:${line}: ${issue.path.join(".") || "file"}: ${issue.message}`;
    }),
  );
}

/** The line of the deepest node on the path that exists; of a missing field, the line of what should hold it. */
function lineOf(root: Node | null, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = 0;
  for (const key of [undefined, ...path]) {
    const next: unknown = key === undefined ? node : childOf(node, key);
    const range = (next as Node | undefined)?.range;
    if (!range) break;
    node = next;
    offset = range[0];
  }
  return lines.linePos(offset).line;
}

function childOf(node: unknown, key: PropertyKey): unknown {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
  const items = (node as { items?: unknown[] } | null)?.items;
  return typeof key === "number" ? items?.[key] : undefined;
}
