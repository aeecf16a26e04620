/** Says in the confirmation of a record what is there for it already: an offer to a need, a need to an offer. */
import type { Log } from "../../system/log.ts";
import { paragraph, plain } from "../../turn/elements.ts";
import type { Reply } from "../../turn/reply.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Exchange } from "../exchange.ts";
import { answerOf, showButtons } from "./match.cards.ts";
import type { MatchService } from "./match.service.ts";
import { MOST_MATCHES } from "./match.ts";

/** Nobody waits longer for it; both sides hear of it by message anyway. */
const QUICK_MS = 500;

export type AnswerDeps = {
  readonly matches: Pick<MatchService, "partnersOf">;
  /** Whether the person of the turn may see a record here. */
  readonly maySee: (turn: Turn, exchange: Exchange) => Promise<boolean>;
  readonly organisationName: (key: string) => string;
  readonly log: Pick<Log, "fault">;
};

/** Adds to the confirmation of a record what answers it, if that is found at once. */
export type WithAnswers = (turn: Turn, exchange: Exchange, confirmation: Reply) => Promise<Reply>;

async function quickly<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), QUICK_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function answering({ matches, maySee, organisationName, log }: AnswerDeps): WithAnswers {
  async function find(turn: Turn, exchange: Exchange): Promise<readonly Exchange[]> {
    try {
      const found: Exchange[] = [];
      for (const one of await matches.partnersOf(exchange, turn.now))
        if (found.length < MOST_MATCHES && (await maySee(turn, one))) found.push(one);
      return found;
    } catch (error) {
      // The record is stored: its confirmation must not fail for what would only have been nice to know.
      log.fault("exchange.answers", error);
      return [];
    }
  }

  return async (turn, exchange, confirmation) => {
    if (confirmation.kind !== "card" || exchange.deletedAt !== null) return confirmation;
    const found = await quickly(find(turn, exchange), []);
    if (found.length === 0) return confirmation;
    const { card } = confirmation;
    const lines = found.map((one) => paragraph(plain(answerOf(one, organisationName(one.organisation)))));
    const body = [...(card.body ?? []), ...lines];
    const actions = [...(card.actions ?? []), ...showButtons(found)];
    return { ...confirmation, card: { ...card, body, actions } };
  };
}
