/** Welcome, `hilfe`, and leaving a form. */
import { z } from "zod";
import type { PlaceUse } from "../forum/forum.ts";
import type { PrivacyNotice } from "../privacy/notice.ts";
import { cardOf, paragraph } from "../turn/elements.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, text } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { texts as turnTexts } from "../turn/texts.ts";
import type { Place, Turn } from "../turn/turn.ts";
import { helpCard, type Introduction, welcomeBackCard, welcomeCard } from "./cards.ts";
import { texts } from "./texts.ts";

export type HelpRouteDeps = {
  readonly useOf: (conversationId: string) => Promise<PlaceUse>;
  readonly organisationName: (key: string) => string;
};

const HELP = new Set(["hilfe", "help", "start", "menu", "hallo", "guten tag", "guten morgen", "moin"]);

/** `introduction`: what is asked of somebody on the coordination's list; null for everybody else. */
export const welcome = (place: Place, notice: PrivacyNotice, introduction: Introduction | null): Reply =>
  card(welcomeCard({ place: place.kind, notice, introduction }), texts.welcomeTitle);

/** The bot was away and is back; `groups` are the names of those that meet here. */
export const welcomeBack = (place: Place, groups: readonly string[]): Reply =>
  card(welcomeBackCard(place.kind, groups), texts.backTitle);

export function helpRoutes({ useOf, organisationName }: HelpRouteDeps): Routes {
  async function help(turn: Turn): Promise<Reply> {
    const { place, member, coordinator } = turn;
    // In the personal chat nothing depends on the place, so nothing is asked of the store.
    const unregistered = place.kind !== "personal" && (await useOf(place.conversationId)).kind === "none";
    const organisation = member ? organisationName(member.organisation) : null;
    return card(helpCard({ place: place.kind, organisation, coordinator, unregistered }), texts.title);
  }

  return {
    texts: [
      textRoute("hilfe", (typed) => (HELP.has(commandWord(typed)) ? true : undefined), help),
      textRoute(
        "abbrechen",
        (typed) => (commandWord(typed) === "abbrechen" ? true : undefined),
        async () => text(turnTexts.nothingToCancel),
      ),
    ],
    actions: [
      actionRoute("form.cancel", z.unknown(), async () =>
        card(cardOf(turnTexts.cancelled, [paragraph(turnTexts.cancelled)]), turnTexts.cancelled),
      ),
    ],
  };
}
