/** Cases of open decisions, played through the store. */
import { addDays } from "../calendar/dates.ts";
import { berlinDate } from "../calendar/zones.ts";
import type { CastRefusal } from "../decision/cast.ts";
import { EMPTY_DECISION } from "../decision/draft.ts";
import { decisionRepository } from "../decision/repository.prisma.ts";
import { type DecisionService, decisionService } from "../decision/service.ts";
import { type CountCase, countCase } from "../election/case-forms.ts";
import type { PollEvent } from "../election/poll-events.ts";
import {
  delegateChanged,
  departed,
  type Seat,
  seatFor,
  seatOf,
  substituted,
  substitutionEnded,
} from "../election/seats.ts";
import type { HeldSeat } from "../forum/seats.ts";
import type { Instant } from "../system/clock.ts";
import { NotInTheChat } from "./case-casting.ts";
import { type Stage, turnOf } from "./case-stage.ts";

type Vote = Extract<PollEvent, { type: "vote" }>;
type Move = Exclude<PollEvent, Vote>;

/** What the chat says to a refused vote, in the words of the cases; null where the seat tells which. */
const REASONS: Readonly<Record<CastRefusal, string | null>> = {
  ...{ notMember: null, notPersonal: null, gone: null, secret: null },
  ...{ cancelled: "cancelled", notOpen: "not-open", closed: "closed", notEntitled: "not-entitled" },
  // Who held the seat before reads the same sentence whether he or she still belongs to it.
  seatChanged: null,
  ...{ hasVoted: "not-holder", notHolder: "not-holder", unknownChoice: "unknown-choice" },
};

const heldNow = (seats: readonly Seat[]): readonly HeldSeat[] =>
  seats.flatMap(({ party, holder, left }) => (left ? [] : [{ party, holderId: holder }]));

function moved(seats: readonly Seat[], event: Move): readonly Seat[] {
  const change = (party: string, by: (seat: Seat) => Seat) =>
    seats.map((seat) => (seat.party === party ? by(seat) : seat));
  switch (event.type) {
    case "substitute":
      return change(event.seat, (seat) => substituted(seat, event.to));
    case "substitute-end":
      return change(event.seat, substitutionEnded);
    case "delegate-change":
      return change(event.seat, (seat) => delegateChanged(seat, event.to));
    case "leave":
      return change(event.seat, departed);
    default:
      return seats;
  }
}

const bureau = (at: Instant) => ({ ...turnOf("koordination", "", at), coordinator: true, member: null });

/** A motion of the case, open from the case's instant to the other. */
async function puts(
  stage: Stage,
  service: DecisionService,
  input: CountCase,
  times: { opensAt: Instant; closesAt: Instant },
) {
  const draft = {
    ...EMPTY_DECISION,
    ...{ title: "Fall", text: "Fall", way: input.config.mode === "umlauf" ? "umlauf" : "vote" },
    ...{
      majority: input.config.majority,
      closesOn: addDays(berlinDate(times.opensAt), 2),
      closesAt: "18:00",
    },
  };
  const key = `case|${stage.deps.newId()}`;
  const done = await service.create(bureau(times.opensAt), { key, draft, group: "", atOnce: true });
  if (!done.ok) throw new NotInTheChat("a motion that cannot be put");
  const { id } = done.value;
  const data = { opensAt: new Date(times.opensAt), closesAt: new Date(times.closesAt) };
  await stage.db.write((tx) => tx.decision.update({ where: { id }, data }));
  return id;
}

/** A press in the chat is always that of a card of this motion, and of one person. */
function mustBeOwn(own: boolean, round: number | null): void {
  if (!own || (round !== null && round !== 1)) throw new NotInTheChat("a press on somebody else's card");
}

/** Plays the events; answers what was said to each vote. */
async function plays(
  service: DecisionService,
  id: string,
  events: readonly PollEvent[],
  at: { seats: readonly Seat[] },
) {
  const accepted = new Map<string, string>();

  async function votes({ by, choice, action, round, at: now }: Vote): Promise<string> {
    const first = accepted.get(action) ?? by;
    mustBeOwn(first === by, round);
    const party = seatFor(at.seats, by)?.party ?? "";
    const done = await service.cast({ ...turnOf(by, party, now), activityId: action }, id, choice);
    if (!done.ok) return REASONS[done.reason] ?? (party === "" ? "not-entitled" : "not-holder");
    if (accepted.has(action)) return "duplicate";
    accepted.set(action, by);
    return done.value.changed ? "replaced" : "ok";
  }

  const results: string[] = [];
  for (const event of events) {
    if (event.type === "vote") results.push(await votes(event));
    else if (event.type === "extend") throw new NotInTheChat("the end of a motion is not moved");
    else if (event.type === "close") await service.closeEarly(bureau(event.at), id);
    else if (event.type === "cancel") await service.cancel(bureau(event.at), id, "Fall");
    else at.seats = moved(at.seats, event);
  }
  return results;
}

/** A decision that is voted on openly. */
export async function storedMotion(stage: Stage, raw: unknown): Promise<unknown> {
  const input = countCase.parse(raw);
  const [round] = input.rounds;
  if (round?.events === undefined || input.config.secret === true)
    throw new NotInTheChat("a decision that is not voted on openly");
  if (input.quorum !== null) throw new NotInTheChat("a quorum other than half of the seats");
  const state = {
    seats: Object.entries(input.seats).map(([party, people]) => seatOf(party, people)) as readonly Seat[],
  };
  const repository = decisionRepository(stage.db);
  const service = decisionService({
    ...stage.deps,
    repository,
    seats: async () => heldNow(state.seats),
    useOf: async () => ({ kind: "forum" }),
    isParty: () => true,
    secretBallot: null,
  });
  const id = await puts(stage, service, input, round);
  const voteResults = await plays(service, id, round.events, state);
  await service.runDue(round.closesAt);
  const ended = await repository.byId(id);
  if (!ended) throw new Error("the motion of a case is gone");
  if (ended.state === "cancelled") return { voteResults, outcome: "void", reason: "cancelled" };
  const { result, reason } = ended;
  return {
    voteResults,
    outcome: ended.state,
    reason,
    ...(result ? { tally: result.tally, entitled: result.entitled, present: result.present } : {}),
  };
}
