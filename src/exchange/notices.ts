/** Renders what places and people are told about a new record, from what the record says when it is sent. */
import { z } from "zod";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import type { Card } from "../turn/reply.ts";
import { card } from "../turn/reply.ts";
import { noticeCard, type RecordView } from "./cards.ts";
import type { Exchange } from "./exchange.ts";
import { heardCard, yoursCard } from "./message/cards.ts";
import { isObjected, OBJECTED } from "./message/objection.service.ts";
import { messageTexts } from "./message/texts.ts";
import { RECORDED, RECORDED_YOURS } from "./news.ts";
import type { ExchangeDeps } from "./service.ts";
import { notice as words } from "./texts.ts";

type Deps = Pick<ExchangeDeps, "repository" | "organisationName" | "mayReach">;

const NAMED = z.object({ author: z.string() });

/** Who wrote the message: the member as he or she is called now, else the name that Teams gave with it. */
const authorIn = ({ payload }: Notice, { source }: Exchange): string | null =>
  source?.author?.name ?? NAMED.safeParse(payload).data?.author ?? null;

export function exchangeNotices(
  deps: Deps,
): Readonly<Record<typeof RECORDED | typeof RECORDED_YOURS | typeof OBJECTED, Render>> {
  const { repository } = deps;
  const viewOf = (exchange: Exchange): RecordView => ({
    exchange,
    organisation: deps.organisationName(exchange.organisation),
    mayEdit: false,
  });
  const send = (drawn: Card, summary: string): Rendered => ({ send: card(drawn, summary) });

  return {
    [RECORDED]: async (notice) => {
      const exchange = await repository.byId(notice.subject);
      if (!exchange || exchange.deletedAt !== null) return { drop: "gone" };
      if (!(await deps.mayReach(notice.to, exchange))) return { drop: "notEntitled" };
      const drawn = noticeCard(viewOf(exchange), authorIn(notice, exchange));
      return send(drawn, words.title(exchange.title));
    },
    // Whoever wrote a message hears that it was recorded, also where only others may read the record.
    [RECORDED_YOURS]: async ({ subject, to }) => {
      const exchange = await repository.byId(subject);
      if (!exchange || exchange.deletedAt !== null) return { drop: "gone" };
      const isTheirs = "member" in to && exchange.source?.author?.id === to.member;
      if (!isTheirs) return { drop: "notEntitled" };
      return send(yoursCard(viewOf(exchange)), messageTexts.yours(exchange.recordedBy.name));
    },
    [OBJECTED]: async ({ subject }) => {
      const exchange = await repository.byId(subject);
      if (!exchange || !(await isObjected(repository, exchange))) return { drop: "gone" };
      return send(heardCard({ exchange }), messageTexts.heard(exchange.title));
    },
  };
}
