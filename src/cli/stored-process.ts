/** Cases of the process, played through the store. */
import { type CaseProcessEvent, processCase } from "../election/case-forms.ts";
import { eventOf } from "../election/cases.ts";
import type { Ballots } from "../election/election.ts";
import type { ProgressRefusal } from "../election/progress.service.ts";
import type { StoredElection, StoredRound } from "../election/stored.ts";
import type { ProcessEvent } from "../election/transition.ts";
import type { Instant } from "../system/clock.ts";
import { castAll, NotInTheChat } from "./case-casting.ts";
import { ruleOf, type Stage, turnOf } from "./case-stage.ts";

const START = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
/** Votes under way at the close end before it is sealed. */
const AFTER_CLOSE = 2_000;

type Input = ReturnType<typeof processCase.parse>;

/** Seats of a case that names none. */
export const seatsFor = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const party = `sitz-${String(at + 1).padStart(2, "0")}`;
    return { party, holderId: `m-${party}`, delegateId: `m-${party}`, deputies: [] };
  });

/** Officer and scrutineers of parties that the case does not know. */
async function giveRoles({ deps }: Stage, id: string): Promise<void> {
  const roles = [
    ["leitung", "officer"],
    ["pruefung-a", "scrutineer"],
    ["pruefung-b", "scrutineer"],
  ] as const;
  await deps.write(async (tx) => {
    for (const [name, role] of roles)
      await deps.elections.giveRole(tx, id, { memberId: name, name, party: name, role, since: START });
  });
}

/** An election as the case finds it. */
export async function begins(stage: Stage, state: StoredElection["state"], candidates: readonly string[]) {
  const { deps } = stage;
  const id = deps.newId();
  const rule = ruleOf(stage.body());
  const row = { id, office: "chair", state, startedAt: START, rule, ruleVersion: 0 } as const;
  await deps.write(async (tx) => {
    await deps.elections.announce(tx, { ...row, dueAt: null, closesAt: null });
    for (const name of candidates)
      await deps.elections.nominate(tx, id, {
        ...{ name, memberId: null, party: null, nominatedById: null, nominatedAt: START, consentedAt: START },
      });
  });
  await giveRoles(stage, id);
  return id;
}

const NEEDS_A_ROUND = [
  "voting",
  "runoff_pending",
  "second_round_pending",
  "lot_pending",
  "void",
  "acceptance",
  "elected",
];

export async function storedProcess(stage: Stage, raw: unknown): Promise<unknown> {
  const input: Input = processCase.parse(raw);
  if (NEEDS_A_ROUND.includes(input.start)) throw new NotInTheChat(`begins in ${input.start}`);
  const { withdrawal, otherRunning } = input.config;
  await stage.sets({ seats: seatsFor(input.electorate), withdrawal, quorum: input.quorum, otherRunning });
  const { deps, service } = stage;
  const id = await begins(stage, input.start, input.candidates);
  let now: Instant = START;

  const election = async (): Promise<StoredElection> => {
    const found = await deps.elections.election(id);
    if (!found) throw new Error("the election of a case is gone");
    return found;
  };

  /** Casts and lets the clock close the round. */
  async function closes(round: StoredRound, ballots: Ballots, present: number | null): Promise<"ok"> {
    const cast = [...ballots.values()].reduce((sum, count) => sum + count, 0);
    if (present !== null && present !== cast) throw new NotInTheChat("people who only checked in");
    await castAll(stage, round.name, ballots, now);
    now = round.closesAt + AFTER_CLOSE;
    await service.closeDue(now);
    return "ok";
  }

  async function endsVoting(event: Extract<ProcessEvent, { type: "end-voting" | "close" }>): Promise<string> {
    const { state } = await election();
    const round = await deps.elections.lastRound(id);
    const early = event.type === "close";
    if (early && event.by !== "coordinator") return "refused:role";
    if (state !== "voting" || !round) return "refused:wrong-state";
    if (!early || event.allVoted) return closes(round, event.ballots, event.present);
    const coordinator = { ...turnOf("koordination", "", now), coordinator: true };
    const done = await service.closeEarly(coordinator, round.name);
    return done.ok ? "ok" : `refused:${done.reason}`;
  }

  async function broughtBy(event: ProcessEvent) {
    if (event.type === "nominate") {
      const by = { memberId: null, party: null, nominatedById: null };
      return { candidacy: { name: event.candidate, ...by, nominatedAt: now, consentedAt: null } };
    }
    const lot = event.type === "draw" ? (await deps.elections.lastRound(id))?.lot : null;
    return event.type === "draw" && lot ? { lot: { ...lot, drawn: [...event.drawn] } } : {};
  }

  async function handles(given: CaseProcessEvent): Promise<string> {
    const event = eventOf(given);
    if (event.type === "end-voting" || event.type === "close") return endsVoting(event);
    // A timer comes when it is due, a person a little later.
    const { dueAt } = await election();
    now = event.by === "timer" ? Math.max(now, dueAt ?? now) : now + MINUTE;
    const done = await service.progress.apply(id, event, now, await broughtBy(event));
    if (done.ok) return done.value.effect;
    const reason: ProgressRefusal = done.reason;
    return `refused:${reason}`;
  }

  const results: string[] = [];
  for (const given of input.events) results.push(await handles(given));
  const { state, winner } = await election();
  return { state, results, winner: state === "elected" || state === "acceptance" ? winner : null };
}
