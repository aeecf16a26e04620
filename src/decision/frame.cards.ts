/** What all cards of decisions have in common. */
import { note, paragraph, plain } from "../turn/elements.ts";
import type { Decision, Way } from "./decision.ts";
import { choices, facts, longWhenOf, ruleLines, show, wayNames } from "./texts.ts";

/** A line break alone is lost in a card's text; an empty line is kept. */
export const motionText = (text: string) => paragraph(plain(text).replace(/\n+/g, "\n\n"));

export const titleOf = ({ number, title }: Pick<Decision, "number" | "title">): string =>
  show.heading(number, title);

type Shown = Pick<Decision, "group" | "way" | "secret" | "closesAt">;

/** Who decides, how, and until when. What majority is needed stands with the rule. */
export function factsOf({ group, way, secret, closesAt }: Shown, opensAt: number | null) {
  const rows: readonly (readonly [string, string])[] = [
    [facts.body, group === null ? facts.forum : facts.group(plain(group.name))],
    [facts.way, wayNames[way]],
    [facts.kind, secret ? facts.secret : facts.open],
    ...(opensAt === null ? [] : [[facts.opens, longWhenOf(opensAt)] as const]),
    [facts.ends, longWhenOf(closesAt)],
  ];
  return { type: "FactSet" as const, facts: rows.map(([title, value]) => ({ title, value })) };
}

/** The rule in small print, one block: it stands on several cards and must not push the motion away. */
export const ruleOf = (decision: Parameters<typeof ruleLines>[0]) => [
  { ...paragraph(show.rule), weight: "Bolder" as const },
  ...ruleLines(decision).map((line) => note(plain(line))),
];

export const choiceName = (way: Way, choice: string): string => choices[way][choice] ?? choice;
