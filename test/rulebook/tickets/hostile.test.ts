/** Data of buttons and forms as no client would send them: answered or refused, never a fault. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines } from "../../support/database.ts";
import { startForumsbote } from "../../support/forumsbote.ts";

const VERBS = [
  ...["passOn", "questions", "ownQuestions", "agenda", "take", "giveBack", "closing", "close", "answering"],
  ...[
    "answer",
    "know",
    "inform",
    "saveInformation",
    "change",
    "updateInformation",
    "withdrawing",
    "withdraw",
  ],
  ...["history", "rate", "rateWhy", "ratePassOn", "ratings", "ratingsDone"],
];
const NASTY = [
  "\u0000x\u0000",
  "\ud800",
  "\u202ez",
  "😀".repeat(300),
  "<at>Alle</at>",
  "[x](y)",
  "a".repeat(9000),
];
const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
);

describe("hostile data", () => {
  it.each([...engines])("is answered or refused, never a fault, %s", { timeout: 120_000 }, async (engine) => {
    const bot = await startForumsbote({ engine });
    const anna = bot.people.person("Hauptamt Binzen");
    const kim = bot.coordinator();
    await anna.introduces("Binzen");
    await anna.executes("rules.passOn", { actionId: "a", question: "Wer zahlt?", reason: "fees" });
    await kim.executes("rules.saveInformation", { actionId: "b", heading: "Wer?", answer: "Wir." });
    const ticket = (await bot.db.read.rulesTicket.findFirstOrThrow()).id;
    const information = (await bot.db.read.rulesInformation.findFirstOrThrow()).id;
    const id = fc.oneof(fc.constantFrom(ticket, information, "wb-gone"), words);
    const ids = fc.array(id, { maxLength: 3 });
    const shaped = fc.record({
      ...{ actionId: fc.uuid(), id, question: words, answered: words, answer: words, sources: ids },
      ...{
        reason: fc.constantFrom("fees", "rated", "__proto__"),
        answerId: fc.uuid(),
        helpful: fc.boolean(),
      },
      ...{ heading: words, wordings: words, basis: words, cards: ids, seen: ids, comment: words },
      ...{
        card: fc.constantFrom("none", "none", "wb-gone"),
        why: fc.constantFrom("", "wrong", "x"),
        page: fc.nat(),
      },
    });
    const data = fc.oneof(
      { weight: 4, arbitrary: shaped },
      { weight: 1, arbitrary: fc.record({ source: fc.option(id), seen: fc.double() }) },
      { weight: 1, arbitrary: fc.anything() },
    );
    const people = [anna, kim, kim, bot.people.person("Gast")];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...people),
        fc.constantFrom(...VERBS),
        data,
        async (who, verb, said) => {
          const value = { action: { type: "Action.Execute", verb: `rules.${verb}`, data: said } };
          const sent = who.activity({ type: "invoke", name: "adaptiveCard/action", value });
          const { status, body } = await who.posts(JSON.parse(JSON.stringify(sent)));
          expect(status).toBeLessThan(500);
          expect(JSON.stringify(body ?? "")).not.toMatch(/node_modules|\.ts:\d/);
          expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
    await bot.delivers();
    expect(bot.logged.filter((one) => one.level === "fault")).toEqual([]);
    expect(JSON.stringify(bot.logged)).not.toContain("Wer zahlt");
    await bot.close();
  });
});
