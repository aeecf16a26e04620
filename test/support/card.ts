/** Reads an Adaptive Card as a person does: by what is written on it. */

type Node = { readonly [key: string]: unknown };

export type Action = { readonly title: string; readonly type: string; readonly node: Node };
export type Input = {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly node: Node;
};
export type Fill = string | boolean | number | readonly string[];

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every object of a card, in reading order. */
function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one);
  if (!isNode(value)) return;
  yield value;
  for (const [key, inner] of Object.entries(value)) if (key !== "data") yield* nodes(inner);
}

const typeOf = (node: Node): string => (typeof node.type === "string" ? node.type : "");
const words = (value: unknown): string => (typeof value === "string" ? value : "");

export const actionsOf = (card: unknown): Action[] =>
  [...nodes(card)]
    .filter((node) => typeOf(node).startsWith("Action.") && words(node.title))
    .map((node) => ({ title: words(node.title), type: typeOf(node), node }));

/** A toggle is labelled by its own title if it has no label. */
export const inputsOf = (card: unknown): Input[] =>
  [...nodes(card)]
    .filter((node) => typeOf(node).startsWith("Input."))
    .map((node) => ({
      id: words(node.id),
      label: words(node.label) || words(node.title),
      type: typeOf(node),
      node,
    }));

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** What one element says; what stands inside it speaks for itself. */
function linesOf(node: Node): string[] {
  const type = typeOf(node);
  if (type === "TextBlock" || type === "TextRun") return [words(node.text)];
  if (type === "FactSet")
    return listOf(node.facts).map((fact) => `${words(fact.title)}: ${words(fact.value)}`);
  if (type === "Input.Text") return [words(node.label), words(node.value)];
  if (!type.startsWith("Input.")) return [];
  return [
    words(node.label) || words(node.title),
    ...listOf(node.choices).map((choice) => words(choice.title)),
  ];
}

/** What can be read on a card, a line for every piece of text; labels and choices too, buttons not. */
export const textOf = (card: unknown): string =>
  [...nodes(card)]
    .flatMap(linesOf)
    .filter((line) => line !== "")
    .join("\n");

type Choice = { title: string; value: string };

const choicesOf = ({ node }: Input): Choice[] =>
  listOf(node.choices).map((one) => ({
    title: words(one.title),
    value: words(one.value),
  }));

const listed = (all: readonly string[]): string => all.map((one) => `„${one}“`).join(", ") || "nothing";

function chosen(input: Input, wanted: string): string {
  const choices = choicesOf(input);
  const found = choices.find((one) => one.title === wanted);
  if (!found)
    throw new Error(`„${input.label}“ offers no „${wanted}“, but ${listed(choices.map((one) => one.title))}`);
  return found.value;
}

/** The value the client sends for what a person puts into an input. Choices are named by their title. */
export function entered(input: Input, fill: Fill): string {
  if (input.type === "Input.Toggle") {
    return words(fill ? input.node.valueOn : input.node.valueOff) || String(Boolean(fill));
  }
  if (input.type !== "Input.ChoiceSet") return String(fill);
  const wanted = Array.isArray(fill) ? fill : [String(fill)];
  return wanted
    .filter((one) => one !== "")
    .map((one) => chosen(input, one))
    .join(",");
}

export function inputLabelled(card: unknown, label: string): Input {
  const inputs = inputsOf(card);
  const found = inputs.find((input) => input.label === label);
  if (!found) throw new Error(`no input „${label}“; there is ${listed(inputs.map((input) => input.label))}`);
  return found;
}

export function actionTitled(card: unknown, title: string): Action {
  const actions = actionsOf(card);
  const found = actions.find((action) => action.title === title);
  if (!found)
    throw new Error(`no button „${title}“; there is ${listed(actions.map((action) => action.title))}`);
  return found;
}

function valueToSend(input: Input, fills: ReadonlyMap<string, string>): string {
  // A toggle drawn without a value and not touched comes as "false", whatever its `valueOff` says.
  const untouched = input.type === "Input.Toggle" ? "false" : "";
  return fills.get(input.id) ?? (words(input.node.value) || String(input.node.value ?? untouched));
}

/**
 * All inputs of a card as a client sends them: what was filled in, else the value drawn with the card.
 * Fails like a client for a required input left empty.
 */
export function valuesOf(card: unknown, fills: ReadonlyMap<string, string>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const input of inputsOf(card)) {
    const value = valueToSend(input, fills);
    if (input.node.isRequired === true && value.trim() === "") {
      throw new Error(`the client asks for „${input.label}“: ${words(input.node.errorMessage)}`);
    }
    values[input.id] = value;
  }
  return values;
}
