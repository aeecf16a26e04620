/** One change to true minutes or an opening file that makes them untrue: in the box and its numbers. */

import type { Minutes, Opening } from "./held.ts";
import { ENTITLED } from "./rounds.ts";

type Round = Minutes["rounds"][number];
/** Answers whether there was anything to change. */
export type Tamper = (minutes: Minutes, openings: Opening[]) => boolean;

/** Another hash that looks as good. */
export const otherHash = (hash: string): string => `${hash.startsWith("0") ? "1" : "0"}${hash.slice(1)}`;

/** In the first round in which there is something to change. */
export const inRound =
  (change: (round: Round, minutes: Minutes) => boolean): Tamper =>
  (minutes) =>
    minutes.rounds.some((round) => change(round, minutes));

const inSeal = (change: (commitments: string[], seal: { root: string }) => void): Tamper =>
  inRound(({ seal }) => {
    if (!seal || seal.commitments.length < 2) return false;
    change(seal.commitments, seal);
    return true;
  });

const inOpening =
  (change: (opening: Opening) => void): Tamper =>
  (_, openings) => {
    const opening = openings.find(({ ballots }) => ballots.length > 0);
    if (opening) change(opening);
    return opening !== undefined;
  };

export const other = (names: readonly string[], name: string): string | undefined =>
  names.find((one) => one !== name);

export const BOX_TAMPERINGS: Readonly<Record<string, Tamper>> = {
  "a commitment": inSeal((commitments) => {
    commitments[0] = otherHash(commitments[0] ?? "");
    commitments.sort();
  }),
  "a commitment that is missing": inSeal((commitments) => commitments.pop()),
  "a commitment that stands twice": inSeal((commitments) => {
    commitments[1] = commitments[0] ?? "";
  }),
  "the order of the commitments": inSeal((commitments) => commitments.reverse()),
  "the root": inSeal((_, seal) => {
    seal.root = otherHash(seal.root);
  }),
  "a seal taken away": inRound((round) => {
    if (round.outcome === "void") return false;
    round.seal = null;
    return true;
  }),
  "numbers taken away": inRound((round) => {
    if (!round.tally) return false;
    round.tally = null;
    round.choices = null;
    return true;
  }),
  "a vote that moves from one to another": inRound(({ tally, candidates }) => {
    const [from] = Object.entries(tally ?? {}).find(([, votes]) => votes > 0) ?? [];
    const to = from === undefined ? undefined : other([...candidates, "enthaltung"], from);
    if (!tally || from === undefined || to === undefined) return false;
    tally[from] = (tally[from] ?? 0) - 1;
    tally[to] = (tally[to] ?? 0) + 1;
    return true;
  }),
  "a vote too many": inRound(({ tally }) => {
    if (tally) tally.enthaltung = (tally.enthaltung ?? 0) + 1;
    return tally !== null;
  }),
  "a choice in the list": inRound(({ choices }) => {
    if (choices) choices[0] = choices[0] === "enthaltung" ? "ungueltig" : "enthaltung";
    return choices !== null;
  }),
  "numbers and list together": inRound(({ choices, tally, candidates }, { rounds }) => {
    // Changes who is elected; the seal alone cannot show that, the opening file does.
    if (!choices || !tally || rounds.length > 1) return false;
    const [name = ""] = candidates;
    choices.fill(name);
    if (tally[name] === choices.length) return false;
    for (const key of Object.keys(tally)) delete tally[key];
    tally[name] = choices.length;
    return true;
  }),
  "a party in place of another": inRound(({ voters }) => {
    const absent = Array.from({ length: ENTITLED }, (_, at) => `p${String(at).padStart(2, "0")}`).find(
      (one) => !voters.includes(one),
    );
    if (absent === undefined || voters.length === 0) return false;
    voters[0] = absent;
    voters.sort();
    return true;
  }),
  "a party that stands twice": inRound(({ voters }) => {
    if (voters.length > 1) voters[1] = voters[0] ?? "";
    return voters.length > 1;
  }),
  "a party that does not exist": inRound(({ voters }) => voters.length > 0 && voters.push("z") > 0),
  "the number of those present": inRound((round) => {
    round.present += 1;
    return true;
  }),
  "the quorum": inRound((round) => {
    round.quorum += 1;
    return true;
  }),
  "the needed votes": inRound((round) => {
    round.needed = (round.needed ?? 0) - 1;
    return true;
  }),
  "the salt of a ballot": inOpening(({ ballots: [ballot] }) => {
    if (ballot) ballot.salt = otherHash(ballot.salt);
  }),
  "the choice of a ballot": inOpening(({ ballots: [ballot] }) => {
    if (ballot) ballot.choice = ballot.choice === "enthaltung" ? "ungueltig" : "enthaltung";
  }),
  "a ballot left out": inOpening(({ ballots }) => ballots.pop()),
  "a ballot too many": inOpening(({ ballots }) => ballots[0] && ballots.push(ballots[0])),
  "an opening file of another election": inOpening((opening) => {
    opening.electionId = "wahl-2";
  }),
};
