import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createKiller } from "../../scripts/chaos/killer.mjs";

describe("the killer", () => {
  const said = (verb: string) => ({ id: "1", verb, text: "", from: "" });
  const call = (text: string) => ({ method: "POST", path: "/", answers: false, text });

  function killing(kills: number) {
    const done: string[] = [];
    const open = { requests: 0, casts: 0, deliveries: 0 };
    const bot = {
      aim: () => undefined,
      kill: async () => void done.push("kill"),
      start: () => void done.push("start"),
      state: () => "ready" as const,
    };
    const onDead = async () => void done.push("look");
    const killer = createKiller({ bot, kills, unanswered: () => open, say: () => undefined, onDead });
    return { done, open, killer };
  }

  test("ends the bot at the request that fits and starts it again, so many times and no more", async () => {
    const { done, open, killer } = killing(1);
    Object.assign(open, { requests: 1, casts: 1 });
    const end = killer.at({ at: "request", fits: ({ verb }) => verb === "cast", afterMs: 0 });
    killer.onSent(said("paper"));
    expect(done).toEqual([]);
    killer.onSent(said("cast"));
    await end;
    expect(done).toEqual(["kill", "look", "start"]);
    expect(killer.counts).toMatchObject({
      kills: 1,
      unanswered: 1,
      duringRequest: 1,
      duringCast: 1,
      duringDelivery: 0,
    });
    await killer.at({ at: "now", afterMs: 0 });
    expect(killer.left()).toBe(0);
    expect(done).toHaveLength(3);
  });

  test("says that the bot is gone before or after a message is taken, and only once", async () => {
    const { killer } = killing(2);
    const end = killer.at({ at: "after", afterMs: 0 });
    expect(await killer.onCall(call(""), "before")).toBe(false);
    expect(await killer.onCall(call(""), "after")).toBe(true);
    expect(await killer.onCall(call(""), "after")).toBe(false);
    await end;
    expect(killer.times).toHaveLength(1);
  });

  test("waits for a moment with something unanswered, but not for ever", async () => {
    const { done, open, killer } = killing(2);
    const end = killer.at({ at: "request", crowded: true, afterMs: 1, withinMs: 10_000 });
    killer.onSent(said("a"));
    await sleep(30);
    expect(done).toEqual([]);
    open.requests = 3;
    killer.onSent(said("b"));
    await end;
    expect(done).toEqual(["kill", "look", "start"]);
    open.requests = 0;
    await killer.at({ at: "request", crowded: true, afterMs: 0, withinMs: 20 });
    expect(killer.counts).toMatchObject({ kills: 2, unanswered: 1 });
  });
});

describe("ends at quiet moments", () => {
  const bot = {
    ...{ aim: () => undefined, kill: async () => undefined, start: () => undefined },
    state: () => "ready" as const,
  };
  async function ended(kills: number, ...unanswered: number[]): Promise<{ kills: number; left: number }> {
    const open = { requests: 0, casts: 0, deliveries: 0 };
    const killer = createKiller({ bot, kills, unanswered: () => open, say: () => undefined });
    for (const requests of unanswered) {
      open.requests = requests;
      await killer.at({ at: "now", afterMs: 0 });
    }
    return { kills: killer.counts.kills, left: killer.left() };
  }

  test.each([
    ["are no more than planned where half have met something", 2, [0, 1], 2, 0],
    ["are followed by another", 3, [0, 1, 0], 3, 1],
    ["are followed by as many as it takes", 3, [0, 1, 0, 1, 1], 4, 0],
    ["are followed by as many again at most", 2, [0, 0, 0, 0, 0], 4, 0],
    ["count from the first", 5, [0], 1, 4],
  ] as const)("%s", async (_name, planned, unanswered, kills, left) => {
    expect(await ended(planned, ...unanswered)).toEqual({ kills, left });
  });
});

test("what was unanswered at an end is what it has cut off", async () => {
  let cut = 3;
  const bot = {
    aim: () => undefined,
    kill: async () => {
      cut += 2;
      return undefined;
    },
    start: () => undefined,
    state: () => "ready" as const,
  };
  const said: number[] = [];
  const killer = createKiller({
    ...{ bot, kills: 1, unanswered: () => ({ requests: 0, casts: 0, deliveries: 0 }), cut: () => cut },
    say: (_, __, { deliveries }) => void said.push(deliveries),
  });
  await killer.at({ at: "now", afterMs: 0 });
  expect(said).toEqual([2]);
  expect(killer.counts).toMatchObject({ kills: 1, unanswered: 1, duringDelivery: 1 });
});
