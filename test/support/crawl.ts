/** Goes through everything a person can reach: types commands, presses every button, fills every input. */
import { readInvoke } from "./answers.ts";
import { actionsOf, type Input, inputsOf } from "./card.ts";
import type { Person } from "./people.ts";

export type Crawl = {
  readonly person: Pick<Person, "types" | "sees" | "executes" | "place">;
  /** What is written into a text input. */
  readonly words: (input: Input) => string;
  /** Verbs pressed so far, with how often: shared by several walks. */
  readonly pressed: Map<string, number>;
  /** Buttons that are left alone. */
  readonly avoids?: RegExp;
  /** Is shown every card. */
  readonly shown?: (card: object) => void;
};

/** How deep buttons lead to cards with buttons, and how often one verb is pressed on one walk. */
const DEEPEST = 6;
const MOST = 2;

type Choice = { readonly value?: unknown };

function filled(input: Input, words: Crawl["words"]): string {
  const { node, type } = input;
  if (type === "Input.Date") return "2026-06-17";
  if (type === "Input.Time") return "18:00";
  if (type === "Input.Number") return String(node.min ?? 3);
  if (type === "Input.Toggle") return String(node.valueOn ?? "true");
  if (type === "Input.Text") return words(input).slice(0, Number(node.maxLength ?? 4_000));
  const values = ((node.choices ?? []) as Choice[]).map((one) => String(one.value));
  if (node.isMultiSelect) return values.slice(0, 2).join(",");
  return String(node.value ?? "") || (values[0] ?? "");
}

/** Whether this button is worth another press. */
function isNew({ avoids }: Crawl, verb: string, data: unknown, tried: Map<string, number>): boolean {
  const said = verb === "say" ? `say ${String((data as { text?: unknown })?.text)}` : verb;
  const before = tried.get(said) ?? 0;
  if (before >= MOST || avoids?.test(verb)) return false;
  tried.set(said, before + 1);
  return true;
}

/** Presses every button of a card, then those of the cards it leads to. */
async function press(
  crawl: Crawl,
  card: object,
  id: string,
  tried: Map<string, number>,
  depth = 0,
): Promise<void> {
  crawl.shown?.(card);
  if (depth >= DEEPEST) return;
  const inputs = Object.fromEntries(inputsOf(card).map((one) => [one.id, filled(one, crawl.words)]));
  for (const { node, type } of actionsOf(card)) {
    const verb = String(node.verb);
    if (type !== "Action.Execute" || !isNew(crawl, verb, node.data, tried)) continue;
    crawl.pressed.set(verb, (crawl.pressed.get(verb) ?? 0) + 1);
    const data = { ...(node.data as object), ...(node.associatedInputs === "none" ? {} : inputs) };
    const { card: next } = readInvoke((await crawl.person.executes(verb, data, id)).body);
    if (next) await press(crawl, next as object, id, tried, depth + 1);
  }
}

/** Types each command and goes on from the card it brings. */
export async function crawl(walk: Crawl, commands: readonly string[]): Promise<void> {
  const tried = new Map<string, number>();
  for (const command of commands) {
    await walk.person.types(command);
    await followNewest(walk, tried);
  }
}

/** Goes on from the newest card there is, which may have come from others. */
export async function followNewest(walk: Crawl, tried = new Map<string, number>()): Promise<void> {
  const newest = walk.person.sees().at(-1);
  if (newest?.card && newest.id) await press(walk, newest.card as object, newest.id, tried);
}
