/** Use cases of a poll about the next date: begin, answer, look, give up. */
import { berlinDate, dateOf } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import type { HeldSeat } from "../../forum/seats.ts";
import { may, rolesOf } from "../../member/rights.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Turn } from "../../turn/turn.ts";
import { type AnswerRefusal, isOvertaken, partyOf } from "../answering.ts";
import { type DateWarning, warningsFor } from "../own-date.ts";
import type { MeetingDeps, PlanRefusal } from "../service.ts";
import { pollAsked, pollGivenUp } from "./notices.ts";
import {
  checkPoll,
  type Poll,
  type PollDraft,
  type PollPlan,
  type PollProblem,
  type Suits,
  stateOf,
} from "./poll.ts";
import type { PollRepository } from "./repository.ts";
import { type PollView, viewOf } from "./view.ts";

export type PollDeps = Pick<
  MeetingDeps,
  "write" | "applyOnce" | "enqueue" | "newId" | "seats" | "partyName" | "calendar"
> & {
  readonly polls: PollRepository;
  /** Whether this person can plan now. */
  readonly begin: (turn: Turn) => Promise<Outcome<true, PlanRefusal>>;
};

export type PollStartRefusal = PlanRefusal | "notMember" | "pollOpen";
export type PollRefusal = "notCoordinator" | "noPoll" | "pollClosed";
export type PollAnswerRefusal = AnswerRefusal | "notMember" | "noPoll" | "pollClosed" | "answerAll";

export type PollStopped =
  | { readonly ok: false; readonly problems: readonly PollProblem[] }
  | { readonly ok: false; readonly reason: PollStartRefusal };

/** What speaks against an option. */
export type WarnedOption = { readonly startsAt: string; readonly warnings: readonly DateWarning[] };
export type CheckedStart =
  | PollStopped
  | { readonly ok: true; readonly value: { plan: PollPlan; options: readonly WarnedOption[] } };

type Refuse<R> = (reason: R) => never;

export function pollService(deps: PollDeps) {
  const { polls } = deps;

  async function begin(turn: Turn): Promise<Outcome<string, PollStartRefusal>> {
    if (!may(rolesOf(turn), "meeting.poll")) return refused("notCoordinator");
    const begun = await deps.begin(turn);
    if (!begun.ok) return begun;
    // The result has to reach somebody.
    return turn.member ? ok(turn.member.id) : refused("notMember");
  }

  /**
   * Of two coordinators who begin a poll at once the second is told so: either both follow the same poll and meet
   * at its key, or the second reads the first one's poll after it.
   */
  async function isFirst(tx: Tx, now: number): Promise<boolean> {
    const before = await polls.newest(tx);
    const key = `meeting.poll|after|${before?.id ?? "none"}|${await polls.count(tx)}`;
    const { again } = await deps.applyOnce(tx, key, "meeting.poll", now, async () => key);
    if (again) return false;
    const newest = await polls.newest(tx);
    return newest === null || newest.settledAt !== null;
  }

  async function look(turn: Turn, poll: Poll): Promise<PollView> {
    const [seats, answers] = await Promise.all([deps.seats(), polls.answers(poll.id)]);
    const found = turn.member && partyOf(turn.member, seats);
    const party = found?.ok ? found.value : null;
    const listed = turn.coordinator && turn.place.kind === "personal";
    return viewOf({ poll, answers, seats, party, listed, now: turn.now });
  }

  function judgeAnswer(
    turn: Turn,
    poll: Poll | null,
    seats: readonly HeldSeat[],
  ): Outcome<{ party: string; poll: Poll }, PollAnswerRefusal> {
    if (!turn.member || !may(rolesOf(turn), "meeting.reply")) return refused("notMember");
    if (!poll) return refused("noPoll");
    if (stateOf(poll, turn.now) !== "open") return refused("pollClosed");
    const party = partyOf(turn.member, seats);
    return party.ok ? ok({ party: party.value, poll }) : party;
  }

  async function giveUpIn(tx: Tx, turn: Turn, id: string, refuse: Refuse<PollRefusal>): Promise<string> {
    const poll = await polls.hold(tx, id);
    if (!poll) return refuse("noPoll");
    const state = stateOf(poll, turn.now);
    if (state === "closed") refuse("pollClosed");
    if (state === "givenUp") return id;
    await polls.settle(tx, id, turn.now);
    await deps.enqueue(tx, pollGivenUp(poll, await deps.seats(tx), turn.now));
    return id;
  }

  async function load(id: string): Promise<Poll> {
    const poll = await polls.byId(id);
    if (!poll) throw new Error("a poll that was stored cannot be read");
    return poll;
  }

  return {
    begin,

    /** Whether a poll can be begun as entered, and what speaks against its dates; stores nothing. */
    async check(turn: Turn, draft: PollDraft): Promise<CheckedStart> {
      const begun = await begin(turn);
      if (!begun.ok) return begun;
      const checked = checkPoll(draft, turn.now);
      if (!checked.ok) return checked;
      const [calendar, today] = [await deps.calendar(), berlinDate(turn.now)];
      const options = checked.value.options.map((startsAt) => ({
        startsAt,
        warnings: warningsFor({ date: dateOf(startsAt), today, calendar }),
      }));
      return ok({ plan: checked.value, options });
    },

    /** Begins a poll and asks every holder of a seat; the same key again begins nothing. */
    async start(turn: Turn, key: string, draft: PollDraft): Promise<PollStopped | { ok: true; value: Poll }> {
      const begun = await begin(turn);
      if (!begun.ok) return begun;
      const checked = checkPoll(draft, turn.now);
      if (!checked.ok) return checked;
      const fresh = { createdById: begun.value, createdAt: turn.now, settledAt: null, meetingId: null };
      const poll = { ...checked.value, ...fresh, id: deps.newId() };
      const done = await orRefuse<PollStartRefusal, { subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "meeting.pollStart", turn.now, async () => {
            if (!(await isFirst(tx, turn.now))) refuse("pollOpen");
            await polls.insert(tx, poll);
            await deps.enqueue(tx, pollAsked(poll, await deps.seats(tx)));
            return poll.id;
          }),
        ),
      );
      return done.ok ? ok(await load(done.value.subject)) : done;
    },

    /**
     * Keeps the answers of the person's party to all options; the last ones pressed count until the deadline, also
     * when an earlier press arrives after them.
     */
    async answer(
      turn: Turn,
      id: string,
      given: readonly (Suits | undefined)[],
    ): Promise<Outcome<PollView, PollAnswerRefusal>> {
      const done = await orRefuse<PollAnswerRefusal, void>((refuse) =>
        deps.write(async (tx) => {
          const judged = judgeAnswer(turn, await polls.hold(tx, id), await deps.seats(tx));
          if (!judged.ok) return refuse(judged.reason);
          const { party, poll } = judged.value;
          const pairs = poll.options.map((startsAt, at) => [startsAt, given[at]] as const);
          const complete = pairs.flatMap(([startsAt, one]) => (one ? [[startsAt, one] as const] : []));
          if (complete.length < pairs.length) refuse("answerAll");
          if (isOvertaken(turn.now, await polls.answeredAt(tx, id, party))) return;
          await polls.saveAnswers(tx, id, { party, suits: Object.fromEntries(complete) }, turn.now);
        }),
      );
      return done.ok ? ok(await look(turn, await load(id))) : done;
    },

    /** A poll as this person may see it here; without an id the one begun last. */
    async show(turn: Turn, id?: string): Promise<Outcome<PollView, "noPoll">> {
      const poll = id === undefined ? await polls.newest() : await polls.byId(id);
      return poll ? ok(await look(turn, poll)) : refused("noPoll");
    },

    /** Ends a poll without a result and tells those who were asked; doing it again changes nothing. */
    async giveUp(turn: Turn, id: string): Promise<Outcome<PollView, PollRefusal>> {
      if (!may(rolesOf(turn), "meeting.poll")) return refused("notCoordinator");
      const done = await orRefuse<PollRefusal, string>((refuse) =>
        deps.write((tx) => giveUpIn(tx, turn, id, refuse)),
      );
      return done.ok ? ok(await look(turn, await load(id))) : done;
    },
  };
}
