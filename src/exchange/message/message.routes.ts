/** The message action *Austausch festhalten*, and what authors of messages press. */
import { z } from "zod";
import type { Member } from "../../member/member.ts";
import type { SentMessage } from "../../turn/incoming.ts";
import { card, type Reply, stored, text } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { mayEdit } from "../change.service.ts";
import { EMPTY_DRAFT, type Exchange, LIMITS, type Problem } from "../exchange.ts";
import { ID, SEEN } from "../form.data.ts";
import type { Forms } from "../form.routes.ts";
import { knownProduct, type ProductNames } from "../product-names.ts";
import type { ExchangeDeps } from "../service.ts";
import type { Show } from "../show.ts";
import { deletedBeforeCard, objectedCard } from "./cards.ts";
import { guess } from "./guess.ts";
import { carried, isAuthor, sourceKey } from "./message.ts";
import { isObjected, objections } from "./objection.service.ts";
import { messageTexts as words } from "./texts.ts";

/** What the manifest calls the command. */
export const COMMAND = "erfassen";

type Known = Pick<
  ExchangeDeps,
  "repository" | "write" | "applyOnce" | "enqueue" | "prepare" | "maySee" | "findMember"
>;
export type MessageRouteDeps = Known & {
  readonly productNames: ProductNames;
  readonly refuse: (problems: readonly Problem[]) => Reply;
  readonly show: Show;
};

/** Answers for a message that has been recorded before, whoever did that. */
export function recordedBefore(deps: Pick<MessageRouteDeps, "repository" | "maySee" | "show">) {
  async function deleted(turn: Turn, exchange: Exchange): Promise<Reply> {
    const objected = await isObjected(deps.repository, exchange);
    if (objected && isAuthor(turn, exchange.source))
      return card(deletedBeforeCard({ exchange }, "exchange.takeBack"), words.already);
    if (objected) return text(words.alreadyObjected);
    if (!mayEdit(turn, exchange)) return text(words.alreadyGone);
    return card(deletedBeforeCard({ exchange }, "exchange.restore"), words.already);
  }

  return async (turn: Turn, exchange: Exchange): Promise<Reply> => {
    if (!turn.member) return text(words.already);
    if (!(await deps.maySee(turn, exchange))) return text(words.alreadyElsewhere);
    if (exchange.deletedAt !== null) return deleted(turn, exchange);
    return deps.show(turn, exchange.id, { problem: words.already });
  };
}

export function messageRoutes(
  deps: MessageRouteDeps,
  { draw, confirmed }: Pick<Forms, "draw" | "confirmed">,
): Routes {
  const acts = objections(deps);
  const before = recordedBefore(deps);

  /** The form, filled in as the message seems to say. */
  async function prefilled(turn: Turn, message: SentMessage, author: Member | null): Promise<Reply> {
    const said = `${message.subject}\n${message.text}`;
    const draft = guess(message, await knownProduct(said, deps.productNames));
    const about = author?.organisation ?? turn.member?.organisation;
    const kept = carried(message);
    return draw(turn, {
      draft,
      problems: message.text.length > LIMITS.text ? ["textTooLong"] : [],
      remark: words.prefilled(message.author?.name ?? null),
      ...(kept ? { message: kept } : {}),
      ...(about === undefined ? {} : { about }),
    });
  }

  async function open(turn: Turn, message: SentMessage | undefined): Promise<Reply> {
    if (!message) return draw(turn, { draft: EMPTY_DRAFT, problems: [] });
    const recorded = await deps.repository.bySource(sourceKey(turn, message));
    if (recorded) return before(turn, recorded);
    const { author } = message;
    const member = author && (await deps.findMember(turn.place.tenantId, author.aadObjectId));
    return prefilled(turn, message, member);
  }

  async function object(turn: Turn, id: string): Promise<Reply> {
    const done = await acts.object(turn, id);
    if (!done.ok) return deps.refuse(done.problems);
    return stored(card(objectedCard({ exchange: done.value }), words.objected(done.value.title)));
  }

  async function takeBack(turn: Turn, id: string, revision: number): Promise<Reply> {
    const done = await acts.takeBack(turn, id, revision);
    return done.ok ? confirmed(turn, done.value, "restored") : deps.refuse(done.problems);
  }

  return {
    texts: [],
    actions: [
      actionRoute("exchange.object", z.object({ id: ID }), (turn, { id }) => object(turn, id)),
      actionRoute("exchange.takeBack", z.object(SEEN), (turn, { id, revision }) =>
        takeBack(turn, id, revision),
      ),
    ],
    dialogs: [{ command: COMMAND, open }],
  };
}
