// @ts-check
// Sends requests to the bot's door and says everything that is wrong with what came back, with what was stored, and
// with what the log says.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { APP_ID } from "./session.mjs";
import { loadJournal, loadJudge } from "./support.mjs";

const answerMs = 20_000;
/** Longest turn that is nobody's fault on a busy machine, in ms. */
const SLOW_MS = 8_000;
/** What somebody says, or nobody takes; everything else is an event of a place, which is not counted. */
const SAID = ["typed", "action", "file", "search", "dialog", "otherInvoke", "ignored", "refused"];

/**
 * @typedef {import("./others.mjs").Request} Request
 * @typedef {import("../../test/support/fuzz/judge.ts").Fault} Fault
 *
 * @typedef {object} Sent what became of requests that were sent at once
 * @property {readonly Fault[]} wrong
 * @property {readonly { status: number, body: unknown }[]} answers
 * @property {readonly string[]} kinds what the bot takes them for
 * @property {readonly string[]} verbs of pressed buttons
 * @property {readonly { route: string, result: string, by: number }[]} counted
 * @property {readonly string[]} handled
 * @property {boolean} refused all of them
 * @property {number} rows written
 */

/** @param {import("./session.mjs").Session} session */
function tokensOf({ issuer, connector, authorization }) {
  const good = { aud: APP_ID, serviceurl: connector.url };
  /** @type {Record<string, string | undefined>} */
  const tokens = {
    good: authorization,
    none: undefined,
    garbage: "Bearer x.y.z",
    forged: `Bearer ${issuer.token(good, { key: issuer.forged })}`,
    otherAudience: `Bearer ${issuer.token({ ...good, aud: "other" })}`,
    expired: `Bearer ${issuer.token({ ...good, exp: 1_600_000_000 })}`,
    otherUrl: `Bearer ${issuer.token({ ...good, serviceurl: "https://boese.example/" })}`,
    unsigned: `Bearer ${issuer.token(good, { alg: "none" })}`,
  };
  return tokens;
}

/** @param {string} raw @returns {unknown} */
function parsed(raw) {
  try {
    return raw === "" ? undefined : JSON.parse(raw);
  } catch {
    return raw;
  }
}

/** @param {readonly import("../../test/support/fuzz/row-journal.ts").WrittenRow[]} rows */
const rowsAsText = (rows) =>
  rows.map(({ table, act, row }) => `${act} ${table} ${row}`.slice(0, 300)).join("\n");

/** @param {string} program @param {import("./session.mjs").Session} session */
export async function createSender(program, session) {
  const { connector, journal, tenant } = session;
  const { judged, leaksIn, isRefusal } = await loadJudge();
  const { unduly } = await loadJournal();
  /** @type {{ parseActivity: typeof import("../../src/teams/activity.ts").parseActivity }} */
  const { parseActivity } = await import(pathToFileURL(join(program, "dist", "teams", "activity.js")).href);
  const tokens = tokensOf(session);

  /** @param {Request} request */
  const textOf = ({ activity, body }) => body ?? JSON.stringify(activity);

  /** @param {Request} request @returns {Promise<{ status: number, body: unknown, ms: number }>} */
  async function post(request) {
    const authorization = tokens[request.token ?? "good"];
    const begun = performance.now();
    const response = await fetch(`${session.bot().url}/api/messages`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...request.headers,
        ...(authorization ? { authorization } : {}),
      },
      body: textOf(request),
      signal: AbortSignal.timeout(answerMs),
    });
    const body = parsed(await response.text());
    return { status: response.status, body, ms: performance.now() - begun };
  }

  /** What the bot takes it for, and whether it comes from where it is served. @param {Request} request */
  function takenFor(request) {
    const read = parseActivity(parsed(String(textOf(request))));
    if (read.kind !== "incoming") return { kind: read.kind, ours: false, verb: "" };
    const { incoming, tenants } = read;
    const ours = tenants.length > 0 && tenants.every((one) => one.toLowerCase() === tenant);
    const what = incoming.kind === "placeEvent" ? `placeEvent ${incoming.event.what}` : incoming.kind;
    return { kind: what, ours, verb: incoming.kind === "action" ? incoming.verb : "" };
  }

  /**
   * @param {readonly Request[]} requests sent at once
   * @returns {Promise<Sent>}
   */
  return async function send(requests) {
    const mark = connector.calls.length;
    const got = await Promise.allSettled(requests.map(post));
    const answers = got.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const unanswered = got.flatMap((one) =>
      one.status === "rejected" ? [{ kind: "noAnswer", what: String(one.reason?.cause ?? one.reason) }] : [],
    );
    const { counted, handled, faults } = await session.bot().taken();
    const rows = await journal.since();
    const read = requests.map(takenFor);
    /** An event is not counted: it is taken by whoever is served. @param {number} at */
    const isEvent = (at) => {
      const { kind = "", ours = false } = read[at] ?? {};
      return ours && !SAID.includes(kind) && answers[at]?.status === 200;
    };
    const events = requests.some((_, at) => isEvent(at));
    const refused = !events && counted.every(({ result }) => result === "refused");
    const bodies = connector.calls.slice(mark).map(({ body }) => body);
    const undue = refused ? unduly(rows) : [];
    // Nothing was taken at all: not even what every turn may write.
    const unasked = counted.length === 0 && !events ? rows : undue;
    const wrong = [
      ...unanswered,
      ...answers.flatMap(({ status, body }) => judged(status, body)),
      ...answers.flatMap(({ ms }) => (ms > SLOW_MS ? [{ kind: "slow", what: `${Math.round(ms)} ms` }] : [])),
      ...bodies.flatMap((body) => leaksIn(body)),
      ...faults.map(({ event, cause }) => ({ kind: event, what: cause })),
      ...(unasked.length > 0 ? [{ kind: "row", what: rowsAsText(unasked) }] : []),
      ...answers.flatMap(({ body }) =>
        isRefusal(body) && counted.some(({ result }) => result === "answered") && requests.length === 1
          ? [{ kind: "countedAnswered", what: JSON.stringify(body).slice(0, 300) }]
          : [],
      ),
    ];
    return {
      wrong,
      answers,
      kinds: read.map(({ kind }, at) => (isEvent(at) || SAID.includes(kind) ? kind : "refused")),
      verbs: read.flatMap(({ verb }) => (verb ? [verb] : [])),
      counted,
      handled,
      refused,
      rows: rows.length,
    };
  };
}
