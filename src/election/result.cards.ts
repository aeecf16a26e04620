/** Cards of an election after its close: seal, result, recount. */
import { germanDate } from "../calendar/zones.ts";
import { bars, button, heading, note, paragraph, plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { choiceTitle, electionCard, listOf, roundData, whenOf } from "./frame.cards.ts";
import { minutesButtons } from "./minutes/minutes.cards.ts";
import { endings, minutesReady, proof, sealed, result as words } from "./result.texts.ts";
import { OFFICES, status } from "./round.texts.ts";
import { receiptOf } from "./seal.ts";
import { paperOf, type StoredResult, type StoredRound, type StoredSeal } from "./stored.ts";

type Body = NonNullable<Card["body"]>;

const proofButton = (round: StoredRound) => button(words.proof, "election.proof", roundData(round.name));

type NameOf = (party: string) => string;

const voterNames = (seal: StoredSeal, nameOf: NameOf): string => listOf(seal.voters.map(nameOf));
const voterLine = (seal: StoredSeal, nameOf: NameOf): string =>
  seal.voters.length === 0 ? sealed.nobody : sealed.parties(voterNames(seal, nameOf));

/** Two on a line: so many fit on a phone without being broken apart. */
function receiptLines({ commitments }: StoredSeal): string {
  const receipts = commitments.map(receiptOf);
  const pairs = Array.from({ length: Math.ceil(receipts.length / 2) }, (_, pair) =>
    receipts.slice(2 * pair, 2 * pair + 2).join(" · "),
  );
  return pairs.join("\n\n");
}

export const sealedCard = (trial: boolean, round: StoredRound, seal: StoredSeal, nameOf: NameOf): Card =>
  electionCard(
    trial,
    sealed.title,
    [
      paragraph(sealed.count(seal.commitments.length, round.entitled)),
      paragraph(voterLine(seal, nameOf)),
      paragraph(sealed.root(seal.root)),
      paragraph(sealed.how),
    ],
    [proofButton(round)],
  );

/** Everything on the ballot paper, in its order; 0 is said as well. The bars say the same once more. */
function voteLines(round: StoredRound, { tally, present, winner }: StoredResult): Body {
  if (!tally) return [];
  const votes = new Map(tally);
  const lines = [...paperOf(round)].map((choice) => {
    const isName = round.candidates.includes(choice);
    return {
      name: isName ? choice : (words.labels[choice] ?? choice),
      count: votes.get(choice) ?? 0,
      won: isName && choice === winner,
    };
  });
  return [
    ...lines.map(({ name, count, won }) => paragraph(words.votes(plain(name), count, present, won))),
    bars(lines.map(({ name, count }) => [name, count])),
  ];
}

/** What comes after an undecided round, and when. */
function nextLines(
  { electionDueAt, lot, rule }: StoredRound,
  { outcome, next }: StoredResult,
): readonly string[] {
  const when = electionDueAt === null ? null : whenOf(electionDueAt);
  const { runoffPair = [], runoffFixed = [], lotAmong = [], lotFor } = next;
  if (outcome === "runoff") return [words.runoff(listOf(runoffPair)), ...(when ? [words.opens(when)] : [])];
  if (outcome === "second-round") return when ? [words.opens(when)] : [];
  if (outcome !== "lot") return [];
  return [
    lotFor === "winner" ? words.lotWinner(listOf(lotAmong)) : words.lotRunoff(listOf(lotAmong)),
    ...(runoffFixed.length > 0 ? [words.fixed(listOf(runoffFixed))] : []),
    lot && rule.lot === "public-draw" ? words.lotPublic(germanDate(lot.notBefore)) : words.lotByHand,
  ];
}

function headline(result: StoredResult): string {
  if (result.winner === null) return endings[result.reason ?? "no-votes"];
  return result.byLot ? words.electedByLot(plain(result.winner)) : words.elected(plain(result.winner));
}

/** `none` says that nothing runs now, `start` lets the coordinator begin a new election. */
export function resultCard(
  trial: boolean,
  round: StoredRound,
  result: StoredResult,
  more: { readonly none?: boolean; readonly start?: boolean } = {},
): Card {
  const few = result.present < round.rule.hideDistributionBelow && result.outcome !== "void";
  const waits = result.winner !== null && round.electionState === "acceptance";
  return electionCard(
    trial,
    more.none ? status.lastTitle(OFFICES[round.office]) : words.title(round.office, round.name.round),
    [
      ...(more.none ? [paragraph(status.none)] : []),
      { ...paragraph(headline(result)), weight: "Bolder" },
      ...(waits ? [paragraph(words.acceptance)] : []),
      ...nextLines(round, result).map(paragraph),
      ...voteLines(round, result),
      paragraph(words.turnout(result.present, result.entitled)),
      ...(result.outcome === "void" ? [] : [paragraph(words.needed(result.needed))]),
      ...(few ? [note(words.few)] : []),
    ],
    [
      ...(round.seal ? [proofButton(round)] : []),
      ...minutesButtons(round.name.electionId),
      ...(more.start ? [button(status.start, "election.form", {}, true)] : []),
    ],
  );
}

/** To those who check: the minutes, and for scrutineers the way to the opening file. */
export const minutesReadyCard = (trial: boolean, round: StoredRound): Card =>
  electionCard(
    trial,
    minutesReady.title(round.office, round.name.round),
    [paragraph(minutesReady.text), paragraph(minutesReady.scrutineers)],
    minutesButtons(round.name.electionId),
  );

const small = (text: string) => ({ ...heading(text), size: "Default" as const });

function choiceLines(round: StoredRound): string {
  if (!round.result) return proof.waiting;
  const { choices } = round.result;
  return choices ? choices.map((one) => plain(choiceTitle(one, round.candidates))).join(", ") : proof.hidden;
}

/**
 * Everything that is published for a recount. Receipts and choices stand in orders that fit nothing. `full`
 * shows what the root is the hash of, whole.
 */
export function proofCard(trial: boolean, round: StoredRound, nameOf: NameOf, full = false): Card {
  const { seal, name } = round;
  if (!seal)
    return electionCard(trial, proof.title, [paragraph(round.sealedAt ? proof.none : proof.pending)]);
  const values = full ? seal.commitments.join(" ") : receiptLines(seal);
  return electionCard(
    trial,
    proof.title,
    [
      paragraph(proof.round(name.electionId, name.round)),
      paragraph(sealed.root(seal.root)),
      small(full ? proof.commitments : proof.receipts),
      { ...paragraph(values), fontType: "Monospace" },
      small(proof.parties),
      paragraph(full ? seal.voters.join(" ") : voterNames(seal, nameOf) || sealed.nobody),
      ...(full ? [note(proof.recipe)] : [small(proof.choices), paragraph(choiceLines(round))]),
    ],
    full ? [] : [button(proof.full, "election.proof", { ...roundData(name), full: true })],
  );
}
