/** "Nutzen wir auch" and "Interesse": what answers a press. */
import { z } from "zod";
import { germanDate } from "../../calendar/zones.ts";
import { type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { WORDS } from "../find/routes.ts";
import type { Show } from "../show.ts";
import { refusals as recordRefusals } from "../texts.ts";
import { type MarkDeps, type Marked, markService } from "./mark.service.ts";
import { MARKS } from "./mark.ts";
import { refusals, marks as say } from "./texts.ts";

export type MarkRouteDeps = MarkDeps & {
  readonly show: Show;
  readonly organisationName: (key: string) => string;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

const ID = z.string().regex(/^[\w-]{1,64}$/);
const MARK = z.object({
  ...{ id: ID, action: ID, kind: z.enum(MARKS), on: z.boolean() },
  words: WORDS.optional(),
});
type Data = z.output<typeof MARK>;

export function markRoutes(deps: MarkRouteDeps): Routes {
  const { show, organisationName, introduceCard } = deps;
  const service = markService(deps);

  function remarkOf(turn: Turn, { kind, on }: Data, done: Marked): string | undefined {
    if (!done) return undefined;
    const { before, changed, interestEnds } = done;
    if (before) return say.already[kind](before.by.name, germanDate(before.at));
    if (!changed) return say.notSaid;
    const organisation = organisationName(turn.member?.organisation ?? "");
    const said = on ? say.said[kind](organisation) : say.takenBack[kind](organisation);
    return interestEnds ? `${said} ${say.interestEnds}` : said;
  }

  async function mark(turn: Turn, data: Data): Promise<Reply> {
    const { id, kind, on, words } = data;
    const done = await service.mark(turn, { key: formKey(turn, data.action), id, kind, on });
    if (done.ok) {
      const remark = remarkOf(turn, data, done.value);
      const options = { ...(words === undefined ? {} : { words }), ...(remark ? { remark } : {}) };
      return stored(await show(turn, id, options));
    }
    if (done.reason === "notMember") return introduceCard();
    return refusal(done.reason === "gone" ? recordRefusals.gone : refusals[done.reason]);
  }

  return { texts: [], actions: [actionRoute("exchange.mark", MARK, mark)] };
}
