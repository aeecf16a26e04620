/**
 * Written cases of elections played through service, repository and clock on a SQLite store of their own, so
 * that both answers can be compared: that of the rules and that of what is stored.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyOnce } from "../db/applied-action.prisma.ts";
import { compactRounds, keepsTraces } from "../db/dialect/round.ts";
import { migrate } from "../db/migrate.ts";
import { openDb } from "../db/open.ts";
import { countDecision, type Majority } from "../election/decision.ts";
import { electionsRepository } from "../election/elections.repository.prisma.ts";
import { fileKeys } from "../election/keys.file.ts";
import { inOfficeRepository } from "../election/people/candidacy.repository.prisma.ts";
import { objectionRepository } from "../election/people/objection.repository.prisma.ts";
import { electionRepository } from "../election/repository.prisma.ts";
import type { FrozenSeat } from "../election/repository.ts";
import { type ElectionDeps, electionService } from "../election/service.ts";
import { DEFAULT_RULE, type Wahlordnung } from "../election/wahlordnung.ts";
import type { WithdrawalRule } from "../election/withdrawal.ts";
import type { Member } from "../member/member.ts";
import { createEnqueue } from "../outbox/repository.prisma.ts";
import type { Instant } from "../system/clock.ts";
import { systemIds } from "../system/ids.ts";
import { createLog } from "../system/log.ts";
import { systemRandomBytes } from "../system/random.ts";
import type { Turn } from "../turn/turn.ts";

/** What a case says about the body that votes. */
export type Body = {
  readonly seats: readonly FrozenSeat[];
  readonly withdrawal: WithdrawalRule;
  /** Null: half of the entitled. */
  readonly quorum: number | null;
  readonly otherRunning?: boolean;
  readonly majority?: Majority;
};

export const ruleOf = ({ withdrawal, quorum }: Body): Wahlordnung => ({
  ...DEFAULT_RULE,
  // The guard that offers no secret vote to very small groups is no part of counting.
  ...{ withdrawal, quorum: quorum ?? "half", secretMinElectorate: 1 },
});

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A store in a folder of its own, which is gone after `close`. */
export async function openStage() {
  const folder = mkdtempSync(join(tmpdir(), "forumsbote-cases-"));
  const url = `file:${join(folder, "data.db")}`;
  await migrate(url);
  const db = await openDb(url, { onFatal: () => process.exit(70) });
  const repository = electionRepository(db);
  const elections = electionsRepository(db);
  let body: Body = { seats: [], withdrawal: "move-up", quorum: null };
  const deps: ElectionDeps = {
    repository,
    elections: {
      ...elections,
      runningFor: async (office, tx) => {
        const found = await elections.runningFor(office, tx);
        return body.otherRunning && found ? { ...found, id: "other" } : found;
      },
    },
    objections: objectionRepository(db),
    inOffice: inOfficeRepository(db),
    keys: fileKeys(join(folder, "keys"), systemRandomBytes),
    write: db.write,
    applyOnce,
    enqueue: createEnqueue(systemIds),
    newId: systemIds,
    random: systemRandomBytes,
    log: createLog("silent"),
    seats: async () => body.seats,
    holdSeats: async () => undefined,
    coordinators: async () => [],
    forumChannel: async () => "19:cases@thread.tacv2",
    organisationName: (key) => key,
    settleSecret: async (_tx, _id, tally, { entitled, quorum }) =>
      countDecision({
        ...{ ballots: tally ?? new Map(), entitled, present: null, quorum, cancelled: false },
        ...{ majority: body.majority ?? "simple", circulation: false },
      }),
    keepsTraces: () => keepsTraces(db),
    settled: async () => true,
    compact: () => compactRounds(db),
    trial: false,
  };
  const service = electionService(deps);

  return {
    db,
    deps,
    service,
    /** The body of the next case; frees the office of the case before. */
    async sets(next: Body): Promise<void> {
      body = next;
      const gone = { phase: "closed", sealedAt: new Date(0) } as const;
      await db.write(async (tx) => {
        await tx.election.updateMany({ data: { state: "not_elected", winner: null, dueAt: null } });
        await tx.electionRound.updateMany({ where: { phase: { not: "closed" } }, data: gone });
      });
    },
    body: () => body,
    async close(): Promise<void> {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A person at the front door, in the personal chat. `party` is empty for somebody who belongs to no seat. */
export function turnOf(person: string, party: string, now: Instant): Turn {
  const member: Member = {
    ...{ id: person, tenantId: "t", aadObjectId: person, teamsUserId: person, name: person },
    ...{ organisation: party, createdAt: now },
  };
  const place = {
    kind: "personal",
    conversationId: person,
    tenantId: "t",
    serviceUrl: "",
    botId: "",
  } as const;
  const actor = { tenantId: "t", aadObjectId: person, teamsUserId: person, name: person };
  return { now, actor, place, member, coordinator: false, activityId: systemIds() };
}

/** The token that belongs to an action of a case. */
export const tokenOf = (action: string): string =>
  createHash("sha256").update(action).digest("hex").slice(0, 32);
