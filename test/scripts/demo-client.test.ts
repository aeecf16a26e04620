import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buttonOn, inputOn, inputsOf, textOf, valuesOf, warningsOf } from "../../scripts/demo/card.mjs";
import { type Connector, startConnector } from "../../scripts/demo/connector.mjs";
import { createPerson, readAndAct } from "../../scripts/demo/person.mjs";

type Activity = { readonly [key: string]: unknown };

const form = {
  type: "AdaptiveCard",
  body: [
    { type: "TextBlock", text: "Wahl starten" },
    { type: "TextBlock", text: "Ein Wochenende\\.", color: "Attention" },
    { type: "FactSet", facts: [{ title: "Ort", value: "Rathaus" }] },
    {
      type: "Input.ChoiceSet",
      id: "parties",
      label: "Kommunen",
      isMultiSelect: true,
      choices: [
        { title: "Kandern", value: "kandern" },
        { title: "Steinen", value: "steinen" },
      ],
    },
    { type: "Input.Text", id: "others", label: "Weitere", value: "schon da" },
    { type: "Input.Date", id: "closesOn", label: "Ende", isRequired: true },
  ],
  actions: [
    { type: "Action.Execute", title: "Weiter", verb: "a.check", data: { actionId: "1" } },
    { type: "Action.Execute", title: "Abbrechen", verb: "a.cancel", associatedInputs: "none" },
  ],
};

describe("a card", () => {
  test("reads line by line, without the signs that keep text from being markup", () => {
    expect(textOf(form)).toBe("Wahl starten\nEin Wochenende.\nOrt: Rathaus\nKommunen\nWeitere\nEnde");
    expect(warningsOf(form)).toEqual(["Ein Wochenende."]);
  });

  test("its inputs are found by id or label, its buttons by title or pattern", () => {
    expect(inputsOf(form).map((one) => one.id)).toEqual(["parties", "others", "closesOn"]);
    expect(inputOn(form, "Ende")?.id).toBe("closesOn");
    expect(buttonOn(form, "Weiter")?.data).toEqual({ actionId: "1" });
    expect(buttonOn(form, /^Abb/)?.sendsInputs).toBe(false);
    expect(buttonOn(form, "weiter")).toBeUndefined();
    expect(buttonOn(undefined, "Weiter")).toBeUndefined();
  });

  test("is sent as a client sends it: choices by value, several with commas, the rest as drawn", () => {
    const values = valuesOf(form, { Kommunen: ["Steinen", "Kandern"], closesOn: "2026-12-16" });
    expect(values).toEqual({ parties: "steinen,kandern", others: "schon da", closesOn: "2026-12-16" });
  });

  test("is not sent with a required field left empty, a choice it does not offer, or a field it has not", () => {
    expect(() => valuesOf(form, {})).toThrow("Ende");
    expect(() => valuesOf(form, { closesOn: "x", parties: "Todtnau" })).toThrow("Kandern");
    expect(() => valuesOf(form, { closesOn: "x", nowhere: "y" })).toThrow("nowhere");
  });
});

describe("a played person", () => {
  let connector: Connector;
  let bot: Server | undefined;
  const heard: Activity[] = [];

  /** A bot that answers what is typed with the form, and a press with what was sent. */
  async function startBot(): Promise<string> {
    bot = createServer(async (request, response) => {
      let raw = "";
      for await (const part of request) raw += part;
      const activity = JSON.parse(raw);
      heard.push(activity);
      if (activity.type === "message") {
        const path = `v3/conversations/${encodeURIComponent(activity.conversation.id)}/activities`;
        const attachments = [{ contentType: "application/vnd.microsoft.card.adaptive", content: form }];
        const post = (where: string, body: object) =>
          fetch(`${activity.serviceUrl}${where}`, { method: "POST", body: JSON.stringify(body) });
        await post(`${path}/${activity.id}`, { type: "message", attachments });
        await post(path, { type: "message", text: "Zwischendurch" });
        response.end();
        return;
      }
      const { data: sent, verb } = activity.value.action;
      const type = "application/vnd.microsoft.activity.message";
      response.end(JSON.stringify({ statusCode: 200, type, value: `${verb} ${JSON.stringify(sent)}` }));
    });
    await new Promise<void>((resolve) => bot?.listen(0, "127.0.0.1", resolve));
    const address = bot.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/api/messages`;
  }

  async function somebody(place: Parameters<typeof createPerson>[2]) {
    const town = { door: await startBot(), tenant: "t", bot: "b", run: "r", connector };
    return createPerson(town, { name: "Delegation Kandern", user: "u", aad: "a" }, place);
  }

  beforeEach(async () => {
    heard.length = 0;
    connector = await startConnector();
  });
  afterEach(async () => {
    bot?.closeAllConnections();
    bot?.close();
    await connector.close();
  });

  test("gets the answer to what was typed, not what else arrives, and presses what stands on it", async () => {
    const person = await somebody({ id: "a:u", kind: "personal" });
    const card = await person.types("wahl starten");
    expect(card.text).toContain("Wahl starten");
    const said = await person.presses(card, "Weiter", { parties: ["Kandern"], closesOn: "2026-12-16" });
    expect(said.refused).toBe(false);
    expect(said.text).toBe(
      'a.check {"actionId":"1","parties":"kandern","others":"schon da","closesOn":"2026-12-16"}',
    );
    await expect(person.presses(card, "Öffnen")).rejects.toThrow("„Weiter“, „Abbrechen“");
  });

  test("waits for a message, which may be replaced later, and can be written to first", async () => {
    const person = await somebody({ id: "a:u", kind: "personal" });
    const post = (path: string, method: string, body: object): Promise<{ id: string }> =>
      fetch(`${connector.url}${path}`, { method, body: JSON.stringify(body) }).then(
        (one) => one.json() as Promise<{ id: string }>,
      );
    const waiting = person.awaits((one) => one.text === "Stimmzettel", 5_000);
    const opened = await post("v3/conversations", "POST", { members: [{ id: "u" }] });
    expect(opened).toEqual({ id: "a:u" });
    const { id } = await post("v3/conversations/a%3Au/activities", "POST", { text: "Stimmzettel" });
    expect((await waiting)?.id).toBe(id);
    await post(`v3/conversations/a%3Au/activities/${id}`, "PUT", { text: "Beendet" });
    expect(person.sees().map((one) => one.text)).toEqual(["Beendet"]);
    expect(await person.awaits((one) => one.text === "Stimmzettel", 10)).toBeUndefined();
    await post("v3/conversations/a%3Au/activities/17", "PUT", { text: "Von gestern" });
    expect(person.sees().map((one) => one.text)).toEqual(["Beendet", "Von gestern"]);
  });

  test("reads at the played people's connector and acts by the way back of the other place", async () => {
    const way = "http://localhost:1/_connector";
    const channel = { id: "team", kind: "channel", team: "team", serviceUrl: way } as const;
    const { reading, acting } = readAndAct(await somebody(channel));
    await acting.presses(await reading.types("hilfe"), "Abbrechen");
    expect(heard.map((one) => one.serviceUrl)).toEqual([connector.url, way]);
    expect(heard[0]).toMatchObject({
      text: "<at>Forumsbote</at> hilfe",
      channelData: { team: { id: "team" } },
    });
  });
});
