/** What can be done with an answer: rate it; pass the question on where there was none. Pure. */
import type { IExecuteAction } from "@microsoft/teams.cards";
import type { Shown } from "../feedback/feedback.ts";
import type { Given } from "../routes.ts";
import { canBePassedOn, plainText } from "../texts.ts";

/** What a press passes on. `reason`: a code of letters; `answered`: what was answered instead, as plain text. */
export type Passing = { readonly question: string; readonly reason: string; readonly answered?: string };

export type AnswerButtons = {
  /** Leads from a refusal to the coordinators. */
  readonly passOnButton: (passing: Passing) => IExecuteAction;
  /** Asks whether an answer helped. */
  readonly ratingButtons: (shown: Omit<Shown, "answerId">) => readonly IExecuteAction[];
};

/** The buttons below an answer to `question`. */
export const answerActions =
  ({ passOnButton, ratingButtons }: AnswerButtons) =>
  (question: string, { answer, ...beside }: Given): IExecuteAction[] => {
    if (answer.kind === "answered")
      return [...ratingButtons({ question, answer: plainText(answer, beside), sources: answer.cards })];
    const { reason } = answer;
    return canBePassedOn(reason) ? [passOnButton({ question, reason })] : [];
  };
