/** `widerspruch …`, `datenschutzanfragen`, their forms, and the messages that follow. */
import { z } from "zod";
import type { Render } from "../outbox/notice.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn, typedKey } from "../turn/turn.ts";
import { answerCard, askCard, askedNews, requestsCard, sentCard, settledNews } from "./requests.cards.ts";
import { REQUEST, type RequestDeps, requestService } from "./requests.service.ts";
import { answerForm, form, list as listTexts, news, refusals } from "./requests.texts.ts";
import { KINDS, type PrivacyAsk, type RequestKind, type RequestRefusal } from "./requests.ts";

const ID = z.string().regex(/^[\w-]{1,64}$/);
const words = z.string().max(20_000).default("");
const ASK = z.object({ actionId: ID, kind: z.enum(KINDS).catch("objection"), text: words });
const ONE = z.object({ id: ID });
const SETTLE = z.object({ actionId: ID, id: ID, text: words });

/** `widerspruch`, alone or with a colon and what it is about; anything longer without a colon is a question. */
export function objectionIn(typed: string): string | undefined {
  if (commandWord(typed) === "widerspruch") return "";
  return /^widerspruch\s*:\s*(\S[\s\S]*)$/iu.exec(typed.trim())?.[1];
}

/** What entering something else mends. */
const isMended = (reason: RequestRefusal): boolean => reason === "empty" || reason === "tooLong";

export function requestFeature(deps: RequestDeps): {
  readonly routes: Routes;
  readonly renderers: Readonly<Record<string, Render>>;
} {
  const service = requestService(deps);
  const { newId, repository, coordinators } = deps;

  const drawn = (kind: RequestKind, text: string, problem?: string): Reply =>
    card(askCard({ actionId: newId(), kind, text, ...(problem ? { problem } : {}) }), problem ?? form.title);

  async function open(turn: Turn): Promise<Reply> {
    if (turn.place.kind !== "personal") return refusal(refusals.elsewhere);
    return turn.member ? drawn("objection", "") : refusal(refusals.notMember);
  }

  async function ask(turn: Turn, key: string, kind: RequestKind, text: string): Promise<Reply> {
    const made = await service.ask(turn, key, kind, text);
    if (made.ok) return stored(card(sentCard(made.value), form.sentTitle));
    const sentence = refusals[made.reason];
    return isMended(made.reason) ? drawn(kind, text, sentence) : refusal(sentence);
  }

  async function list(turn: Turn): Promise<Reply> {
    const seen = await service.all(turn);
    return seen.ok ? card(requestsCard(seen.value), listTexts.title) : refusal(refusals[seen.reason]);
  }

  async function answer(turn: Turn, id: string, text = "", problem?: string): Promise<Reply> {
    const found = await service.one(turn, id);
    if (!found.ok) return refusal(refusals[found.reason]);
    const view = { actionId: newId(), asked: found.value, text, ...(problem ? { problem } : {}) };
    return card(answerCard(view), problem ?? answerForm.title(found.value.number));
  }

  async function settle(turn: Turn, { actionId, id, text }: z.output<typeof SETTLE>): Promise<Reply> {
    const made = await service.settle(turn, formKey(turn, actionId), id, text);
    if (made.ok) return stored(await list(turn));
    const sentence = refusals[made.reason];
    return isMended(made.reason) ? answer(turn, id, text, sentence) : refusal(sentence);
  }

  const renderAsked: Render = async ({ subject, to }) => {
    const asked = await repository.byId(subject);
    if (!asked || !("member" in to)) return { drop: "gone" };
    if (!(await coordinators()).includes(to.member)) return { drop: "notEntitled" };
    if (asked.settledAt !== null) return { drop: "superseded" };
    return { send: card(askedNews(asked), news.askedTitle(asked.number)) };
  };

  const renderSettled: Render = async ({ subject, to }) => {
    const asked: PrivacyAsk | null = await repository.byId(subject);
    if (!asked || !("member" in to) || asked.memberId !== to.member) return { drop: "gone" };
    return { send: card(settledNews(asked), news.settledTitle(asked.number)) };
  };

  const asksForList = (typed: string) => (commandWord(typed) === "datenschutzanfragen" ? true : undefined);
  return {
    routes: {
      texts: [
        textRoute("widerspruch", objectionIn, (turn, said) =>
          said === "" ? open(turn) : ask(turn, typedKey(turn), "objection", said),
        ),
        textRoute("datenschutzanfragen", asksForList, list),
      ],
      actions: [
        actionRoute("privacy.requestForm", z.unknown(), open),
        actionRoute("privacy.ask", ASK, (turn, { actionId, kind, text }) =>
          ask(turn, formKey(turn, actionId), kind, text),
        ),
        actionRoute("privacy.requests", z.unknown(), list),
        actionRoute("privacy.answerForm", ONE, (turn, { id }) => answer(turn, id)),
        actionRoute("privacy.settle", SETTLE, settle),
      ],
    },
    renderers: { [REQUEST.asked]: renderAsked, [REQUEST.settled]: renderSettled },
  };
}
