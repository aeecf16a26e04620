/** The message to somebody whose need meets an offer, or the other way round. */
import { button, cardOf, heading, note, paragraph, plain } from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import { excerpt } from "../cards.ts";
import type { Exchange } from "../exchange.ts";
import { numbered } from "./beside.cards.ts";
import type { Pair } from "./match.ts";
import { notices, matches as say } from "./texts.ts";

const LONGEST_TITLE = 18;

/** What another organisation has to a need, in one sentence. */
export const offeredBy = (offer: Exchange, organisation: string): string =>
  offer.offer === "offers" ? say.isOffered(organisation, offer.title) : say.isUsed(organisation, offer.title);

/** What another organisation has to say to a record: what it offers to a need, or what it seeks. */
export const answerOf = (partner: Exchange, organisation: string): string =>
  partner.offer === "seeks" ? say.isSought(organisation, partner.title) : offeredBy(partner, organisation);

export const showButtons = (all: readonly Exchange[]) => {
  const titles = numbered(all.map(({ title }) => excerpt(title, LONGEST_TITLE)));
  return all.map(({ id }, at) => button(say.show(titles[at] ?? ""), "exchange.show", { id }));
};

export type MatchView = Pair & {
  /** Whose recorder reads it. */
  readonly side: "need" | "offer";
  readonly organisationName: (key: string) => string;
};

export function matchTitle({ need, offer, side }: MatchView): string {
  return side === "need" ? say.needTitle(need.title) : say.offerTitle(offer.title);
}

export function matchCard(view: MatchView): Card {
  const { need, offer, side, organisationName } = view;
  const [own, other] = side === "need" ? [need, offer] : [offer, need];
  const have = offer.offer === "offers" ? say.offer(offer.title) : say.have(offer.title);
  const title = matchTitle(view);
  return cardOf(
    title,
    [
      heading(plain(title)),
      paragraph(plain(side === "need" ? say.need(need.title) : have)),
      paragraph(plain(answerOf(other, organisationName(other.organisation)))),
      paragraph(say.next),
      note(notices.optOut),
    ],
    showButtons([other, own]),
  );
}
