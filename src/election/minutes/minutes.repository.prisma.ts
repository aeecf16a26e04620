/** Reads everything of an election or a decision that goes into its minutes. */
import type { Prisma } from "../../db/generated/sqlite/client.ts";
import type { Db } from "../../db/store.ts";
import type { Majority } from "../decision.ts";
import { electionsRepository } from "../elections.repository.prisma.ts";
import { toRound, withElection } from "../rows.prisma.ts";
import { storedNames } from "../stored.ts";
import { DEFAULT_RULE } from "../wahlordnung.ts";
import type { MinutesRepository } from "./minutes.repository.ts";
import type {
  MinutesSource,
  SourceConfirmation,
  SourceDecision,
  SourceElection,
  SourceRound,
} from "./minutes.source.ts";

const decisionParts = {
  include: { seats: { orderBy: { party: "asc" } }, group: { select: { name: true } } },
} as const satisfies Prisma.DecisionDefaultArgs;
type DecisionRow = Prisma.DecisionGetPayload<typeof decisionParts>;

/** The schema's names cannot have a dash. */
const MAJORITY_OF = {
  simple: "simple",
  absolutePresent: "absolute-present",
  twoThirdsCast: "two-thirds-cast",
  twoThirdsElectorate: "two-thirds-electorate",
} as const satisfies Record<DecisionRow["majority"], Majority>;

const toDecision = (row: DecisionRow): SourceDecision => ({
  ...{ title: row.title, text: row.text, secret: row.secret, state: row.state },
  ...{ majority: MAJORITY_OF[row.majority], circulation: row.way === "umlauf" },
  ...{ reason: row.reason, cancelReason: row.cancelReason, group: row.group?.name ?? null },
  ...{ entitled: row.entitled, quorum: row.quorum, votes: row.seats },
  opensAt: row.opensAt?.getTime() ?? null,
  closesAt: row.closesAt.getTime(),
  settledAt: row.settledAt?.getTime() ?? null,
});

const roundParts = {
  include: {
    ...withElection.include,
    register: { orderBy: { party: "asc" } },
    scrutiny: { orderBy: { memberId: "asc" } },
  },
} as const satisfies Prisma.ElectionRoundDefaultArgs;
type RoundRow = Prisma.ElectionRoundGetPayload<typeof roundParts>;

const toSource = (row: RoundRow): SourceRound => ({
  ...toRound(row),
  ...{ number: row.number, duplicates: row.duplicates, late: row.late },
  register: row.register.map((entry) => ({
    ...{ party: entry.party, holderId: entry.holderId, delegateId: entry.delegateId },
    ...{ voted: entry.voted, left: entry.left, deputies: storedNames.parse(entry.deputies ?? []) },
  })),
});

const confirmationsIn = ({ number, scrutiny }: RoundRow): SourceConfirmation[] =>
  scrutiny.flatMap(({ memberId, agrees, confirmedAt }) =>
    agrees === null || confirmedAt === null
      ? []
      : [{ round: number, memberId, agrees, at: confirmedAt.getTime() }],
  );

/** An open decision has no election; this is what its minutes need of one. */
const withoutElection = (id: string): SourceElection => ({
  ...{
    id,
    office: "motion",
    state: "voting",
    winner: null,
    reason: null,
    rule: DEFAULT_RULE,
    ruleVersion: 0,
  },
  ...{ answer: null, answeredAt: null, term: null, objectionUntil: null, erasedAt: null, cancelReason: null },
});

const idsIn = ({ candidacies, rounds }: Pick<MinutesSource, "candidacies" | "rounds">): string[] => [
  ...candidacies.flatMap((one) => one.nominatedById ?? []),
  ...rounds.flatMap(({ register }) =>
    register.flatMap((entry) => [...entry.deputies, entry.delegateId ?? [], entry.holderId ?? []].flat()),
  ),
];

export function minutesRepository(db: Db): MinutesRepository {
  const elections = electionsRepository(db);

  async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const where = { id: { in: [...new Set(ids)] } };
    const rows = await db.read.member.findMany({ where, select: { id: true, name: true } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async function partsOf(electionId: string) {
    const rows = await db.read.electionRound.findMany({
      where: { electionId },
      ...roundParts,
      orderBy: { number: "asc" },
    });
    return {
      candidacies: await elections.candidacies(electionId),
      roles: await elections.roles(electionId),
      rounds: rows.map(toSource),
      confirmations: rows.flatMap(confirmationsIn),
      objections: await db.read.objection.count({ where: { electionId } }),
    };
  }

  /** The member who was elected last: in the chair, or in charge of it until a successor accepts. */
  async function chairId(): Promise<string | null> {
    const newest = await db.read.election.findFirst({
      where: { office: "chair", state: "elected" },
      orderBy: { startedAt: "desc" },
      select: { winner: true, candidacies: { select: { name: true, memberId: true } } },
    });
    return newest?.candidacies.find((one) => one.name === newest.winner)?.memberId ?? null;
  }

  return {
    source: async (id) => {
      const decision = await db.read.decision.findFirst({
        where: { OR: [{ id }, { electionId: id }] },
        ...decisionParts,
      });
      const electionId = decision ? decision.electionId : id;
      const election = electionId ? await elections.election(electionId) : null;
      const found = election ?? (decision && withoutElection(decision.id));
      if (!found) return null;
      const parts = await partsOf(electionId ?? "");
      const forum = await db.read.forum.findUnique({ where: { id: 1 }, select: { name: true } });
      return {
        ...parts,
        ...{ forum: forum?.name ?? "", election: found, decision: decision && toDecision(decision) },
        people: await namesOf(idsIn(parts)),
      };
    },

    reader: async (memberId, id) => {
      const member = await db.read.member.findUnique({ where: { id: memberId, leftAt: null } });
      if (!member) return null;
      const seats = await db.read.seat.count({
        where: { OR: [{ delegateId: memberId }, { deputies: { some: { memberId } } }] },
      });
      const roles = await db.read.electionRole.findMany({
        where: { memberId, until: null, OR: [{ electionId: id }, { election: { decision: { id } } }] },
      });
      const voters = await db.read.decisionSeat.count({
        where: { holderId: memberId, decision: { OR: [{ id }, { electionId: id }] } },
      });
      return {
        concerned: seats + voters + roles.length > 0 || (await chairId()) === memberId,
        scrutineer: roles.some((one) => one.role === "scrutineer"),
      };
    },
  };
}
