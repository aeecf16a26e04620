/** Which route answers a typed text. A text is a command only if the whole text fits; everything else is a question. */
import { fold } from "../search/fold.ts";
import type { Answering, TextRoute } from "./route.ts";

export type Meaning =
  | { readonly kind: "command"; readonly name: string; readonly answer: Answering }
  /** `almost` names the command that the text begins with, when only its question mark made it a question. */
  | { readonly kind: "question"; readonly almost?: string }
  | { readonly kind: "nothing" };

/** The one word of a command as it is compared: any case, with or without umlauts, a full stop forgiven. */
export const commandWord = (typed: string): string => fold(typed).replace(/[.!,;:]+$/, "");

const WITHOUT_MARKS = /[?\uFF1F\u061F\u037E]+/g;

function commandOf(
  routes: readonly TextRoute[],
  typed: string,
): { name: string; answer: Answering; asked: boolean } | undefined {
  for (const { name, match, asked = false } of routes) {
    const answer = match(typed);
    if (answer) return { name, answer, asked };
  }
  return undefined;
}

/** Pure. A question mark anywhere makes a question, whatever the first word is, but for what may be asked as well. */
export function meaningOf(routes: readonly TextRoute[], typed: string): Meaning {
  const text = typed.trim();
  if (fold(text) === "") return { kind: "nothing" };
  const statement = text.replace(WITHOUT_MARKS, "").trim();
  const command = commandOf(routes, statement);
  if (command && (statement === text || command.asked))
    return { kind: "command", name: command.name, answer: command.answer };
  if (statement === "") return { kind: "nothing" };
  return command ? { kind: "question", almost: command.name } : { kind: "question" };
}
