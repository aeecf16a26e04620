/** Opening a round: what has to be there, and what is frozen. The store is a few values. */
import { describe, expect, it } from "vitest";
import type { Tx } from "../../src/db/store.ts";
import { type Process, processIn } from "../../src/election/process.ts";
import { type OpeningDeps, openingService } from "../../src/election/progress.opening.ts";
import type { FrozenSeat } from "../../src/election/repository.ts";
import type { StoredCandidacy, StoredRole, StoredRound } from "../../src/election/stored.ts";
import { DEFAULT_RULE } from "../../src/election/wahlordnung.ts";
import type { Notice } from "../../src/outbox/notice.ts";
import { candidacy, election, role, round } from "./drawn.ts";

const HOUR = 3_600_000;
/** A Monday, 13:00 in Berlin. */
const NOW = Date.parse("2026-03-02T12:00:00Z");
const TX = {} as Tx;
const ELECTION = election({ state: "ready" });
const REFUSED = (reason: string) => ({ ok: false, reason });

const seat = (party: string, holderId: string | null = `m-${party}`): FrozenSeat => ({
  ...{ party, holderId, delegateId: holderId, deputies: [] },
});
const SEATS = ["weil", "binzen", "kandern", "todtnau", "aitern", "wieden"].map((party) => seat(party));
const ROLES = [role("officer", "o"), role("scrutineer", "s1"), role("scrutineer", "s2")];

type World = {
  readonly channel: string | null;
  readonly roles: readonly StoredRole[];
  readonly candidacies: readonly StoredCandidacy[];
  readonly coordinators: readonly string[];
  readonly seats: readonly FrozenSeat[];
  readonly traces: boolean;
};
const WORLD: World = {
  ...{ channel: "19:kanal", roles: ROLES, coordinators: ["k"], seats: SEATS, traces: false },
  candidacies: [candidacy({ name: "A", memberId: "a", party: "kandern" })],
};

/** The service over these values, and what it did in its order. */
function openingIn(more: Partial<World> = {}) {
  const world = { ...WORLD, ...more };
  const done: unknown[][] = [];
  const notes =
    (what: string) =>
    async (_: Tx, ...rest: readonly unknown[]): Promise<void> => {
      done.push([what, ...rest]);
    };
  const deps = {
    repository: { openRound: notes("openRound") },
    elections: {
      ...{ roles: async () => world.roles, candidacies: async () => world.candidacies },
      change: notes("change"),
    },
    seats: async () => {
      done.push(["seats"]);
      return world.seats;
    },
    ...{ forumChannel: async () => world.channel, keepsTraces: async () => world.traces },
    ...{ holdSeats: notes("holdSeats"), enqueue: notes("enqueue") },
    write: (work: (tx: Tx) => Promise<unknown>) => work(TX),
    coordinators: async () => world.coordinators,
  } as unknown as OpeningDeps;
  return { service: openingService(deps), done };
}

type Way = { readonly by?: string; readonly last?: StoredRound; readonly after?: Process };
async function opens(more: Partial<World> = {}, { by = "timer", last, after }: Way = {}) {
  const { service, done } = openingIn(more);
  const process = after ?? processIn("ready", ["A", "B"]);
  const outcome = await service.openRound(TX, ELECTION, last ?? null, process, { by, now: NOW });
  const written = done.find(([what]) => what === "openRound")?.[1];
  return { outcome, done, written };
}

describe("a round opens", () => {
  it("with a register in the order of the parties, a quorum and an end, and tells all of it", async () => {
    const { outcome, done, written } = await opens();
    expect(outcome).toEqual({ ok: true, value: null });
    expect(written).toEqual({
      name: { electionId: ELECTION.id, round: 1 },
      ...{ stage: "first", candidates: ["A", "B"], opensAt: NOW, quorum: 3 },
      closesAt: Date.parse("2026-03-09T17:00:00Z"),
      register: ["aitern", "binzen", "kandern", "todtnau", "weil", "wieden"].map((party) => seat(party)),
    });
    const [, notices] = done.find(([what]) => what === "enqueue") ?? [];
    expect((notices as readonly Notice[]).length).toBeGreaterThanOrEqual(SEATS.length);
  });

  it("only after the seats are held, so that nobody stands in meanwhile", async () => {
    const { done } = await opens();
    expect(done.map(([what]) => what)).toEqual(["holdSeats", "seats", "openRound", "enqueue"]);
  });

  it("with the number that follows the last one", async () => {
    const last = round({ name: { electionId: ELECTION.id, round: 2 } });
    const { written } = await opens({}, { last, after: processIn("runoff_pending", ["A", "B"]) });
    expect(written).toMatchObject({ name: { electionId: ELECTION.id, round: 3 }, stage: "runoff" });
  });
});

describe("a round does not open", () => {
  const refuses = async (more: Partial<World>, reason: string, way: Way = {}) => {
    const { outcome, written, done } = await opens(more, way);
    expect(outcome).toEqual(REFUSED(reason));
    expect(written).toBeUndefined();
    expect(done.some(([what]) => what === "enqueue")).toBe(false);
  };
  const accepts = async (more: Partial<World>, way: Way = {}) =>
    expect((await opens(more, way)).outcome).toEqual({ ok: true, value: null });

  it("without a channel of the Forum", () => refuses({ channel: null }, "no-channel"));

  it("without an officer and two scrutineers", async () => {
    await refuses({ roles: [] }, "roles-missing");
    await refuses({ roles: ROLES.slice(1) }, "roles-missing");
    await refuses({ roles: ROLES.slice(0, 2) }, "roles-missing");
    await refuses({ roles: [...ROLES, role("scrutineer", "s3")] }, "roles-missing");
  });

  it("with roles that were handed over, while their successors count", async () => {
    const [officer, first, second] = ROLES as [StoredRole, StoredRole, StoredRole];
    await refuses({ roles: [officer, first, { ...second, until: 5 }] }, "roles-missing");
    await refuses({ roles: [{ ...officer, until: 5 }, first, second] }, "roles-missing");
    await accepts({ roles: [{ ...officer, until: 5 }, first, second, role("officer", "o2")] });
  });

  it("with a coordinator in a role", () => refuses({ coordinators: ["k", "s2"] }, "roles-missing"));

  it("with somebody in a role who stands in this round; who stands no more does not matter", async () => {
    const standing = candidacy({ name: "A", memberId: "s1", party: "weil" });
    const gone = candidacy({ name: "C", memberId: "s1", party: "weil" });
    await refuses({ candidacies: [standing] }, "roles-missing");
    await accepts({ candidacies: [gone] });
    const same = candidacy({ name: "B", memberId: "b", party: "party-s2" });
    await refuses({ candidacies: [same] }, "roles-missing");
  });

  it("with fewer seats than a secret ballot needs", async () => {
    const least = DEFAULT_RULE.secretMinElectorate;
    await refuses({ seats: SEATS.slice(0, least - 1) }, "too-few-seats");
    await accepts({ seats: SEATS.slice(0, least) });
  });

  it("while the store keeps traces of single votes", () => refuses({ traces: true }, "store-keeps-traces"));

  it("by the clock while fewer seats are held than have to take part; somebody may want it", async () => {
    const held = (count: number) =>
      SEATS.map(({ party }, at) => seat(party, at < count ? `m-${party}` : null));
    await refuses({ seats: held(2) }, "below-quorum");
    await refuses({ seats: held(3) }, "below-quorum", {
      after: { ...processIn("ready", ["A"]), quorum: 4 },
    });
    await accepts({ seats: held(3) });
    await accepts({ seats: held(2) }, { by: "coordinator" });
  });
});

describe("a timer that could not go on", () => {
  it("is asked again in an hour, and every coordinator hears why", async () => {
    const { service, done } = openingIn({ coordinators: ["k1", "k2"] });
    await service.postpone("e", "below-quorum", NOW);
    expect(done[0]).toEqual(["change", "e", { dueAt: NOW + HOUR }]);
    const [what, notices] = done[1] ?? [];
    expect(what).toBe("enqueue");
    expect((notices as readonly Notice[]).map(({ to }) => to)).toEqual([{ member: "k1" }, { member: "k2" }]);
  });
});
