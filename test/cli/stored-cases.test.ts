/** Cases played by the rules alone and through service, repository and clock: both say the same. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotInTheChat } from "../../src/cli/case-casting.ts";
import { openStage, type Stage } from "../../src/cli/case-stage.ts";
import { storedMotion } from "../../src/cli/stored-motion.ts";
import { storedPoll } from "../../src/cli/stored-poll.ts";
import { storedProcess } from "../../src/cli/stored-process.ts";
import { electionCases } from "../../src/election/cases.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const RUNS = Number(process.env.STORED_CASES ?? 25);
const rules = (kind: string, input: unknown) => electionCases[kind]?.(input) as Record<string, unknown>;

/** What the store answered of what the rules say; null where the case cannot happen in the chat. */
async function compared(kind: string, input: unknown) {
  const play = { process: storedProcess, chair: storedPoll, decision: storedMotion }[kind] ?? storedPoll;
  try {
    const stored = (await play(stage, input)) as Record<string, unknown>;
    const said = rules(kind, input);
    return { stored, said: Object.fromEntries(Object.keys(stored).map((key) => [key, said[key]])) };
  } catch (error) {
    if (error instanceof NotInTheChat) return null;
    throw error;
  }
}

const by = fc.constantFrom("coordinator", "candidate", "delegate", "timer");
const candidate = fc.constantFrom("A", "B", "C");
const ballots = fc.record({ A: fc.nat(14), B: fc.nat(14), C: fc.nat(6), enthaltung: fc.nat(2) });
const step = (type: string, who: string, more: object = {}) => ({ type, by: who, ...more });

/** A way that often goes on to the end, with steps that do not belong there in between. */
const someWay = fc
  .record({
    candidates: fc.subarray(["A", "B", "C"], { minLength: 1 }),
    rounds: fc.array(ballots, { minLength: 1, maxLength: 3 }),
    drawn: fc.array(candidate, { minLength: 1, maxLength: 2 }),
    withdraws: fc.array(candidate, { maxLength: 2 }),
    odd: fc.array(
      fc.oneof(
        fc.record({ type: fc.constantFrom("open", "repeat", "announce"), by }),
        fc.record({ type: fc.constantFrom("accept", "decline", "nominate", "consent"), by, candidate }),
        fc.record({ type: fc.constant("draw"), by, drawn: fc.array(candidate, { maxLength: 2 }) }),
        fc.record({
          ...{ type: fc.constant("cancel"), by, reason: fc.constantFrom("x", "") },
          second: fc.constantFrom("chair", "deputy", null),
        }),
        fc.record({ type: fc.constant("timer"), name: fc.constantFrom("nomination", "acceptance") }),
      ),
      { maxLength: 4 },
    ),
    at: fc.array(fc.nat(30), { minLength: 8, maxLength: 8 }),
  })
  .map(({ candidates, rounds, drawn, withdraws, odd, at }) => {
    const only = (box: Record<string, number>) =>
      Object.fromEntries(
        Object.entries(box).filter(([name]) => name === "enthaltung" || candidates.includes(name)),
      );
    const events: object[] = [
      step("announce", "coordinator"),
      ...candidates.map((name) => step("nominate", "delegate", { candidate: name })),
      ...candidates.map((name) => step("consent", "candidate", { candidate: name })),
      { type: "timer", name: "nomination" },
      ...rounds.flatMap((box) => [
        step("open", "timer"),
        { type: "timer", name: "voting", ballots: only(box) },
        step("draw", "coordinator", { drawn }),
      ]),
      step("accept", "candidate", { candidate: "A" }),
    ];
    const extra = [...odd, ...withdraws.map((name) => step("withdraw", "candidate", { candidate: name }))];
    for (const [number, one] of extra.entries()) events.splice((at[number] ?? 0) % events.length, 0, one);
    return events;
  });

const START = Date.parse("2031-03-03T08:00:00Z");
const HOUR = 3_600_000;
const TOWNS = ["kandern", "schopfheim", "weil", "steinen", "binzen"];
const seats = Object.fromEntries(TOWNS.map((town) => [town, [`${town}-1`, `${town}-2`, `${town}-3`]]));
const town = fc.constantFrom(...TOWNS);
const number = fc.constantFrom(1, 2, 3);

/** Events in the order of their time; nobody belongs to two seats. */
const pollOf = (choices: readonly string[]) =>
  fc
    .array(
      fc.tuple(
        fc.nat(11),
        fc.oneof(
          {
            weight: 7,
            arbitrary: fc
              .tuple(town, number, fc.constantFrom(...choices), fc.nat(5))
              .map(([party, person, choice, action]) => ({
                ...{ type: "vote", by: `${party}-${person}`, choice },
                action: `${party}-${person}-${action % 2}`,
              })),
          },
          fc.tuple(town, number).map(([seat, to]) => ({ type: "substitute", seat, to: `${seat}-${to}` })),
          fc.record({ type: fc.constantFrom("substitute-end", "leave"), seat: town }),
          town.map((seat) => ({ type: "delegate-change", seat, to: `${seat}-new` })),
          fc.constant({ type: "vote", by: "stranger", choice: "A", action: "stranger" }),
          fc.constant({ type: "close" }),
          fc
            .nat(6)
            .map((more) => ({ type: "extend", closesAt: new Date(START + (8 + more) * HOUR).toISOString() })),
        ),
      ),
      { maxLength: 25 },
    )
    .map((list) =>
      [...list]
        .sort(([a], [b]) => a - b)
        .map(([at, event]) => ({ ...event, at: new Date(START + at * HOUR).toISOString() })),
    );

const somePoll = pollOf(["A", "B", "enthaltung", "ungueltig", "nein"]);
const someMotion = pollOf(["ja", "nein", "enthaltung", "ungueltig", "A"]).map((events) =>
  events.filter((event) => event.type !== "extend"),
);

describe("played through the store", () => {
  it("an election goes the same way as by the rules, whatever happens in it", async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(
        someWay,
        fc.constantFrom("move-up", "binding", "restart"),
        fc.constantFrom(null, 3),
        async (events, withdrawal, quorum) => {
          const input = { electorate: 36, quorum, config: { withdrawal }, events };
          const both = await compared("process", input);
          if (both === null) return;
          played += 1;
          expect(both.stored).toEqual(both.said);
        },
      ),
      { numRuns: RUNS },
    );
    expect(played).toBeGreaterThan(RUNS / 2);
  }, 240_000);

  it("a round takes and refuses the same votes as by the rules, and counts the same", async () => {
    let played = 0;
    await fc.assert(
      fc.asyncProperty(somePoll, fc.subarray(["A", "B"], { minLength: 1 }), async (events, candidates) => {
        const round = {
          ...{ candidates, events, opensAt: new Date(START + HOUR).toISOString() },
          closesAt: new Date(START + 8 * HOUR).toISOString(),
        };
        const both = await compared("chair", { electorate: 5, quorum: 1, seats, rounds: [round] });
        if (both === null) return;
        played += 1;
        expect(both.stored).toEqual(both.said);
      }),
      { numRuns: RUNS },
    );
    expect(played).toBeGreaterThan(RUNS / 2);
  }, 240_000);

  it("an open decision takes, changes and counts the same votes as by the rules", async () => {
    let played = 0;
    const majority = fc.constantFrom(
      "simple",
      "absolute-present",
      "two-thirds-cast",
      "two-thirds-electorate",
    );
    await fc.assert(
      fc.asyncProperty(someMotion, majority, fc.constantFrom(null, "umlauf"), async (events, most, mode) => {
        const round = {
          ...{ events, opensAt: new Date(START + HOUR).toISOString() },
          closesAt: new Date(START + 8 * HOUR).toISOString(),
        };
        const config = { majority: most, ...(mode ? { mode } : {}) };
        const both = await compared("decision", {
          electorate: 5,
          quorum: null,
          seats,
          config,
          rounds: [round],
        });
        if (both === null) return;
        played += 1;
        expect(both.stored).toEqual(both.said);
      }),
      { numRuns: RUNS },
    );
    expect(played).toBeGreaterThan(RUNS / 2);
  }, 240_000);
});
