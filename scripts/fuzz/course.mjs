// @ts-check
// The course of a run: what was sent in which order, what the bot drew on the way, and what went wrong where.
import { lines } from "./texts.mjs";

/** Different faults that are followed up; more of them say nothing new. */
const MOST_FOUND = 25;
/** Requests that may be sent once more. */
const REMEMBERED = 300;
/** Messages that are kept before they are forgotten. */
const MOST_POSTED = 200;

/**
 * @typedef {import("./case.mjs").Step} Step
 * @typedef {import("./sender.mjs").Fault} Fault
 * @typedef {import("./sender.mjs").Sent} Sent
 * @typedef {{ at: number, signature: string, wrong: string, steps: readonly Step[] }} Found
 * @typedef {ReturnType<typeof createCourse>} Course
 */

/** The same for the same fault, whatever the numbers and names in it. @param {Fault} fault @param {Sent | undefined} sent */
export function signatureOf({ kind, what }, sent) {
  const line = what.split("\n").find((one) => one.trim() !== "") ?? "";
  const place = kind === "leak" || kind === "row" ? (sent?.counted[0]?.route ?? sent?.kinds[0] ?? "") : "";
  const words = line.replace(/\{"route".*?\}|[0-9a-f-]{8,}|\d+|"[^"]*"/g, "#").slice(0, 80);
  return `${kind} ${place} ${words}`;
}

/**
 * @param {object} given
 * @param {import("./session.mjs").Session} given.session
 * @param {(requests: readonly import("./others.mjs").Request[]) => Promise<Sent>} given.send
 * @param {import("./harvest.mjs").Harvest} given.harvest
 * @param {import("./tally.mjs").Tally} given.tally
 * @param {import("../chaos/random.mjs").Chance} given.chance
 * @param {(line: string) => void} given.say
 */
export function createCourse({ session, send, harvest, tally, chance, say }) {
  const { views, connector } = session;
  /** @type {Step[]} */
  const steps = [];
  /** @type {Map<string, Found>} */
  const found = new Map();
  /** @type {{ activity: Record<string, any> }[]} */
  const earlier = [];
  let harvested = 0;
  let now = 0;

  /** @param {Fault} fault @param {Sent} [sent] */
  function note(fault, sent) {
    const signature = signatureOf(fault, sent);
    if (found.has(signature) || found.size >= MOST_FOUND) return;
    const wrong = `${fault.kind}: ${fault.what}`;
    found.set(signature, { at: tally.sums.sent, signature, wrong, steps: steps.slice() });
    say(lines.wrong(wrong.slice(0, 1_200), tally.sums.sent));
  }

  /** Whose card it is that was posted there. @param {string} path */
  function viewOf(path) {
    const [, conversation = ""] = /^\/v3\/conversations\/([^/]+)/.exec(path) ?? [];
    const here = views.flatMap(({ place, userId }, at) => {
      const isHere = conversation.split(";")[0] === place.id || conversation === `a:opened-${userId}`;
      return isHere ? [at] : [];
    });
    return here.length > 0 ? chance.pick(here) : undefined;
  }

  function harvestPosted() {
    for (const { path, body } of connector.calls.slice(harvested)) {
      const view = viewOf(path);
      if (view !== undefined && body) harvest.take(body, view, "1");
    }
    harvested = connector.calls.length;
    if (harvested <= MOST_POSTED) return;
    connector.forget();
    harvested = 0;
  }

  /** @param {Record<string, any>} activity @param {unknown} answer */
  function harvestAnswer(activity, answer) {
    const { from, conversation, replyToId } = activity;
    const here = typeof conversation?.id === "string" ? conversation.id : "";
    const view = views.findIndex(
      ({ aadObjectId, place }) => aadObjectId === from?.aadObjectId && here.startsWith(place.id),
    );
    if (view >= 0) harvest.take(answer, view, typeof replyToId === "string" ? replyToId : "1");
  }

  /** What others have done to the Forum is nobody's request. */
  async function settle() {
    const { faults } = await session.bot().taken();
    await session.journal.since();
    for (const { event, cause } of faults) note({ kind: event, what: cause });
    harvestPosted();
  }

  return {
    steps,
    found,
    now: () => now,
    /** A request of before. */
    earlier: () => (earlier.length > 0 ? chance.pick(earlier) : undefined),
    settle,

    /** @param {number} ms */
    async passes(ms) {
      steps.push({ passes: ms });
      ({ now } = await session.bot().passes(ms));
      tally.sums.passed += 1;
      await settle();
    },

    /** @param {import("./plan.mjs").Volley} volley */
    async sends({ shape, requests }) {
      steps.push({ requests });
      const sent = await send(requests);
      tally.count(shape, requests.length, sent);
      for (const fault of sent.wrong) note(fault, sent);
      for (const [at, { activity }] of requests.entries()) {
        if (!activity) continue;
        earlier.push({ activity });
        if (earlier.length > REMEMBERED) earlier.shift();
        harvestAnswer(activity, sent.answers[at]?.body);
      }
      harvestPosted();
      if (!session.bot().alive()) await session.restart();
    },
  };
}
