/** Who asks too much is told so, nothing is lost, and nothing is stored or looked up for it. */
import { describe, expect, it } from "vitest";
import { createRateGuard, type Rates } from "../../src/teams/rate.ts";
import { startIssuer } from "../support/issuer.ts";
import { channel } from "../support/places.ts";
import { checkedBy, startSmallBot, TENANT } from "./small-bot.ts";

/** One person may do six things at once and then nine a minute; a conversation ten and fifteen. */
const FEW: Rates = { perPerson: 9, perConversation: 15 };

async function started(rates = FEW) {
  let now = 0;
  const counted: string[] = [];
  const tooFast = createRateGuard(
    rates,
    () => now,
    (by) => void counted.push(by),
  );
  const bot = await startSmallBot({ tooFast });
  const later = (ms: number): void => {
    now += ms;
  };
  return { ...bot, counted, later };
}
const times = async (count: number, work: () => Promise<unknown>): Promise<void> => {
  for (let one = 0; one < count; one++) await work();
};

describe("somebody who types too fast", () => {
  it("is told once a minute, is not answered otherwise, and is answered again a little later", async () => {
    const bot = await started();
    const anna = bot.people.person("Delegation Binzen");
    await times(20, () => anna.types("hallo"));
    expect(bot.built.dispatched).toHaveLength(6);
    expect(anna.sees()).toHaveLength(7);
    expect(anna.lastText()).toContain("zu schnell");
    expect(bot.counted).toEqual(Array(14).fill("person"));
    bot.later(61_000);
    await anna.types("noch da?");
    expect(anna.lastText()).toContain("noch da?");
    await times(20, () => anna.types("hallo"));
    expect(anna.sees().filter((one) => one.text.includes("zu schnell"))).toHaveLength(2);
    await bot.close();
  });

  it("does not slow others down, in the same conversation neither", async () => {
    const bot = await started();
    const [anna, bert] = [bot.people.person("Delegation Binzen"), bot.people.person("Delegation Kandern")];
    const here = channel("Forum");
    await times(30, () => anna.in(here).types("hallo"));
    await bert.in(here).types("guten Tag");
    await bert.types("guten Tag");
    expect(bot.built.dispatched.map((one) => one.actor?.name)).toEqual([
      ...Array(6).fill("Delegation Binzen"),
      ...Array(2).fill("Delegation Kandern"),
    ]);
    await bot.close();
  });
});

describe("a press that comes too fast", () => {
  it("is refused under the card, which keeps what was entered; pressed again a little later it works", async () => {
    const bot = await started();
    const anna = bot.people.person("Delegation Binzen");
    await anna.types("formular");
    anna.fills({ Titel: "Digitale Bauakte" });
    await times(5, () => anna.elsewhere().executes("form.cancel", {}));
    const refused = await anna.presses("Speichern");
    expect(refused).toMatchObject({ status: 200, body: { statusCode: 400 } });
    expect(JSON.stringify(refused.body)).toMatch(/zu schnell.*nichts gespeichert/);
    bot.later(10_000);
    await anna.presses("Speichern");
    expect(anna.lastText()).toContain("Digitale Bauakte");
    await bot.close();
  });

  it("and a search get an answer each time: Teams waits for one", async () => {
    const bot = await started();
    const anna = bot.people.person("Delegation Binzen");
    await times(6, () => anna.searches("x"));
    await times(3, async () => expect((await anna.searches("x")).message).toContain("zu schnell"));
    expect(bot.built.dispatched).toHaveLength(6);
    await bot.close();
  });

  it("in a dialog, which would be gone with everything in it, is taken a little longer", async () => {
    const bot = await started();
    const anna = bot.people.person("Delegation Binzen");
    await times(6, () => anna.types("hallo"));
    const value = { commandId: "erfassen", data: { verb: "form.save" } };
    const submit = () =>
      anna.posts(anna.activity({ ...fresh(), type: "invoke", name: "composeExtension/submitAction", value }));
    await times(20, submit);
    expect(bot.built.dispatched).toHaveLength(26);
    expect(JSON.stringify((await submit()).body)).toContain("zu schnell");
    await bot.close();
  });
});

let counted = 0;
const fresh = () => ({ id: `fresh-${counted++}` });

describe("a conversation where too many write at once", () => {
  it("is told once, and its people are free elsewhere", async () => {
    const bot = await started();
    const people = Array.from({ length: 8 }, (_, at) => bot.people.person(`Delegation ${at}`));
    const here = channel("Forum");
    for (const one of people) await times(2, () => one.in(here).executes("form.cancel", {}));
    expect(bot.built.dispatched).toHaveLength(10);
    expect(bot.counted).toEqual(Array(6).fill("conversation"));
    for (const one of people) await one.in(here).types("hallo");
    const told = bot.connector.calls.filter((call) =>
      JSON.stringify(call.body).includes("zu viele auf einmal"),
    );
    expect(told).toHaveLength(1);
    await people[7]?.types("hallo");
    expect(people[7]?.lastText()).toContain("hallo");
    await bot.close();
  });
});

describe("what Teams repeats", () => {
  it("is answered as the first time, though the limit is reached meanwhile", async () => {
    const bot = await started();
    const anna = bot.people.person("Delegation Binzen");
    const value = { action: { type: "Action.Execute", verb: "form.save", data: { choice: "x" } } };
    const vote = anna.activity({ type: "invoke", name: "adaptiveCard/action", value });
    const first = await anna.posts(vote);
    await times(20, () => anna.types("hallo"));
    expect(await anna.posts(vote)).toEqual(first);
    expect(await anna.posts(vote)).toEqual(first);
    expect(JSON.stringify((await anna.posts(vote)).body)).toContain("zu schnell");
    await bot.close();
  });

  it("after a refusal is a new try, not a free one", async () => {
    const bot = await started();
    const anna = bot.people.person("Delegation Binzen");
    await times(6, () => anna.types("hallo"));
    const value = { action: { type: "Action.Execute", verb: "form.save", data: {} } };
    const press = anna.activity({ type: "invoke", name: "adaptiveCard/action", value });
    await times(5, async () => expect((await anna.posts(press)).body).toMatchObject({ statusCode: 400 }));
    bot.later(10_000);
    expect((await anna.posts(press)).body).toMatchObject({ statusCode: 200 });
    await bot.close();
  });
});

describe("the limit", () => {
  it("is not asked for who has no good token or belongs to a foreign tenant, so nobody is locked out by them", async () => {
    const issuer = await startIssuer();
    const asked: string[] = [];
    const tooFast = (incoming: { readonly kind: string }) => void asked.push(incoming.kind);
    const bot = await startSmallBot(
      { ...checkedBy(issuer), tooFast: tooFast as never },
      { authorization: () => "" },
    );
    const anna = bot.people.person("Delegation Binzen");
    expect((await anna.posts(anna.activity({ text: "hallo" }))).status).toBe(401);
    await bot.close();
    const local = await startSmallBot({ tooFast: tooFast as never });
    const foreign = local.people.person("Fremde", { tenantId: "99999999-0000-0000-0000-000000000009" });
    await foreign.types("hallo");
    expect(asked).toEqual([]);
    await local.people.person("Delegation Binzen", { tenantId: TENANT }).types("hallo");
    expect(asked).toEqual(["typed"]);
    await local.close();
    await issuer.close();
  });

  it("of 0 is none, and coming and going of the bot is never refused", async () => {
    const free = await started({ perPerson: 0, perConversation: 0 });
    await times(100, () => free.people.person("Delegation Binzen").types("hallo"));
    expect(free.built.dispatched).toHaveLength(100);
    await free.close();
    const few = await started({ perPerson: 1, perConversation: 1 });
    const anna = few.people.person("Delegation Binzen");
    await times(5, () => anna.installs());
    expect(few.built.dispatched).toHaveLength(10);
    await few.close();
  });
});
