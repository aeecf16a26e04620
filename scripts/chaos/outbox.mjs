// @ts-check
// Ends the bot again and again while dates, replies and records are stored and told, and counts what is lost.
import { setTimeout as sleep } from "node:timers/promises";
import { countOutbox } from "./outbox-count.mjs";
import { emptyLedger, hallIn, planDates, takePart } from "./outbox-load.mjs";
import { createChance } from "./random.mjs";
import { pendingIn, waitsUntil } from "./store.mjs";
import { lines } from "./texts.mjs";
import { openTown } from "./town.mjs";

/**
 * @typedef {import("./town.mjs").Town} Town
 * @typedef {import("./killer.mjs").Moment} Moment
 * @typedef {import("./outbox-load.mjs").Ledger} Ledger
 */

const calmMs = 240_000;
/** So long a moment is waited for. */
const withinMs = 8_000;
/** So many records are also searched for by people; all are looked up in the store. */
const SEARCHED = 150;
/** So many of the confirmations of records are told to come again later. */
const REFUSED = 0.2;
/** So many deliveries meet a connector that throttles, fails, never answers, or cuts the line. */
const TROUBLES = /** @type {const} */ ([
  ["throttled", 0.02],
  ["failed", 0.02],
  ["reset", 0.02],
  ["hung", 0.003],
]);
/** So many ends are followed by one in the middle of the start. */
const AT_START = 0.1;

/** @param {import("./random.mjs").Chance} chance @returns {import("./wire.mjs").Trouble | null} */
function anyTrouble(chance) {
  let drawn = chance.between(0, 1);
  for (const [trouble, share] of TROUBLES) {
    if (drawn < share) return trouble;
    drawn -= share;
  }
  return null;
}

/** @param {import("./random.mjs").Chance} chance @returns {Moment} */
function anyMoment(chance) {
  const at = chance.pick(
    /** @type {const} */ ([
      "request",
      ...["before", "before", "before"],
      ...["after", "after", "after", "after"],
      "answered",
      "now",
    ]),
  );
  const after = { request: 20, answered: 10, before: 0, after: 0, now: 0 }[at];
  return { at, afterMs: chance.small(after), crowded: at === "request", withinMs };
}

/** @param {Town} town */
async function killAgainAndAgain({ bot, killer, chance: all }) {
  const chance = all.branch();
  while (killer.left() > 0) {
    await bot.whenReady();
    await sleep(chance.between(50, 1_000));
    await killer.at(anyMoment(chance));
    if (!chance.happens(AT_START)) continue;
    await sleep(chance.between(20, 1_500));
    await killer.at({ at: "now", afterMs: 0 });
  }
}

/** @param {import("./store.mjs").Store} store @returns {Promise<import("./outbox-count.mjs").Stored>} */
async function storedIn(store) {
  const all = async (/** @type {string} */ sql) => /** @type {any[]} */ (await store.rows(sql));
  const dates = await all(`SELECT "id", "place" AS "hall", "cancelledAt" FROM "Meeting"`);
  return {
    titles: (await all(`SELECT "title" FROM "Exchange"`)).map(({ title }) => title),
    replies: await all(
      `SELECT m."place" AS "hall", r."party", r."reply" FROM "MeetingReply" r JOIN "Meeting" m ON m."id" = r."meetingId"`,
    ),
    dates: dates.map(({ id, hall, cancelledAt }) => ({ id, hall, cancelled: cancelledAt !== null })),
    notices: await all(
      `SELECT o."kind", o."subject" AS "date", o."state", coalesce(o."conversationId", 'a:' || m."teamsUserId") AS "chat"
       FROM "OutboxItem" o LEFT JOIN "Member" m ON m."id" = o."memberId" WHERE o."kind" LIKE 'meeting.%'`,
    ),
  };
}

/** @param {import("../demo/connector.mjs").Message} message */
function kindOf({ text }) {
  if (text.startsWith("Einladung: ")) return "invited";
  if (text.startsWith("Abgesagt: ")) return "cancelled";
  return /^.* beginnt das Forum$/m.test(text) ? "reminded" : null;
}

/** @param {Town} town @returns {import("./outbox-count.mjs").Arrived[]} */
const arrivedIn = ({ delegates, channel, received }) =>
  [...delegates.map((one) => one.place.id), channel.place.id].flatMap((chat) =>
    received(chat).flatMap((one) => {
      const kind = one.answers === undefined ? kindOf(one) : null;
      return kind ? [{ chat, kind, hall: hallIn(one), at: one.at, cut: one.cut }] : [];
    }),
  );

/** Records whose confirmation never came, and those that the search does not find. @param {Town} town @param {Ledger} ledger */
async function seenByPeople({ delegates, received }, { records }) {
  const unconfirmed = records.filter(
    ({ title, chat }) => !received(chat).some(({ text }) => text.startsWith(`Festgehalten: ${title}`)),
  );
  /** @type {string[]} */
  const notFound = [];
  const every = Math.max(1, Math.ceil(records.length / SEARCHED));
  for (const [at, { title, word }] of records.entries()) {
    if (at % every > 0) continue;
    const found = await delegates[1 + (at % (delegates.length - 1))]?.searches(word);
    if (!found?.includes(title)) notFound.push(title);
  }
  return { confirmationsLost: unconfirmed.map((one) => one.title), notFound };
}

/** @type {import("./main.mjs").Scenario} */
export async function tryOutbox(given) {
  const trouble = createChance(given.seed + 1);
  const town = await openTown(given, {
    // Not what is answered in a turn: that is repeated by the person.
    troubles: ({ answers, method }) => (answers || method !== "POST" ? null : anyTrouble(trouble)),
    refuses: ({ answers, text }) => answers && text.startsWith("Festgehalten: ") && Math.random() < REFUSED,
  });
  const { killer, delegates, store, bot, say } = town;
  const ledger = emptyLedger();
  const goesOn = () => killer.left() > 0;
  const mayBeNear = () => ledger.dates.length === 0 || killer.left() > given.kills * 0.6;
  await Promise.all([
    killAgainAndAgain(town),
    planDates(town, ledger, goesOn, mayBeNear),
    ...delegates.map((one, at) => takePart(town, one, at, ledger, goesOn)),
  ]);
  say(lines.calm);
  await bot.whenReady();
  const near = ledger.dates.filter((one) => one.near).length;
  const isCalm = async () => {
    const reminded = await store.rows(`SELECT 1 FROM "MeetingStage" WHERE "stage" = 'start'`);
    return reminded.length >= near && (await pendingIn(store)) === 0;
  };
  const calm = await waitsUntil(isCalm, calmMs);

  const stored = await storedIn(store);
  const { told, twice, ...wrong } = countOutbox({
    ledger,
    stored,
    arrived: arrivedIn(town),
    chats: delegates.map((one) => one.place.id),
    channel: town.channel.place.id,
    kills: killer.times,
  });
  const integrity = await store.integrity();
  const { throttled, failed, reset, hung } = town.wire.counts;
  return {
    figures: {
      ...{ dates: ledger.dates.length, cancelled: ledger.dates.filter((one) => one.cancelled).length },
      ...{ reminded: near, records: ledger.records.length, replies: ledger.replies.size, told, twice },
      ...{ again: town.door.counts.again, refusedOnTheWay: town.wire.counts.refused },
      ...{ throttled, failed, reset, hung },
    },
    wrong: {
      ...wrong,
      ...(await seenByPeople(town, ledger)),
      refused: ledger.refused,
      pending: calm ? [] : [`${await pendingIn(store)} Nachrichten stehen noch aus`],
      damaged: integrity === "ok" ? [] : [integrity],
    },
    town,
    met: "duringDelivery",
    tried: ["dates", "records", "replies", "told", "cancelled"],
  };
}
