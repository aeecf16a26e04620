/** What others have said about a record, as it stands below its text, and the buttons to say it oneself. */
import { germanDate } from "../../calendar/zones.ts";
import { type Action, button, type Elements, heading, note, paragraph, plain } from "../../turn/elements.ts";
import { type Beside, excerpt } from "../cards.ts";
import type { Exchange } from "../exchange.ts";
import { type Experience, PAGE } from "./experience.ts";
import { MARKS, type Mark, type MarkKind, organisationsOf } from "./mark.ts";
import { marks as markTexts, measures, experiences as say } from "./texts.ts";

/** So much of an experience stands below the record; the whole of it is one press away. */
const SHOWN = 300;
/** A button on a phone of 360 px holds about so much beside its first word. */
const LONGEST_TITLE = 18;

export type Rights = { readonly edit: boolean; readonly remove: boolean };

export type ExperienceView = {
  readonly experience: Experience;
  readonly organisation: string;
  readonly rights: Rights;
};

export type BesideView = {
  readonly exchange: Exchange;
  readonly marks: readonly Mark[];
  readonly experiences: readonly ExperienceView[];
  /** Organisation of the reader; null: has not said it and can say nothing here. */
  readonly reader: string | null;
  readonly organisationName: (key: string) => string;
  /** Issued anew each time the card is drawn. */
  readonly action: string;
  /** The search that the person came from. */
  readonly words?: string;
};

function lineOf({ experience, organisation }: ExperienceView): string {
  const { createdAt, changedAt, by } = experience;
  const line = say.line(organisation, germanDate(createdAt), by.name);
  return changedAt === null ? line : say.edited(line, germanDate(changedAt));
}

function measuresOf({ effort, benefit }: Experience): string {
  const said = [
    ...(effort ? [say.effortIs(measures[effort])] : []),
    ...(benefit ? [say.benefitIs(measures[benefit])] : []),
  ];
  return said.join(" · ");
}

/** Every button has a title of its own: a screen reader lists them without what stands around them. */
export function numbered(starts: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return starts.map((start) => {
    const count = (times.get(start) ?? 0) + 1;
    times.set(start, count);
    return count === 1 ? start : `${start} (${count})`;
  });
}

function buttonsOf({ experience, rights }: ExperienceView, start: string): readonly Action[] {
  const { id } = experience;
  return [
    ...(rights.edit ? [button(say.edit(start), "exchange.experience.edit", { id })] : []),
    ...(rights.remove ? [button(say.remove(start), "exchange.experience.delete", { id })] : []),
  ];
}

/** A line break alone is lost in a card's text; an empty line is kept. */
const whole = (text: string): string => plain(text).replace(/\n+/g, "\n\n");

/** Experiences one below the other; `cut` shows the beginning of each. */
export function experienceElements(views: readonly ExperienceView[], cut: boolean): Elements {
  const starts = numbered(views.map(({ experience }) => excerpt(experience.text, LONGEST_TITLE)));
  return views.map((one, at) => {
    const measured = measuresOf(one.experience);
    const actions = buttonsOf(one, starts[at] ?? "");
    const { text } = one.experience;
    return {
      type: "Container" as const,
      separator: true,
      items: [
        note(plain(lineOf(one))),
        paragraph(cut ? plain(excerpt(text, SHOWN)) : whole(text)),
        ...(measured === "" ? [] : [note(measured)]),
        ...(actions.length > 0 ? [{ type: "ActionSet" as const, actions: [...actions] }] : []),
      ],
    };
  });
}

function markLines({ marks, organisationName }: BesideView): Elements {
  return MARKS.flatMap((kind) => {
    const names = organisationsOf(marks, kind).map(organisationName);
    return names.length > 0 ? [paragraph(plain(markTexts.lines[kind](names.join(", "))))] : [];
  });
}

/** No button for what would be refused; taking back is always possible. */
function markButton(
  { exchange, marks, reader, action, words }: BesideView,
  kind: MarkKind,
): readonly Action[] {
  const said = marks.some((one) => one.kind === kind && one.organisation === reader);
  const refused = kind === "uses" && (exchange.organisation === reader || exchange.stage === "ended");
  if (reader === null || (refused && !said)) return [];
  const title = said ? markTexts.takeBack[kind] : markTexts.say[kind];
  const back = words === undefined ? {} : { words };
  return [button(title, "exchange.mark", { id: exchange.id, kind, on: !said, action, ...back })];
}

function experiencesBelow({ exchange, experiences }: BesideView): Elements {
  if (experiences.length === 0) return [];
  const shown = experiences.slice(0, PAGE);
  const { id } = exchange;
  const isCut = shown.some(({ experience: { text } }) => excerpt(text, SHOWN) !== text);
  const pages = [
    ...(isCut ? [button(say.whole, "exchange.experiences", { id, from: 0 })] : []),
    ...(experiences.length > PAGE ? [button(say.further, "exchange.experiences", { id, from: PAGE })] : []),
  ];
  return [
    heading(say.title),
    ...experienceElements(shown, true),
    ...(pages.length > 0 ? [{ type: "ActionSet" as const, actions: pages }] : []),
  ];
}

export function besideOf(view: BesideView): Required<Pick<Beside, "below" | "actions">> {
  const { exchange, reader } = view;
  const add = button(say.add, "exchange.experience.new", { id: exchange.id });
  return {
    below: [...markLines(view), ...experiencesBelow(view)],
    actions: [...MARKS.flatMap((kind) => markButton(view, kind)), ...(reader === null ? [] : [add])],
  };
}
