// @ts-check
// What no client sends: a good activity in a bad envelope, and what is no activity at all.
import { gzipSync } from "node:zlib";
import { mutated } from "./mutate.mjs";
import { nasty } from "./words.mjs";

/** @typedef {import("./presses.mjs").Known} Known */
/** @typedef {import("../chaos/random.mjs").Chance} Chance */
/** @typedef {import("./others.mjs").Request} Request */
/** @typedef {Record<string, any>} Activity */

/** A good activity in a bad envelope. @param {Activity} activity @param {Known} known @param {Chance} chance @returns {Request} */
export function envelope(activity, known, chance) {
  const { value, text, ...outside } = activity;
  const inner = { ...(value === undefined ? {} : { value }), ...(text === undefined ? {} : { text }) };
  const foreign = known.views.at(-1)?.tenantId ?? "";
  const from = /** @type {Activity} */ (activity.from);
  return chance.pick([
    () => ({ activity: { ...mutated(outside, chance, chance.pick([1, 2, 4])), ...inner } }),
    () => ({ activity: { ...mutated(outside, chance), ...inner } }),
    () => ({ activity: { ...activity, channelData: { ...activity.channelData, tenant: { id: foreign } } } }),
    () => ({ activity: { ...activity, conversation: { ...activity.conversation, tenantId: foreign } } }),
    () => ({ activity: { ...activity, from: { ...from, aadObjectId: chance.pick(nasty) } } }),
    () => ({ activity: { ...activity, conversation: { ...activity.conversation, id: chance.pick(nasty) } } }),
    () => ({
      activity: {
        ...activity,
        serviceUrl: chance.pick(["https://boese.example/", "http://127.0.0.1:1/", "x"]),
      },
    }),
    () => ({ activity: { ...activity, deliveryMode: "expectReplies", locale: chance.pick(nasty) } }),
    () => ({
      activity,
      token: chance.pick(["none", "garbage", "forged", "otherAudience", "expired", "otherUrl", "unsigned"]),
    }),
  ])();
}

/** What is no activity. @param {Activity} activity @param {Known} _ @param {Chance} chance @returns {Request} */
export function raw(activity, _, chance) {
  const body = JSON.stringify(activity);
  const json = { "content-type": "application/json" };
  return chance.pick([
    () => ({ body: body.slice(0, Math.floor(chance.between(0, body.length))) }),
    () => ({
      body: chance.pick(["", "[]", "null", "7", '"x"', "{}", "[{}]", "\ufeff{}", "{'a':1}", '{"a":NaN}']),
    }),
    () => ({ body: `${'{"a":'.repeat(chance.pick([500, 5_000, 40_000]))}1` }),
    () => ({ body: `${"[".repeat(20_000)}${"]".repeat(20_000)}` }),
    () => ({
      body: JSON.stringify({
        ...activity,
        text: "x".repeat(chance.pick([100_000, 250_000, 300_000, 2_000_000])),
      }),
    }),
    () => ({
      body: JSON.stringify({
        ...activity,
        value: { action: { type: "Action.Execute", verb: "say", data: { text: "y".repeat(200_000) } } },
      }),
    }),
    () => ({
      body,
      headers: {
        "content-type": chance.pick([
          "text/plain",
          "application/xml",
          "multipart/form-data",
          "application/x-www-form-urlencoded",
          "",
        ]),
      },
    }),
    () => ({ body: gzipSync(body), headers: { ...json, "content-encoding": "gzip" } }),
    () => ({ body: body.replace("{", '{"__proto__":{"type":"invoke"},"type":"x",') }),
    () => ({
      body: Buffer.concat([
        Buffer.from(body.slice(0, -1)),
        Buffer.from([0xff, 0xfe, 0xc0]),
        Buffer.from("}"),
      ]),
    }),
    () => ({ body, headers: { ...json, "content-type": "application/json; charset=utf-16" } }),
  ])();
}
