// @ts-check
// Compares what the bot has acknowledged with what is stored and with what has arrived. Pure.

/**
 * @typedef {import("./outbox-load.mjs").Ledger} Ledger
 *
 * @typedef {object} Arrived a message about a date
 * @property {string} chat
 * @property {"invited" | "cancelled" | "reminded"} kind
 * @property {string} hall
 * @property {number} at ms
 * @property {boolean} [cut] the bot was gone before it could hear that the message was taken
 *
 * @typedef {object} Stored
 * @property {readonly string[]} titles of all records
 * @property {readonly { hall: string, party: string, reply: string }[]} replies
 * @property {readonly { id: string, hall: string, cancelled: boolean }[]} dates
 * @property {readonly { kind: string, date: string, chat: string, state: string }[]} notices about dates, by id
 *
 * @typedef {object} Facts
 * @property {Ledger} ledger
 * @property {Stored} stored
 * @property {readonly Arrived[]} arrived
 * @property {readonly string[]} chats of all who are told about a date: 36 people
 * @property {string} channel
 * @property {readonly number[]} kills when the bot was ended, ms
 */

const kinds = /** @type {const} */ ({
  "meeting.invited": "invited",
  "meeting.cancelled": "cancelled",
  "meeting.stage": "reminded",
});
/** A message that has arrived is marked within this time, ms. */
const MARKED_MS = 3_000;
/** What had left the bot when it was ended still arrives within this time, ms. */
const UNDER_WAY_MS = 500;

/** @template T @param {readonly T[]} all @param {(one: T) => string} key @returns {Map<string, T[]>} */
export function grouped(all, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/**
 * Messages that were sent once more. That is allowed where the bot was ended between sending and marking.
 * @template {{ at: number, cut?: boolean }} T
 * @param {readonly T[]} arrived
 * @param {(one: T) => string} key the same for the same message
 * @param {readonly number[]} kills
 */
export function sentAgain(arrived, key, kills) {
  const again = [...grouped(arrived, key).values()].flatMap((list) =>
    [...list].sort((a, b) => a.at - b.at).slice(0, -1),
  );
  /** @param {T} one */
  const isExplained = ({ at, cut }) =>
    cut || kills.some((kill) => kill > at - UNDER_WAY_MS && kill < at + MARKED_MS);
  return { again, unexplained: again.filter((one) => !isExplained(one)).map(key) };
}

/** @param {Facts} facts */
function records({ ledger, stored }) {
  const titles = grouped(stored.titles, (title) => title);
  const lost = ledger.records.filter(({ title }) => !titles.has(title));
  const twice = [...titles.values()].filter((list) => list.length > 1);
  return { recordsLost: lost.map((one) => one.title), recordsTwice: twice.map(([title]) => String(title)) };
}

/** The last reply of a party that was acknowledged must stand, or the one after it that may be stored unheard. @param {Facts} facts */
function replies({ ledger: { replies: last, doubtful, dates }, stored }) {
  const there = new Map(stored.replies.map(({ hall, party, reply }) => [`${hall}|${party}`, reply]));
  const lost = [...last].filter(([key, reply]) => {
    const found = there.get(key);
    return found !== reply && (found === undefined || found !== doubtful.get(key));
  });
  const gone = new Set(dates.filter(({ cancelled }) => cancelled).map(({ hall }) => hall));
  const named = (/** @type {string} */ key) =>
    `${key}${gone.has(String(key.split("|")[0])) ? " (abgesagt)" : ""}`;
  return {
    repliesLost: lost.map(([key, reply]) => `${named(key)}: ${reply}, gespeichert ${there.get(key)}`),
  };
}

/** Dates that are missing, there twice, or cancelled on one side only. @param {Facts} facts */
function dates({ ledger, stored }) {
  const byHall = grouped(stored.dates, ({ hall }) => hall);
  const lost = ledger.dates.filter(({ hall, cancelled }) => {
    const rows = byHall.get(hall) ?? [];
    return rows.length !== 1 || rows[0]?.cancelled !== cancelled;
  });
  return { datesLost: lost.map(({ hall }) => hall) };
}

/** Everybody who has to be told of a date, for everything that there is to tell. @param {Facts} facts */
function* owed({ ledger, chats, channel }) {
  for (const { hall, near, cancelled } of ledger.dates) {
    for (const chat of [...chats, channel]) yield { hall, chat, kind: "invited", cancelled };
    if (cancelled) for (const chat of [...chats, channel]) yield { hall, chat, kind: "cancelled", cancelled };
    if (near) for (const chat of chats) yield { hall, chat, kind: "reminded", cancelled };
  }
}

/** @param {Facts} facts */
function notices(facts) {
  const { stored, arrived, kills } = facts;
  const halls = new Map(stored.dates.map(({ id, hall }) => [id, hall]));
  const name = (/** @type {{ kind: string, hall: string, chat: string }} */ one) =>
    `${one.kind}|${one.hall}|${one.chat}`;
  const rows = new Map(
    stored.notices.map(({ kind, date, chat, state }) => {
      const hall = halls.get(date) ?? `ohne Termin ${date}`;
      return [name({ kind: kinds[/** @type {keyof typeof kinds} */ (kind)] ?? kind, hall, chat }), state];
    }),
  );
  const there = grouped(arrived, name);
  const owing = [...owed(facts)];
  const expected = new Set(owing.map(name));
  const half = [
    ...owing.map(name).filter((one) => !rows.has(one)),
    ...[...rows.keys()].filter((one) => !expected.has(one)),
  ];
  // An invitation that had not left when its date was cancelled says nothing any more.
  const lost = owing.filter(
    (one) =>
      !there.has(name(one)) &&
      !(one.kind === "invited" && one.cancelled && rows.get(name(one)) === "dropped"),
  );
  const { again, unexplained } = sentAgain(arrived, name, kills);
  return {
    noticesLost: lost.filter(({ kind }) => kind !== "reminded").map(name),
    remindersLost: lost.filter(({ kind }) => kind === "reminded").map(name),
    halfDone: half,
    twice: again.length,
    twiceUnexplained: unexplained,
    told: arrived.length,
  };
}

/** @param {string} hall */
const numberOf = (hall) => Number(/\d+$/.exec(hall)?.[0]);

/** In one chat. @param {string} chat @param {readonly Arrived[]} list @returns {string[]} */
function overtaken(chat, list) {
  /** @type {Map<string, Arrived>} */
  const first = new Map();
  for (const one of [...list].sort((a, b) => b.at - a.at)) first.set(`${one.kind}|${one.hall}`, one);
  const inOrder = [...first.values()].sort((a, b) => a.at - b.at);
  const invited = inOrder.filter(({ kind }) => kind === "invited").map(({ hall }) => numberOf(hall));
  const late = invited.filter((number, at) => Math.max(0, ...invited.slice(0, at)) > number);
  const early = inOrder.filter(
    ({ kind, hall, at }) => kind !== "invited" && (first.get(`invited|${hall}`)?.at ?? at) > at,
  );
  return [
    ...late.map((number) => `${chat}: Einladung ${number} nach einer späteren`),
    ...early.map(({ kind, hall }) => `${chat}: ${hall}, ${kind} vor der Einladung`),
  ];
}

/**
 * Messages that overtook an earlier one in their chat: invitations in the order in which the dates were planned, what
 * cancels or reminds after what invites. Each counts when it came first. @param {Pick<Facts, "arrived">} facts
 */
export const outOfOrder = ({ arrived }) =>
  [...grouped(arrived, (one) => one.chat)].flatMap(([chat, list]) => overtaken(chat, list));

/** Lists of what is wrong, and numbers. @param {Facts} facts */
export function countOutbox(facts) {
  return {
    ...{ ...records(facts), ...replies(facts), ...dates(facts), ...notices(facts) },
    outOfOrder: outOfOrder(facts),
  };
}
