/** `termine`, `termin planen`, and the buttons of dates. */
import { z } from "zod";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import { agendaCard } from "./agenda.cards.ts";
import type { MeetingView } from "./answer.service.ts";
import { alreadyCancelledCard, askCancelCard, cancelledCard, meetingCard, replyLine } from "./cards.ts";
import { deputyCard, formCard, plannedCard, reviewCard } from "./form.cards.ts";
import { EMPTY_MEETING, type MeetingDraft, tidyDraft } from "./meeting.ts";
import { problems, refusals } from "./refusal.texts.ts";
import { REPLIES } from "./replies.ts";
import { type MeetingDeps, meetingService, type Stopped } from "./service.ts";
import { agenda, answer, cancelling, form } from "./texts.ts";

const ID = z.string().regex(/^[\w-]{1,64}$/);
/** A field that nobody filled in is not sent by every client. */
const input = z.string().max(5000).default("");
const minutes = z.union([z.string().max(20), z.number().transform(String)]).default(EMPTY_MEETING.minutes);
const FIELDS = { startsOn: input, startsAt: input, minutes, place: input, link: input };
const DRAFT = z.object({ actionId: ID, ...FIELDS });
const MEETING = z.object({ meeting: ID });
const REPLY = z.object({ meeting: ID, reply: z.enum(REPLIES), deputy: z.string().max(5000).optional() });
const CANCEL = z.object({ meeting: ID, actionId: ID });

const draftIn = ({ startsOn, startsAt, minutes, place, link }: MeetingDraft): MeetingDraft => ({
  ...{ startsOn, startsAt, minutes, place, link },
});

const is = (command: string) => (typed: string) => (commandWord(typed) === command ? true : undefined);

export function meetingRoutes(deps: MeetingDeps): Routes {
  const service = meetingService(deps);

  const contextOf = ({ place }: Turn) => ({
    partyName: deps.partyName,
    personal: place.kind === "personal",
  });

  function drawForm(draft: MeetingDraft, sentences: readonly string[] = []): Reply {
    const drawn = formCard({ actionId: deps.newId(), draft: tidyDraft(draft), problems: sentences });
    return card(drawn, [`${form.title}.`, ...sentences].join(" "));
  }

  /** The form again where entering something else helps; else one sentence, and the card stays. */
  function stopped(done: Stopped, draft: MeetingDraft): Reply {
    if ("problems" in done)
      return drawForm(
        draft,
        done.problems.map((problem) => problems[problem]),
      );
    return done.reason === "sameTime" ? drawForm(draft, [refusals.sameTime]) : refusal(refusals[done.reason]);
  }

  async function open(turn: Turn, draft: MeetingDraft): Promise<Reply> {
    const may = await service.begin(turn);
    return may.ok ? drawForm(draft) : refusal(refusals[may.reason]);
  }

  async function check(turn: Turn, data: z.output<typeof DRAFT>): Promise<Reply> {
    const draft = draftIn(data);
    const done = await service.check(turn, draft);
    if (!done.ok) return stopped(done, draft);
    const view = { ...done.value, actionId: data.actionId, draft: tidyDraft(draft) };
    return card(reviewCard(view), form.reviewTitle);
  }

  async function plan(turn: Turn, data: z.output<typeof DRAFT>): Promise<Reply> {
    const draft = draftIn(data);
    const done = await service.plan(turn, formKey(turn, data.actionId), draft);
    if (!done.ok) return stopped(done, draft);
    return stored(card(plannedCard(done.value), answer.planned(done.value.meeting.startsAt)));
  }

  function shown(turn: Turn, view: MeetingView): Reply {
    const context = contextOf(turn);
    const title = answer.title(view.meeting.startsAt);
    return card(
      meetingCard(view, context),
      view.own ? `${title}. ${replyLine(view.own, context)}` : `${title}.`,
    );
  }

  async function show(turn: Turn, id: string): Promise<Reply> {
    const done = await service.show(turn, id);
    return done.ok ? shown(turn, done.value) : refusal(refusals[done.reason]);
  }

  async function askDeputy(turn: Turn, id: string): Promise<Reply> {
    const done = await service.judge(turn, id);
    if (!done.ok) return refusal(refusals[done.reason]);
    return card(deputyCard({ meeting: done.value }), answer.deputyTitle);
  }

  async function reply(turn: Turn, data: z.output<typeof REPLY>): Promise<Reply> {
    const { meeting: id, deputy } = data;
    if (data.reply === "vertretung" && deputy === undefined) return askDeputy(turn, id);
    const done = await service.reply(turn, id, { reply: data.reply, deputy });
    if (done.ok) return stored(shown(turn, done.value));
    const problem = refusals[done.reason];
    if (done.reason !== "deputyMissing" && done.reason !== "deputyTooLong") return refusal(problem);
    const judged = await service.judge(turn, id);
    if (!judged.ok) return refusal(refusals[judged.reason]);
    return card(deputyCard({ meeting: judged.value, entered: deputy ?? "", problem }), problem);
  }

  async function listed(turn: Turn): Promise<Reply> {
    const view = { ...contextOf(turn), coordinator: turn.coordinator, now: turn.now };
    return card(agendaCard({ ...view, agenda: await service.agenda(turn) }), agenda.title);
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
      textRoute("termine", is("termine"), listed),
      textRoute("termin planen", is("termin planen"), (turn) => open(turn, EMPTY_MEETING)),
    ],
    actions: [
      actionRoute("meeting.form", z.object(FIELDS), (turn, data) => open(turn, draftIn(data))),
      actionRoute("meeting.check", DRAFT, check),
      actionRoute("meeting.plan", DRAFT, plan),
      actionRoute("meeting.show", MEETING, (turn, { meeting }) => show(turn, meeting)),
      actionRoute("meeting.reply", REPLY, reply),
      actionRoute("meeting.askCancel", MEETING, (turn, { meeting }) => askCancel(turn, meeting)),
      actionRoute("meeting.cancel", CANCEL, (turn, { meeting, actionId }) => cancel(turn, meeting, actionId)),
    ],
  };
}
