/** A small Forum for tests of dates: seats, people, a channel, and the parts the feature is given. */
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import { isLostRace } from "../../src/db/lost-race.ts";
import type { Db, Tx } from "../../src/db/store.ts";
import type { HeldSeat } from "../../src/forum/seats.ts";
import { pollUse } from "../../src/meeting/feature.ts";
import { holidayRepository } from "../../src/meeting/holidays/repository.prisma.ts";
import { EMPTY_MEETING, type MeetingDraft } from "../../src/meeting/meeting.ts";
import { pollRepository } from "../../src/meeting/poll/repository.prisma.ts";
import { meetingRepository } from "../../src/meeting/repository.prisma.ts";
import { type MeetingDeps, meetingService } from "../../src/meeting/service.ts";
import { createEnqueue } from "../../src/outbox/repository.prisma.ts";
import type { Instant } from "../../src/system/clock.ts";
import { systemIds } from "../../src/system/ids.ts";
import type { Turn } from "../../src/turn/turn.ts";

/** Monday, 2 March 2026, noon in Lörrach. */
export const NOON: Instant = Date.UTC(2026, 2, 2, 11);
export const CHANNEL = "19:forum@thread.tacv2";

export const SEATS: readonly HeldSeat[] = [
  { party: "kandern", holderId: "m-kandern" },
  { party: "loerrach", holderId: "m-loerrach" },
  { party: "schopfheim", holderId: "m-schopfheim" },
  { party: "todtnau", holderId: null },
];
const NAMES: Readonly<Record<string, string>> = {
  kandern: "Kandern",
  loerrach: "Lörrach",
  schopfheim: "Schopfheim",
  todtnau: "Todtnau",
};
export const partyName = (key: string): string => NAMES[key] ?? key;

export const draft = (part: Partial<MeetingDraft> = {}): MeetingDraft => ({
  ...EMPTY_MEETING,
  startsOn: "2026-04-22",
  startsAt: "09:00",
  place: "Großer Sitzungssaal",
  ...part,
});

type Who = { readonly id?: string; readonly coordinator?: boolean; readonly now?: Instant };

/** A turn of a member of the organisation, or of a guest, in the personal chat. */
export function turnOf(organisation: string | null, { id, coordinator = false, now = NOON }: Who = {}): Turn {
  const actor = {
    tenantId: "t-1",
    aadObjectId: `aad-${id ?? organisation}`,
    teamsUserId: `29:${id ?? organisation}`,
    name: `Delegation ${organisation === null ? "Gast" : partyName(organisation)}`,
  };
  const member =
    organisation === null ? null : { ...actor, id: id ?? `m-${organisation}`, organisation, createdAt: NOON };
  const way = { tenantId: "t-1", serviceUrl: "http://x", botId: "28:bot" };
  return {
    now,
    actor,
    place: { kind: "personal", conversationId: "a:1", ...way },
    member,
    coordinator,
    activityId: "1",
  };
}

export const inChannel = (turn: Turn): Turn => ({
  ...turn,
  place: { ...turn.place, kind: "channel", conversationId: CHANNEL },
});

export const coordination = (now = NOON): Turn => turnOf(null, { coordinator: true, now });

export type Forum = ReturnType<typeof forumOn>;

/** As the program does it: once more when somebody else was faster. */
const decidingTwice =
  (db: Db) =>
  <T>(body: (tx: Tx) => Promise<T>): Promise<T> =>
    db.write(body).catch((error) => {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    });

/** One process on a database. `state` can be changed while it runs. */
export function forumOn(db: Db, part: Partial<MeetingDeps> = {}) {
  const state: { seats: readonly HeldSeat[]; channel: string | null } = { seats: SEATS, channel: CHANNEL };
  const repository = meetingRepository(db);
  const [polls, holidays] = [pollRepository(db), holidayRepository(db)];
  const deps: MeetingDeps = {
    repository,
    newId: systemIds,
    write: decidingTwice(db),
    applyOnce,
    enqueue: createEnqueue(systemIds),
    seats: async () => state.seats,
    forumChannel: async () => state.channel,
    partyName,
    calendar: () => holidays.facts(),
    usePoll: pollUse({ polls, repository }),
    ...part,
  };
  const service = meetingService(deps);
  return {
    state,
    deps,
    polls,
    holidays,
    service,
    repository,
    /** Plans a date as the coordinator and gives its id. */
    plan: async (part: Partial<MeetingDraft> = {}, now = NOON): Promise<string> => {
      const key = `form|${systemIds()}`;
      const done = await service.plan(coordination(now), key, draft(part));
      if (!done.ok) throw new Error(`not planned: ${JSON.stringify(done)}`);
      return done.value.meeting.id;
    },
    /** Messages in the outbox, sorted; ids of dates left out. */
    told: async () => {
      const rows = await db.read.outboxItem.findMany({ orderBy: [{ dueAt: "asc" }, { key: "asc" }] });
      return rows.map((row) => ({
        what: row.key.replaceAll(row.subject, "").replace("||", "|"),
        dueAt: row.dueAt.getTime(),
        expiresAt: row.expiresAt?.getTime() ?? null,
        row,
      }));
    },
    stages: async () => {
      const rows = await db.read.meetingStage.findMany({ orderBy: { stage: "asc" } });
      return Object.fromEntries(rows.map(({ stage, sent }) => [stage, sent]));
    },
  };
}
