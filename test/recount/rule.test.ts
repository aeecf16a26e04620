/** What the minutes of elections say that come to an end in unusual ways. */
import { describe, expect, it } from "vitest";
import { recounted, vorsitz } from "./asked.ts";
import { heldElection, type Minutes } from "./held.ts";

type Round = Minutes["rounds"][number];

/** One round with candidate 0 and 1, all votes for the first. */
const won = () =>
  structuredClone(
    heldElection({
      candidates: 2,
      withdrawal: "move-up",
      answer: "accepted",
      rounds: [{ votes: [0, 0, 0, 0, 0, 0, 0], withdrawn: [] }],
    }).minutes,
  );

const changed = (change: (round: Round, minutes: Minutes) => void) => {
  const minutes = won();
  for (const round of minutes.rounds) change(round, minutes);
  return recounted(minutes);
};

const NOTHING = { seal: null, tally: null, choices: null, winner: null, byLot: null };
const NOBODY = { acceptance: null, winner: null, outcome: "not_elected" };

describe("a box that could not be counted", () => {
  it.each([
    ["key-lost", "der Schlüssel der Urne ist verloren"],
    ["box-damaged", "die Urne ist beschädigt"],
    ["box-changed", "die Urne wurde verändert"],
    ["restored", "die Datenbank wurde währenddessen wiederhergestellt"],
    ["count-mismatch", "die Zahl der Stimmzettel passt nicht"],
    ["cancelled", "abgebrochen"],
  ])("%s is no fault, and it is said that nothing was counted", async (reason, words) => {
    const { faults, open } = await changed((round, minutes) => {
      Object.assign(round, NOTHING, { outcome: "void", reason });
      Object.assign(minutes, NOBODY, { reason });
    });
    expect(faults).toEqual([]);
    expect(open[0]).toContain(`Dieser Wahlgang wurde nicht ausgezählt: ${words}`);
  });

  it("for a reason that is not true is a fault", async () => {
    const { faults } = await changed((round, minutes) => {
      Object.assign(round, { ...NOTHING, seal: round.seal, outcome: "void", reason: "no-quorum" });
      Object.assign(minutes, NOBODY, { reason: "no-quorum" });
    });
    expect(faults).toEqual([
      "Der Wahlgang ist als ungültig angegeben, aber der Grund dafür trifft nicht zu.",
    ]);
  });
});

describe("a result on paper", () => {
  const paper = (witnesses: string[]) =>
    changed((round) =>
      Object.assign(round, { seal: null, choices: null, paper: { enteredBy: "Wahlleitung", witnesses } }),
    );

  it("is counted from its numbers, and it is said that paper is counted by hand", async () => {
    const { faults, open } = await paper(["Wahlprüferin Zell", "Wahlprüfer Weil"]);
    expect(faults).toEqual([]);
    expect(open).toContain("Stimmzettel aus Papier lassen sich nur von Hand nachzählen.");
  });

  it("needs two witnesses, and the one who entered it is none", async () => {
    expect((await paper(["Wahlprüferin Zell", "Wahlleitung"])).faults).toHaveLength(1);
    expect((await paper(["Wahlprüferin Zell"])).faults).toHaveLength(1);
  });
});

describe("a lot drawn by hand", () => {
  it("cannot be computed again, but has to fit the tie and to have two witnesses", async () => {
    const byHand = (witnesses: string[], name: string) => {
      const { minutes } = vorsitz();
      const lot = minutes.rounds[0]?.lot;
      if (lot) Object.assign(lot, { way: "manual-witnessed", witnesses, keys: null, drawn: [name] });
      return recounted(minutes);
    };
    const fine = await byHand(["Hauptamt Zell", "Hauptamt Weil"], "Oberbürgermeister von Lörrach");
    expect(fine.faults).toEqual([]);
    expect(fine.open).toContain("Eine Ziehung von Hand lässt sich nicht nachrechnen.");
    expect((await byHand(["Hauptamt Zell"], "Oberbürgermeister von Lörrach")).faults).toHaveLength(1);
    expect((await byHand(["A", "B"], "Jemand anderes")).faults).not.toEqual([]);
  });
});

describe("the end", () => {
  it("of a running election is left open", async () => {
    const { faults, open } = await changed((_, minutes) =>
      Object.assign(minutes, { outcome: "acceptance", acceptance: null, winner: null }),
    );
    expect(faults).toEqual([]);
    expect(open.join()).toContain("noch nicht zu Ende");
  });

  it("of a cancelled one has no winner", async () => {
    const cancel = { ...NOBODY, outcome: "cancelled", reason: "Papier verlangt" };
    expect((await changed((_, minutes) => Object.assign(minutes, cancel))).faults).toEqual([]);
    const { faults } = await changed((_, minutes) => Object.assign(minutes, { ...cancel, winner: "X" }));
    expect(faults).toEqual(["Das Verfahren wurde abgebrochen, aber es gibt eine gewählte Person."]);
  });

  it("without a round is right where nobody stood, and only there", async () => {
    const empty = { ...NOBODY, rounds: [], reason: "no-candidates" };
    const minutes = { ...won(), ...empty };
    expect((await recounted(minutes)).faults).toEqual(["Es gibt ein Ergebnis, aber keinen Wahlgang."]);
    expect((await recounted({ ...minutes, nominations: [] })).faults).toEqual([]);
  });

  it("without an answer of the person elected is a fault: silence is no acceptance", async () => {
    const { faults } = await changed((_, minutes) => Object.assign(minutes, { acceptance: null }));
    expect(faults).toEqual(["Es fehlt, ob die gewählte Person die Wahl angenommen hat."]);
  });
});

describe("few ballots", () => {
  it("leave the count to the scrutineers, who find a wrong result", async () => {
    const few = () =>
      structuredClone(
        heldElection({
          candidates: 2,
          withdrawal: "move-up",
          answer: "accepted",
          rounds: [
            { votes: [0, 0], withdrawn: [] },
            { votes: [0, 0, 1], withdrawn: [] },
          ],
        }),
      );
    const { minutes, openings } = few();
    expect(minutes.rounds[1]).toMatchObject({ tally: null, outcome: "elected", quorum: 3 });
    const alone = await recounted(minutes);
    expect(alone.faults).toEqual([]);
    expect(alone.open.join()).toContain(
      "Es waren nur 3 Stimmzettel, deshalb sind keine Zahlen veröffentlicht.",
    );
    for (const round of minutes.rounds) if (round.winner) round.winner = "Bürgermeister B";
    minutes.winner = "Bürgermeister B";
    expect((await recounted(minutes)).faults).toEqual([]);
    expect((await recounted(minutes, openings)).faults.join()).toContain(
      "Nachgezählt: gewählt: Bürgermeisterin Ä",
    );
  });
});
