// @ts-check
// Votes at a bot that runs under strace.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CANDIDATES } from "../bench/ballot-store.mjs";
import { startBot } from "../bench/bots.mjs";
import { createPeople, identity } from "../bench/people.mjs";
import { createPresser } from "../bench/press.mjs";
import { loadIssuer } from "../bench/support.mjs";
import { createVoters } from "../bench/voters.mjs";
import { StraceFault, sentences } from "./texts.mjs";

const CALLS = "read,recvfrom,write,writev,sendto,sendmsg,pwrite64,pwritev,fsync,fdatasync";

/** strace writes a moment after the call. */
const TRACE_MS = 300;

/**
 * Everybody goes through paper and review, then one after the other casts.
 * @param {string} folder
 * @param {(close: () => unknown) => void} onEnd
 * @returns {Promise<{ trace: string, casts: number }>}
 */
export async function voted(folder, onEnd) {
  const file = join(folder, "trace");
  const issuer = await (await loadIssuer()).startIssuer();
  onEnd(issuer.close);
  // Nothing is sent in a cast: no connector has to be there.
  const serviceUrl = "http://127.0.0.1:9/";
  const authorization = `Bearer ${issuer.token({ aud: identity.appId, serviceurl: serviceUrl })}`;
  const given = { ...identity, settings: issuer.settings, folder, records: true };
  const strace = ["strace", "-f", "-y", "-s", "64", "-e", `trace=${CALLS}`, "-o", file];
  const bot = await startBot("ballot-bot.mjs", "Forumsbote", given, onEnd, strace);
  const people = createPeople(serviceUrl);
  const voters = createVoters(people, CANDIDATES);
  const presser = createPresser(bot, authorization, people.count);
  onEnd(presser.close);
  // The first turn of each person stores the way back to the chat; from then on only votes write.
  const casts = voters.casts(await voters.reviewed({ bot, presser }));
  await presser.connects();
  for (const cast of casts) voters.look(bot, (await presser.wave([cast])).bodies);
  const { marks, ballots } = await bot.does("counts");
  if (marks !== casts.length || ballots !== casts.length) throw new StraceFault(sentences.notCast);
  await sleep(TRACE_MS);
  return { trace: readFileSync(file, "utf8"), casts: casts.length };
}
