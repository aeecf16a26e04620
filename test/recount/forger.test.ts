/** Forgeries that hang together: everything that follows from the change has been made to fit, but one rule is broken. */
import { describe, expect, it } from "vitest";
import { recounted, vorsitz } from "./asked.ts";
import { heldDecision, type Minutes } from "./held.ts";
import { sha256 } from "./rounds.ts";

type Round = Minutes["rounds"][number];

describe("a forger who makes the root fit again", () => {
  const forged = async (change: (seal: { commitments: string[] }, voters: string[]) => void) => {
    const { minutes } = vorsitz();
    const [round] = minutes.rounds;
    if (!round?.seal) throw new Error("the first round has a seal");
    const { seal, voters } = round;
    change(seal, voters);
    const lines = ["forum-siegel/v1", minutes.electionId, 1, seal.commitments.length, ...seal.commitments];
    seal.root = sha256([...lines, voters.length, ...voters].map((line) => `${line}\n`).join(""));
    return (await recounted(minutes)).faults;
  };

  it.each([
    ["one ballot twice", "Ein Beleg steht mehrmals im Siegel."],
    ["ballots in the order of voting", "Die Belege sind nicht sortiert."],
    ["something that is no hash", "Ein Beleg im Siegel ist keine SHA-256-Zahl."],
  ])("is found by %s", async (what, sentence) => {
    const faults = await forged(({ commitments }) => {
      if (what.startsWith("one")) commitments[1] = commitments[0] ?? "";
      else if (what.startsWith("ballots")) commitments.reverse();
      else commitments[0] = "0";
    });
    expect(faults[0]).toBe(sentence);
  });

  it("is found by a party that stands twice, or in another order, or is none of the Forum", async () => {
    expect(await forged((_, voters) => voters.splice(1, 1, voters[0] ?? ""))).toContain(
      "Diese Parteien stehen mehrmals in der Liste: efringen-kirchen.",
    );
    expect(await forged((_, voters) => voters.reverse())).toContain(
      "Die Liste der Parteien ist nicht sortiert.",
    );
    expect(await forged((_, voters) => voters.push("zürich"))).toContain(
      "Diese Parteien gibt es nicht: zürich.",
    );
  });

  it("is found by a ballot that stands for a party too few", async () => {
    const faults = await forged((_, voters) => voters.pop());
    expect(faults).toContain("Die Zahlen passen nicht: 8 Belege, 7 beteiligte Parteien, 8 anwesend.");
  });
});

/** The minutes made by hand, with a change to their first round. */
const changed = async (change: (round: Round, minutes: Minutes) => void) => {
  const { minutes } = vorsitz();
  const [round] = minutes.rounds;
  if (round) change(round, minutes);
  return (await recounted(minutes)).faults;
};

describe("a forger who draws the lot again until it suits", () => {
  /** Keys, drawn name and run-off follow from the value. */
  const drawnWith = (value: string) =>
    changed(({ lot, seal }, { electionId, rounds: [, runoff] }) => {
      if (!lot || !runoff) return;
      const seed = `forum-los/v1|${electionId}|1|runoff|${seal?.root}|${value}`;
      const keyed = lot.among.map((name) => [name, sha256(`${seed}|${name}`)] as const);
      keyed.sort(([, a], [, b]) => (a < b ? -1 : 1));
      lot.publicRandom = value;
      lot.keys = Object.fromEntries(keyed);
      lot.drawn = keyed.slice(0, 1).map(([name]) => name);
      runoff.candidates = [...lot.runoffFixed, ...lot.drawn];
    });

  it("is found by the day of the drawing", async () => {
    expect(await drawnWith("lotto-6aus49:2031-03-12:03-11-19-24-38-45")).toEqual([]);
    const later = "Das ist nicht die erste Lottoziehung nach dem Wahlgang. Nur diese zählt.";
    expect(await drawnWith("lotto-6aus49:2031-03-15:03-11-19-24-38-45")).toContain(later);
    expect(await drawnWith("lotto-6aus49:2031-03-08:03-11-19-24-38-45")).toContain(later);
  });

  it.each([
    "lotto-6aus49:2031-03-12:3-11-19-24-38-45",
    "lotto-6aus49:2031-03-12:11-03-19-24-38-45",
    "lotto-6aus49:2031-03-12:03-11-19-24-38-50",
    "lotto-6aus49:2031-03-12:03-11-19-24-38",
    "lotto-6aus49:2031-03-12:03-11-19-24-38-45:1",
    "drand-quicknet:100:0000000000000000000000000000000000000000000000000000000000000000",
    "wuerfel:1:2",
  ])("is found by a spelling that was not announced: %s", async (value) => {
    expect(await drawnWith(value)).toContain(
      `Der öffentliche Wert des Loses ist falsch geschrieben: ${value}.`,
    );
  });
});

describe("a forger of numbers", () => {
  it("is found by a vote that is missing from the numbers and from the list", async () => {
    const faults = await changed(({ choices, tally }) => {
      choices?.splice(choices.indexOf("enthaltung"), 1);
      delete tally?.enthaltung;
    });
    expect(faults).toEqual(["Die Liste enthält 7 Stimmen, anwesend waren 8."]);
  });

  it("is found by a choice that was not on the ballot paper", async () => {
    const faults = await changed(({ choices, tally }) => {
      choices?.splice(choices.indexOf("enthaltung"), 1, "nein");
      delete tally?.enthaltung;
      Object.assign(tally ?? {}, { nein: 1 });
    });
    expect(faults).toEqual(["Das stand nicht auf dem Stimmzettel: nein."]);
  });

  it("is found by numbers that would show single votes", async () => {
    const hidden = await changed((_, { rule }) => Object.assign(rule.settings, { hideDistributionBelow: 9 }));
    expect(hidden).toEqual(["Diese Zahlen hätten nicht veröffentlicht werden dürfen."]);
  });

  it("is found by the number of a round", async () => {
    const { minutes } = vorsitz();
    for (const round of minutes.rounds) if (round.round === 1) round.round = 3;
    expect((await recounted(minutes)).faults[0]).toBe("Dieser Wahlgang müsste die Nummer 1 haben.");
  });

  it("is found by a seal beside open votes", async () => {
    const { minutes } = heldDecision({
      majority: "simple",
      mode: "vote",
      secret: false,
      votes: [0, 0, 0, 1, 1, 2],
    });
    for (const round of minutes.rounds) round.seal = { root: "", commitments: [] };
    expect((await recounted(minutes)).faults).toContain("Die Abstimmung war offen, aber es gibt ein Siegel.");
  });
});
