/** The published cases of elections: for each kind, a function from a case to what the rules say about it. */
import { type CaseProcessEvent, lotCase, processCase, sealCase } from "./case-forms.ts";
import { chairCase, decisionCase } from "./count-cases.ts";
import { drawPublicly } from "./lot.ts";
import { processIn } from "./process.ts";
import { commitmentOf, isConsistent, receiptOf, sealOf, tallyOf } from "./seal.ts";
import { type ProcessEvent, step } from "./transition.ts";

const TIMER = "timer";

/** The rules know a timer by what it ends. */
export function eventOf(given: CaseProcessEvent): ProcessEvent {
  if (given.type !== "timer") return given;
  if (given.name !== "voting")
    return { type: given.name === "nomination" ? "end-nomination" : "end-acceptance", by: TIMER };
  const { ballots, present } = given;
  return { type: "end-voting", by: TIMER, ballots, present };
}

function processResult(raw: unknown): unknown {
  const input = processCase.parse(raw);
  const { withdrawal, otherRunning } = input.config;
  const settings = { electorate: input.electorate, withdrawal, otherRunning };
  const results: string[] = [];
  let process = { ...processIn(input.start, input.candidates), quorum: input.quorum };
  for (const given of input.events) {
    const stepped = step(process, eventOf(given), settings);
    if (stepped.ok) process = stepped.value.process;
    results.push(stepped.ok ? stepped.value.effect : `refused:${stepped.reason}`);
  }
  return { state: process.state, results, winner: process.winner };
}

function sealResult(raw: unknown): unknown {
  const { voters, ballots, ...name } = sealCase.parse(raw);
  const seal = sealOf(
    name,
    ballots.map((ballot) => commitmentOf(name, ballot)),
    voters,
  );
  return {
    commitments: seal.commitments,
    receipts: seal.commitments.map(receiptOf),
    sealRoot: seal.root,
    tally: Object.fromEntries(tallyOf(ballots)),
    consistent: isConsistent(seal),
  };
}

/** Throws a schema's error when a case is not written as its kind requires. */
export const electionCases: Readonly<Record<string, (input: unknown) => unknown>> = {
  chair: chairCase,
  decision: decisionCase,
  process: processResult,
  lot: (raw) => drawPublicly(lotCase.parse(raw)),
  seal: sealResult,
};
