// @ts-check
// Holds elections while the bot is ended again and again, and compares what voters were told with the result.
import {
  castAgain,
  close,
  finish,
  isAbout,
  open,
  openCrowd,
  readResult,
  receiptIn,
  vote,
} from "./election-acts.mjs";
import { countElection } from "./election-count.mjs";
import { atBallots, atStart, closings, openings, whileClosing, whileVoting } from "./election-kills.mjs";
import { createSteps } from "./election-steps.mjs";
import { sentAgain } from "./outbox-count.mjs";
import { pendingIn, waitsUntil } from "./store.mjs";
import { lines } from "./texts.mjs";
import { openTown } from "./town.mjs";

/**
 * @typedef {import("./town.mjs").Town} Town
 * @typedef {import("./election-acts.mjs").Held} Held
 * @typedef {import("./election-count.mjs").Round} Round
 */

const calmMs = 240_000;
/** So many casts are delivered twice at once, and so many are pressed again after the close. */
const TWICE = 0.25;
const LATE = 6;

/** @param {Town} town @param {number} number @returns {Promise<Held>} */
async function hold(town, number) {
  const { killer, delegates, say } = town;
  const chance = town.chance.branch();
  const opening = openings[number % openings.length];
  const closing = closings[number % closings.length] ?? [];
  say(lines.election(number + 1));
  const atOpening = opening === "start" ? killer.at(atStart(chance)) : undefined;
  const { held, status } = await open(town);
  await atOpening;
  const kills = (opening === "ballots" ? killer.at(atBallots(chance)) : Promise.resolve()).then(() =>
    whileVoting(town, held, chance, () => voting),
  );
  let voting = true;
  const crowd = openCrowd(held);
  await Promise.all(delegates.map((one) => vote(one, held, chance.branch(), crowd)));
  voting = false;
  crowd.close();
  await kills;
  const end = whileClosing(town, held, chance, closing);
  const isClosed = await close(town, held, status);
  const text = isClosed ? await readResult(town, held) : "";
  await end;
  if (!isClosed) return held;
  await finish(town, held, text);
  await Promise.all(delegates.slice(0, LATE).map((one) => castAgain(one, held)));
  say(lines.counted(number + 1, /^(Gewählt ist|Niemand ist gewählt): .*$/m.exec(text)?.[0] ?? text));
  return held;
}

/** @param {import("./store.mjs").Store} store @param {string} id @returns {Promise<Round>} */
async function roundIn({ rows }, id) {
  const of = `WHERE "electionId" = '${id}'`;
  const read = (/** @type {any} */ value) => (typeof value === "string" ? JSON.parse(value) : value) ?? {};
  const [round] = await rows(`SELECT "phase", "seal", "result" FROM "ElectionRound" ${of}`);
  const [box] = await rows(`SELECT count(*) AS "ballots" FROM "Ballot" ${of}`);
  const marked = await rows(`SELECT "party", "tag" FROM "RegisterEntry" ${of} AND "voted"`);
  const { commitments = [], voters = [] } = read(round?.seal);
  return {
    phase: String(round?.phase),
    ...{ commitments, voters, tally: read(round?.result).tally ?? [] },
    ballots: Number(box?.ballots),
    marked: marked.map(({ party }) => String(party)),
    tags: marked.filter(({ tag }) => tag !== null).length,
  };
}

const RESULT = "Ergebnis der Wahl";
const told = /** @type {const} */ ([
  "Die Wahl hat begonnen",
  "Sie können jetzt abstimmen",
  "versiegelt",
  RESULT,
]);

/**
 * What was told of the elections, on the channel and to the people. A message that names no election belongs to
 * the one that was held then.
 * @param {Town} town
 * @param {readonly Held[]} all
 * @param {readonly number[]} ends when each was over, ms by the clock of this process
 */
function messagesOf({ channel, delegates, received, killer }, all, ends) {
  const heldAt = (/** @type {number} */ at) => all[ends.findIndex((end) => at <= end)];
  const chats = [channel.place.id, ...delegates.map((one) => one.place.id)];
  const arrived = chats.flatMap((chat) =>
    received(chat).flatMap((one) => {
      const election = (all.find(({ id }) => isAbout(one, id)) ?? heldAt(one.at))?.id ?? "";
      const kind = one.answers === undefined ? told.find((words) => one.text.includes(words)) : undefined;
      return kind ? [{ chat, kind, election, at: one.at }] : [];
    }),
  );
  const keys = new Set(arrived.map(({ chat, kind, election }) => `${chat}|${kind}|${election}`));
  const untold = all.flatMap(({ id }) => chats.filter((chat) => !keys.has(`${chat}|${RESULT}|${id}`)));
  const of = (/** @type {typeof arrived[number]} */ one) => `${one.chat}|${one.kind}|${one.election}`;
  return { told: arrived.length, untold, ...sentAgain(arrived, of, killer.times) };
}

/** Lists by kind, of all elections together. @param {readonly Record<string, string[]>[]} all @returns {Record<string, string[]>} */
function together(all) {
  /** @type {Record<string, string[]>} */
  const lists = {};
  for (const one of all)
    for (const [kind, list] of Object.entries(one)) lists[kind] = [...(lists[kind] ?? []), ...list];
  return lists;
}

/** @type {import("./main.mjs").Scenario} */
export async function tryElections(given) {
  /** @type {string[]} */
  const differing = [];
  const steps = createSteps();
  const town = await openTown(given, {
    onDead: steps.look,
    twice: ({ verb }) => verb === "election.cast" && Math.random() < TWICE,
    onTwice: (_, [one, other]) => {
      const receipts = [receiptIn(one.body), receiptIn(other.body)];
      if (receipts[0] === "" || receipts[0] !== receipts[1]) differing.push(receipts.join(" und "));
    },
  });
  const { killer, bot, store, delegates, say } = town;
  /** @type {Held[]} */
  const all = [];
  /** @type {number[]} */
  const ends = [];
  // An election in which something was refused may never end, and then there is no next one.
  while (killer.left() > 0 && all.every((one) => one.refused.length === 0)) {
    all.push(await hold(town, all.length));
    ends.push(performance.now());
  }
  say(lines.calm);
  await bot.whenReady();
  const calm = await waitsUntil(async () => (await pendingIn(store)) === 0, calmMs);

  const parties = delegates.map((one) => one.party);
  const counts = [];
  for (const held of all) counts.push(countElection(held, await roundIn(store, held.id), parties));
  const { told: messages, untold, again, unexplained } = messagesOf(town, all, ends);
  const integrity = await store.integrity();
  return {
    figures: {
      ...{ elections: all.length, ballots: all.reduce((sum, { votes }) => sum + votes.length, 0) },
      ...{
        castTwice: town.door.counts.twice,
        castLate: LATE * all.filter((one) => one.proof !== "").length,
        told: messages,
        twice: again.length,
      },
      again: town.door.counts.again,
      ...steps.counts,
    },
    wrong: {
      ...together(counts),
      answersDiffering: differing,
      resultsUntold: untold,
      twiceUnexplained: unexplained,
      pending: calm ? [] : [`${await pendingIn(store)} Nachrichten stehen noch aus`],
      damaged: integrity === "ok" ? [] : [integrity],
    },
    town,
  };
}
