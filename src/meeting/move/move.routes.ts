/** The buttons of moving a date and of changing its details. */
import { z } from "zod";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { dressed } from "../dressed.ts";
import { draftIn, FIELDS, ID } from "../form.draft.ts";
import { type Meeting, type MeetingDraft, tidyDraft } from "../meeting.ts";
import type { MeetingDeps } from "../service.ts";
import { movedCard, moveFormCard, moveReviewCard } from "./move.cards.ts";
import { type MoveStopped, moveService } from "./move.service.ts";
import { moveProblems, moveRefusals, moving } from "./move.texts.ts";
import { draftOf } from "./move.ts";

/** Without a start: the form as the date is now. */
const FORM = z.object({ ...FIELDS, meeting: ID });
const MOVE = FORM.extend({ actionId: ID, sequence: z.int().nonnegative() });
type Data = z.output<typeof MOVE>;

export function moveRoutes(deps: MeetingDeps): Routes {
  const service = moveService(deps);

  function drawForm(meeting: Meeting, draft: MeetingDraft, problems: readonly string[] = []): Reply {
    const view = { actionId: deps.newId(), meeting, draft: tidyDraft(draft), problems };
    return card(moveFormCard(view), [`${moving.title(meeting.startsAt)}.`, ...problems].join(" "));
  }

  async function open(turn: Turn, data: z.output<typeof FORM>): Promise<Reply> {
    const asked = await service.ask(turn, data.meeting);
    if (!asked.ok) return refusal(moveRefusals[asked.reason]);
    const meeting = asked.value;
    return drawForm(meeting, data.startsOn === "" ? draftOf(meeting) : draftIn(data));
  }

  /** The form again where it helps: with what was entered, or with the date as it is now. */
  async function stopped(turn: Turn, done: MoveStopped, data: Data): Promise<Reply> {
    const isForm = "problems" in done;
    const helps = ["sameTime", "nothingChanged", "changedMeanwhile"];
    if (!isForm && !helps.includes(done.reason)) return refusal(moveRefusals[done.reason]);
    const asked = await service.ask(turn, data.meeting);
    if (!asked.ok) return refusal(moveRefusals[asked.reason]);
    if (isForm)
      return drawForm(
        asked.value,
        draftIn(data),
        done.problems.map((problem) => moveProblems[problem]),
      );
    const draft = done.reason === "changedMeanwhile" ? draftOf(asked.value) : draftIn(data);
    return drawForm(asked.value, draft, [moveRefusals[done.reason]]);
  }

  const askedOf = (data: Data) => ({ id: data.meeting, seen: data.sequence, draft: draftIn(data) });

  async function check(turn: Turn, data: Data): Promise<Reply> {
    const done = await service.check(turn, askedOf(data));
    if (!done.ok) return stopped(turn, done, data);
    const drawn = moveReviewCard(done.value, data.actionId, tidyDraft(draftIn(data)));
    return card(drawn, moving.reviewTitle);
  }

  async function move(turn: Turn, data: Data): Promise<Reply> {
    const done = await service.apply(turn, formKey(turn, data.actionId), askedOf(data));
    if (!done.ok) return stopped(turn, done, data);
    const drawn = await dressed(deps, movedCard(done.value), done.value, turn.now);
    return stored(card(drawn, moving.done(done.value.startsAt)));
  }

  return {
    texts: [],
    actions: [
      actionRoute("meeting.moveForm", FORM, open),
      actionRoute("meeting.moveCheck", MOVE, check),
      actionRoute("meeting.move", MOVE, move),
    ],
  };
}
