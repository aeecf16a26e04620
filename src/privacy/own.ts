/** What is stored about a person, as it is shown: sections of facts. Pure. */
import { germanDate } from "../calendar/zones.ts";
import { fields, sections, values } from "./own.texts.ts";

/** Dates are instants of JavaScript; null is left out. */
export type Fact = Readonly<Record<string, string | number | boolean | Date | null>>;
export type SectionName = keyof typeof sections;
/** Everything stored about one person, by section, each oldest first. */
export type OwnData = Readonly<Partial<Record<SectionName, readonly Fact[]>>>;

export type Shown = { readonly title: string; readonly facts: readonly Readonly<Record<string, string>>[] };

const worded = (value: string): string =>
  Object.hasOwn(values, value) ? values[value as keyof typeof values] : value;

function said(value: Exclude<Fact[string], null>): string {
  if (value instanceof Date) return germanDate(value.getTime());
  if (typeof value === "boolean") return value ? values.yes : values.no;
  return typeof value === "number" ? String(value) : worded(value);
}

const labelled = (fact: Fact): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fact).flatMap(([field, value]) =>
      value === null || value === "" ? [] : [[fields[field as keyof typeof fields] ?? field, said(value)]],
    ),
  );

/** In the order of the sections, those without facts left out. */
export const shownOf = (data: OwnData): readonly Shown[] =>
  (Object.keys(sections) as SectionName[]).flatMap((name) => {
    const facts = data[name] ?? [];
    return facts.length === 0 ? [] : [{ title: sections[name], facts: facts.map(labelled) }];
  });

/** The same for a program: names as on the card, instants in UTC. */
export const fileOf = (data: OwnData, about: { readonly now: number; readonly secret: string }): string =>
  JSON.stringify(
    {
      stand: new Date(about.now).toISOString(),
      geheimeWahl: about.secret,
      ...Object.fromEntries(
        (Object.keys(sections) as SectionName[]).flatMap((name) => {
          const facts = data[name] ?? [];
          const named = facts.map((fact) =>
            Object.fromEntries(
              Object.entries(fact).map(([f, v]) => [fields[f as keyof typeof fields] ?? f, v]),
            ),
          );
          return facts.length === 0 ? [] : [[sections[name], named]];
        }),
      ),
    },
    null,
    2,
  );
