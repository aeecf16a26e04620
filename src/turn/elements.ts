/** Small pieces that every card is made of. Version 1.5, text wraps, one column: readable at 360 px. */
import type {
  IChoiceSetInput,
  IContainer,
  IDateInput,
  IExecuteAction,
  IHorizontalBarChart,
  ITextBlock,
  ITextInput,
  ITimeInput,
  IToggleVisibilityAction,
} from "@microsoft/teams.cards";
import type { Card } from "./reply.ts";
import { withoutUnseen } from "./unseen.ts";

type Body = NonNullable<Card["body"]>;
type Actions = NonNullable<Card["actions"]>;
export type Action = Actions[number];
/** What stands on a card between its title and its buttons. */
export type Elements = Body;

/** `spoken` is the fallback text: what a client without cards shows and a screen reader reads first. */
export const cardOf = (spoken: string, body: Body, actions: Actions = []): Card => ({
  type: "AdaptiveCard",
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
  version: "1.5",
  fallbackText: withoutUnseen(spoken),
  body,
  ...(actions.length > 0 ? { actions } : {}),
});

export const heading = (text: string): ITextBlock => ({
  type: "TextBlock",
  text,
  size: "Medium",
  weight: "Bolder",
  wrap: true,
  style: "heading",
});

export const paragraph = (text: string): ITextBlock => ({ type: "TextBlock", text, wrap: true });

/** A sentence that must not be overlooked: marked by its words as well as by its looks. */
export const warning = (text: string): ITextBlock => ({
  type: "TextBlock",
  text,
  wrap: true,
  weight: "Bolder",
  color: "Attention",
});

export const note = (text: string): ITextBlock => ({
  type: "TextBlock",
  text,
  wrap: true,
  size: "Small",
  isSubtle: true,
});

/** The one primary action of a card has `primary`. */
export const button = (
  title: string,
  verb: string,
  data: Record<string, unknown> = {},
  primary = false,
): IExecuteAction => ({
  type: "Action.Execute",
  title: withoutUnseen(title),
  verb,
  data,
  ...(primary ? { style: "positive" as const } : {}),
});

/** Rarer buttons behind one: a phone shows only a few side by side. */
export const folded = (title: string, actions: readonly Action[]): Action => ({
  type: "Action.ShowCard",
  title: withoutUnseen(title),
  card: { type: "AdaptiveCard", version: "1.5", body: [], actions: [...actions] },
});

/** Leaves a card without sending its inputs, so that an empty required field does not hold it back. */
export const exit = (title: string, verb: string, data: Record<string, unknown> = {}): IExecuteAction => ({
  ...button(title, verb, data),
  associatedInputs: "none",
});

export const choice = (
  id: string,
  label: string,
  choices: readonly { readonly title: string; readonly value: string }[],
  options: Partial<IChoiceSetInput> = {},
): IChoiceSetInput => ({
  type: "Input.ChoiceSet",
  id,
  label,
  style: "compact",
  choices: choices.map(({ title, value }) => ({ title, value })),
  ...options,
});

export const field = (id: string, label: string, options: Partial<ITextInput> = {}): ITextInput => ({
  type: "Input.Text",
  id,
  label,
  ...options,
});

/** A calendar date, YYYY-MM-DD. */
export const dateField = (id: string, label: string, options: Partial<IDateInput> = {}): IDateInput => ({
  type: "Input.Date",
  id,
  label,
  ...options,
});

/** A time on the clock, HH:MM. */
export const timeField = (id: string, label: string, options: Partial<ITimeInput> = {}): ITimeInput => ({
  type: "Input.Time",
  id,
  label,
  ...options,
});

/**
 * What people wrote is shown as text, never as markup, mention or link: characters with a meaning in the
 * Markdown of cards are escaped, `<at>` cannot open, signs that nobody sees are gone.
 */
export const plain = (written: string): string =>
  withoutUnseen(written)
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/[\\`*_[\]]|~(?=~)|(?<=~)~/g, "\\$&")
    // Lines that begin with four spaces would be code.
    .replace(/^[^\S\n]+/gm, "")
    .replace(/^(?:[#>+-]|[:|=](?=[-:|=]|[^\S\n]*$))/gm, "\\$&")
    .replace(/^(\d+)([.)])/gm, "$1\\$2")
    .replace(/</g, "&lt;");

/**
 * An address to follow: what is seen is the whole of it, its host in ASCII. Anything but https, or with a name or
 * password in it, stays text.
 */
export function linked(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return plain(address);
  const target = url.href.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${plain(url.href)}](${target})`;
}

/**
 * Numbers as bars, beside text that says the same: a client without charts leaves them out, and who hears a card misses
 * nothing. Never bars of signs, which are read out one by one.
 */
export const bars = (numbers: readonly (readonly [name: string, count: number])[]): IHorizontalBarChart => ({
  type: "Chart.HorizontalBar",
  data: numbers.map(([name, count]) => ({ x: withoutUnseen(name), y: count })),
  // Its axis would count in parts of a vote; here the number stands at each bar.
  displayMode: "AbsoluteNoAxis",
  fallback: "drop",
});

/** Something that is only shown when its `reveal` button is pressed; nothing is sent for that. */
export const hidden = (id: string, items: IContainer["items"]): IContainer => ({
  type: "Container",
  id,
  isVisible: false,
  style: "emphasis",
  items,
});

/** Shows what is hidden under these ids, or hides it again. */
export const reveal = (title: string, ids: readonly string[]): IToggleVisibilityAction => ({
  type: "Action.ToggleVisibility",
  title: withoutUnseen(title),
  targetElements: [...ids],
});
