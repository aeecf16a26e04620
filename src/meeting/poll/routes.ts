/** `terminumfrage` and the buttons of polls. */
import { z } from "zod";
import { berlinDate } from "../../calendar/zones.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { FIELDS, ID, input } from "../form.draft.ts";
import { EMPTY_MEETING } from "../meeting.ts";
import type { PlanningView } from "../plan/service.ts";
import { giveUpCard, pollCard } from "./cards.ts";
import { pollFormCard, pollReviewCard, startedCard } from "./form.cards.ts";
import { type PollDraft, SUITS, usualDeadline } from "./poll.ts";
import { type PollDeps, type PollStopped, pollService } from "./service.ts";
import { pollForm, pollProblems, pollRefusals, poll as texts } from "./texts.ts";
import type { PollView } from "./view.ts";

export type PollRouteDeps = PollDeps & {
  /** Dates that can be proposed for a quarter. */
  readonly propose: (
    turn: Turn,
    quarter?: string,
  ) => Promise<{ ok: true; value: PlanningView } | { ok: false; reason: string }>;
};

const DAYS = { day0: input, day1: input, day2: input, day3: input, day4: input };
const { startsOn: _, ...REST } = FIELDS;
const FORM = z.object({ ...REST, ...DAYS, closesOn: input, quarter: z.string().max(20).optional() });
const DRAFT = FORM.extend({ actionId: ID });
const POLL = z.object({ poll: ID });
const SUIT = z.enum(SUITS).optional().catch(undefined);
const SUITING = { option0: SUIT, option1: SUIT, option2: SUIT, option3: SUIT, option4: SUIT };
const ANSWER = POLL.extend(SUITING);

type Form = z.output<typeof FORM>;

const draftIn = (data: Form): PollDraft => ({
  days: [data.day0, data.day1, data.day2, data.day3, data.day4],
  ...{ startsAt: data.startsAt, minutes: data.minutes, place: data.place, link: data.link },
  closesOn: data.closesOn,
});

const USUAL_START = "09:00";

export function pollRoutes(deps: PollRouteDeps): Routes {
  const service = pollService(deps);

  function drawForm(draft: PollDraft, problems: readonly string[] = []): Reply {
    const drawn = pollFormCard({ actionId: deps.newId(), draft, problems });
    return card(drawn, [`${pollForm.title}.`, ...problems].join(" "));
  }

  function stopped(done: PollStopped, draft: PollDraft): Reply {
    if ("reason" in done) return refusal(pollRefusals[done.reason]);
    return drawForm(
      draft,
      done.problems.map((problem) => pollProblems[problem]),
    );
  }

  /** The form as it was, or a new one with the proposals of the quarter. */
  async function open(turn: Turn, data: Form): Promise<Reply> {
    const begun = await service.begin(turn);
    if (!begun.ok) return refusal(pollRefusals[begun.reason]);
    const draft = draftIn(data);
    if (draft.days.some((day) => day !== "")) return drawForm(draft);
    const proposed = await deps.propose(turn, data.quarter);
    const days = proposed.ok ? proposed.value.plan.proposals.map(({ date }) => date).sort() : [];
    const { minutes, place, link } = EMPTY_MEETING;
    const closesOn = usualDeadline(berlinDate(turn.now));
    return drawForm({ days, startsAt: USUAL_START, minutes, place, link, closesOn });
  }

  async function check(turn: Turn, data: z.output<typeof DRAFT>): Promise<Reply> {
    const draft = draftIn(data);
    const done = await service.check(turn, draft);
    if (!done.ok) return stopped(done, draft);
    return card(pollReviewCard({ ...done.value, draft, actionId: data.actionId }), pollForm.reviewTitle);
  }

  async function start(turn: Turn, data: z.output<typeof DRAFT>): Promise<Reply> {
    const draft = draftIn(data);
    const done = await service.start(turn, formKey(turn, data.actionId), draft);
    if (!done.ok) return stopped(done, draft);
    return stored(card(startedCard(done.value), pollForm.started));
  }

  function shown(turn: Turn, view: PollView, more: { said?: string; problem?: string } = {}): Reply {
    const drawn = pollCard(view, { partyName: deps.partyName, now: turn.now, ...more });
    return card(drawn, drawn.fallbackText ?? texts.title);
  }

  async function show(turn: Turn, id?: string): Promise<Reply> {
    const done = await service.show(turn, id);
    return done.ok ? shown(turn, done.value) : refusal(pollRefusals[done.reason]);
  }

  async function answer(turn: Turn, data: z.output<typeof ANSWER>): Promise<Reply> {
    const given = [data.option0, data.option1, data.option2, data.option3, data.option4];
    const done = await service.answer(turn, data.poll, given);
    if (!done.ok) return refusal(pollRefusals[done.reason]);
    const party = done.value.own?.party ?? "";
    return stored(shown(turn, done.value, { said: texts.saved(deps.partyName(party)) }));
  }

  async function askGiveUp(turn: Turn, id: string): Promise<Reply> {
    const done = await service.show(turn, id);
    if (!done.ok) return refusal(pollRefusals[done.reason]);
    if (!turn.coordinator) return refusal(pollRefusals.notCoordinator);
    return done.value.state === "open" ? card(giveUpCard({ id }), texts.giveUpAsk) : shown(turn, done.value);
  }

  async function giveUp(turn: Turn, id: string): Promise<Reply> {
    const done = await service.giveUp(turn, id);
    return done.ok ? stored(shown(turn, done.value)) : refusal(pollRefusals[done.reason]);
  }

  return {
    texts: [
      textRoute(
        "terminumfrage",
        (typed) => (commandWord(typed) === "terminumfrage" ? true : undefined),
        (turn) => show(turn),
      ),
      textRoute(
        "terminumfrage starten",
        (typed) => (commandWord(typed) === "terminumfrage starten" ? true : undefined),
        (turn) => open(turn, FORM.parse({})),
      ),
    ],
    actions: [
      actionRoute("meeting.pollForm", FORM, open),
      actionRoute("meeting.pollCheck", DRAFT, check),
      actionRoute("meeting.pollStart", DRAFT, start),
      actionRoute("meeting.poll", POLL, (turn, { poll }) => show(turn, poll)),
      actionRoute("meeting.pollAnswer", ANSWER, answer),
      actionRoute("meeting.pollAskGiveUp", POLL, (turn, { poll }) => askGiveUp(turn, poll)),
      actionRoute("meeting.pollGiveUp", POLL, (turn, { poll }) => giveUp(turn, poll)),
    ],
  };
}
