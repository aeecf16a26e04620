/** Shows one record, with what other parts put beside it. */
import { card, type Reply, refusal } from "../turn/reply.ts";
import type { Turn } from "../turn/turn.ts";
import { type Beside, recordCard, type ShowOptions } from "./cards.ts";
import { mayEdit } from "./change.service.ts";
import type { Exchange, Result } from "./exchange.ts";
import { refusals } from "./texts.ts";

export type ShowDeps = {
  /** The record for those who may see it. */
  readonly open: (turn: Turn, id: string) => Promise<Result>;
  readonly organisationName: (key: string) => string;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
  /** What other parts put beside a record, in this order; `options` are those it is shown with. */
  readonly beside?: readonly ((turn: Turn, exchange: Exchange, options: ShowOptions) => Promise<Beside>)[];
};

export type Show = (turn: Turn, id: string, options?: ShowOptions) => Promise<Reply>;

export function showing({ open, organisationName, introduceCard, beside = [] }: ShowDeps): Show {
  return async (turn, id, options = {}) => {
    const found = await open(turn, id);
    if (!found.ok) {
      if (found.problems.includes("notMember")) return introduceCard();
      return refusal(found.problems.map((problem) => refusals[problem]).join(" "));
    }
    const exchange = found.value;
    const all = [options, ...(await Promise.all(beside.map((one) => one(turn, exchange, options))))];
    const view = {
      exchange,
      organisation: organisationName(exchange.organisation),
      mayEdit: mayEdit(turn, exchange),
    };
    const drawn = recordCard(view, {
      ...options,
      below: all.flatMap(({ below = [] }) => below),
      actions: all.flatMap(({ actions = [] }) => actions),
      more: all.flatMap(({ more = [] }) => more),
    });
    return card(drawn, exchange.title);
  };
}
