/** `datenschutz`: for everybody, everywhere. Stores nothing. */
import { z } from "zod";
import { commandWord } from "../turn/grammar.ts";
import { card } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { fullNoticeCard, noticeCard } from "./notice.cards.ts";
import { texts } from "./notice.texts.ts";
import type { PrivacyNotice } from "./notice.ts";

const WORDS = new Set(["datenschutz", "datenschutzhinweis", "datenschutzhinweise", "datenschutzerklarung"]);

/** Pure. */
export const asksForNotice = (typed: string): true | undefined =>
  WORDS.has(commandWord(typed)) ? true : undefined;

/** `page`: the address of the notice as a page. */
export const noticeRoutes = (notice: PrivacyNotice, page: string): Routes => ({
  texts: [textRoute("datenschutz", asksForNotice, async () => card(noticeCard(notice), texts.title))],
  actions: [
    actionRoute("privacy.notice", z.object({}), async () =>
      card(fullNoticeCard(notice, page), texts.fullTitle),
    ),
  ],
});
