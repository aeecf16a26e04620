/** The trial with generated activities: what it asks, what it takes from cards, and that chance can be had again. */
import { describe, expect, test } from "vitest";
import { createChance } from "../../scripts/chaos/random.mjs";
import { signatureOf } from "../../scripts/fuzz/course.mjs";
import { filled } from "../../scripts/fuzz/fill.mjs";
import { createHarvest } from "../../scripts/fuzz/harvest.mjs";
import { mutated } from "../../scripts/fuzz/mutate.mjs";
import { readOptions } from "../../scripts/fuzz/options.mjs";
import { createTally } from "../../scripts/fuzz/tally.mjs";
import { watchRoutes } from "../../scripts/fuzz/watched.mjs";
import type { Routes } from "../../src/turn/route.ts";

const CARD = {
  type: "AdaptiveCard",
  body: [
    { type: "Input.Text", id: "reason", label: "Grund" },
    { type: "Input.ChoiceSet", id: "party", choices: [{ title: "Kandern", value: "kandern" }] },
    { type: "Input.Date", id: "day" },
  ],
  actions: [
    { type: "Action.Execute", title: "Speichern", verb: "a.save", data: { id: "x", verb: "other" } },
    { type: "Action.Execute", title: "Zurück", verb: "a.back", associatedInputs: "none" },
    { type: "Action.Submit", title: "Im Dialog", data: { verb: "a.dialog" } },
    { type: "Action.OpenUrl", title: "Seite", url: "https://example.org" },
  ],
};

describe("options", () => {
  test("ten thousand and any seed, unless said otherwise", () => {
    expect(readOptions([], 7)).toMatchObject({ runs: 10_000, seed: 7, quick: false, replay: "" });
    expect(readOptions(["--", "--quick", "--seed=3"], 7)).toMatchObject({ runs: 1_500, seed: 3 });
    expect(readOptions(["--runs", "20", "--replay", "a.json"], 7)).toMatchObject({
      runs: 20,
      replay: "a.json",
    });
  });

  test.each([["--rns"], ["--runs"], ["--runs", "viel"], ["--seed", "-1"], ["--replay"]])(
    "anything else is answered with a sentence: %s",
    (...args) => expect(() => readOptions(args, 1)).toThrow(/Möglich ist|verstehe ich nicht/),
  );
});

describe("what is taken from cards", () => {
  test("every button for the bot, with its data and the inputs that go with it", () => {
    const harvest = createHarvest();
    harvest.take({ attachments: [{ content: CARD }] }, 3, "17");
    expect(harvest.verbs()).toEqual(["a.save", "a.back", "a.dialog"]);
    const [save] = harvest.of("a.save");
    expect(save).toMatchObject({ data: { id: "x" }, view: 3, replyToId: "17", dialog: false });
    expect(save?.inputs.map(({ id }) => id)).toEqual(["reason", "party", "day"]);
    expect(harvest.of("a.back")[0]?.inputs).toEqual([]);
    expect(harvest.of("a.dialog")[0]).toMatchObject({ dialog: true });
  });

  test("the oldest stays, for a press that is out of date", () => {
    const harvest = createHarvest();
    for (let at = 0; at < 40; at += 1)
      harvest.take({ type: "Action.Execute", verb: "v", data: { at } }, 0, "1");
    expect(harvest.of("v").map(({ data }) => data.at)).toEqual(expect.arrayContaining([0, 1, 39]));
    expect(harvest.of("v").length).toBeLessThan(20);
  });

  test("inputs are filled with what a client sends", () => {
    const harvest = createHarvest();
    harvest.take(CARD, 0, "1");
    const values = filled(harvest.of("a.save")[0]?.inputs ?? [], createChance(1), Date.UTC(2026, 2, 2), 0);
    expect(values).toMatchObject({ party: "kandern", day: expect.stringMatching(/^2026-\d\d-\d\d$/) });
  });
});

describe("chance", () => {
  test("the same seed changes the same thing in the same way, and leaves the original alone", () => {
    const value = { a: { b: "c" }, d: [1, "x"] };
    const run = (seed: number) => {
      const chance = createChance(seed);
      return JSON.stringify(Array.from({ length: 200 }, () => mutated(value, chance, 2)));
    };
    expect(run(5)).toBe(run(5));
    expect(run(5)).not.toBe(run(6));
    expect(value).toEqual({ a: { b: "c" }, d: [1, "x"] });
  });
});

describe("what is counted", () => {
  const routes = (): Routes[] => [
    {
      texts: [
        {
          name: "hilfe",
          match: (typed) => (typed === "hilfe" ? async () => ({ kind: "silence" }) : undefined),
        },
      ],
      actions: [
        {
          verb: "a.save",
          handle: (_, data) => (data === 1 ? Promise.resolve({ kind: "silence" as const }) : undefined),
        },
      ],
    },
  ];

  test("a handler counts when it runs, not when its data was refused before", async () => {
    const all = routes();
    const watched = watchRoutes(all);
    expect(watched.names()).toEqual(["text hilfe", "verb a.save"]);
    const turn = {} as Parameters<NonNullable<Routes["actions"][number]["handle"]>>[0];
    all[0]?.actions[0]?.handle(turn, 2);
    all[0]?.texts[0]?.match("hilfe");
    expect(watched.taken()).toEqual([]);
    all[0]?.actions[0]?.handle(turn, 1);
    await all[0]?.texts[0]?.match("hilfe")?.(turn);
    expect(watched.taken()).toEqual(["verb a.save", "text hilfe"]);
    expect(watched.commandOf("hilfe")).toBe("hilfe");
  });

  test("what never came is named; an election's button is known by who sent it", () => {
    const tally = createTally(["verb election.cast", "verb a.save", "text hilfe"]);
    const sent = { wrong: [], answers: [], refused: false, rows: 0, handled: [] };
    const counted = [{ route: "election", result: "refused", by: 1 }];
    tally.count("x", 1, { ...sent, kinds: ["action"], verbs: ["election.cast"], counted });
    tally.count("x", 1, {
      ...sent,
      kinds: ["file"],
      verbs: [],
      counted: [{ route: "file", result: "answered", by: 1 }],
    });
    expect(tally.untouched()).toEqual(
      expect.arrayContaining(["verb a.save", "text hilfe", "placeEvent closed"]),
    );
    expect(tally.untouched()).not.toContain("verb election.cast");
    expect(tally.neverRan()).toContain("verb election.cast");
    expect(tally.sums).toMatchObject({ sent: 2, reached: 2, ran: 1 });
  });

  test("the same fault has the same signature, whatever its ids", () => {
    const fault = (id: string) =>
      signatureOf({ kind: "turn.fault", what: `{"route":"a"} Error: ${id} 12\n at x` }, undefined);
    expect(fault("00000001-0000-4000-8000-000000000000")).toBe(fault("00000002-0000-4000-8000-000000000000"));
  });
});
