/** Cards inside a dialog of Teams. Pure, plain wire shapes. */
import { plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";

const CARD = "application/vnd.microsoft.card.adaptive";
/** Teams cuts longer titles of dialogs. */
const LONGEST_TITLE = 60;

type Node = { readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** A dialog knows no Action.Execute: the button sends its data, and the verb in it. */
function submitting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(submitting);
  if (!isNode(value)) return value;
  const { verb, data, refresh: _, ...rest } = value;
  if (value.type === "Action.Execute") {
    return { ...rest, type: "Action.Submit", data: { ...(isNode(data) ? data : {}), verb } };
  }
  // The data of a button is what people wrote: nothing in it is an element.
  if (data !== undefined) return value;
  return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, submitting(one)]));
}

/** Opens the dialog with this card, or puts the card in the place of the one it shows. */
export const dialogWith = (card: Card, title: string): object => ({
  task: {
    type: "continue",
    value: {
      title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trim()}…` : title,
      height: "large",
      width: "medium",
      card: { contentType: CARD, content: submitting(card) },
    },
  },
});

/**
 * Shows a sentence in the dialog. As a card: not every client shows the message with which a dialog may end, and its
 * user would look at an empty window.
 */
export const dialogSentence = (words: string): object => ({
  task: {
    type: "continue",
    value: {
      title: "",
      height: "small",
      width: "medium",
      card: {
        contentType: CARD,
        content: {
          type: "AdaptiveCard",
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          version: "1.5",
          fallbackText: words,
          body: [{ type: "TextBlock", text: plain(words), wrap: true }],
        },
      },
    },
  },
});

/** Ends the dialog with a sentence. */
export const dialogEnd = (words: string): object => ({ task: { type: "message", value: words } });
