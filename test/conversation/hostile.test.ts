/** Activities nobody's client would send: no 5xx, no fault, no stack trace, whatever their parts hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines } from "../support/database.ts";
import { startForumsbote } from "../support/forumsbote.ts";
import { channel, groupChat } from "../support/places.ts";
import { bent, hostileData, hostileText, VERBS } from "./hostile-data.ts";

const MENTION = {
  type: "mention",
  text: "<at>Forumsbote</at>",
  mentioned: { id: "28:forumsbote", name: "Forumsbote" },
};

type Bot = Awaited<ReturnType<typeof startForumsbote>>;

/** The Forum's channel, a date, and an open election; answers their ids. */
async function setTheScene(bot: Bot, kim: ReturnType<Bot["coordinator"]>) {
  const here = kim.in(channel("Forum"));
  await here.executes("group.register", { actionId: "s1", use: "forum" });
  const time = { startsOn: "2026-05-20", startsAt: "09:00", minutes: "120", place: "Landratsamt", link: "" };
  await kim.executes("meeting.plan", { actionId: "s2", ...time });
  const deadline = { closesOn: "2026-03-20", closesAt: "18:00" };
  const roles = { officer: "trial-a3", scrutineers: "trial-a4,trial-a5" };
  const fixed = { way: "fixed", others: "Kandern\nSchopfheim", ...deadline, ...roles };
  await kim.executes("election.start", { actionId: "s3", ...fixed });
  await kim.types("abstimmung starten");
  const { exchange, meeting, election, decision } = bot.db.read;
  return {
    record: (await exchange.findFirstOrThrow()).id,
    meeting: (await meeting.findFirstOrThrow()).id,
    election: (await election.findFirstOrThrow()).id,
    decision: (await decision.findFirst())?.id ?? "none",
  };
}

describe("hostile activities", () => {
  it.each([...engines])(
    "are answered or refused, never a fault, %s",
    { timeout: 120_000 },
    async (engine) => {
      const bot = await startForumsbote({ engine });
      const anna = bot.people.person("Delegation Binzen");
      const kim = bot.coordinator();
      await anna.introduces("Binzen");
      await anna.types("festhalten Produkt: Aktura – Läuft");
      const holder = bot.people.person("Delegation Kandern", {
        aadObjectId: "00000000-0000-0000-0000-0000000000a2",
        userId: "user-kandern",
      });
      const known = await setTheScene(bot, kim);
      const people = [
        anna,
        kim,
        holder,
        anna.in(groupChat("G")),
        kim.in(channel("C")),
        bot.people.person("Gast"),
      ];
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
        data: hostileData(known),
        text: hostileText,
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
        { numRuns: 900 },
      );
      expect(reached.has(200) && reached.has(400)).toBe(true);
      expect(await bot.db.read.exchange.count()).toBeGreaterThan(0);
      await bot.close();
    },
  );
});
