/** The buttons of minutes and decisions of a date. */
import { z } from "zod";
import type { Outcome } from "../../system/outcome.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { papersCard } from "./cards.ts";
import { type PaperDeps, type PaperRefusal, type PapersView, paperService } from "./service.ts";
import { papers, refusals } from "./texts.ts";

const ID = z.string().regex(/^[\w-]{1,64}$/);
const input = z.string().max(5000).default("");
const SHOW = z.object({ meeting: ID });
const LINK = z.object({ meeting: ID, actionId: ID, title: input, link: input });
const DECISION = z.object({ meeting: ID, actionId: ID, decision: z.string().max(64).default("") });
const REMOVE = z.object({ meeting: ID, paper: ID });

type Entered = { readonly title: string; readonly link: string };

/** What entering something else mends. */
const MENDED: readonly PaperRefusal[] = ["linkMissing", "linkWrong", "linkTooLong", "titleTooLong"];

export function paperRoutes(deps: PaperDeps): Routes & { readonly service: ReturnType<typeof paperService> } {
  const service = paperService(deps);

  function drawn(turn: Turn, view: PapersView, more: { entered?: Entered; problem?: string } = {}): Reply {
    const personal = turn.place.kind === "personal";
    const shown = papersCard({ ...view, ...more, personal, actionId: deps.newId() });
    return card(shown, more.problem ?? papers.title(view.meeting.startsAt));
  }

  async function show(turn: Turn, meeting: string, more: { entered?: Entered; problem?: string } = {}) {
    const done = await service.show(turn, meeting);
    return done.ok ? drawn(turn, done.value, more) : refusal(refusals[done.reason]);
  }

  const changed = (turn: Turn, done: Outcome<PapersView, PaperRefusal>): Reply =>
    done.ok ? stored(drawn(turn, done.value)) : refusal(refusals[done.reason]);

  async function attachLink(turn: Turn, { meeting, actionId, title, link }: z.output<typeof LINK>) {
    const entered = { title, link };
    const done = await service.attachLink(turn, formKey(turn, actionId), meeting, entered);
    if (done.ok || !MENDED.includes(done.reason)) return changed(turn, done);
    return show(turn, meeting, { entered, problem: refusals[done.reason] });
  }

  return {
    service,
    texts: [],
    actions: [
      actionRoute("attachment.show", SHOW, (turn, { meeting }) => show(turn, meeting)),
      actionRoute("attachment.link", LINK, attachLink),
      actionRoute("attachment.decision", DECISION, async (turn, { meeting, actionId, decision }) =>
        changed(turn, await service.attachDecision(turn, formKey(turn, actionId), meeting, decision)),
      ),
      actionRoute("attachment.remove", REMOVE, async (turn, { meeting, paper }) =>
        changed(turn, await service.remove(turn, meeting, paper)),
      ),
    ],
  };
}
