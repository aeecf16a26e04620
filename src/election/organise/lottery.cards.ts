/** Cards of a lot: the public value, what it gives, and a drawing by hand. */
import { button, choice, exit, field, note, paragraph, plain, warning } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { electionCard, listOf } from "../frame.cards.ts";
import { sourceName } from "../news.lines.ts";
import type { StoredRound } from "../stored.ts";
import type { LotView } from "./lottery.service.ts";
import { handForm, lotForm } from "./lottery.texts.ts";

export type LotFormView = {
  readonly round: StoredRound;
  readonly among: readonly string[];
  readonly typed: string;
  readonly problem?: string;
};

const ids = ({ name }: StoredRound) => ({ election: name.electionId });

export function lotFormCard(trial: boolean, { round, among, typed, problem }: LotFormView): Card {
  const source = round.lot?.source ?? "";
  const lotto = source.startsWith("lotto-6aus49:");
  return electionCard(
    trial,
    lotForm.title,
    [
      ...(problem ? [warning(problem)] : []),
      paragraph(lotForm.among(listOf(among))),
      paragraph(lotForm.announced(sourceName(source))),
      field("value", lotto ? lotForm.lotto : lotForm.drand, {
        ...{ isRequired: true, errorMessage: lotForm.missing, maxLength: 120 },
        ...(lotto ? { placeholder: lotForm.lottoHelp } : {}),
        ...(typed === "" ? {} : { value: typed }),
      }),
    ],
    [
      button(lotForm.check, "election.lotCheck", ids(round), true),
      exit(lotForm.cancel, "election.manage", ids(round)),
    ],
  );
}

export function lotReviewCard(trial: boolean, { round, drawn }: LotView, actionId: string): Card {
  const { publicRandom, keys } = drawn;
  return electionCard(
    trial,
    lotForm.reviewTitle,
    [
      paragraph(lotForm.value(plain(publicRandom))),
      { ...paragraph(lotForm.drawn(listOf(drawn.drawn))), weight: "Bolder" },
      paragraph(lotForm.keys),
      ...keys.map(([name, key]) => note(lotForm.key(plain(name), key))),
      paragraph(lotForm.review),
    ],
    [
      button(lotForm.draw, "election.lotDraw", { ...ids(round), actionId, value: publicRandom }, true),
      button(lotForm.change, "election.lotForm", ids(round)),
      exit(lotForm.cancel, "election.manage", ids(round)),
    ],
  );
}

export type HandFormView = {
  readonly actionId: string;
  readonly round: StoredRound;
  readonly among: readonly string[];
  readonly seats: number;
  readonly problem?: string;
};

export function handFormCard(trial: boolean, view: HandFormView): Card {
  const { actionId, round, among, seats, problem } = view;
  return electionCard(
    trial,
    handForm.title,
    [
      ...(problem ? [warning(problem)] : []),
      paragraph(handForm.why),
      choice(
        "drawn",
        handForm.drawn(seats),
        // A name may hold the sign that parts several choices: its place in the list stands for it.
        among.map((title, at) => ({ title, value: String(at) })),
        { isMultiSelect: seats > 1, style: "expanded", wrap: true, placeholder: handForm.choose },
      ),
    ],
    [
      button(handForm.send, "election.lotHandPropose", { ...ids(round), actionId }, true),
      exit(handForm.cancel, "election.manage", ids(round)),
    ],
  );
}
