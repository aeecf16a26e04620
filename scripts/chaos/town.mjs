// @ts-check
// Everything around the bot: 36 delegates, the coordinator, the channel of the Forum, and between them and the
// bot a Teams service in which every way can tear.
import { textOf } from "../demo/card.mjs";
import { startConnector } from "../demo/connector.mjs";
import { data } from "../demo/data.mjs";
import { createPace } from "../demo/pace.mjs";
import { createPerson } from "../demo/person.mjs";
import { registerChannel } from "../demo/stages/channel.mjs";
import { joinAll } from "../demo/stages/join.mjs";
import { giveSeats } from "../demo/stages/seats.mjs";
import { openDoor } from "./door.mjs";
import { createFleet } from "./fleet.mjs";
import { createKiller } from "./killer.mjs";
import { openPlace } from "./place.mjs";
import { createChance } from "./random.mjs";
import { ChaosFault, faults, lines } from "./texts.mjs";
import { openWire } from "./wire.mjs";

/**
 * @typedef {import("../demo/person.mjs").Person} Person
 * @typedef {import("../demo/demo.mjs").Delegate} Delegate
 * @typedef {import("../demo/connector.mjs").Message} Message
 * @typedef {Awaited<ReturnType<typeof openTown>>} Town
 *
 * @typedef {object} Habits what goes wrong besides the ends of the bot
 * @property {(said: import("./door.mjs").Said) => boolean} [twice]
 * @property {import("./door.mjs").DoorOptions["onTwice"]} [onTwice]
 * @property {(call: import("./wire.mjs").Call) => boolean} [refuses]
 * @property {(call: import("./wire.mjs").Call) => import("./wire.mjs").Trouble | null} [troubles]
 * @property {(rows: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<void>} [onDead] looks at the store while the bot is gone
 */

const tenant = "00000000-0000-0000-0000-000000000001";
const bot = "28:forumsbote";
/** Holds the seat of the county from the first start on, and has never spoken with the bot. */
const county = {
  name: "Koordination Landkreis",
  user: "user-koordination",
  aad: "00000000-0000-0000-0000-0000000000a0",
};
const coordinator = {
  name: "Koordination von außen",
  user: "demo-koordination",
  aad: "00000000-0000-0000-0000-0000000000b0",
};
const channel = { id: "19:forum@thread.tacv2", team: "19:forum@thread.tacv2", name: "Forum" };
/** Tries of one act; each lasts up to half a minute. */
const TRIES = 8;

/** @param {string} raw */
function readable(raw) {
  const activity = raw === "" ? {} : JSON.parse(raw);
  const message = activity.activity ?? activity;
  const card = message.attachments?.[0]?.content;
  return card ? textOf(card) : String(message.text ?? "");
}

/**
 * Does something until it is answered, as a person does who presses again after a time-out.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function insists(what, act) {
  /** @type {unknown} */
  let cause;
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      return await act();
    } catch (error) {
      cause = error;
    }
  }
  throw new ChaosFault(`${faults.gaveUp(what)} ${cause instanceof Error ? cause.message : ""}`);
}

/**
 * @param {object} given
 * @param {string} given.program the built program
 * @param {string} given.folder where the bot works
 * @param {number} given.kills
 * @param {number} given.seed
 * @param {boolean} given.postgres
 * @param {(line: string) => void} given.say
 * @param {(close: () => unknown) => void} given.onEnd called in reverse order
 * @param {Habits} habits
 */
export async function openTown({ program, folder, kills, seed, postgres, say, onEnd }, habits) {
  const chance = createChance(seed);
  const place = await openPlace({ program, folder, postgres, onEnd });
  const messagesOf = (/** @type {{ url: string }} */ { url }) => `${url}/api/messages`;
  const fleet = createFleet(place.bots, chance.branch(), (one) => door.unanswered({ url: messagesOf(one) }));
  onEnd(fleet.stop);
  /** @param {readonly import("./bot.mjs").Bot[]} some @param {string} [verb] */
  const unansweredBy = (some, verb) =>
    some.reduce((sum, one) => sum + door.unanswered({ url: messagesOf(one), ...(verb ? { verb } : {}) }), 0);
  /** @type {import("./store.mjs").Store | undefined} */
  let store;
  const killer = createKiller({
    bot: fleet,
    kills,
    unanswered: () => ({
      requests: unansweredBy(fleet.aimed()),
      casts: unansweredBy(fleet.aimed(), "election.cast"),
      deliveries: 0,
    }),
    cut: () => wire.cut(),
    say: (number, at, open) => say(lines.kill(number, at, open)),
    onDead: async () => {
      if (store) await habits.onDead?.(store.rowsOfDead);
    },
  });
  const connector = await startConnector();
  onEnd(connector.close);
  const wire = await openWire({
    connector: connector.url,
    textOf: readable,
    refuses: habits.refuses ?? (() => false),
    ...(habits.troubles ? { troubles: habits.troubles } : {}),
    onCall: killer.onCall,
    onAnswered: killer.onAnswered,
  });
  onEnd(wire.close);
  const door = await openDoor({
    bot: () => messagesOf({ url: fleet.url() }),
    onSent: killer.onSent,
    twice: habits.twice ?? (() => false),
    onTwice: habits.onTwice ?? (() => undefined),
  });
  onEnd(door.close);
  fleet.startAll();
  await fleet.whenReady();
  store = await place.store();

  const run = `chaos-${Date.now().toString(36)}`;
  const town = { door: door.url, tenant, bot, run, connector: { ...connector, url: wire.url } };
  /** @param {string} user @returns {import("../demo/person.mjs").Place} */
  const chatOf = (user) => ({ id: `a:${user}`, kind: "personal" });
  /** @param {{ name: string, user: string, aad: string }} who @param {string} party @param {string} organisation @returns {Delegate} */
  const delegate = (who, party, organisation) => ({
    ...createPerson(town, who, chatOf(who.user)),
    party,
    organisation,
  });
  const played = data("parties.json").map((/** @type {any} */ { key, name, user, aad }) =>
    delegate({ name: `Delegation ${name}`, user, aad }, key, name),
  );
  const b0 = createPerson(town, coordinator, chatOf(coordinator.user));
  const forum = { ...channel, kind: /** @type {const} */ ("channel") };
  const never = new AbortController().signal;
  const pace = createPace({ quick: true, signal: never });
  const playground = { url: "", tenant, bot, person: county, chat: chatOf(county.user), channel: forum };
  const stage = { coordinator: b0, inPlayground: b0, personVotes: false, playground, pace, signal: never };
  for (const step of [joinAll, giveSeats, registerChannel])
    await step({ ...stage, delegates: played, say: () => undefined });
  say(lines.ready);

  return {
    chance,
    bot: fleet,
    killer,
    door,
    wire,
    coordinator: b0,
    /** All 36 who hold a seat. @type {readonly Delegate[]} */
    delegates: [delegate(county, "landkreis-loerrach", "Landkreis Lörrach"), ...played],
    channel: b0.in(forum),
    /** What was sent to these conversations, with the time of its acceptance. @param {string} conversation */
    received: (conversation) => {
      const times = new Map(wire.accepted.map(({ id, at, cut }) => [id, { at, cut: cut ?? false }]));
      const never = { at: 0, cut: false };
      return connector.messages(conversation).map((one) => ({ ...one, ...(times.get(one.id) ?? never) }));
    },
    store,
    say,
  };
}
