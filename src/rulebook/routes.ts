/** Questions about the rules: everything typed that is no command. Everyone may ask; nothing is stored or logged. */
import type { Reply } from "../turn/reply.ts";
import type { Turn } from "../turn/turn.ts";
import type { Answer, Citation } from "./answer.ts";
import { type AnswerView, answerCard } from "./cards.ts";
import type { Recall } from "./recall.ts";
import { plainText } from "./texts.ts";

/** An answer as it is shown, and what it was made of. */
export type Given = Pick<AnswerView, "generated" | "proposal"> & {
  readonly answer: Answer;
  /** The whole question, where its subject stood in the one before. */
  readonly asked?: string;
};

export type RulebookDeps = {
  /** Answers a text; `before` is the same person's last question in this conversation. Never throws. */
  readonly answer: (text: string, before: string | undefined) => Promise<Given>;
  readonly recall: Recall;
  /** Buttons below an answer, for example to rate it or to pass the question on. */
  readonly actions: (question: string, given: Given) => NonNullable<AnswerView["actions"]>;
};

/** Answers any text, also an empty one. Writes nothing; never refuses a person. */
export function createAsk({ answer, recall, actions }: RulebookDeps) {
  return async (turn: Turn, text: string): Promise<Reply> => {
    const before = recall.before(turn);
    const given = await answer(text, before);
    // Who goes on asking stays with the question that named the subject.
    recall.keep(turn, given.asked === undefined ? text : (before ?? text));
    return answerReply({ ...given, actions: actions(given.asked ?? text, given) });
  };
}

/** An answer as a message: card, words, and its sources in the platform's own form. */
export function answerReply(view: AnswerView): Reply {
  const { answer, generated = false } = view;
  const citations = answer.kind === "answered" ? answer.citations : [];
  const message = { kind: "card", card: answerCard(view), summary: plainText(answer, view) } as const;
  if (citations.length === 0) return message;
  return { ...message, cited: { generated, sources: citations.map(sourceOf) } };
}

const sourceOf = ({ document, section, original }: Citation) => ({
  title: `${document}, ${section}`,
  abstract: original?.quote ?? section,
});
