/** Cards of the list of people and of one person. */
import {
  button,
  cardOf,
  choice,
  exit,
  field,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { plainMember, reaches, roles, texts } from "./people.texts.ts";
import { LONGEST_NAME, LONGEST_WORD, type PeoplePage, type Person } from "./people.ts";

type Label = (organisation: string) => string;

/** All that somebody is here, in words. */
export const partOf = (person: Person): string =>
  person.roles.length === 0 ? plainMember : person.roles.map((one) => roles[one]).join(", ");

export type ListForm = {
  readonly view: PeoplePage;
  readonly word: string;
  readonly label: Label;
  /** People and seats of tenants that are not served any more. */
  readonly unserved: { readonly people: number; readonly seats: number };
  readonly problem?: string;
};

/** By organisation, as the page is sorted. */
function lines({ people }: PeoplePage, label: Label): NonNullable<Card["body"]> {
  return people.flatMap((one, at) => {
    const first = people[at - 1]?.organisation !== one.organisation;
    const line = note(texts.line(plain(one.name), partOf(one), reaches[one.reach]));
    return first
      ? [{ ...paragraph(plain(label(one.organisation))), weight: "Bolder" as const }, line]
      : [line];
  });
}

export function listCard({ view, word, label, unserved, problem }: ListForm): Card {
  const { page, pages } = view;
  const options = view.people.map((one) => ({
    value: one.memberId,
    title: `${label(one.organisation)}: ${one.name}`,
  }));
  const some = options.length > 0;
  return cardOf(
    texts.title,
    [
      heading(texts.title),
      ...(problem ? [warning(problem)] : []),
      paragraph(
        `${texts.count(view.found, view.all)}. ${view.notReached > 0 ? texts.notReached(view.notReached) : texts.allReached}`,
      ),
      ...(unserved.people > 0 ? [warning(texts.unservedTenants(unserved.people, unserved.seats))] : []),
      field("word", texts.word, { value: word, maxLength: LONGEST_WORD }),
      ...(some ? lines(view, label) : [paragraph(texts.nobody)]),
      ...(pages > 1 ? [note(texts.page(page, pages))] : []),
      ...(some ? [choice("member", texts.person, options, { placeholder: texts.choose })] : []),
    ],
    [
      ...(some ? [button(texts.open, "people.open", {}, true)] : []),
      button(texts.search, "people.list", { page: 1 }),
      ...(page > 1 ? [button(texts.earlier, "people.list", { page: page - 1 })] : []),
      ...(page < pages ? [button(texts.later, "people.list", { page: page + 1 })] : []),
      button(texts.list, "roster.show"),
      button(texts.overview, "say", { text: "koordination" }),
    ],
  );
}

const next: Partial<Record<Person["reach"], string>> = {
  unwritten: texts.unwrittenNext,
  silent: texts.silentNext,
  unserved: texts.unservedNext,
};

/** `own`: the person who looks. */
export function personCard(person: Person, label: Label, own: boolean, said?: string): Card {
  const data = { member: person.memberId };
  const appointed = person.roles.includes("coordinator");
  const reachNext = next[person.reach];
  return cardOf(
    person.name,
    [
      heading(plain(person.name)),
      ...(said ? [{ ...paragraph(said), weight: "Bolder" as const }] : []),
      paragraph(texts.organisation(plain(label(person.organisation)))),
      paragraph(texts.part(partOf(person))),
      paragraph(texts.reach(reaches[person.reach])),
      ...(reachNext ? [note(reachNext)] : []),
      ...(person.groups.length > 0 ? [paragraph(texts.groups(plain(person.groups.join(", "))))] : []),
      ...(person.configured ? [note(texts.configured)] : []),
    ],
    [
      button(texts.correct, "people.edit", data),
      ...(appointed ? [] : [button(texts.appoint, "coordinator.review", data)]),
      ...(appointed && !person.configured ? [button(texts.end, "coordinator.endReview", data)] : []),
      ...(own || person.configured ? [] : [button(texts.remove, "people.removeReview", data)]),
      button(texts.back, "people.list", { page: 1 }),
    ],
  );
}

export type CorrectForm = {
  readonly actionId: string;
  readonly person: Person;
  readonly organisations: readonly { readonly key: string; readonly name: string }[];
  /** What was entered and not taken. */
  readonly entered?: { readonly name: string; readonly organisation: string };
  readonly problem?: string;
};

export function correctCard({ actionId, person, organisations, entered, problem }: CorrectForm): Card {
  const title = texts.correctTitle(person.name);
  const values = entered ?? person;
  return cardOf(
    title,
    [
      heading(plain(title)),
      ...(problem ? [warning(problem)] : []),
      note(texts.correctWhy),
      field("name", texts.name, { value: values.name, maxLength: LONGEST_NAME }),
      choice(
        "organisation",
        texts.organisationField,
        organisations.map(({ key, name }) => ({ value: key, title: name })),
        { value: values.organisation },
      ),
    ],
    [
      button(texts.save, "people.correct", { actionId, member: person.memberId }, true),
      exit(texts.cancel, "people.open", { member: person.memberId }),
    ],
  );
}

/** Says what will happen; nothing is written yet. */
export function reviewCard(review: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly press: string;
  readonly verb: string;
  readonly actionId: string;
  readonly member: string;
}): Card {
  const { title, press, verb, actionId, member } = review;
  return cardOf(
    title,
    [heading(plain(title)), ...review.lines.map(paragraph)],
    [button(press, verb, { actionId, member }, true), exit(texts.cancel, "people.open", { member })],
  );
}
