// @ts-check
// Compares what voters were told with what was sealed, stored and published. Pure.

/**
 * @typedef {import("./election-acts.mjs").Held} Held
 *
 * @typedef {object} Round as it is stored after its close
 * @property {string} phase
 * @property {readonly string[]} commitments of the seal
 * @property {readonly string[]} voters of the seal
 * @property {readonly (readonly [string, number])[]} tally
 * @property {number} ballots rows in the box
 * @property {readonly string[]} marked parties of which the register says that they have voted
 * @property {number} tags rows in the register that could still be paired
 */

/** How the result names what is no candidate. @type {Readonly<Record<string, string>>} */
const labels = { nein: "Nein", enthaltung: "Enthaltungen", ungueltig: "Ungültig" };

/** @param {readonly string[]} all @returns {Map<string, number>} */
function numbersOf(all) {
  const numbers = new Map();
  for (const one of all) numbers.set(one, (numbers.get(one) ?? 0) + 1);
  return numbers;
}

/** @param {string} commitment */
const receiptOf = (commitment) =>
  `${commitment.slice(0, 4)}-${commitment.slice(4, 8)}-${commitment.slice(8, 12)}`;

/** Where the numbers of one list are larger than those of another. @param {ReadonlyMap<string, number>} one @param {ReadonlyMap<string, number>} other */
const surplus = (one, other) =>
  [...one].flatMap(([name, count]) => {
    const more = count - (other.get(name) ?? 0);
    return more > 0 ? Array.from({ length: more }, () => name) : [];
  });

/**
 * Lists of what is wrong with one election.
 * @param {Held} held
 * @param {Round} round
 * @param {readonly string[]} parties all that had a seat, and have voted
 */
export function countElection({ id, votes, shown, proof, refused }, round, parties) {
  const name = (/** @type {string} */ what) => `${id}: ${what}`;
  const chosen = numbersOf(votes.map(({ choice }) => choice));
  const tally = new Map(round.tally);
  const receipts = new Set(round.commitments.map(receiptOf));
  const onCard = new Map(shown);
  const twice = [...numbersOf([...round.voters]), ...numbersOf([...round.commitments])];
  // Of a box that was never sealed only the marks can be seen.
  const isSealed = round.commitments.length > 0;
  const isMissing = (/** @type {Held["votes"][number]} */ { party, receipt }) =>
    !round.marked.includes(party) || (isSealed && !receipts.has(receipt));
  const lost = [
    ...votes.filter(isMissing).map(({ party }) => party),
    ...(isSealed ? surplus(chosen, tally) : []),
  ];
  const unmarked = parties.filter((party) => !round.voters.includes(party));
  const sizes = { Zettel: round.ballots, Vermerke: round.marked.length, Siegel: round.commitments.length };
  const wrongSizes = Object.entries(sizes).filter(([, count]) => count !== parties.length);
  return {
    ballotsLost: lost.map(name),
    countedTwice: [
      ...surplus(tally, chosen),
      ...twice.filter(([, count]) => count > 1).map(([one]) => one),
    ].map(name),
    marksWrong: [
      ...unmarked,
      ...wrongSizes.map(([what, count]) => `${count} ${what} statt ${parties.length}`),
      ...(round.tags > 0 ? [`${round.tags} Zeichen im Register`] : []),
    ].map(name),
    receiptsWrong: votes
      .filter(({ noted, receipt }) => noted !== receipt || noted === "" || !proof.includes(receipt))
      .map(({ party }) => name(party)),
    shownWrong: [...tally]
      .filter(([one, count]) => onCard.get(labels[one] ?? one) !== count)
      .map(([one]) => name(one)),
    unclosed: round.phase === "closed" ? [] : [name(round.phase)],
    unvoted: votes.length === parties.length ? [] : [name(`${votes.length} bestätigte Stimmen`)],
    refused: refused.map(name),
  };
}
