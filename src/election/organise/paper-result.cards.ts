/** The form for the numbers of a round on paper. */
import { button, exit, field, paragraph, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { choiceTitle, electionCard } from "../frame.cards.ts";
import { paperOf, type StoredRound } from "../stored.ts";
import { paperForm } from "./paper-result.texts.ts";

/** Ids of inputs: places on the ballot paper, because names may hold any sign. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const voteField = (at: number): string => `votes${LETTERS[at] ?? "Z"}`;

export type PaperFormView = {
  readonly actionId: string;
  readonly round: StoredRound;
  /** As typed, by id of the input. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problem?: string;
};

export function paperFormCard(trial: boolean, { actionId, round, typed, problem }: PaperFormView): Card {
  const number = (id: string, label: string) =>
    field(id, label, {
      ...{ isRequired: true, errorMessage: paperForm.missing, maxLength: 3 },
      ...(typed[id] ? { value: typed[id] } : {}),
    });
  const data = { election: round.name.electionId };
  return electionCard(
    trial,
    paperForm.title,
    [
      ...(problem ? [warning(problem)] : []),
      paragraph(paperForm.intro),
      ...[...paperOf(round)].map((choice, at) =>
        number(voteField(at), paperForm.votes(choiceTitle(choice, round.candidates))),
      ),
      number("present", paperForm.present),
    ],
    [
      button(paperForm.send, "election.paperPropose", { ...data, actionId }, true),
      exit(paperForm.cancel, "election.manage", data),
    ],
  );
}
