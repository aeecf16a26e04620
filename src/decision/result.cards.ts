/** How a decision ended: the sentence, the votes as text and as bars, and who has voted what. */
import { bars, note, paragraph, plain } from "../turn/elements.ts";
import { CHOICES, type Decision, type DecisionResult, isRunning, type VoidReason } from "./decision.ts";
import { choiceName } from "./frame.cards.ts";
import { rejected, voided, result as words } from "./result.texts.ts";

type NameOf = (party: string) => string;

const isRejected = (reason: string): reason is keyof typeof rejected => reason in rejected;

/** The outcome in one sentence; empty while it runs. */
export function endingOf({ state, reason, way }: Decision): string {
  if (state === "accepted") return way === "umlauf" ? words.acceptedUmlauf : words.accepted;
  if (reason === null) return "";
  return isRejected(reason) ? rejected[reason] : voided[reason satisfies VoidReason];
}

/** The number of every choice, of the ones nobody made as well. */
export function votesOf({ way }: Pick<Decision, "way">, tally: Readonly<Record<string, number>>) {
  const invalid = tally.ungueltig ? ["ungueltig"] : [];
  const shown = way === "umlauf" && !tally.enthaltung ? ["ja", "nein"] : [...CHOICES];
  return [...shown, ...invalid].map((choice) => [choiceName(way, choice), tally[choice] ?? 0] as const);
}

/** In words first; the bars say the same once more. */
function voteLines(decision: Decision, tally: Readonly<Record<string, number>>) {
  const votes = votesOf(decision, tally);
  return [...votes.map(([name, count]) => paragraph(`${name}: ${count}`)), bars(votes)];
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
    ...(tally === null ? [] : voteLines(decision, tally)),
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
