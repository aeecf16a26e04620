/** Cards about a party that comes back: the form, the review, and what people are told. */
import {
  button,
  cardOf,
  choice,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import type { Leave } from "./leave.ts";
import { form, review, told } from "./return.texts.ts";

type Names = (party: string) => string;

export type ReturnFormView = {
  readonly actionId: string;
  readonly left: readonly Leave[];
  readonly nameOf: Names;
  readonly party: string;
  readonly problem?: string;
};

export function returnFormCard({ actionId, left, nameOf, party, problem }: ReturnFormView): Card {
  const options = left
    .map((one) => ({ value: one.party, title: form.option(nameOf(one.party), one.lastDay) }))
    .sort((a, b) => a.title.localeCompare(b.title, "de"));
  return cardOf(
    problem ?? form.title,
    [
      heading(form.title),
      ...(problem === undefined ? [] : [warning(problem)]),
      paragraph(form.why),
      choice("party", form.party, options, {
        placeholder: form.choose,
        ...(party === "" ? {} : { value: party }),
      }),
    ],
    [button(form.next, "year.returnCheck", { actionId }, true), exit(form.cancel, "form.cancel")],
  );
}

/** What will happen, before it happens. */
export function returnReviewCard(actionId: string, leave: Leave, nameOf: Names): Card {
  const { party, lastDay, recordedAt } = leave;
  const facts = review.facts(plain(nameOf(party)), lastDay);
  return cardOf(
    `${review.title} ${facts}`,
    [
      heading(review.title),
      ...[facts, review.seat, review.empty, review.voting].map((one) => paragraph(one)),
      note(review.told),
    ],
    [
      button(review.record, "year.returnRecord", { actionId, party, recordedAt }, true),
      button(review.change, "year.returnForm", { party }),
      exit(form.cancel, "form.cancel"),
    ],
  );
}

/** `isEmpty`: nobody has been named for the seat yet. `count`: parties in force. */
export function returnedCard(name: string, isEmpty: boolean, count: number): Card {
  const title = told.title(name);
  const lines = [told.back(plain(name)), ...(isEmpty ? [told.seatEmpty] : []), told.count(count), told.wrong];
  return cardOf([title, ...lines].join(" "), [
    heading(plain(title)),
    ...lines.map((line) => paragraph(line)),
  ]);
}
