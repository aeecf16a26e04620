/** `eigener termin`, and the buttons of dates. */
import { z } from "zod";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import type { MeetingView } from "./answer.service.ts";
import { alreadyCancelledCard, askCancelCard, cancelledCard, meetingCard, replyLine } from "./cards.ts";
import { dressed } from "./dressed.ts";
import { deputyCard, formCard, plannedCard, reviewCard } from "./form.cards.ts";
import { draftIn, FIELDS, ID } from "./form.draft.ts";
import { EMPTY_MEETING, type MeetingDraft, tidyDraft } from "./meeting.ts";
import { problems, refusals } from "./refusal.texts.ts";
import { REPLIES } from "./replies.ts";
import { type MeetingDeps, meetingService, type Stopped } from "./service.ts";
import { answer, cancelling, form } from "./texts.ts";
import { parseReply, type TypedReply } from "./typed-reply.ts";

const FORM = z.object({ ...FIELDS, poll: ID.optional() });
const DRAFT = FORM.extend({ actionId: ID });
const MEETING = z.object({ meeting: ID });
const REPLY = z.object({
  meeting: ID,
  reply: z.enum(REPLIES),
  deputy: z.string().max(5000).optional(),
  startsAt: z.string().max(20).optional(),
});
const CANCEL = z.object({ meeting: ID, actionId: ID });

const is = (command: string) => (typed: string) => (commandWord(typed) === command ? true : undefined);

export function meetingRoutes(deps: MeetingDeps): Routes {
  const service = meetingService(deps);

  const contextOf = ({ place }: Turn) => ({
    partyName: deps.partyName,
    personal: place.kind === "personal",
  });

  function drawForm(draft: MeetingDraft, poll: string | undefined, sentences: readonly string[] = []): Reply {
    const drawn = formCard({ actionId: deps.newId(), draft: tidyDraft(draft), problems: sentences, poll });
    return card(drawn, [`${form.title}.`, ...sentences].join(" "));
  }

  /** The form again where entering something else helps; else one sentence, and the card stays. */
  function stopped(done: Stopped, data: z.output<typeof FORM>): Reply {
    const draft = draftIn(data);
    if ("problems" in done)
      return drawForm(
        draft,
        data.poll,
        done.problems.map((problem) => problems[problem]),
      );
    if (done.reason !== "sameTime") return refusal(refusals[done.reason]);
    return drawForm(draft, data.poll, [refusals.sameTime]);
  }

  async function open(turn: Turn, data: z.output<typeof FORM>): Promise<Reply> {
    const may = await service.begin(turn);
    return may.ok ? drawForm(draftIn(data), data.poll) : refusal(refusals[may.reason]);
  }

  async function check(turn: Turn, data: z.output<typeof DRAFT>): Promise<Reply> {
    const draft = draftIn(data);
    const done = await service.check(turn, draft);
    if (!done.ok) return stopped(done, data);
    const view = { ...done.value, actionId: data.actionId, draft: tidyDraft(draft), poll: data.poll };
    return card(reviewCard(view), form.reviewTitle);
  }

  async function plan(turn: Turn, data: z.output<typeof DRAFT>): Promise<Reply> {
    const done = await service.plan(turn, formKey(turn, data.actionId), draftIn(data), data.poll);
    if (!done.ok) return stopped(done, data);
    const { meeting } = done.value;
    const drawn = await dressed(deps, plannedCard(done.value), meeting, turn.now);
    return stored(card(drawn, answer.planned(meeting.startsAt)));
  }

  async function shown(turn: Turn, view: MeetingView, problem?: string): Promise<Reply> {
    const context = contextOf(turn);
    const title = answer.title(view.meeting.startsAt);
    return card(
      await dressed(deps, meetingCard(view, context, problem), view.meeting, turn.now),
      [problem, `${title}.`, view.own && replyLine(view.own, context)].filter(Boolean).join(" "),
    );
  }

  async function show(turn: Turn, id: string, problem?: string): Promise<Reply> {
    const done = await service.show(turn, id);
    return done.ok ? shown(turn, done.value, problem) : refusal(refusals[done.reason]);
  }

  async function askDeputy(turn: Turn, id: string): Promise<Reply> {
    const done = await service.judge(turn, id);
    if (!done.ok) return refusal(refusals[done.reason]);
    return card(deputyCard({ meeting: done.value }), answer.deputyTitle);
  }

  async function reply(turn: Turn, data: z.output<typeof REPLY>): Promise<Reply> {
    const { meeting: id, deputy } = data;
    if (data.reply === "vertretung" && deputy === undefined) return askDeputy(turn, id);
    const done = await service.reply(turn, id, { reply: data.reply, deputy, startsAt: data.startsAt });
    if (done.ok) return stored(await shown(turn, done.value));
    if (done.reason === "moved") return show(turn, id, answer.movedMeanwhile);
    const problem = refusals[done.reason];
    if (done.reason !== "deputyMissing" && done.reason !== "deputyTooLong") return refusal(problem);
    const judged = await service.judge(turn, id);
    if (!judged.ok) return refusal(refusals[judged.reason]);
    return card(deputyCard({ meeting: judged.value, entered: deputy ?? "", problem }), problem);
  }

  async function typedReply(turn: Turn, given: TypedReply): Promise<Reply> {
    const next = await service.next(turn);
    return next ? reply(turn, { meeting: next.id, ...given }) : refusal(answer.noneToAnswer);
  }

  async function askCancel(turn: Turn, id: string): Promise<Reply> {
    const done = await service.askCancel(turn, id);
    if (!done.ok) return refusal(refusals[done.reason]);
    const { meeting, already } = done.value;
    if (already) return card(alreadyCancelledCard(meeting), cancelling.already(meeting.startsAt));
    return card(askCancelCard({ meeting, actionId: deps.newId() }), cancelling.ask(meeting.startsAt));
  }

  async function cancel(turn: Turn, id: string, actionId: string): Promise<Reply> {
    const done = await service.cancel(turn, formKey(turn, actionId), id);
    if (!done.ok) return refusal(refusals[done.reason]);
    const { meeting, already } = done.value;
    if (already) return card(alreadyCancelledCard(meeting), cancelling.already(meeting.startsAt));
    return stored(card(cancelledCard(meeting), cancelling.done(meeting.startsAt)));
  }

  return {
    texts: [
      textRoute("eigener termin", is("eigener termin"), (turn) => open(turn, EMPTY_MEETING)),
      textRoute("zusage", parseReply, typedReply),
    ],
    actions: [
      actionRoute("meeting.form", FORM, open),
      actionRoute("meeting.check", DRAFT, check),
      actionRoute("meeting.plan", DRAFT, plan),
      actionRoute("meeting.show", MEETING, (turn, { meeting }) => show(turn, meeting)),
      actionRoute("meeting.reply", REPLY, reply),
      actionRoute("meeting.askCancel", MEETING, (turn, { meeting }) => askCancel(turn, meeting)),
      actionRoute("meeting.cancel", CANCEL, (turn, { meeting, actionId }) => cancel(turn, meeting, actionId)),
    ],
  };
}
