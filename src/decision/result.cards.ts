/** How a decision ended: the sentence, the votes as text and as bars, and who has voted what. */
import { note, paragraph, plain } from "../turn/elements.ts";
import { CHOICES, type Decision, type DecisionResult, isRunning, type VoidReason } from "./decision.ts";
import { choiceName } from "./frame.cards.ts";
import { rejected, voided, result as words } from "./result.texts.ts";

type NameOf = (party: string) => string;

/** Signs of the longest bar: beside the words it stays on one line of a phone. */
const LONGEST_BAR = 10;

const isRejected = (reason: string): reason is keyof typeof rejected => reason in rejected;

/** The outcome in one sentence; empty while it runs. */
export function endingOf({ state, reason, way }: Decision): string {
  if (state === "accepted") return way === "umlauf" ? words.acceptedUmlauf : words.accepted;
  if (reason === null) return "";
  return isRejected(reason) ? rejected[reason] : voided[reason satisfies VoidReason];
}

/** A bar of full blocks: longer means more. Whoever has votes has at least one block, nobody has none. */
const barOf = (votes: number, most: number): string =>
  votes === 0 ? "" : ` ${"▇".repeat(Math.max(1, Math.round((votes / most) * LONGEST_BAR)))}`;

/** One line for every choice, the ones nobody made as well; the number stands before its bar. */
export function voteLines({ way }: Pick<Decision, "way">, tally: Readonly<Record<string, number>>) {
  const invalid = tally.ungueltig ? ["ungueltig"] : [];
  const shown = way === "umlauf" && !tally.enthaltung ? ["ja", "nein"] : [...CHOICES];
  const most = Math.max(1, ...Object.values(tally));
  return [...shown, ...invalid].map((choice) => {
    const votes = tally[choice] ?? 0;
    return `${choiceName(way, choice)}: ${votes}${barOf(votes, most)}`;
  });
}

/** Parties by their vote: 36 lines of their own would be too long for a phone. */
function byParty({ way }: Decision, { votes }: DecisionResult, nameOf: NameOf) {
  if (votes === null || votes.length === 0) return [];
  const groups = [...CHOICES, "ungueltig"].flatMap((choice) => {
    const names = votes.filter((one) => one.choice === choice).map(({ party }) => nameOf(party));
    if (names.length === 0) return [];
    const sorted = names.sort((a, b) => a.localeCompare(b, "de"));
    return [paragraph(`**${choiceName(way, choice)}:** ${plain(sorted.join(", "))}`)];
  });
  return [{ ...paragraph(words.byParty), weight: "Bolder" as const }, ...groups];
}

function numbersOf(decision: Decision, result: DecisionResult, nameOf: NameOf) {
  const { tally, present, entitled, quorum, closedEarly } = result;
  const hidden = tally === null && decision.state !== "void";
  return [
    ...(tally === null ? [] : voteLines(decision, tally).map((line) => paragraph(line))),
    paragraph(words.turnout(present, entitled)),
    ...(decision.way === "vote" ? [note(words.quorum(quorum))] : []),
    ...(closedEarly ? [note(words.early)] : []),
    ...(hidden ? [note(words.hidden)] : []),
    ...byParty(decision, result, nameOf),
  ];
}

/** What stands on a card about how it ended; nothing while it runs. */
export function endedBody(decision: Decision, nameOf: NameOf) {
  if (isRunning(decision)) return [];
  const { cancelReason, result } = decision;
  return [
    { ...paragraph(endingOf(decision)), weight: "Bolder" as const },
    ...(cancelReason === null ? [] : [paragraph(plain(words.cancelReason(cancelReason)))]),
    ...(result === null ? [] : numbersOf(decision, result, nameOf)),
  ];
}
