/** Cards that list decisions. */
import { button, cardOf, heading, note, paragraph, plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { type Decision, isRunning } from "./decision.ts";
import { choiceName, titleOf } from "./frame.cards.ts";
import { states } from "./result.texts.ts";
import { whenOf } from "./texts.ts";
import { cut, list } from "./told.texts.ts";

/** State, end and the votes where they may be seen. */
export function lineOf(decision: Decision): string {
  const { state, closesAt, settledAt, result, way, group } = decision;
  const ended = isRunning(decision)
    ? list.until(whenOf(closesAt))
    : list.endedOn(whenOf(settledAt ?? closesAt));
  const { tally } = result ?? { tally: null };
  const votes = (["ja", "nein", "enthaltung"] as const)
    .filter((choice) => way === "vote" || choice !== "enthaltung")
    .map((choice) => `${choiceName(way, choice)} ${tally?.[choice] ?? 0}`);
  return [
    states[state],
    ended,
    ...(tally ? [votes.join(", ")] : []),
    ...(group ? [list.inGroup(group.name)] : []),
  ].join(" · ");
}

export type ListView = {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly hits: readonly Decision[];
  /** What comes next for the person who looks, by id; nothing where there is nothing to do. */
  readonly next?: ReadonlyMap<string, readonly string[]>;
};

const LONGEST_NAME = 90;

/** The number on each button tells them apart, for a screen reader as well. */
export const listCard = ({ title, sentences, hits, next }: ListView): Card =>
  cardOf(
    [title, ...sentences].join(". "),
    [
      heading(plain(title)),
      ...sentences.map((sentence) => paragraph(plain(sentence))),
      ...hits.map((decision) => ({
        type: "Container" as const,
        separator: true,
        items: [
          { ...paragraph(plain(cut(titleOf(decision), LONGEST_NAME))), weight: "Bolder" as const },
          note(plain(lineOf(decision))),
          ...(next?.get(decision.id) ?? []).map((line) => paragraph(plain(line))),
          {
            type: "ActionSet" as const,
            actions: [button(list.show(decision.number), "decision.show", { decision: decision.id })],
          },
        ],
      })),
    ],
    [],
  );
