/** Activities nobody's client would send: no 5xx, no fault, no stack trace, whatever their parts hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, groupChat } from "../support/places.ts";

const VERBS = [
  ...["new", "save", "edit", "update", "show", "find", "delete", "restore"].map((act) => `exchange.${act}`),
  ...["show", "register", "edit", "change", "join"].map((act) => `group.${act}`),
  ...["member.introduce", "member.ask", "form.cancel", "say", "no.such", ""],
];
const NASTY = [
  "\u0000x\u0000",
  "\ud800",
  "\u202ez",
  "😀".repeat(500),
  "<at>Alle</at>",
  "[x](y)",
  "__proto__",
  "a".repeat(9000),
];

const words = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...NASTY));
const anything = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), fc.object({ maxDepth: 3 }));

/** Data of the right shape with nasty words, so that it reaches the rules and the store. */
const shaped = (recordId: string) =>
  fc.record({
    action: fc.uuid(),
    actionId: fc.uuid(),
    id: fc.constant(recordId),
    revision: fc.integer({ min: 1, max: 5 }),
    kind: fc.constantFrom("process", "product"),
    stage: fc.constantFrom("idea", "inUse"),
    offer: fc.constantFrom("none", "seeks"),
    organisation: fc.constantFrom("binzen", "kandern"),
    use: fc.constantFrom("new", "forum", "gone"),
    groupId: fc.constant("gone"),
    title: words,
    text: words,
    product: words,
    name: words,
    topic: words,
    purpose: words,
    contact: words,
    words,
  });
const FIELDS = [
  "id",
  "revision",
  "title",
  "text",
  "kind",
  "use",
  "name",
  "organisation",
  "groupId",
  "action",
];
const misshaped = fc.dictionary(fc.constantFrom(...FIELDS, "__proto__"), anything);

const typed = fc.oneof(
  words,
  fc
    .tuple(
      fc.constantFrom("festhalten ", "festhalten produkt: ", "suche ", "ich bin ", "gruppe"),
      words,
      words,
    )
    .map(([command, one, other]) => `${command}${one} – ${other}`),
);
const PARTS = ["conversation", "from", "recipient", "channelData", "channelId", "serviceUrl", "id", "type"];
const MORE = ["entities", "value", "name", "replyToId", "membersAdded", "action", "deliveryMode", "locale"];
const bent = fc.option(fc.dictionary(fc.constantFrom(...PARTS, ...MORE), anything, { maxKeys: 3 }), {
  freq: 3,
  nil: {},
});
const MENTION = {
  type: "mention",
  text: "<at>Forumsbote</at>",
  mentioned: { id: "28:forumsbote", name: "Forumsbote" },
};

describe("hostile activities", () => {
  it.each([...engines])(
    "are answered or refused, never a fault, %s",
    { timeout: 120_000 },
    async (engine) => {
      const bot = await startForumsbote({ engine });
      const anna = bot.people.person("Delegation Binzen");
      const kim = bot.coordinator();
      await anna.types("ich bin Binzen");
      await anna.types("festhalten Produkt: Aktura – Läuft");
      const record = await bot.db.read.exchange.findFirstOrThrow();
      const people = [anna, kim, anna.in(groupChat("G")), kim.in(channel("C")), bot.people.person("Gast")];
      const activity = fc.record({
        who: fc.constantFrom(...people),
        type: fc.constantFrom(
          "message",
          "invoke",
          "invoke",
          "conversationUpdate",
          "installationUpdate",
          "other",
        ),
        name: fc.constantFrom(
          "adaptiveCard/action",
          "adaptiveCard/action",
          "composeExtension/query",
          "task/fetch",
        ),
        verb: fc.constantFrom(...VERBS),
        data: fc.oneof({ weight: 2, arbitrary: shaped(record.id) }, { weight: 1, arbitrary: misshaped }),
        text: typed,
        bent,
      });
      const reached = new Set<number>();
      await fc.assert(
        fc.asyncProperty(activity, async ({ who, type, name, verb, data, text, bent: bending }) => {
          const pressed = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
          const query = { commandId: "suche", parameters: [{ name: "q", value: text }] };
          const value = name === "composeExtension/query" ? query : pressed;
          const sent = who.activity({ type, name, text, value, entities: [MENTION], ...bending });
          const { status, body } = await who.posts(sent);
          reached.add(status);
          expect(status).toBeLessThan(500);
          expect(JSON.stringify(body ?? "")).not.toMatch(/node_modules|\.ts:\d/);
          expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
        }),
        { numRuns: 600 },
      );
      expect(reached.has(200) && reached.has(400)).toBe(true);
      expect(await bot.db.read.exchange.count()).toBeGreaterThan(0);
      await bot.close();
    },
  );
});
