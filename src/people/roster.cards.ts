/** Cards of the list of people: how it is made, what it would do, what is wrong with it. */
import { button, cardOf, exit, field, heading, note, paragraph, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { type LineFault, MOST_CHARACTERS } from "./roster.file.ts";
import { isChange, type RosterCounts, type RosterPlan, type RosterStep } from "./roster.plan.ts";
import { faultText, roster } from "./roster.texts.ts";

const NAMES_SHOWN = 12;
const FAULTS_SHOWN = 15;

export const rosterCard = (problem?: string): Card =>
  cardOf(
    roster.title,
    [
      heading(roster.title),
      ...(problem ? [warning(problem)] : []),
      ...[roster.what, roster.how].map(paragraph),
      ...[roster.columns, roster.functions, roster.adds].map(note),
      field("text", roster.text, { isMultiline: true, maxLength: MOST_CHARACTERS }),
    ],
    [
      button(roster.check, "roster.preview", {}, true),
      button(roster.give, "roster.export"),
      exit(roster.back, "people.list", { page: 1 }),
    ],
  );

function namesOf(steps: readonly RosterStep[], label: (organisation: string) => string): string {
  const shown = steps
    .slice(0, NAMES_SHOWN)
    .map(({ row }) => roster.person(plain(row.name), plain(label(row.organisation))));
  const more = steps.length - shown.length;
  return [...shown, ...(more > 0 ? [roster.andMore(more)] : [])].join(", ");
}

export type PlanView = {
  readonly plan: RosterPlan;
  readonly counts: RosterCounts;
  readonly text: string;
  readonly actionId: string;
  readonly label: (organisation: string) => string;
};

/** Nothing is written yet. The list itself travels with the button: any replica can take it. */
export function planCard({ plan, counts, text, actionId, label }: PlanView): Card {
  const said = roster.counts(counts.created, counts.changed, counts.unchanged);
  const fresh = plan.steps.filter(({ known }) => known === null);
  const altered = plan.steps.filter(isChange);
  const news = fresh.length + altered.length > 0;
  return cardOf(
    `${roster.title}. ${said}`,
    [
      heading(roster.title),
      paragraph(said),
      ...(fresh.length > 0 ? [paragraph(roster.created(namesOf(fresh, label))), note(roster.confirm)] : []),
      ...(altered.length > 0 ? [paragraph(roster.changed(namesOf(altered, label)))] : []),
      note(news ? roster.nothingYet : roster.nothingNew),
    ],
    news
      ? [button(roster.take, "roster.import", { actionId, text }, true), exit(roster.cancel, "form.cancel")]
      : [button(roster.back, "people.list", { page: 1 })],
  );
}

export function faultsCard(faults: readonly LineFault[]): Card {
  const said = roster.faults(faults.length);
  const more = faults.length - FAULTS_SHOWN;
  return cardOf(
    `${roster.title}. ${said}`,
    [
      heading(roster.title),
      warning(said),
      ...faults
        .slice(0, FAULTS_SHOWN)
        .map(({ line, fault }) => paragraph(plain(roster.line(line, faultText(fault))))),
      ...(more > 0 ? [note(roster.more(more))] : []),
      paragraph(roster.mend),
    ],
    [button(roster.back, "people.list", { page: 1 })],
  );
}

export const linkCard = (url: string): Card =>
  cardOf(
    roster.given,
    [heading(roster.given), paragraph(roster.linkWhy)],
    [{ type: "Action.OpenUrl", title: roster.link, url }, button(roster.back, "people.list", { page: 1 })],
  );
