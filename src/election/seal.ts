/**
 * The seal of a ballot box at the close. It fixes the ballots without showing them: published with the
 * parties that took part, it proves that nothing changed afterwards.
 */
import { byCodePoint } from "../system/code-points.ts";
import { sha256 } from "../system/hash.ts";
import type { Ballots } from "./election.ts";

/** Where a ballot belongs: the same choice in another round gives another commitment. */
export type RoundName = { readonly electionId: string; readonly round: number };
export type OpenedBallot = { readonly choice: string; readonly salt: string };

/** Hides the choice (in NFC) behind the salt; with both at hand anybody can compute it again. */
export const commitmentOf = ({ electionId, round }: RoundName, { choice, salt }: OpenedBallot): string =>
  sha256(`forum-stimme/v1|${electionId}|${round}|${choice.normalize("NFC")}|${salt}`);

/** What a voter notes: the first twelve digits of the commitment. Says nothing about the choice. */
export const receiptOf = (commitment: string): string =>
  `${commitment.slice(0, 4)}-${commitment.slice(4, 8)}-${commitment.slice(8, 12)}`;

export type Seal = {
  /** Ascending, so that nothing of the order of voting is left. */
  readonly commitments: readonly string[];
  /** Keys of the parties that took part, by code point. */
  readonly voters: readonly string[];
  readonly root: string;
};

/** The root is the hash of lines that can be written down and hashed by hand, each ended by a line feed. */
export function sealOf(
  { electionId, round }: RoundName,
  commitments: readonly string[],
  voters: readonly string[],
): Seal {
  const sorted = [...commitments].sort(byCodePoint);
  const parties = [...voters].sort(byCodePoint);
  const lines = ["forum-siegel/v1", electionId, round, sorted.length, ...sorted, parties.length, ...parties];
  return { commitments: sorted, voters: parties, root: sha256(lines.map((line) => `${line}\n`).join("")) };
}

/** As many ballots as parties marked, nobody and nothing twice (OnlWahlV § 12(5)). */
export const isConsistent = ({ commitments, voters }: Seal): boolean =>
  commitments.length === voters.length &&
  new Set(voters).size === voters.length &&
  new Set(commitments).size === commitments.length;

/** Counts opened ballots: choice in NFC to number. */
export function tallyOf(ballots: readonly OpenedBallot[]): Ballots {
  const tally = new Map<string, number>();
  for (const { choice } of ballots) {
    const name = choice.normalize("NFC");
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  return tally;
}

/** The recount: opened ballots give exactly this seal, and a ballot box that agrees with itself. */
export const opens = (name: RoundName, seal: Seal, ballots: readonly OpenedBallot[]): boolean =>
  isConsistent(seal) &&
  sealOf(
    name,
    ballots.map((ballot) => commitmentOf(name, ballot)),
    seal.voters,
  ).root === seal.root;
