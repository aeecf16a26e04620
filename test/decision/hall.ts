/** A Forum and a working group that decide: seats, people, places, and the parts the feature is given. */
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import { isLostRace } from "../../src/db/lost-race.ts";
import type { Db, Tx } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import type { Decision } from "../../src/decision/decision.ts";
import { type DecisionDraft, EMPTY_DECISION } from "../../src/decision/draft.ts";
import { decisionNotices } from "../../src/decision/renders.ts";
import { decisionRepository } from "../../src/decision/repository.prisma.ts";
import { type DecisionDeps, decisionService, type SecretBallot } from "../../src/decision/service.ts";
import type { HeldSeat } from "../../src/forum/seats.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import type { Instant } from "../../src/system/clock.ts";
import { systemIds } from "../../src/system/ids.ts";
import type { Turn } from "../../src/turn/turn.ts";
import { toNotice } from "../meeting/rendering.ts";
import { freshDb } from "../support/database.ts";

/** Monday, 2 March 2026, noon in Lörrach. An announced motion opens on Tuesday at nine. */
export const NOON: Instant = Date.UTC(2026, 2, 2, 11);
export const OPENS: Instant = Date.UTC(2026, 2, 3, 8);
/** Tuesday, 10 March 2026, 18:00 in Lörrach. */
export const CLOSES: Instant = Date.UTC(2026, 2, 10, 17);
export const CHANNEL = "19:forum@thread.tacv2";

export const PARTIES = ["binzen", "kandern", "loerrach", "schopfheim", "todtnau", "weil-am-rhein"] as const;
export const SEATS: readonly HeldSeat[] = PARTIES.map((party) => ({
  party,
  holderId: party === "todtnau" ? null : `m-${party}`,
}));
export const HELD = SEATS.flatMap(({ party, holderId }) => (holderId === null ? [] : [party]));

export const draft = (part: Partial<DecisionDraft> = {}): DecisionDraft => ({
  ...EMPTY_DECISION,
  title: "Gemeinsame Bauakte",
  text: "Das Forum beschafft die Bauakte gemeinsam.",
  closesOn: "2026-03-10",
  closesAt: "18:00",
  ...part,
});

type Who = { readonly id?: string; readonly coordinator?: boolean; readonly now?: Instant };

/** A turn of a member of the organisation, or of a guest, in the personal chat; each an act of its own. */
export function turnOf(organisation: string | null, { id, coordinator = false, now = NOON }: Who = {}): Turn {
  const name = id ?? `m-${organisation ?? "gast"}`;
  const actor = { tenantId: "t", aadObjectId: name, teamsUserId: `29:${name}`, name };
  const member = organisation === null ? null : { ...actor, id: name, organisation, createdAt: NOON };
  const way = { tenantId: "t", serviceUrl: "http://x", botId: "28:bot" };
  const place = { kind: "personal" as const, conversationId: `a:${name}`, ...way };
  return { now, actor, place, member, coordinator, activityId: systemIds() };
}

export const inPlace = (turn: Turn, conversationId: string): Turn => ({
  ...turn,
  place: { ...turn.place, kind: "channel", conversationId },
});
export const coordination = (now = NOON): Turn => turnOf(null, { coordinator: true, now });

/** A ballot box that only remembers what it was asked. */
export function fakeBox(db: Db) {
  const opened: Parameters<SecretBallot["open"]>[1][] = [];
  const cancelled: string[] = [];
  const box: SecretBallot = {
    open: async (tx, ballot) => {
      opened.push(ballot);
      const electionId = `box-${ballot.decisionId}`;
      const startedAt = new Date(ballot.opensAt);
      await tx.election.create({ data: { id: electionId, office: "motion", state: "voting", startedAt } });
      return { electionId };
    },
    cancel: async (tx, electionId) => {
      cancelled.push(electionId);
      await tx.election.update({ where: { id: electionId }, data: { state: "cancelled" } });
    },
  };
  return { box, opened, cancelled, db };
}

/** A new database with the Forum in it, as every start of the program leaves it. */
export async function forumDb(engine: Engine): Promise<Db> {
  const db = await freshDb(engine);
  await db.write((tx) => tx.forum.create({ data: { id: 1, name: "Probeforum" } }));
  return db;
}

export type Hall = ReturnType<typeof hallOn>;

/** One process on a database. `state` can be changed while it runs. */
export function hallOn(db: Db, part: Partial<DecisionDeps> = {}) {
  const state: { seats: readonly HeldSeat[]; channel: string | null } = { seats: SEATS, channel: CHANNEL };
  const repository = decisionRepository(db);
  const deps: DecisionDeps = {
    repository,
    newId: systemIds,
    write: async <T>(body: (tx: Tx) => Promise<T>) => {
      try {
        return await db.write(body);
      } catch (error) {
        if (!isLostRace(error)) throw error;
        return db.write(body);
      }
    },
    applyOnce,
    enqueue: createEnqueue(systemIds),
    seats: async () => state.seats,
    forumChannel: async () => state.channel,
    useOf: async () => ({ kind: "forum" }),
    organisationName: (key) => key,
    isParty: (key) => key !== "komm-one",
    secretBallot: null,
    ...part,
  };
  const service = decisionService(deps);
  const load = async (id: string): Promise<Decision> => {
    const decision = await repository.byId(id);
    if (!decision) throw new Error("no such decision");
    return decision;
  };
  return {
    state,
    deps,
    service,
    repository,
    load,
    /** Puts a motion as the coordinator and gives its id. */
    puts: async (
      part: Partial<DecisionDraft> = {},
      atOnce = true,
      turn = coordination(),
    ): Promise<string> => {
      const key = `form|${systemIds()}`;
      const begun = await service.begin(turn);
      const group = begun.ok ? (begun.value.group?.id ?? "") : "";
      const done = await service.create(turn, { key, draft: draft(part), group, atOnce });
      if (!done.ok) throw new Error(`not put: ${JSON.stringify(done)}`);
      return done.value.id;
    },
    votes: (party: string, id: string, choice: string, now = NOON) =>
      service.cast(turnOf(party, { now }), id, choice),
    /** Messages of a kind: to whom and when. */
    told: async (kind: string) => {
      const rows = await db.read.outboxItem.findMany({
        where: { kind: `decision.${kind}` },
        orderBy: [{ dueAt: "asc" }, { key: "asc" }],
      });
      return rows.map((row) => ({
        to: row.memberId ?? row.conversationId ?? "",
        dueAt: row.dueAt.getTime(),
        replaces: row.replaces,
        row,
      }));
    },
    /** What becomes of a message when it leaves: its summary, or why it is dropped. */
    rendered: async (row: Parameters<typeof toNotice>[0], now: Instant): Promise<string> => {
      const render = decisionNotices(deps)[row.kind as "decision.opened"];
      const done = await render(toNotice(row), now);
      return "drop" in done ? done.drop : "summary" in done.send ? done.send.summary : "";
    },
  };
}
