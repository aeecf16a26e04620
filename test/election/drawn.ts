/** A stored election with everything in it that people have written, for cards. */
import type { StoredCandidacy, StoredElection, StoredRole, StoredRound } from "../../src/election/stored.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";

/** Text that would be markup, a link and a mention. */
export const TRICK = "[Klick](https://boese.example) **fett** <at>Alle</at>";
const ID = "00000000-0000-4000-8000-000000000001";

export const election = (more: Partial<StoredElection> = {}): StoredElection => ({
  ...{ id: ID, office: "chair", state: "voting", startedAt: 0, winner: null, reason: null },
  ...{ rule: DEFAULT_RULE, ruleVersion: 0, dueAt: 86_400_000, closesAt: null, extended: false, quorum: null },
  ...{ answer: null, answeredAt: null, term: null, objectionUntil: null, erasedAt: null, cancelReason: null },
  ...more,
});

export const round = (more: Partial<StoredRound> = {}): StoredRound => ({
  ...{ name: { electionId: ID, round: 1 }, electionState: "voting", office: "chair", electionDueAt: null },
  ...{ electionReason: null, rule: DEFAULT_RULE, current: 1, stage: "first", phase: "voting" },
  ...{ candidates: [TRICK, "Kandern"], entitled: 36, quorum: 18, opensAt: 0, closesAt: 86_400_000 },
  ...{ closedEarly: false, turnout: 3, turnoutAt: 0, sealedAt: null, seal: null, result: null },
  ...{ extensions: [], lot: null, paper: null },
  ...more,
});

export const candidacy = (more: Partial<StoredCandidacy> = {}): StoredCandidacy => ({
  ...{ name: TRICK, memberId: "m1", party: "kandern", nominatedById: "m2", nominatedAt: 0 },
  ...{ consentedAt: null, withdrawnAt: null, withdrawnIn: null },
  ...more,
});

export const role = (kind: StoredRole["role"], memberId: string, more: Partial<StoredRole> = {}) => ({
  ...{ memberId, role: kind, name: TRICK, party: `party-${memberId}`, since: 0, until: null },
  ...more,
});
