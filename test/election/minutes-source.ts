/** Stored elections to make minutes of: roles and municipalities, as short as a test wants to say them. */
import type {
  MinutesSource,
  SourceDecision,
  SourceElection,
  SourceRound,
} from "../../src/election/minutes/minutes.source.ts";
import { commitmentOf, sealOf } from "../../src/election/seal.ts";
import type { Entry, StoredCandidacy, StoredResult } from "../../src/election/stored.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";

export const DAY = 24 * 3_600_000;
export const OPENED = Date.UTC(2026, 1, 2, 8);
export const CLOSED = OPENED + 7 * DAY;
export const NOW = CLOSED + DAY;

export const PARTIES = [
  "binzen",
  "kandern",
  "landkreis",
  "loerrach",
  "schopfheim",
  "todtnau",
  "weil",
  "wieden",
];
export const nameOf = (party: string): string => `Gemeinde ${party}`;

export const entry = (party: string, more: Partial<Entry> = {}): Entry => ({
  ...{ party, holderId: `m-${party}`, delegateId: `m-${party}`, deputies: [], voted: true, left: false },
  ...more,
});

export const candidacy = (name: string, more: Partial<StoredCandidacy> = {}): StoredCandidacy => ({
  ...{ name, memberId: null, party: null, nominatedById: "m-binzen", nominatedAt: OPENED - 9 * DAY },
  ...{ consentedAt: OPENED - 8 * DAY, withdrawnAt: null, withdrawnIn: null },
  ...more,
});

const listed = (tally: Readonly<Record<string, number>>): string[] =>
  Object.entries(tally).flatMap(([choice, count]) => Array<string>(count).fill(choice));

/** The stored result of a count; the rules are not asked. */
export const counted = (
  outcome: StoredResult["outcome"],
  tally: Readonly<Record<string, number>> | null,
  more: Partial<StoredResult> = {},
): StoredResult => {
  const choices = tally && listed(tally);
  const present = more.present ?? choices?.length ?? 0;
  return {
    ...{ outcome, reason: null, winner: null, byLot: false, next: {} },
    ...{ tally: tally && Object.entries(tally), choices, entitled: PARTIES.length },
    ...{ present, needed: Math.floor(present / 2) + 1 },
    ...more,
  };
};

/** A round in which the first parties of the list took part, one for each ballot. */
export function round(result: StoredResult | null, more: Partial<SourceRound> = {}): SourceRound {
  const number = more.number ?? 1;
  const voters = PARTIES.slice(0, result?.present ?? 0);
  const name = { electionId: "wahl-1", round: number };
  const commitments = voters.map((party) => commitmentOf(name, { choice: "A", salt: party }));
  const { root } = sealOf(name, commitments, voters);
  return {
    ...{ number, stage: "first", candidates: ["A", "B", "C"], entitled: PARTIES.length, quorum: 4 },
    ...{ opensAt: OPENED, closesAt: CLOSED, closedEarly: false, sealedAt: CLOSED + 2000 },
    seal: { commitments: commitments.sort(), voters, root },
    ...{ result, extensions: [], lot: null, paper: null, duplicates: 0, late: 0 },
    register: PARTIES.map((party) => entry(party, { voted: voters.includes(party) })),
    ...more,
  };
}

export const election = (more: Partial<SourceElection> = {}): SourceElection => ({
  ...{ id: "wahl-1", office: "chair", state: "acceptance", winner: null, reason: null },
  ...{ rule: DEFAULT_RULE, ruleVersion: 0, answer: null, answeredAt: null, term: null },
  ...{ objectionUntil: null, erasedAt: null, cancelReason: null },
  ...more,
});

export const source = (more: Partial<MinutesSource> = {}): MinutesSource => ({
  ...{ forum: "Probeforum", election: election(), decision: null },
  candidacies: ["A", "B", "C"].map((name) => candidacy(name)),
  roles: [
    {
      memberId: "m-wieden",
      role: "officer",
      name: "Hauptamt Wieden",
      party: "wieden",
      since: 1,
      until: null,
    },
    { memberId: "m-weil", role: "scrutineer", name: "Ratsbüro Weil", party: "weil", since: 1, until: null },
    {
      ...{ memberId: "m-todtnau", role: "scrutineer", name: "Bürgerbüro Todtnau", party: "todtnau" },
      ...{ since: 1, until: null },
    },
  ],
  ...{ rounds: [], confirmations: [], objections: 0 },
  people: new Map(PARTIES.map((party) => [`m-${party}`, `Delegation ${party}`])),
  ...more,
});

export const decision = (more: Partial<SourceDecision> = {}): SourceDecision => ({
  ...{ title: "Gemeinsame Bauakte", text: "Das Forum empfiehlt <b>eine</b> Bauakte.\n\nAb 2027." },
  ...{ majority: "simple", circulation: false, secret: false, state: "accepted", reason: null },
  ...{ group: null, cancelReason: null, opensAt: OPENED, closesAt: CLOSED, settledAt: CLOSED + 1000 },
  ...{ entitled: PARTIES.length, quorum: 4 },
  votes: PARTIES.map((party, at) => ({
    ...{ party, holderId: `m-${party}` },
    choice: at < 4 ? "ja" : at === 4 ? "nein" : null,
  })),
  ...more,
});

/** An accepted election in one round: everything minutes can hold, in its simplest form. */
export const accepted = (more: Partial<MinutesSource> = {}): MinutesSource =>
  source({
    election: election({
      ...{ state: "elected", winner: "A", answer: "accepted", answeredAt: NOW, ruleVersion: 3 },
      ...{ term: { from: "2026-02-10", to: "2027-02-09" }, objectionUntil: NOW + 7 * DAY },
    }),
    rounds: [round(counted("elected", { A: 5, B: 1, enthaltung: 1 }, { winner: "A" }))],
    ...more,
  });
