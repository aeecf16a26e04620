/**
 * What every card must keep so that everybody can use it: with a screen reader, by keyboard, on a phone, in high
 * contrast, with a client that draws no cards. Each complaint names the rule and the place.
 *
 *   expect(complaintsAbout(card)).toEqual([]);
 */
import { type Node, nodesIn, shownWords, typeOf, words } from "./card-nodes.ts";

export type Rule =
  | "frame"
  | "fallback"
  | "elements"
  | "labels"
  | "errors"
  | "pictures"
  | "buttons"
  | "width"
  | "words"
  | "colour"
  | "order"
  | "numbers"
  | "size";

/** The rule, then the place. */
export type Complaint = `${Rule}: ${string}`;

/** Teams refuses more than 28 kB (bytes of the JSON). */
const MOST_BYTES = 28 * 1024;
/** What Teams draws side by side before it folds the rest away. */
const MOST_BUTTONS = 6;
/** Columns that fit beside each other on 360 px. */
const MOST_COLUMNS = 2;
/** Of a table with headers, whose cells hold nothing longer than this many characters in a row. */
const MOST_TABLE_COLUMNS = 4;
const LONGEST_CELL_WORD = 13;
const NEWEST = 1.5;

/** Drawn by Teams on the desk and on phones, and by the Playground. */
const ELEMENTS = new Set([
  "AdaptiveCard",
  "TextBlock",
  "RichTextBlock",
  "TextRun",
  "Container",
  "FactSet",
  "Fact",
  "ColumnSet",
  "Column",
  "Table",
  "TableRow",
  "TableCell",
  "Image",
  "ImageSet",
  "ActionSet",
  "Input.Text",
  "Input.Number",
  "Input.Date",
  "Input.Time",
  "Input.Toggle",
  "Input.ChoiceSet",
  "Action.Execute",
  "Action.Submit",
  "Action.OpenUrl",
  "Action.ShowCard",
  "Action.ToggleVisibility",
  "Chart.Donut",
  "Chart.Gauge",
  "Chart.HorizontalBar",
  "Chart.VerticalBar",
]);

const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const hasWord = (value: unknown): boolean => /[\p{L}\p{N}]/u.test(words(value));
const twice = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((one, at) => all.indexOf(one) !== at)),
];
const nameOf = (node: Node): string =>
  `${typeOf(node)} ${words(node.id) || words(node.title) || words(node.text) || "without a name"}`.slice(
    0,
    90,
  );

type Check = (card: Node, nodes: readonly Node[]) => readonly string[];

const frame: Check = (card, nodes) => [
  ...(typeOf(card) === "AdaptiveCard" ? [] : ["no AdaptiveCard"]),
  ...nodes
    .filter((node) => typeOf(node) === "AdaptiveCard" && !(Number(node.version) <= NEWEST))
    .map((node) => `version ${String(node.version)}`),
  // It would show one person's view to everybody.
  ...nodes.filter((node) => "refresh" in node).map(() => "refresh"),
];

/** The essence: a sentence that shares its main words with what the card shows. */
const fallback: Check = (card) => {
  const text = words(card.fallbackText);
  const own = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const shown = shownWords({ ...card, fallbackText: "" }).toLowerCase();
  if (text.trim().length < 8) return ["no fallbackText"];
  return own.some((word) => shown.includes(word)) ? [] : [`says nothing of the card: ${text}`];
};

const elements: Check = (_, nodes) =>
  nodes.filter((node) => typeOf(node) !== "" && !ELEMENTS.has(typeOf(node))).map((node) => typeOf(node));

const isInput = (node: Node): boolean => typeOf(node).startsWith("Input.");

const labelOf = (node: Node): string =>
  words(node.label) || (typeOf(node) === "Input.Toggle" ? words(node.title) : "");

const labels: Check = (_, nodes) => {
  const inputs = nodes.filter(isInput);
  const choices = inputs.flatMap((input) => {
    const titles = list(input.choices).map(({ title }) => words(title));
    return [
      ...titles.filter((title) => !hasWord(title)).map(() => `${nameOf(input)}: a choice without words`),
      ...twice(titles).map((title) => `${nameOf(input)}: two choices ${title}`),
    ];
  });
  return [
    ...inputs.filter((input) => !hasWord(labelOf(input))).map((input) => `${nameOf(input)}: no label`),
    ...twice(inputs.map(labelOf)).map((label) => `two inputs are called ${label}`),
    ...twice(inputs.map(({ id }) => words(id))).map((id) => `two inputs have the id ${id}`),
    ...choices,
  ];
};

const errors: Check = (_, nodes) =>
  nodes
    .filter((node) => isInput(node) && (node.isRequired === true || node.regex !== undefined))
    .filter((node) => !/\p{L}+\s+\p{L}+/u.test(words(node.errorMessage)))
    .map((node) => `${nameOf(node)}: no errorMessage`);

const pictures: Check = (_, nodes) =>
  nodes.filter((node) => typeOf(node) === "Image" && !hasWord(node.altText)).map(nameOf);

const isAction = (node: Node): boolean => typeOf(node).startsWith("Action.");

const buttons: Check = (_, nodes) => {
  const actions = nodes.filter(isAction);
  const primary = actions.filter(({ style }) => style === "positive");
  const sets = nodes.filter((node) => list(node.actions).length > MOST_BUTTONS);
  return [
    ...actions.filter(({ title }) => !/\p{L}{2}/u.test(words(title))).map(() => "a button without words"),
    ...twice(actions.map(({ title }) => words(title))).map((title) => `two buttons ${title}`),
    ...(primary.length > 1 ? [`${primary.length} primary buttons`] : []),
    ...sets.map((node) => `${list(node.actions).length} buttons in one set`),
  ];
};

const columnsOf = (node: Node): number =>
  Math.max(list(node.columns).length, ...list(node.rows).map(({ cells }) => list(cells).length));

function tooWide(node: Node): boolean {
  if (typeOf(node) !== "Table" || node.firstRowAsHeaders !== true) return columnsOf(node) > MOST_COLUMNS;
  const long = shownWords(node)
    .split(/\s/)
    .some((word) => word.length > LONGEST_CELL_WORD);
  return columnsOf(node) > (long ? MOST_COLUMNS : MOST_TABLE_COLUMNS);
}

const width: Check = (_, nodes) => [
  ...nodes.filter(tooWide).map((node) => `${columnsOf(node)} columns`),
  ...nodes
    .filter((node) => /^\d+px$/.test(words(node.width)) && Number.parseInt(words(node.width), 10) > 320)
    .map((node) => `${nameOf(node)}: ${words(node.width)}`),
  ...nodes
    .filter((node) => typeOf(node) === "TextBlock" && node.wrap !== true)
    .map((node) => `does not wrap: ${words(node.text)}`),
  ...nodes.filter((node) => node.maxLines !== undefined).map((node) => `cut off: ${nameOf(node)}`),
  ...nodes
    .filter((node) => node.style === "expanded" && node.wrap !== true)
    .filter((node) => list(node.choices).some(({ title }) => words(title).length > 35))
    .map((node) => `choices do not wrap: ${nameOf(node)}`),
];

/** Signs alone are read out as nothing or as noise. */
const onlySigns: Check = (_, nodes) =>
  nodes
    .filter((node) => /^(TextBlock|TextRun)$/.test(typeOf(node)) && !hasWord(node.text))
    .map((node) => `no word: ${JSON.stringify(node.text)}`)
    .concat(
      nodes
        .flatMap((node) => list(node.facts))
        .filter(({ title, value }) => !hasWord(title) || !hasWord(value))
        .map(({ title, value }) => `no word: ${words(title)} ${words(value)}`),
    );

const LOUD = /^(good|attention|warning|accent)$/i;

/** What is coloured also says in words what it is; one word alone is no sentence. */
const colour: Check = (_, nodes) =>
  nodes
    .filter(
      (node) =>
        LOUD.test(words(node.color)) || (typeOf(node) === "Container" && LOUD.test(words(node.style))),
    )
    .filter((node) => !/\p{L}{2,}/u.test(shownWords(node)))
    .map(nameOf);

/** What is hidden can be shown, and holds nothing that must be filled in. */
const order: Check = (_, nodes) => {
  const targets = nodes
    .flatMap(({ targetElements }) => (Array.isArray(targetElements) ? targetElements : []))
    .map((one) => (typeof one === "string" ? one : words((one as Node).elementId)));
  const ids = nodes.map(({ id }) => words(id));
  const unseen = nodes.filter(({ isVisible }) => isVisible === false);
  return [
    ...targets.filter((id) => !ids.includes(id)).map((id) => `nothing to show is called ${id}`),
    ...unseen.filter(({ id }) => !targets.includes(words(id))).map((node) => `never shown: ${nameOf(node)}`),
    ...unseen
      .flatMap((node) => nodesIn(node))
      .filter(({ isRequired }) => isRequired === true)
      .map((node) => `hidden and required: ${nameOf(node)}`),
    ...nodes
      .filter((node) => /^(bleed|stretch)$/i.test(words(node.rtl)) || words(node.spacing).startsWith("-"))
      .map(nameOf),
  ];
};

/** The numbers of a chart stand beside it as text. */
const numbers: Check = (card, nodes) => {
  const charts = nodes.filter((node) => typeOf(node).startsWith("Chart."));
  const shown = shownWords(card);
  return charts.flatMap((chart) =>
    list(chart.data)
      .map((one) => String(one.value ?? one.y ?? ""))
      .filter((value) => !new RegExp(`(?<!\\d)${value}(?!\\d)`).test(shown))
      .map((value) => `${typeOf(chart)}: ${value} is nowhere in words`),
  );
};

const size: Check = (card) => {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return bytes > MOST_BYTES ? [`${bytes} bytes`] : [];
};

const CHECKS: Readonly<Record<Rule, Check>> = {
  frame,
  fallback,
  elements,
  labels,
  errors,
  pictures,
  buttons,
  width,
  words: onlySigns,
  colour,
  order,
  numbers,
  size,
};

/** Everything that is wrong with a card; nothing where it is well made. */
export function complaintsAbout(card: unknown): readonly Complaint[] {
  const nodes = nodesIn(card);
  const [root = {}] = nodes;
  return (Object.entries(CHECKS) as [Rule, Check][]).flatMap(([rule, check]) =>
    check(root, nodes).map((where): Complaint => `${rule}: ${where}`),
  );
}
