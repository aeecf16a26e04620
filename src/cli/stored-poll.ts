/** Cases of rounds with events, played through the store: who votes, who may, what is counted. */

import { ringOf } from "../election/box.ts";
import { type CaseRound, type CountCase, countCase } from "../election/case-forms.ts";
import { openAll } from "../election/counting.ts";
import { registerRepository } from "../election/organise/register.repository.prisma.ts";
import { registerService } from "../election/organise/register.service.ts";
import type { PollEvent } from "../election/poll-events.ts";
import { tallyOf } from "../election/seal.ts";
import {
  delegateChanged,
  departed,
  type Seat,
  seatFor,
  seatOf,
  substituted,
  substitutionEnded,
} from "../election/seats.ts";
import type { StoredRound } from "../election/stored.ts";
import type { Instant } from "../system/clock.ts";
import { NotInTheChat, presses } from "./case-casting.ts";
import { type Stage, turnOf } from "./case-stage.ts";
import { begins } from "./stored-process.ts";

const AFTER_CLOSE = 2_000;

const frozen = (seat: Seat) => ({
  ...{ party: seat.party, holderId: seat.holder, delegateId: seat.people[0] ?? null },
  deputies: seat.people.slice(1),
});

const EVENTS_ONLY = "a round of numbers only";

/** One round with its events; `seats` are those of the case as they stand then. */
async function plays(
  stage: Stage,
  name: StoredRound["name"],
  events: readonly PollEvent[],
  start: readonly Seat[],
) {
  const { deps, service } = stage;
  const register = registerService({ ...deps, registers: registerRepository(stage.db) });
  const press = presses(stage);
  const accepted = new Map<string, { readonly by: string; readonly seat: string }>();
  let seats = start;
  const results: string[] = [];
  const coordinator = (at: Instant) => ({ ...turnOf("koordination", "", at), coordinator: true });
  const changeSeat = (party: string, change: (seat: Seat) => Seat) => {
    seats = seats.map((seat) => (seat.party === party ? change(seat) : seat));
    return seats.find((seat) => seat.party === party);
  };

  async function votes(event: Extract<PollEvent, { type: "vote" }>): Promise<string> {
    const own = seatFor(seats, event.by)?.party ?? "";
    const first = accepted.get(event.action);
    // Who has left a seat stays with the town: the store knows the card by it.
    const party = own === "" && first?.by === event.by ? first.seat : own;
    const seat = first?.seat ?? own;
    const round = event.round === null ? name : { ...name, round: event.round };
    const done = await press(round, { ...event, party, seat });
    if (done === "ok" && first?.by === event.by) return "duplicate";
    if (done === "ok") accepted.set(event.action, { by: event.by, seat: own });
    return done;
  }

  async function standsIn(party: string, change: (seat: Seat) => Seat, at: Instant): Promise<void> {
    const seat = changeSeat(party, change);
    if (seat?.holder) await deps.write((tx) => register.substituted(tx, party, seat.holder ?? "", at));
  }

  async function delegates(party: string, to: string, at: Instant): Promise<void> {
    const seat = changeSeat(party, (one) => delegateChanged(one, to));
    if (seat && !seat.left) await deps.write((tx) => register.delegateChanged(tx, party, to, at));
  }

  /** The round while it is open at this instant. */
  async function openAt(at: Instant): Promise<StoredRound | null> {
    const round = await deps.repository.round(name);
    return round?.phase === "voting" && at < round.closesAt ? round : null;
  }

  async function prolongs(closesAt: Instant, at: Instant): Promise<void> {
    const round = await openAt(at);
    if (round && closesAt > round.closesAt)
      await deps.write((tx) => deps.elections.extend(tx, name, closesAt, []));
  }

  async function cancels(at: Instant): Promise<void> {
    const event = { type: "cancel", by: "coordinator", second: "chair", reason: "Fall" } as const;
    if (await openAt(at)) await service.progress.apply(name.electionId, event, at);
  }

  async function moves(event: Exclude<PollEvent, { type: "vote" }>): Promise<unknown> {
    const { at } = event;
    switch (event.type) {
      case "substitute":
        return standsIn(event.seat, (seat) => substituted(seat, event.to), at);
      case "substitute-end":
        return standsIn(event.seat, substitutionEnded, at);
      case "delegate-change":
        return delegates(event.seat, event.to, at);
      case "leave":
        changeSeat(event.seat, departed);
        return deps.write((tx) => register.partyLeaves(tx, event.seat));
      case "close":
        return service.closeEarly(coordinator(at), name);
      case "extend":
        return prolongs(event.closesAt, at);
      case "cancel":
        return cancels(at);
    }
  }

  for (const event of events)
    if (event.type === "vote") results.push(await votes(event));
    else await moves(event);
  return { results, seats };
}

/** What lies in the box after the close; of a cancelled round nothing does. */
async function tallyIn({ deps }: Stage, round: StoredRound): Promise<Record<string, number>> {
  const key = await deps.keys.read(round.name);
  const box = await deps.write((tx) => deps.repository.box(tx, round.name));
  const ballots = key ? openAll(ringOf(key, round.name), round, box) : [];
  return Object.fromEntries(tallyOf(ballots ?? []));
}

async function opens(stage: Stage, id: string, round: CaseRound, now: Instant): Promise<StoredRound> {
  const { deps, service } = stage;
  const done = await service.progress.apply(id, { type: "open", by: "coordinator" }, now);
  if (!done.ok) throw new NotInTheChat(`a round cannot be opened: ${done.reason}`);
  const opened = await deps.elections.lastRound(id);
  if (!opened) throw new Error("a round that was opened is gone");
  if (round.events !== undefined)
    await deps.write((tx) => deps.elections.extend(tx, opened.name, round.closesAt, []));
  return opened;
}

function mustFit({ rounds, config }: CountCase): void {
  if (config.secret === false) throw new NotInTheChat("an open ballot");
  const [first] = rounds;
  if (first?.events === undefined) throw new NotInTheChat(EVENTS_ONLY);
}

/** An election whose first round is given as events. */
export async function storedPoll(stage: Stage, raw: unknown): Promise<unknown> {
  const input = countCase.parse(raw);
  mustFit(input);
  const [round] = input.rounds;
  if (round?.events === undefined || input.rounds.length > 1) throw new NotInTheChat(EVENTS_ONLY);
  const seats = Object.entries(input.seats).map(([party, people]) => seatOf(party, people));
  const { withdrawal } = input.config;
  await stage.sets({ seats: seats.map(frozen), withdrawal, quorum: input.quorum });
  const id = await begins(stage, "ready", round.candidates ?? []);
  const opened = await opens(stage, id, round, round.opensAt);
  const { results } = await plays(stage, opened.name, round.events, seats);
  const open = await stage.deps.repository.round(opened.name);
  const last = Math.max(open?.closesAt ?? 0, ...round.events.map((event) => event.at)) + AFTER_CLOSE;
  await stage.service.closeDue(last);
  const closed = await stage.deps.repository.round(opened.name);
  if (!closed?.result) throw new Error("a round was not counted");
  const { outcome, reason, winner, present, needed } = closed.result;
  const ended = reason !== null && (outcome === "void" || outcome === "not-elected") ? reason : null;
  return {
    ...{ voteResults: results, outcome, winner, present, needed, reason: ended },
    ...{ entitled: closed.entitled, tally: await tallyIn(stage, closed) },
  };
}
