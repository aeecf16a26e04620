/** Every card of an election: marked in a trial, labelled, small, never refreshed, and names shown as text. */
import { describe, expect, it } from "vitest";
import type { Entered } from "../../src/election/announcement.ts";
import {
  ballotCard,
  castCard,
  endedCard,
  helpCard,
  paperCard,
  reminderCard,
  reviewCard,
} from "../../src/election/ballot.cards.ts";
import { PENDING_LENGTH } from "../../src/election/box.ts";
import { noneCard, openedCard, statusCard } from "../../src/election/cards.ts";
import type { EndReason } from "../../src/election/end-reason.ts";
import { formCard, planCard } from "../../src/election/form.cards.ts";
import { askedCard, stuckCard, termCard } from "../../src/election/news.asked.cards.ts";
import { newsCard } from "../../src/election/news.cards.ts";
import {
  answeredCard,
  enteredCard,
  nominateCard,
  nominatedCard,
  questionCard,
  writtenCard,
} from "../../src/election/people/candidacy.cards.ts";
import {
  objectedCard,
  objectionFormCard,
  objectionReviewCard,
  raisedCard,
} from "../../src/election/people/objection.cards.ts";
import { proofCard, resultCard, sealedCard } from "../../src/election/result.cards.ts";
import { endings } from "../../src/election/result.texts.ts";
import { TRIAL } from "../../src/election/round.texts.ts";
import { sealOf } from "../../src/election/seal.ts";
import type { ElectionView, StatusView } from "../../src/election/status.service.ts";
import { STEPS } from "../../src/election/status.ts";
import type { StoredResult, StoredRound } from "../../src/election/stored.ts";
import { ASKED, NEWS } from "../../src/election/tidings.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";
import { sha256 } from "../../src/system/hash.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";
import { candidacy, election, role, round as roundOf, TRICK } from "./drawn.ts";

const name = { electionId: election().id, round: 1 };
/** As many as one person ever has before one election. */
const MANY = STEPS.slice(0, 5);
const candidates = [TRICK, ...Array.from({ length: 19 }, (_, at) => `${"Ä".repeat(78)}${at + 10}`)];
const parties = Array.from({ length: 36 }, (_, at) => ({ key: `party-${at}`, name: `Gemeinde ${at}` }));
const { commitments, voters, root } = sealOf(
  name,
  parties.map(({ key }) => sha256(key)),
  parties.map(({ key }) => key),
);
const seal = { commitments: [...commitments], voters: [...voters], root };
const result: StoredResult = {
  ...{ outcome: "elected", reason: null, winner: TRICK, present: 36, needed: 19, entitled: 36 },
  ...{ byLot: false, next: {} },
  tally: [
    [TRICK, 20],
    ["enthaltung", 15],
    ["ungueltig", 1],
  ],
  choices: parties.map(() => "Gemeinde"),
};
const round = roundOf({ candidates });
const over: StoredRound = roundOf({ candidates, phase: "closed", sealedAt: 1, seal, result });
const people = parties.map(({ key, name: party }) => ({ id: key, name: TRICK, party }));
const entered: Entered = {
  ...{ office: "chair", way: "open", parties: ["party-1"], others: TRICK },
  ...{ nominationOn: "2026-03-16", nominationAt: "18:00", closesOn: "2026-03-02", closesAt: "18:00" },
  ...{ officer: "party-1", scrutineers: ["party-2", "party-3"] },
};
const eligible = { memberId: "m", name: TRICK, party: "party-1", aadObjectId: "a" };
const planned = {
  candidates: candidates.map((one) => ({ name: one, memberId: null, party: null })),
  ...{
    nominationEndsAt: 0,
    closesAt: 0,
    entitled: 36,
    held: 3,
    quorum: 18,
    rule: DEFAULT_RULE,
    ruleVersion: 0,
  },
  ...{ officer: eligible, scrutineers: [eligible, eligible] },
};
const review = { round, party: "p", choice: TRICK, receipt: "0123-4567-89ab", token: "0".repeat(32) };
const nameOf = (key: string) => `Gemeinde ${key}`;
const formView = { actionId: "a", parties, people, deputies: true };
const sealed = { token: "0".repeat(32), ballot: "A".repeat(PENDING_LENGTH) };

const mine = candidacy();
const elected = election({
  ...{ state: "elected", winner: TRICK, objectionUntil: 1, term: { from: "2026-03-24", to: "2027-03-24" } },
});
const drawnLot = {
  ...({ way: "public-draw", source: "lotto-6aus49:2026-02-04", notBefore: 0 } as const),
  ...{ publicRandom: "lotto-6aus49:2026-02-04:01-02-03-04-05-06", drawn: [TRICK], witnesses: [] },
  keys: candidates.map((one): [string, string] => [one, sha256(one)]),
};
const view = (more: Partial<ElectionView> = {}): ElectionView => ({
  ...{ election: election(), round, names: candidates, vote: "open-paper", mine, steps: ["open-paper"] },
  ...{ nominees: null, objections: null },
  ...more,
});
const status = (elections: readonly ElectionView[], personal = true): StatusView => ({
  ...{ elections, running: true, mayStart: true, personal },
});
const news = {
  ...{ round: over, names: candidates, withdrew: [TRICK], personal: true, nameOf, quorum: 18 },
  roles: [role("officer", "1"), role("scrutineer", "2"), role("scrutineer", "3")],
  held: parties.slice(9).map((one) => one.name),
  empty: parties.slice(0, 9).map((one) => one.name),
};
const ended = { cancelReason: TRICK, reason: "declined", term: elected.term, objectionUntil: 1 };
const told = election({ ...ended, state: "runoff_pending", winner: TRICK });
const prolonged = roundOf({ lot: drawnLot, seal, extensions: [{ from: 0, to: 1, reason: TRICK }] });

const cards: [string, (trial: boolean) => Card][] = [
  ["form", (trial) => formCard(trial, { ...formView, entered, problem: "Problem." })],
  ["form, fixed", (trial) => formCard(trial, { ...formView, entered: { ...entered, way: "fixed" } })],
  ["plan", (trial) => planCard(trial, { actionId: "a", entered, planned, nameOf })],
  ["status", (trial) => statusCard(trial, status([view()]))],
  ["status in a channel", (trial) => statusCard(trial, status([view({ steps: [] })], false))],
  [
    "status of two elections",
    (trial) =>
      statusCard(
        trial,
        status([
          view({ steps: MANY, election: election({ state: "nomination" }), nominees: [mine, mine] }),
          view({
            steps: MANY,
            election: election({ office: "deputy", state: "acceptance", winner: TRICK }),
          }),
        ]),
      ),
  ],
  [
    "status after the end",
    (trial) =>
      statusCard(trial, {
        ...status([view({ election: elected, round: over, steps: ["object", "minutes"], objections: 2 })]),
        running: false,
      }),
  ],
  ["nothing runs", (trial) => noneCard(trial, true)],
  ["opened", (trial) => openedCard(trial, round)],
  ["ballot message", (trial) => ballotCard(trial, round, TRICK)],
  ["reminder", (trial) => reminderCard(trial, round, TRICK, "day")],
  ["paper", (trial) => paperCard(trial, { round: { ...round, entitled: 6 }, party: "p" }, TRICK)],
  ["review", (trial) => reviewCard(trial, { ...review, pending: sealed.ballot }, TRICK)],
  ["help on the paper", (trial) => helpCard(trial, { round, officer: TRICK }, null)],
  ["help in the review", (trial) => helpCard(trial, { round, officer: null }, sealed)],
  ["confirmation", (trial) => castCard(trial, { round: { ...round, current: 1 }, receipt: review.receipt })],
  ["ended", endedCard],
  ["seal", (trial) => sealedCard(trial, over, seal, nameOf)],
  ["result", (trial) => resultCard(trial, over, result, { none: true, start: true })],
  ["recount", (trial) => proofCard(trial, over, nameOf)],
  ["recount, everything", (trial) => proofCard(trial, over, nameOf, true)],
  ...NEWS.map((which): [string, (trial: boolean) => Card] => [
    `news: ${which}`,
    (trial) => newsCard(trial, which, { ...news, election: told, round: prolonged }),
  ]),
  ...ASKED.map((asked): [string, (trial: boolean) => Card] => [
    `asked: ${asked}`,
    (trial) => askedCard(trial, asked, { election: told, name: TRICK, hasRole: true }),
  ]),
  ["stuck", (trial) => stuckCard(trial, "answer-on-paper", told)],
  ["stuck for another reason", (trial) => stuckCard(trial, "no-channel", told)],
  ["end of the term", (trial) => termCard(trial, elected, true, 0)],
  [
    "nomination form",
    (trial) =>
      nominateCard(
        trial,
        {
          election: election({ state: "nomination" }),
          seats: parties.map(({ key }) => ({ party: key, person: TRICK })),
        },
        nameOf,
        "a",
      ),
  ],
  ["nominated", (trial) => nominatedCard(trial, "e", mine)],
  ["withdrawal?", (trial) => questionCard(trial, { election: election(), candidacy: mine }, "withdraw")],
  ["refusal?", (trial) => questionCard(trial, { election: election(), candidacy: mine }, "decline")],
  [
    "answered",
    (trial) =>
      answeredCard(trial, "consent", {
        ...{ effect: "ok", election: elected, candidacy: mine, lostRole: true },
      }),
  ],
  [
    "entering what came in writing",
    (trial) =>
      writtenCard(trial, {
        ...{ election: election(), candidacies: [mine], answers: ["consent", "withdraw"] },
      }),
  ],
  [
    "entered",
    (trial) =>
      enteredCard(trial, "withdraw", {
        ...{ effect: "noted", election: elected, candidacy: mine, lostRole: false },
      }),
  ],
  ["objection form", (trial) => objectionFormCard(trial, elected, "a")],
  ["objection form, wrong", (trial) => objectionFormCard(trial, elected, "a", TRICK, "Problem.")],
  ["objection, review", (trial) => objectionReviewCard(trial, elected, "a", TRICK)],
  ["objection raised", (trial) => raisedCard(trial)],
  [
    "objection",
    (trial) =>
      objectedCard(
        trial,
        elected,
        { id: "o", electionId: "e", memberId: "m", party: "kandern", text: TRICK, raisedAt: 0 },
        { party: TRICK, name: TRICK },
      ),
  ],
];

describe.each(cards)("the card %s", (_, draw) => {
  const card = draw(false);

  it("has labelled inputs, one primary action, different titles, no refresh, and is small", () => {
    for (const { label, node } of inputsOf(card)) {
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(actions.every(({ type }) => /^Action\.(Execute|ShowCard)$/.test(type))).toBe(true);
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    expect(card).not.toHaveProperty("refresh");
    const json = JSON.stringify(card);
    expect(Buffer.byteLength(json)).toBeLessThan(20_000);
  });

  it("shows names as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|\*\*fett|<at>/);
  });

  it("says in a trial, and only then, that nothing is real", () => {
    expect(textOf(draw(true)).startsWith(TRIAL)).toBe(true);
    expect(JSON.stringify(card)).not.toContain(TRIAL);
  });
});

describe("the result", () => {
  const words = (bent: Partial<StoredResult>, names = ["Kandern", "Wieden"]) =>
    textOf(resultCard(false, { ...over, candidates: names }, { ...result, winner: "Kandern", ...bent }));

  it("counts in lines, those without a vote too", () => {
    const tally: StoredResult["tally"] = [
      ["Kandern", 19],
      ["enthaltung", 17],
    ];
    const shown = words({ tally });
    for (const line of [
      "Kandern: 19 von 36 Stimmen",
      "Wieden: 0 von 36",
      "Enthaltungen: 17 von 36",
      "Ungültig: 0",
    ])
      expect(shown).toContain(line);
    expect(shown).toContain("Nötig waren 19 Stimmen.");
  });

  it("of few ballots says who is elected and no numbers but the turnout", () => {
    const shown = words({ tally: null, choices: null, present: 4, needed: 3 });
    expect(shown).toContain("Gewählt ist: Kandern.");
    expect(shown).toContain("weniger als fünf");
    expect(shown).not.toContain("von 4 Stimmen");
  });

  it.each(Object.keys(endings) as EndReason[])("without somebody elected says why: %s", (reason) => {
    const shown = words({ winner: null, reason, outcome: "not-elected" });
    expect(shown).toContain(endings[reason]);
    expect(shown).not.toContain("Gewählt ist:");
  });
});
