/**
 * People of the Playground without a page: they read their personal chat in the log of a page and press the
 * buttons of its cards through the Playground's own HTTP interface.
 */
import { expect } from "vitest";
import { readInvoke } from "./answers.ts";
import { actionTitled, entered, type Fill, inputLabelled, textOf, valuesOf } from "./card.ts";
import { type Heard, personalChatOf, playgroundRest } from "./playground.ts";

const CARD = "application/vnd.microsoft.card.adaptive";

/** A card as it stands in a message now. */
export type SeenCard = { readonly messageId: string; readonly card: unknown; readonly text: string };
export type PlaygroundPerson = Awaited<ReturnType<typeof playgroundPerson>>;

const seen = (messageId: string, card: unknown): SeenCard => ({ messageId, card, text: textOf(card) });

/** `heard` is what a page of the same Playground hears. */
export async function playgroundPerson(url: string, heard: readonly Heard[], id: string) {
  const chat = await personalChatOf(url, id);
  const rest = playgroundRest(url);
  const cards = (): SeenCard[] =>
    heard
      .filter((one) => one.conversation === chat)
      .flatMap((one) => {
        const card = one.activity.attachments?.find(({ contentType }) => contentType === CARD)?.content;
        return card === undefined ? [] : [seen(one.id, card)];
      });

  return {
    /** How many cards say so. */
    counts: (words: RegExp): number => cards().filter(({ text }) => words.test(text)).length,
    /** Waits for a card that says so; the newest one. */
    reads: async (words: RegExp): Promise<SeenCard> => {
      const find = () => cards().findLast(({ text }) => words.test(text));
      await expect.poll(find, { timeout: 15_000, interval: 100 }).toBeDefined();
      const found = find();
      if (!found) throw new Error("a card has gone");
      return found;
    },
    /** Fills a card and presses one of its buttons; the card that takes its place, or the text under it. */
    presses: async (
      { card, messageId }: SeenCard,
      title: string,
      fills: Readonly<Record<string, Fill>> = {},
    ): Promise<SeenCard> => {
      const put = Object.entries(fills).map(([label, value]) => {
        const input = inputLabelled(card, label);
        return [input.id, entered(input, value)] as const;
      });
      const { node } = actionTitled(card, title);
      const data = { ...(node.data as object), ...valuesOf(card, new Map(put)) };
      const { text } = await rest.press(chat, id, String(node.verb), data, messageId);
      const shown = readInvoke(JSON.parse(text));
      return { ...seen(messageId, shown.card), ...(shown.text === undefined ? {} : { text: shown.text }) };
    },
  };
}
