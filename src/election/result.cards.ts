/** Cards of an election after its close: seal, result, recount. */
import { button, heading, note, paragraph, plain } from "../turn/elements.ts";
import type { Card } from "../turn/reply.ts";
import { choiceTitle, electionCard, listOf, roundData } from "./frame.cards.ts";
import { endings, proof, sealed, result as words } from "./result.texts.ts";
import { status } from "./round.texts.ts";
import { receiptOf } from "./seal.ts";
import { paperOf, SHOWN_FROM, type StoredResult, type StoredRound, type StoredSeal } from "./stored.ts";

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

/** One line for everything on the ballot paper, in its order; 0 is said as well. */
function voteLines(round: StoredRound, { tally, present }: StoredResult): readonly string[] {
  if (!tally) return [];
  const votes = new Map(tally);
  return [...paperOf(round)].map((choice) => {
    const name = round.candidates.includes(choice) ? plain(choice) : (words.labels[choice] ?? choice);
    return words.votes(name, votes.get(choice) ?? 0, present);
  });
}

/** `top` stands above the result, `start` lets the coordinator begin a new election. */
export function resultCard(
  trial: boolean,
  round: StoredRound,
  result: StoredResult,
  more: { readonly none?: boolean; readonly start?: boolean } = {},
): Card {
  const outcome =
    result.winner === null ? endings[result.reason ?? "no-votes"] : words.elected(plain(result.winner));
  const few = result.present < SHOWN_FROM && result.outcome !== "void";
  return electionCard(
    trial,
    more.none ? status.lastTitle : words.title,
    [
      ...(more.none ? [paragraph(status.none)] : []),
      { ...paragraph(outcome), weight: "Bolder" },
      ...(result.winner === null ? [] : [paragraph(words.acceptance)]),
      ...voteLines(round, result).map(paragraph),
      paragraph(words.turnout(result.present, result.entitled)),
      ...(result.outcome === "void" ? [] : [paragraph(words.needed(result.needed))]),
      ...(few ? [note(words.few)] : []),
    ],
    [
      ...(round.seal ? [proofButton(round)] : []),
      ...(more.start ? [button(status.start, "election.form", {}, true)] : []),
    ],
  );
}

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
