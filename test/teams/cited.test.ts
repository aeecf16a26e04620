/** Sources and the label of generated text as they reach the connector. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Address } from "../../src/outbox/notice.ts";
import { renderTurnReply, turnReplyNotice } from "../../src/outbox/turn-reply.ts";
import { invokeBody, messageOf } from "../../src/teams/answer.ts";
import { entitiesOf } from "../../src/teams/cited.ts";
import { type Cited, card, type Reply, stored } from "../../src/turn/reply.ts";
import { groupChat } from "../support/places.ts";
import { formCard, type SmallBot, startSmallBot, TENANT } from "./small-bot.ts";

const cited: Cited = {
  generated: true,
  sources: [
    { title: "Erklärung, Absatz 7", abstract: "einmal im Quartal" },
    { title: "Vorlage", abstract: "36 Kommunen" },
  ],
};
const withSources = (bent: Partial<Cited> = {}): Reply => ({
  ...(card(formCard, "Auskunft") as Extract<Reply, { kind: "card" }>),
  cited: { ...cited, ...bent },
});
const claim = (position: number, name: string, abstract: string) => ({
  "@type": "Claim",
  position,
  appearance: { "@type": "DigitalDocument", name, abstract },
});
const entity = {
  type: "https://schema.org/Message",
  "@type": "Message",
  "@context": "https://schema.org",
  "@id": "",
  additionalType: ["AIGeneratedContent"],
  citation: [claim(1, "Erklärung, Absatz 7", "einmal im Quartal"), claim(2, "Vorlage", "36 Kommunen")],
};

let bot: SmallBot;
let reply: Reply = withSources();
beforeAll(async () => {
  bot = await startSmallBot({ dispatch: async () => reply });
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.forget();
  reply = withSources();
});
const sent = () => bot.connector.calls.map(({ method, body }) => [method, body?.entities]);
const group = groupChat("AG Bauen");
const to = (bent: object = {}): Address => ({
  conversationId: group.id,
  tenantId: TENANT,
  serviceUrl: bot.connector.url,
  botId: "28:forumsbote",
  ...bent,
});

describe("a card with sources", () => {
  it("arrives with its citations and the label of generated text, every field of them", async () => {
    await bot.people.person("Delegation Binzen").types("Wie oft?");
    expect(sent()).toEqual([["POST", [entity]]]);
  });

  it("carries the label only where a model has written", async () => {
    reply = withSources({ generated: false });
    await bot.people.person("Delegation Binzen").types("Wie oft?");
    expect(JSON.stringify(sent())).toContain("Vorlage");
    expect(JSON.stringify(sent())).not.toContain("AIGeneratedContent");
  });

  it("carries nothing where there is nothing to say, like every other card", async () => {
    const messages = [withSources({ generated: false, sources: [] }), card(formCard, "Formular")];
    for (const one of messages) expect(messageOf(one)).not.toHaveProperty("entities");
  });

  it("is delivered with them by the outbox, also in the place of an earlier message", async () => {
    await bot.built.edge.send(to(), reply);
    const { id } = bot.connector.messages(group.id)[0] ?? { id: "" };
    await bot.built.edge.send(to({ messageId: id }), reply);
    expect(sent()).toEqual([
      ["POST", [entity]],
      ["PUT", [entity]],
    ]);
  });

  it("keeps them when it could not be sent in its turn", async () => {
    const place = { kind: "group", conversationId: "c", tenantId: "t", serviceUrl: "s", botId: "b" } as const;
    const notice = turnReplyNotice(place, "1", stored(reply), 0);
    const rendered = await renderTurnReply({ ...notice }, {} as never);
    expect(rendered).toMatchObject({ send: { kind: "card", cited } });
  });

  it("is answered to a pressed button as before: the response of an invoke has no place for them", () => {
    expect(invokeBody("adaptiveCard/action", reply)).toEqual(
      invokeBody("adaptiveCard/action", card(formCard, "Auskunft")),
    );
  });
});

describe("Teams' limits", () => {
  type Claim = { appearance: { name: string; abstract: string } };
  const claims = (sources: Cited["sources"]) =>
    (entitiesOf({ generated: false, sources })[0]?.citation ?? []) as Claim[];

  it("cut names at 80 and abstracts at 160 characters, on one line, never within a character", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 400 });
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        const [{ appearance } = { appearance: { name: "", abstract: "" } }] = claims([{ title, abstract }]);
        expect(appearance.name.length).toBeLessThanOrEqual(80);
        expect(appearance.abstract.length).toBeLessThanOrEqual(160);
        expect(appearance.abstract).not.toMatch(/\n|[\ud800-\udbff](?![\udc00-\udfff])/);
      }),
    );
    expect(claims([{ title: "a".repeat(81), abstract: "kurz" }])[0]?.appearance.name).toBe(
      `${"a".repeat(79)}…`,
    );
  });

  it("keep at most 20 sources", () => {
    expect(claims(Array.from({ length: 30 }, () => ({ title: "t", abstract: "a" })))).toHaveLength(20);
  });
});
