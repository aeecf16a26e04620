/** One change to true minutes that makes them untrue: in results, lots, the order of rounds and the end. */
import type { Minutes } from "./held.ts";
import { inRound, other, otherHash, type Tamper } from "./tampering.ts";

type Round = Minutes["rounds"][number];

const inLot = (change: (lot: NonNullable<Round["lot"]>) => void): Tamper =>
  inRound(({ lot }) => {
    if (lot) change(lot);
    return lot !== null;
  });

export const COURSE_TAMPERINGS: Readonly<Record<string, Tamper>> = {
  "the winner of a round": inRound((round) => {
    if (round.winner === null) return false;
    round.winner = other([...round.candidates, "Jemand anderes"], round.winner) ?? null;
    return true;
  }),
  "a winner and end that fit each other": (minutes) => {
    const last = minutes.rounds.at(-1);
    if (!last || last.winner === null || minutes.winner === null) return false;
    last.winner = other([...last.candidates, "Jemand anderes"], last.winner) ?? null;
    minutes.winner = last.winner;
    return true;
  },
  "the outcome of a round": inRound((round) => {
    round.outcome = round.outcome === "not-elected" ? "second-round" : "not-elected";
    return true;
  }),
  "the reason of a round": inRound((round) => {
    round.reason = round.reason === "no-votes" ? "no-majority" : "no-votes";
    return true;
  }),
  "a lot that is said to have decided": inRound((round) => {
    if (round.winner === null) return false;
    round.byLot = !round.byLot;
    return true;
  }),
  "a name in the next round": (minutes) => {
    const [, second] = minutes.rounds;
    const [first] = minutes.rounds;
    if (!second || first?.outcome === "void") return false;
    second.candidates[0] = "Jemand anderes";
    return true;
  },
  "the kind of the next round": ({ rounds: [, second] }) => {
    if (!second) return false;
    second.stage = second.stage === "runoff" ? "second" : "runoff";
    return true;
  },
  "a candidate who was not nominated": ({ rounds: [first] }) => {
    if (first) first.candidates[0] = "Jemand anderes";
    return true;
  },
  "a round left out": (minutes) => minutes.rounds.length > 1 && minutes.rounds.shift() !== undefined,
  "the drawn name": inLot((lot) => {
    lot.drawn[0] = other(lot.among, lot.drawn[0] ?? "") ?? "";
  }),
  "the key of a lot": inLot((lot) => {
    lot.keys[lot.among[0] ?? ""] = otherHash(lot.keys[lot.among[0] ?? ""] ?? "");
  }),
  "a key for somebody who was not in the lot": inLot((lot) => {
    lot.keys["Jemand anderes"] = otherHash(lot.keys[lot.among[0] ?? ""] ?? "");
  }),
  "the public value": inLot((lot) => {
    lot.publicRandom = "lotto-6aus49:2031-03-12:03-11-19-24-38-46";
  }),
  "a public value of a day before the close": inLot((lot) => {
    lot.publicRandom = lot.publicRandom.replace("2031-03-12", "2031-03-05");
  }),
  "a public value of the drawing after the announced one": inRound(({ lot, withdrawnAfter }) => {
    if (!lot || withdrawnAfter.length > 0) return false;
    lot.publicRandom = lot.publicRandom.replace("2031-03-12", "2031-03-15");
    return true;
  }),
  "a name left out of the lot": inLot((lot) => {
    const gone = lot.among.pop() ?? "";
    delete lot.keys[gone];
  }),
  "the answer to the election": (minutes) => {
    if (!minutes.acceptance) return false;
    minutes.acceptance.answer = minutes.acceptance.answer === "accepted" ? "declined" : "accepted";
    return true;
  },
  "an answer taken away": (minutes) => {
    if (!minutes.acceptance || minutes.nominations.some((one) => one.withdrawn)) return false;
    minutes.acceptance = null;
    return true;
  },
  "the end": (minutes) => {
    if (minutes.outcome === "cancelled") return false;
    minutes.outcome = minutes.outcome === "elected" ? "not_elected" : "elected";
    return true;
  },
  "the person elected in the end": (minutes) => {
    minutes.winner = minutes.winner === null ? "Jemand anderes" : null;
    return true;
  },
};
