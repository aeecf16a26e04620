// @ts-check
// Holds elections while the bot is ended again and again, and compares what voters were told with the result.
import { castAgain, close, isAbout, open, openCrowd, readResult, receiptIn, vote } from "./election-acts.mjs";
import { countElection } from "./election-count.mjs";
import { atBallots, atStart, closings, openings, whileClosing, whileVoting } from "./election-kills.mjs";
import { sentAgain } from "./outbox-count.mjs";
import { integrityOf, pendingIn, rowsOf, waitsUntil } from "./store.mjs";
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
  const closing = closings[number % closings.length] ?? "close";
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
  await Promise.all(delegates.slice(0, LATE).map((one) => castAgain(one, held)));
  say(lines.counted(number + 1, /^(Gewählt ist|Niemand ist gewählt): .*$/m.exec(text)?.[0] ?? text));
  return held;
}

/** @param {string} file @param {string} id @returns {Promise<Round>} */
async function roundIn(file, id) {
  const [row] = /** @type {any[]} */ (
    await rowsOf(
      file,
      `SELECT r."phase", r."seal", r."result",
         (SELECT count(*) FROM "Ballot" b WHERE b."electionId" = r."electionId") AS "ballots",
         (SELECT group_concat(e."party") FROM "RegisterEntry" e WHERE e."electionId" = r."electionId" AND e."voted") AS "marked",
         (SELECT count(*) FROM "RegisterEntry" e WHERE e."electionId" = r."electionId" AND e."tag" IS NOT NULL) AS "tags"
       FROM "ElectionRound" r WHERE r."electionId" = '${id}'`,
    )
  );
  const read = (/** @type {any} */ value) => (typeof value === "string" ? JSON.parse(value) : value) ?? {};
  const { commitments = [], voters = [] } = read(row?.seal);
  const { tally } = read(row?.result);
  const counts = { ballots: Number(row?.ballots), tags: Number(row?.tags) };
  const marked = String(row?.marked ?? "").split(",");
  return { phase: String(row?.phase), commitments, voters, tally: tally ?? [], marked, ...counts };
}

const RESULT = "Ergebnis der Wahl";
const told = /** @type {const} */ ([
  "Die Wahl hat begonnen",
  "Sie können jetzt abstimmen",
  "versiegelt",
  RESULT,
]);

/** What was told of the elections, on the channel and to the people. @param {Town} town @param {readonly Held[]} all */
function messagesOf({ channel, delegates, received, killer }, all) {
  const chats = [channel.place.id, ...delegates.map((one) => one.place.id)];
  const arrived = chats.flatMap((chat) =>
    received(chat).flatMap((one) => {
      const election = all.find(({ id }) => isAbout(one, id))?.id ?? "";
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
  const town = await openTown(given, {
    twice: ({ verb }) => verb === "election.cast" && Math.random() < TWICE,
    onTwice: (_, [one, other]) => {
      const receipts = [receiptIn(one.body), receiptIn(other.body)];
      if (receipts[0] === "" || receipts[0] !== receipts[1]) differing.push(receipts.join(" und "));
    },
  });
  const { killer, bot, database, delegates, say } = town;
  /** @type {Held[]} */
  const all = [];
  // An election in which something was refused may never end, and then there is no next one.
  while (killer.left() > 0 && all.every((one) => one.refused.length === 0))
    all.push(await hold(town, all.length));
  say(lines.calm);
  await bot.whenReady();
  const calm = await waitsUntil(async () => (await pendingIn(database)) === 0, calmMs);

  const parties = delegates.map((one) => one.party);
  const counts = [];
  for (const held of all) counts.push(countElection(held, await roundIn(database, held.id), parties));
  const { told: messages, untold, again, unexplained } = messagesOf(town, all);
  const integrity = await integrityOf(database);
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
    },
    wrong: {
      ...together(counts),
      answersDiffering: differing,
      resultsUntold: untold,
      twiceUnexplained: unexplained,
      pending: calm ? [] : [`${await pendingIn(database)} Nachrichten stehen noch aus`],
      damaged: integrity === "ok" ? [] : [integrity],
    },
    town,
  };
}
