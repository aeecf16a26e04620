/** `meine daten`, `meine daten löschen`, and their buttons. */
import { z } from "zod";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, text } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import { done as doneTexts, review } from "./erase.texts.ts";
import { eraseCard, erasedCard, fileCard, leftCard, ownCard } from "./own.cards.ts";
import type { OwnRefusal, OwnService } from "./own.service.ts";
import { texts } from "./own.texts.ts";
import { shownOf } from "./own.ts";
import { ownDataIn } from "./own-words.ts";

const SHOW = new Set(["meine daten", "datenauskunft"]);
const ERASE = new Set(["meine daten loschen", "daten loschen"]);
const is = (words: ReadonlySet<string>, wanted: "show" | "erase") => (typed: string) =>
  words.has(commandWord(typed)) || ownDataIn(typed) === wanted ? true : undefined;

const CHOICE = z.object({ own: z.enum(["keep", "delete"]).catch("keep") });

const refusals: Readonly<Record<OwnRefusal, string>> = {
  elsewhere: texts.elsewhere,
  notStored: texts.notStored,
  notMember: texts.notStored,
};

export type OwnRouteDeps = { readonly service: OwnService; readonly partyName: (key: string) => string };

export function ownRoutes({ service, partyName }: OwnRouteDeps): Routes {
  async function show(turn: Turn): Promise<Reply> {
    const seen = await service.look(turn);
    if (!seen.ok) return refusal(refusals[seen.reason]);
    if (shownOf(seen.value.data).length === 0) return text(texts.nothing);
    return card(ownCard(seen.value, partyName), texts.title);
  }

  async function file(turn: Turn): Promise<Reply> {
    const made = await service.file(turn);
    return made.ok ? card(fileCard(made.value), texts.linkTitle) : refusal(refusals[made.reason]);
  }

  async function ask(turn: Turn): Promise<Reply> {
    const seen = await service.review(turn);
    if (!seen.ok) return refusal(refusals[seen.reason]);
    if (seen.value.nothing) return text(texts.nothing);
    if (seen.value.underWay) return text(review.underWay);
    return card(eraseCard(seen.value, partyName), review.title);
  }

  /** Not marked as stored: a confirmation that is kept for later would be a trace again. */
  async function erase(turn: Turn, { own }: z.output<typeof CHOICE>): Promise<Reply> {
    const made = await service.erase(turn, own);
    if (!made.ok) return refusal(refusals[made.reason]);
    const { gone, again } = made.value;
    if (gone) return again ? text(texts.erased) : card(erasedCard(), doneTexts.title);
    return again ? text(review.underWay) : card(leftCard(), doneTexts.laterTitle);
  }

  return {
    texts: [
      { ...textRoute("meine daten", is(SHOW, "show"), show), asked: true },
      { ...textRoute("meine daten löschen", is(ERASE, "erase"), ask), asked: true },
    ],
    actions: [
      actionRoute("privacy.own", z.unknown(), show),
      actionRoute("privacy.file", z.unknown(), file),
      actionRoute("privacy.eraseForm", z.unknown(), ask),
      actionRoute("privacy.erase", CHOICE, erase),
    ],
  };
}
