/** Questions about the rules: everything typed that is no command. Everyone may ask; nothing is stored or logged. */
import { card, type Reply } from "../turn/reply.ts";
import type { Turn } from "../turn/turn.ts";
import { answerCard } from "./cards.ts";
import type { Decide } from "./decide.ts";
import { plainText } from "./texts.ts";

export type RulebookDeps = { readonly decide: Decide };
export type RulebookRoutes = {
  /** Answers any text, also an empty one. Reads neither store nor network; never refuses a person. */
  readonly ask: (turn: Turn, text: string) => Promise<Reply>;
};

export function rulebookRoutes({ decide }: RulebookDeps): RulebookRoutes {
  return {
    ask: async (_turn, text) => {
      const { answer } = decide(text);
      return card(answerCard(answer), plainText(answer));
    },
  };
}
