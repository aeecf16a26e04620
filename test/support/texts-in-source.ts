/** Every text a person can read, taken from the files of texts: strings, and templates with a word for each gap. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { parseSync } from "oxc-parser";

const SRC = join(import.meta.dirname, "../../src");

export type Text = { readonly file: string; readonly text: string };

type Tree = { readonly type?: string; readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** What a gap in a template reads like. */
const GAP = "Wert";

/** Parts that are no text: names of modules and types, keys of objects. */
const SKIPPED = new Set([
  "ImportDeclaration",
  "ExportAllDeclaration",
  "TSTypeAliasDeclaration",
  "TSTypeAnnotation",
  "TSTypeParameterInstantiation",
]);

/** Whether what stands under this key of a node can be a text. */
function mayHoldText({ type, computed }: Tree, key: string): boolean {
  if (key === "typeAnnotation" || key === "quasis") return false;
  if (type === "Property" && key === "key") return computed === true;
  return type !== "BinaryExpression" && !(type === "CallExpression" && key === "callee");
}

function ownText(tree: Tree): readonly string[] {
  if (tree.type === "Literal" && typeof tree.value === "string") return [tree.value];
  if (tree.type !== "TemplateLiteral") return [];
  const quasis = tree.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return [quasis.map(({ value }) => value.cooked).join(GAP)];
}

function textsOf(tree: unknown): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap(textsOf);
  if (!isTree(tree) || SKIPPED.has(tree.type ?? "")) return [];
  const inner = Object.entries(tree).filter(([key]) => mayHoldText(tree, key));
  return [...ownText(tree), ...inner.flatMap(([, one]) => textsOf(one))];
}

export const textFiles = (): readonly string[] =>
  readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => /(?:^|[/.-])texts\.ts$/.test(name) && !name.startsWith("db/generated/"))
    .sort();

/** Only what reads like words: ids, verbs of buttons and formats are left out. */
const isProse = (text: string): boolean => /\p{Lu}?\p{Ll}+[ ]|\p{L}[.!?:]$|^\p{Lu}\p{Ll}+/u.test(text);

export const textsIn = (file: string): readonly Text[] => {
  const { program } = parseSync(file, readFileSync(join(SRC, file), "utf8"));
  return [...new Set(textsOf(program))].filter(isProse).map((text) => ({ file, text }));
};
