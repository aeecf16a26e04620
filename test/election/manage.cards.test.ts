/** Every card of organising: labelled, small, one primary action, names as text, and nothing about votes. */
import { describe, expect, it } from "vitest";
import { handFormCard, lotFormCard, lotReviewCard } from "../../src/election/organise/lottery.cards.ts";
import { lotteryRefusals } from "../../src/election/organise/lottery.texts.ts";
import { MANAGE_ACTIONS } from "../../src/election/organise/manage.actions.ts";
import { chooseCard, manageCard } from "../../src/election/organise/manage.cards.ts";
import {
  extendFormCard,
  extendReviewCard,
  openCard,
} from "../../src/election/organise/manage.round.cards.ts";
import type { ManageView } from "../../src/election/organise/manage.service.ts";
import { actionTitles, manageRefusals } from "../../src/election/organise/manage.texts.ts";
import { paperFormCard } from "../../src/election/organise/paper-result.cards.ts";
import {
  cancelFormCard,
  delegateFormCard,
  proposalCard,
} from "../../src/election/organise/proposals.cards.ts";
import type { Payload, Proposal } from "../../src/election/organise/proposals.payload.ts";
import type { Scene } from "../../src/election/organise/proposals.scene.ts";
import { proposalRefusals } from "../../src/election/organise/proposals.texts.ts";
import {
  ruleCard,
  ruleFormCard,
  ruleReviewCard,
  versionsCard,
} from "../../src/election/organise/rule.cards.ts";
import { fieldProblem, ruleRefusals } from "../../src/election/organise/rule.chat.texts.ts";
import { SETTINGS, typedRule } from "../../src/election/organise/rule.settings.ts";
import { officerFormCard } from "../../src/election/people/officers.cards.ts";
import { officerRefusals } from "../../src/election/people/officers.texts.ts";
import type { StoredElection, StoredRound } from "../../src/election/stored.ts";
import { DEFAULT_RULE, wahlordnung } from "../../src/election/wahlordnung.ts";
import type { Card } from "../../src/turn/reply.ts";
import { actionsOf, inputsOf, textOf } from "../support/card.ts";
import { complaintsAbout } from "../support/card-linter.ts";

const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const nameOf = (party: string) => `${party} ${TRICK}`;
const candidates = [TRICK, ...Array.from({ length: 19 }, (_, at) => `${"Ä".repeat(76)}${at + 10}`)];
const election = {
  ...{ id: "e", office: "chair", state: "voting", rule: DEFAULT_RULE, dueAt: null, quorum: null },
} as StoredElection;
const last = {
  ...{ name: { electionId: "e", round: 1 }, stage: "first", phase: "voting", candidates },
  ...{ closesAt: 86_400_000, opensAt: 0, entitled: 36, quorum: 18, turnout: 17, result: null, seal: null },
  ...{ extensions: [], rule: DEFAULT_RULE, electionState: "voting", paper: null },
  lot: { way: "public-draw", source: "lotto-6aus49:2026-03-07", notBefore: 0, publicRandom: null },
} as unknown as StoredRound;
const role = (memberId: string, kind: "officer" | "scrutineer") => ({
  ...{ memberId, role: kind, name: TRICK, party: memberId, since: 0, until: null },
});
const scene: Scene = {
  ...{
    election,
    last,
    now: 1,
    roles: [role("o", "officer"), role("s", "scrutineer"), role("t", "scrutineer")],
  },
  people: {
    ...{ coordinators: ["co"], officer: { memberId: "o", party: "o" }, chair: null, standing: [] },
    scrutineers: [
      { memberId: "s", party: "s" },
      { memberId: "t", party: "t" },
    ],
    delegates: [{ memberId: "co", party: "d" }],
  },
};
const PAYLOADS: readonly Payload[] = [
  { what: "cancel", reason: TRICK.repeat(5) },
  { what: "delegateChange", party: "d", from: "x", to: "y", fromName: TRICK, toName: TRICK },
  { what: "paperRequest", party: "d" },
  { what: "paperResult", tally: candidates.map((one): [string, number] => [one, 1]), present: 20 },
  { what: "lotDrawn", drawn: candidates.slice(0, 2) },
];
const proposals = PAYLOADS.map(
  (payload, at): Proposal => ({
    ...{ id: `p${at}`, electionId: "e", round: 1, payload, proposedById: "co", proposedAt: 0 },
    ...{ settledAt: null, approvals: [{ memberId: "s", name: TRICK, approvedAt: 0 }] },
  }),
);
const by = { memberId: "co", account: "co", party: "d", coordinates: true };
const view: ManageView = { scene, open: proposals, held: 3, entitled: 36, quorum: 18, by };
const inState = (state: StoredElection["state"], more: Partial<ManageView> = {}): ManageView => ({
  ...{ ...view, open: [], ...more },
  scene: { ...scene, election: { ...election, state, dueAt: 86_400_000 } },
});
const more = { nameOf, actionId: "a", told: "Gesagt." };
const entered = { date: "2026-03-02", time: "18:00", reason: TRICK };
const extending = { actionId: "a", election: "e", closesAt: 0, entered };
const eligible = candidates.map((name, at) => ({
  memberId: `m${at}`,
  name,
  party: `p${at}`,
  aadObjectId: "x",
}));
const drawn = {
  publicRandom: TRICK,
  seed: "s",
  keys: candidates.map((one) => [one, "f".repeat(64)] as const),
  drawn: [TRICK],
};
const other = wahlordnung.parse({ votingDays: 9, lot: "manual-witnessed", quorum: 18, caretaker: false });
const version = { version: 3, rule: other, adoptedOn: "2026-02-01", savedAt: 0 };

const cards: [string, Card][] = [
  ["status with everything open", manageCard(true, view, more)],
  ["status before the opening", manageCard(true, inState("ready"), more)],
  ["status with a lot", manageCard(true, inState("lot_pending"), more)],
  ["status without people", manageCard(false, { ...view, scene: { ...scene, roles: [] } }, more)],
  [
    "several elections",
    chooseCard(true, [view, { ...view, scene: { ...scene, election: { ...election, office: "deputy" } } }]),
  ],
  ["opening", openCard(true, view, candidates)],
  ["opening with enough", openCard(true, { ...view, held: 20 }, candidates)],
  ["moving the end", extendFormCard(true, { ...extending, problem: "Problem." })],
  ["moving the end, review", extendReviewCard(true, extending, 1)],
  ...proposals.map((proposal): [string, Card] => [
    `proposal ${proposal.payload.what}`,
    proposalCard(true, { proposal, scene, mayConfirm: true, mayDrop: true }, nameOf, "Gesagt."),
  ]),
  ["cancel", cancelFormCard(true, { actionId: "a", election: "e", reason: TRICK, problem: "Problem." })],
  [
    "delegate",
    delegateFormCard(true, {
      actionId: "a",
      election: "e",
      people: [{ id: "m", name: TRICK, party: TRICK }],
      problem: "Problem.",
    }),
  ],
  ["delegate, nobody", delegateFormCard(true, { actionId: "a", election: "e", people: [] })],
  [
    "roles",
    officerFormCard(true, { scene, people: eligible }, { actionId: "a", nameOf, problem: "Problem." }),
  ],
  ["paper", paperFormCard(true, { actionId: "a", round: last, typed: { votesA: "3" }, problem: "Problem." })],
  ["lot", lotFormCard(true, { round: last, among: candidates, typed: TRICK, problem: "Problem." })],
  ["lot, review", lotReviewCard(true, { round: last, drawn }, "a")],
  [
    "lot by hand",
    handFormCard(true, { actionId: "a", round: last, among: candidates, seats: 2, problem: "Problem." }),
  ],
  ["rule", ruleCard(version, { change: true, versions: true, told: "Gesagt." })],
  [
    "rule, defaults",
    ruleCard(
      { version: 0, rule: DEFAULT_RULE, adoptedOn: null, savedAt: null },
      { change: false, versions: false },
    ),
  ],
  [
    "rule, form",
    ruleFormCard({
      actionId: "a",
      base: 3,
      typed: typedRule(other),
      adoptedOn: "2026-02-01",
      problems: SETTINGS.map(fieldProblem),
    }),
  ],
  [
    "rule, review",
    ruleReviewCard({ from: version, rule: DEFAULT_RULE, adoptedOn: null, changed: SETTINGS }, "a"),
  ],
  ["rule, versions", versionsCard(Array.from({ length: 20 }, (_, at) => ({ ...version, version: at })))],
];

describe.each(cards)("the card %s", (_, card) => {
  it("has labelled inputs with error messages where required, and unique titles", () => {
    const inputs = inputsOf(card);
    for (const { id, label, node } of inputs) {
      expect(id).toMatch(/^[a-z][A-Za-z]*$/);
      expect(label).not.toBe("");
      expect(node.isRequired === true).toBe(typeof node.errorMessage === "string");
    }
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
    const actions = actionsOf(card);
    expect(actions.filter(({ node }) => node.style === "positive").length).toBeLessThanOrEqual(1);
    expect(complaintsAbout(card)).toEqual([]);
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
    expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6);
    expect(actions.every(({ type }) => type === "Action.Execute")).toBe(true);
  });

  it("is version 1.5 with a fallback, one column, small, wraps its text and never refreshes", () => {
    expect(card).toMatchObject({ version: "1.5", fallbackText: expect.stringMatching(/\S/) });
    const json = JSON.stringify(card);
    expect(json).not.toContain("ColumnSet");
    expect(Buffer.byteLength(json)).toBeLessThan(24_000);
    expect(json.match(/"type":"TextBlock"(?![^{}]*"wrap":true)/g) ?? []).toEqual([]);
    expect(card).not.toHaveProperty("refresh");
  });

  it("shows what people wrote as text", () => {
    const shown = textOf(card.body?.filter(({ type }) => !type.startsWith("Input.")));
    expect(shown).not.toMatch(/[^\\]\]\(|\*\*fett|<at>/);
  });
});

describe("what organisers see while votes are taken", () => {
  it("says neither how many nor who has voted", () => {
    const other = { ...last, turnout: 3 } as StoredRound;
    const same = { ...view, scene: { ...scene, last: other } };
    expect(manageCard(true, same, more)).toEqual(manageCard(true, view, more));
    expect(textOf(manageCard(true, view, more))).not.toMatch(/Beteiligung|abgestimmt/);
  });
});

describe("sentences", () => {
  const all = {
    ...manageRefusals,
    ...officerRefusals,
    ...proposalRefusals,
    ...lotteryRefusals,
    ...ruleRefusals,
  };
  it.each(Object.entries(all))("%s is a short German sentence that says what to do", (_, text) => {
    expect(text).toMatch(/\.$/);
    expect(text.length).toBeLessThan(320);
    for (const sentence of text.split(/(?<=[.:]) /)) expect(sentence.split(" ").length).toBeLessThan(30);
  });

  it("name every action", () => {
    expect(MANAGE_ACTIONS.map((one) => actionTitles[one]).every((one) => one !== "")).toBe(true);
    expect(new Set(Object.values(actionTitles)).size).toBe(MANAGE_ACTIONS.length);
  });
});
