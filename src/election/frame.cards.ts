/** What all cards of elections have in common. */
import { germanDate, wallClockAt } from "../calendar/zones.ts";
import type { Instant } from "../system/clock.ts";
import { cardOf, heading, note, plain, warning } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { choices, yesTo } from "./ballot.texts.ts";
import { ruleGroups } from "./organise/rule.texts.ts";
import { TRIAL } from "./round.texts.ts";
import type { RoundName } from "./seal.ts";
import type { Wahlordnung } from "./wahlordnung.ts";

type Body = NonNullable<Card["body"]>;
type Actions = NonNullable<Card["actions"]>;

/**
 * A card with its title; in a trial nobody may take it for a real election. `spoken` is what a client without cards
 * says: never a choice, which a locked phone would show.
 */
export const electionCard = (
  trial: boolean,
  title: string,
  body: Body,
  actions: Actions = [],
  spoken: string = title,
): Card =>
  cardOf(
    trial ? `${TRIAL}. ${spoken}` : spoken,
    [...(trial ? [warning(TRIAL)] : []), heading(title), ...body],
    actions,
  );

/** The rule of procedure in small lines under where they come from. */
export const ruleBlock = (rule: Wahlordnung, quorum: number, entitled: number): Body =>
  ruleGroups(rule, quorum, entitled).flatMap(({ origin, lines }) => [
    { ...note(origin), weight: "Bolder" as const },
    ...lines.map((line) => ({ ...note(line), spacing: "Small" as const })),
  ]);

/** 03.02.2026, 18:00 Uhr. */
export const whenOf = (instant: Instant): string =>
  `${germanDate(instant)}, ${wallClockAt(instant).slice(-5)} Uhr`;

/** Data of a button that concerns one round. */
export const roundData = ({ electionId, round }: RoundName) => ({ election: electionId, round });

/** How a choice reads on the paper: a single candidate is voted for with yes. */
export function choiceTitle(choice: string, candidates: readonly string[]): string {
  if (!candidates.includes(choice)) return choices[choice] ?? choice;
  return candidates.length === 1 ? yesTo(choice) : choice;
}

export const listOf = (names: readonly string[]): string => names.map(plain).join(", ");
