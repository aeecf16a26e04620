/** Opening an election: what the coordinator enters is checked, shown, and checked again when it is opened. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import { byCodePoint } from "../system/code-points.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import { type CandidateRefusal, checkCandidates, namesIn } from "./candidates.ts";
import { openingNotices } from "./notices.ts";
import { checkDeadline, type DeadlineRefusal, SECRET_FROM } from "./opening.ts";
import { processIn } from "./process.ts";
import type { NewRound } from "./repository.ts";
import type { RoundName } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import { step } from "./transition.ts";
import { halfOf } from "./turnout.ts";

export type StartRefusal =
  | CandidateRefusal
  | DeadlineRefusal
  | "not-coordinator"
  | "already-running"
  | "no-channel"
  | "too-few-seats"
  | "store-keeps-traces"
  | "wrong-state";

/** As a form sends it: keys of parties, further names line by line, date and time on a clock in Berlin. */
export type Entered = {
  readonly parties: readonly string[];
  readonly others: string;
  readonly closesOn: string;
  readonly closesAt: string;
};

export type Planned = {
  readonly candidates: readonly string[];
  readonly closesAt: Instant;
  readonly entitled: number;
  readonly held: number;
  readonly quorum: number;
};

export type Start = {
  readonly actionId: string;
  readonly candidates: readonly string[];
  readonly closesOn: string;
  readonly closesAt: string;
};

type Seats = Awaited<ReturnType<ElectionDeps["seats"]>>;

export function startService(deps: ElectionDeps) {
  const { repository, keys } = deps;

  /** What has to be there before a round can be opened; read again in the transaction that opens it. */
  async function readiness(tx?: Tx): Promise<Outcome<{ channel: string; seats: Seats }, StartRefusal>> {
    if (await repository.running(tx)) return refused("already-running");
    const channel = await deps.forumChannel(tx);
    if (!channel) return refused("no-channel");
    const seats = [...(await deps.seats(tx))].sort((a, b) => byCodePoint(a.party, b.party));
    return seats.length < SECRET_FROM ? refused("too-few-seats") : ok({ channel, seats });
  }

  /** What can be said without looking at other elections. */
  async function checked(
    turn: Turn,
    names: readonly string[],
    deadline: Pick<Entered, "closesOn" | "closesAt">,
  ): Promise<Outcome<{ candidates: readonly string[]; closesAt: Instant }, StartRefusal>> {
    if (!may(rolesOf(turn), "election.start")) return refused("not-coordinator");
    const candidates = checkCandidates(names);
    if (!candidates.ok) return candidates;
    const closesAt = checkDeadline(deadline.closesOn, deadline.closesAt, turn.now);
    if (!closesAt.ok) return closesAt;
    if (await deps.keepsTraces()) return refused("store-keeps-traces");
    return ok({ candidates: candidates.value, closesAt: closesAt.value });
  }

  /** Writes the round, its register and everything to be told of it. */
  async function open(
    tx: Tx,
    name: RoundName,
    { candidates, closesAt }: { candidates: readonly string[]; closesAt: Instant },
    now: Instant,
  ): Promise<Outcome<null, StartRefusal>> {
    const ready = await readiness(tx);
    if (!ready.ok) return ready;
    const { seats, channel } = ready.value;
    const electorate = seats.length;
    const settings = { electorate, withdrawal: "move-up", otherRunning: false } as const;
    const opened = step(processIn("ready", candidates), { type: "open", by: "coordinator" }, settings);
    if (!opened.ok) return refused("wrong-state");
    const round: NewRound = {
      name,
      candidates: opened.value.process.current.candidates,
      quorum: halfOf(electorate),
      opensAt: now,
      closesAt,
      register: seats.map(({ party, holderId }) => ({ party, holderId })),
    };
    await repository.open(tx, round);
    await deps.enqueue(tx, openingNotices(round, channel));
    return ok(null);
  }

  return {
    /** What would be opened, for the coordinator to look at; nothing is stored. */
    async plan(turn: Turn, entered: Entered): Promise<Outcome<Planned, StartRefusal>> {
      const names = [...entered.parties.map(deps.organisationName), ...namesIn(entered.others)];
      const good = await checked(turn, names, entered);
      if (!good.ok) return good;
      const ready = await readiness();
      if (!ready.ok) return ready;
      const { seats } = ready.value;
      const held = seats.filter((seat) => seat.holderId !== null).length;
      return ok({ ...good.value, entitled: seats.length, held, quorum: halfOf(seats.length) });
    },

    /**
     * Opens the election: the key of the round first, then the round. Where the process ends in between, the
     * key stays without a round and is removed at a later start. The same form again gives the same election.
     */
    async start(turn: Turn, wanted: Start): Promise<Outcome<RoundName, StartRefusal>> {
      const good = await checked(turn, wanted.candidates, wanted);
      if (!good.ok) return good;
      const name = { electionId: deps.newId(), round: 1 };
      await keys.create(name);
      const done = await orRefuse<StartRefusal, string>(async (refuse) => {
        const body = async (tx: Tx): Promise<string> => {
          const opened = await open(tx, name, good.value, turn.now);
          return opened.ok ? name.electionId : refuse(opened.reason);
        };
        const key = formKey(turn, wanted.actionId);
        const { subject } = await deps.write((tx) =>
          deps.applyOnce(tx, key, "election.start", turn.now, () => body(tx)),
        );
        return subject;
      });
      // After a fault the key stays: nobody knows whether the round was stored.
      if (!done.ok || done.value !== name.electionId) await keys.remove(name);
      return done.ok ? ok({ electionId: done.value, round: 1 }) : done;
    },
  };
}
