// @ts-check
// Somebody who uses the bot as in Teams, through its front door: types, presses buttons by their title,
// fills inputs by their name, searches.
import { buttonOn, buttonsOf, textOf, valuesOf } from "./card.mjs";
import { DemoFault, faults } from "./texts.mjs";

const CARD = "application/vnd.microsoft.card.adaptive";
const ERROR = "application/vnd.microsoft.error";
const turnMs = 30_000;
const answerMs = 10_000;

/**
 * @typedef {import("./connector.mjs").Message} Message
 * @typedef {import("./card.mjs").Reading} Reading
 *
 * @typedef {object} Town what all people share
 * @property {string} door where the bot takes messages
 * @property {string} tenant
 * @property {string} bot id of the bot
 * @property {string} run different in every run: ids of activities that may be repeated in another run
 * @property {import("./connector.mjs").Connector} connector
 *
 * @typedef {object} Someone
 * @property {string} name a role and a place, never a person
 * @property {string} user id in Teams
 * @property {string} aad id in Entra
 *
 * @typedef {object} Place
 * @property {string} id
 * @property {"personal" | "channel"} kind
 * @property {string} [team]
 * @property {string} [serviceUrl] another way back than the connector of the played people
 */

/** @typedef {ReturnType<typeof createPerson>} Person */

/** What a client makes of the answer to a press. @param {any} body @param {Message} on @returns {Message & { refused: boolean }} */
function readPress(body, on) {
  if (body?.type === CARD) return { ...on, card: body.value, text: textOf(body.value), refused: false };
  const refused = body?.type === ERROR;
  const text = String(refused ? body.value?.message : body?.value);
  return { id: on.id, conversation: on.conversation, text, refused };
}

/**
 * @param {Town} town
 * @param {Someone} who
 * @param {Place} place
 */
export function createPerson(town, who, place) {
  const { connector } = town;
  if (place.kind === "personal") connector.hasChat(who.user, place.id);
  let sent = 0;

  /** @param {object} activity @returns {Promise<any>} */
  async function posts(activity) {
    const team = place.team ? { team: { id: place.team }, channel: { id: place.id } } : {};
    sent += 1;
    const body = {
      id: `${town.run}-${sent}`,
      channelId: "msteams",
      serviceUrl: place.serviceUrl ?? connector.url,
      from: { id: who.user, name: who.name, aadObjectId: who.aad },
      recipient: { id: town.bot, name: "Forumsbote" },
      conversation: {
        id: place.id,
        conversationType: place.kind,
        tenantId: town.tenant,
        ...(place.kind === "channel" ? { isGroup: true } : {}),
      },
      channelData: { tenant: { id: town.tenant }, ...team },
      ...activity,
    };
    const response = await fetch(town.door, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(turnMs),
    });
    const raw = await response.text();
    if (!response.ok) throw new DemoFault(faults.door(response.status, raw));
    return raw === "" ? undefined : JSON.parse(raw);
  }

  /**
   * @param {string} text
   * @param {string} [id] the same in every run for what must not happen twice
   * @returns {Promise<Message>} what the bot answers
   */
  async function types(text, id = `${town.run}-${who.aad}-${sent + 1}`) {
    const mention = { type: "mention", text: "<at>Forumsbote</at>", mentioned: { id: town.bot } };
    const said =
      place.kind === "personal" ? { text } : { text: `${mention.text} ${text}`, entities: [mention] };
    await posts({ id, type: "message", textFormat: "plain", ...said });
    const answer = await connector.awaits(place.id, (one) => one.answers === id, answerMs);
    if (!answer) throw new DemoFault(faults.noAnswer(text));
    return answer;
  }

  return {
    ...who,
    place,
    types,

    /** Adds the bot here. */
    installs: () => posts({ type: "installationUpdate", action: "add" }),

    /**
     * Presses a button on a message.
     * @param {Message} on
     * @param {Reading} title
     * @param {Readonly<Record<string, import("./card.mjs").Entry>>} [entries] by id or label of the input
     * @returns {Promise<Message & { refused: boolean }>} the message as it stands then, or what is said below it
     */
    async presses(on, title, entries = {}) {
      const button = buttonOn(on.card, title);
      if (!button)
        throw new DemoFault(
          faults.noButton(
            title,
            buttonsOf(on.card).map((one) => one.title),
            on.text,
          ),
        );
      const values = button.sendsInputs ? valuesOf(on.card, entries) : {};
      const action = { type: "Action.Execute", verb: button.verb, data: { ...button.data, ...values } };
      const name = "adaptiveCard/action";
      const value = { action, trigger: "manual" };
      return readPress(await posts({ type: "invoke", name, value, replyToId: on.id }), on);
    },

    /** Titles that the search of the message extension finds. @param {string} q @returns {Promise<string[]>} */
    async searches(q) {
      const value = {
        commandId: "suche",
        parameters: [{ name: "q", value: q }],
        queryOptions: { count: 25, skip: 0 },
      };
      const body = await posts({ type: "invoke", name: "composeExtension/query", value });
      const hits = body?.composeExtension?.attachments ?? [];
      return hits.map((/** @type {any} */ hit) => String(hit?.preview?.content?.title ?? ""));
    },

    /** What was sent here in this run. */
    sees: () => connector.messages(place.id),

    /**
     * The newest message here that fits, now or within `ms`.
     * @param {(message: Message) => boolean} wanted
     * @param {number} ms
     */
    awaits: (wanted, ms) => connector.awaits(place.id, wanted, ms),

    /** The same person in another place. @param {Place} other */
    in: (other) => createPerson(town, who, other),
  };
}

/**
 * The person in the Playground: what is typed is answered to the played people's connector, where the card
 * can be read; what is pressed comes by way of the Playground, and that way back is the one the bot keeps.
 * @param {Person} person in a place with a way of its own
 */
export function readAndAct(person) {
  const { serviceUrl: _, ...place } = person.place;
  return { reading: person.in(place), acting: person };
}
