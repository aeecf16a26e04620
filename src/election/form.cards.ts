/** Cards with which a coordinator begins an election: the form, and what will be. */
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
import type { Entered, Planned } from "./announcement.ts";
import { paper } from "./ballot.texts.ts";
import { electionCard, ruleBlock, whenOf } from "./frame.cards.ts";
import { ruleVersionLine } from "./organise/rule.texts.ts";
import { form, plan } from "./round.texts.ts";
import { SMALL_BELOW } from "./stored.ts";

export type FormView = {
  readonly actionId: string;
  readonly entered: Entered;
  /** Parties that have a seat. */
  readonly parties: readonly { readonly key: string; readonly name: string }[];
  /** Who may lead or watch the election. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly party: string }[];
  /** Whether the rule of procedure knows deputies. */
  readonly deputies: boolean;
  readonly problem?: string;
};

type Fields = NonNullable<Card["body"]>;

const dates = (
  ids: readonly [string, string],
  labels: readonly [string, string],
  values: readonly string[],
): Fields => [
  dateField(ids[0], labels[0], {
    ...{ isRequired: true, errorMessage: form.dateMissing },
    ...(values[0] ? { value: values[0] } : {}),
  }),
  timeField(ids[1], labels[1], {
    ...{ isRequired: true, errorMessage: form.timeMissing },
    ...(values[1] ? { value: values[1] } : {}),
  }),
];

const timesOf = (entered: Entered): Fields =>
  entered.way === "open"
    ? dates(
        ["nominationOn", "nominationAt"],
        [form.nominationOn, form.nominationAt],
        [entered.nominationOn, entered.nominationAt],
      )
    : dates(["closesOn", "closesAt"], [form.closesOn, form.closesAt], [entered.closesOn, entered.closesAt]);

function candidatesOf({ entered, parties }: FormView): Fields {
  const open = entered.way === "open";
  const titles = parties.map(({ key, name }) => ({ title: name, value: key }));
  return [
    choice("parties", open ? form.nominate : form.parties, titles, {
      ...{ isMultiSelect: true, placeholder: form.choose },
      ...(entered.parties.length > 0 ? { value: entered.parties.join(",") } : {}),
    }),
    ...(open
      ? []
      : [
          field("others", form.others, {
            ...{ isMultiline: true, maxLength: 2000 },
            ...(entered.others === "" ? {} : { value: entered.others }),
          }),
        ]),
  ];
}

function rolesOf({ entered, people }: FormView): Fields {
  const titles = people.map(({ id, name, party }) => ({ title: form.person(name, party), value: id }));
  return [
    choice("officer", form.officer, titles, {
      ...{ placeholder: form.choose },
      ...(entered.officer === "" ? {} : { value: entered.officer }),
    }),
    choice("scrutineers", form.scrutineers, titles, {
      ...{ isMultiSelect: true, placeholder: form.choose },
      ...(entered.scrutineers.length > 0 ? { value: entered.scrutineers.join(",") } : {}),
    }),
  ];
}

const officeOf = ({ entered, deputies }: FormView): Fields => {
  const titles = (["chair", "deputy"] as const).map((value) => ({ value, title: form.offices[value] }));
  return deputies ? [choice("office", form.office, titles, { value: entered.office })] : [];
};

export function formCard(trial: boolean, view: FormView): Card {
  const { actionId, entered, problem } = view;
  const open = entered.way === "open";
  const { way: _, ...rest } = entered;
  return electionCard(
    trial,
    form.title,
    [
      ...(problem ? [warning(problem)] : []),
      paragraph(form.intro),
      paragraph(open ? form.openWhy : form.fixedWhy),
      ...officeOf(view),
      ...candidatesOf(view),
      ...timesOf(entered),
      ...rolesOf(view),
    ],
    [
      button(form.next, "election.check", { actionId, way: entered.way }, true),
      exit(open ? form.toFixed : form.toOpen, "election.form", { ...rest, way: open ? "fixed" : "open" }),
      exit(form.cancel, "form.cancel"),
    ],
  );
}

type PlanView = {
  readonly actionId: string;
  readonly entered: Entered;
  readonly planned: Planned;
  readonly nameOf: (party: string) => string;
};

const namesOf = ({ candidates }: Planned): Fields =>
  candidates.length === 0
    ? [paragraph(plan.nobodyYet)]
    : [
        paragraph(plan.candidates),
        ...candidates.map(({ name }) => ({
          ...paragraph(plain(name)),
          ...{ weight: "Bolder" as const, spacing: "None" as const },
        })),
      ];

export function planCard(trial: boolean, { actionId, entered, planned, nameOf }: PlanView): Card {
  const { nominationEndsAt, closesAt, held, entitled, quorum, rule } = planned;
  const below = held < quorum;
  const person = ({ name, party }: { name: string; party: string }) =>
    plain(form.person(name, nameOf(party)));
  const start = nominationEndsAt === null ? plan.open : plan.announce;
  return electionCard(
    trial,
    plan.title,
    [
      ...namesOf(planned),
      ...(nominationEndsAt === null ? [] : [paragraph(plan.nomination(whenOf(nominationEndsAt)))]),
      ...(closesAt === null ? [] : [paragraph(plan.deadline(whenOf(closesAt)))]),
      paragraph(plan.officer(person(planned.officer))),
      paragraph(plan.scrutineers(planned.scrutineers.map(person).join(", "))),
      paragraph(plan.seats(held, entitled)),
      ...(below ? [warning(plan.below(held, quorum))] : []),
      ...(entitled < SMALL_BELOW ? [warning(paper.small)] : []),
      { ...heading(plan.rulesTitle), size: "Default" as const },
      note(ruleVersionLine(planned.ruleVersion)),
      ...ruleBlock(rule, quorum, entitled),
    ],
    [
      button(below ? plan.openAnyway : start, "election.start", { actionId, ...entered }, true),
      button(plan.change, "election.form", { ...entered }),
      exit(form.cancel, "form.cancel"),
    ],
  );
}
