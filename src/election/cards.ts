/** Cards of an election before its close: form, review, status, opening. */
import {
  button,
  choice,
  dateField,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
  timeField,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { ballot, paper } from "./ballot.texts.ts";
import { electionCard, listOf, roundData, whenOf } from "./frame.cards.ts";
import { form, opened, plan, status } from "./round.texts.ts";
import type { Entered, Planned } from "./start.service.ts";
import type { StatusView } from "./status.service.ts";
import { SMALL_BELOW, type StoredRound } from "./stored.ts";

export type FormView = {
  readonly actionId: string;
  readonly entered: Entered;
  /** Parties that have a seat. */
  readonly parties: readonly { readonly key: string; readonly name: string }[];
  readonly problem?: string;
};

export const formCard = (trial: boolean, { actionId, entered, parties, problem }: FormView): Card =>
  electionCard(
    trial,
    form.title,
    [
      ...(problem ? [warning(problem)] : []),
      paragraph(form.intro),
      choice(
        "parties",
        form.parties,
        parties.map(({ key, name }) => ({ title: name, value: key })),
        {
          isMultiSelect: true,
          placeholder: form.choose,
          ...(entered.parties.length > 0 ? { value: entered.parties.join(",") } : {}),
        },
      ),
      field("others", form.others, {
        isMultiline: true,
        maxLength: 2000,
        ...(entered.others === "" ? {} : { value: entered.others }),
      }),
      dateField("closesOn", form.closesOn, {
        isRequired: true,
        errorMessage: form.dateMissing,
        value: entered.closesOn,
      }),
      timeField("closesAt", form.closesAt, {
        isRequired: true,
        errorMessage: form.timeMissing,
        value: entered.closesAt,
      }),
    ],
    [button(form.next, "election.check", { actionId }, true), exit(form.cancel, "form.cancel")],
  );

export function planCard(trial: boolean, actionId: string, entered: Entered, planned: Planned): Card {
  const { candidates, closesAt, held, entitled, quorum } = planned;
  const below = held < quorum;
  const deadline = { closesOn: entered.closesOn, closesAt: entered.closesAt };
  return electionCard(
    trial,
    plan.title,
    [
      paragraph(plan.candidates),
      ...candidates.map((name) => ({
        ...paragraph(plain(name)),
        weight: "Bolder" as const,
        spacing: "None" as const,
      })),
      paragraph(plan.deadline(whenOf(closesAt))),
      paragraph(plan.seats(held, entitled)),
      ...(below ? [warning(plan.below(held, quorum))] : []),
      ...(entitled < SMALL_BELOW ? [warning(paper.small)] : []),
      { ...heading(plan.rulesTitle), size: "Default" as const },
      ...plan.rules(quorum, entitled).map(paragraph),
      note(plan.later),
    ],
    [
      button(
        below ? plan.openAnyway : plan.open,
        "election.start",
        { actionId, candidates, ...deadline },
        true,
      ),
      button(plan.change, "election.form", { ...entered }),
      exit(form.cancel, "form.cancel"),
    ],
  );
}

function nextLine({ running, personal }: StatusView): string {
  if (!running || running.next === "closing") return status.closing;
  if (!personal) return status.elsewhere;
  return running.next === "nothing" ? status.noSeat : status.next[running.next];
}

/** The election that runs. */
export function runningCard(trial: boolean, view: StatusView, round: StoredRound): Card {
  const data = roundData(round.name);
  const { running } = view;
  return electionCard(
    trial,
    status.title,
    [
      paragraph(status.candidates(listOf(round.candidates))),
      ...(running?.next === "closing" ? [] : [paragraph(status.deadline(whenOf(round.closesAt)))]),
      paragraph(status.turnout(round.turnout, round.entitled, whenOf(round.turnoutAt))),
      paragraph(nextLine(view)),
    ],
    [
      ...(running?.next === "open-paper" ? [button(ballot.open, "election.paper", data, true)] : []),
      ...(view.mayClose ? [button(status.close, "election.close", data)] : []),
    ],
  );
}

/** Nothing runs, and nothing ever did. */
export const noneCard = (trial: boolean, mayStart: boolean): Card =>
  electionCard(
    trial,
    status.title,
    [paragraph(status.none)],
    mayStart ? [button(status.start, "election.form", {}, true)] : [],
  );

/** Told to the channel of the Forum. */
export const openedCard = (trial: boolean, round: StoredRound): Card =>
  electionCard(trial, opened.title, [
    paragraph(status.candidates(listOf(round.candidates))),
    paragraph(status.deadline(whenOf(round.closesAt))),
    paragraph(opened.text),
    { ...heading(plan.rulesTitle), size: "Default" as const },
    ...plan.rules(round.quorum, round.entitled).map(paragraph),
  ]);
