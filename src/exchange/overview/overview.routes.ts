/** `wer nutzt was`, `aktivität`, `export`, and what follows. */
import { z } from "zod";
import { fold } from "../../search/fold.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, text } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import type { NameOf } from "./export-row.ts";
import { activityCard, linksCard, usageCard } from "./overview.cards.ts";
import type { OverviewRefusal, OverviewService } from "./overview.service.ts";
import { activity as activityWords, links, usage as usageWords } from "./overview.texts.ts";

export type OverviewRouteDeps = {
  readonly service: OverviewService;
  readonly label: NameOf;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

/** More words name no product. UTF-16 units. */
const LONGEST = 100;
const USAGE = z.object({
  wanted: z.string().max(LONGEST),
  from: z.number().int().min(0).max(100_000).default(0),
});

/** `wer nutzt was` gives empty words, `wer nutzt AktoDoc` the rest. */
export function parseUsage(typed: string): { readonly wanted: string } | undefined {
  const [who = "", uses = "", ...rest] = typed
    .trim()
    .slice(0, LONGEST + 20)
    .split(/\s+/);
  if (typed.length > LONGEST || fold(who) !== "wer" || fold(uses) !== "nutzt" || rest.length === 0)
    return undefined;
  const wanted = rest.join(" ");
  return {
    wanted: ["was", "welches produkt", "welche produkte"].includes(commandWord(wanted)) ? "" : wanted,
  };
}

const word =
  (...words: readonly string[]) =>
  (typed: string): true | undefined =>
    (typed.length < 20 && words.includes(commandWord(typed))) || undefined;

export function overviewRoutes({ service, label, introduceCard }: OverviewRouteDeps): Routes {
  const refuse = (reason: OverviewRefusal): Reply =>
    reason === "notMember" ? introduceCard() : refusal(links.notPersonal);
  const isPersonal = ({ place }: Turn) => place.kind === "personal";

  async function usage(turn: Turn, wanted: string, from = 0): Promise<Reply> {
    const found = await service.usage(turn, wanted);
    if (!found.ok) return refuse(found.reason);
    const products = found.value;
    // Fewer than when the button was drawn: the first page.
    const view = {
      products,
      wanted,
      from: from < products.length ? from : 0,
      personal: isPersonal(turn),
      label,
    };
    return card(usageCard(view), usageWords.title);
  }

  async function activity(turn: Turn): Promise<Reply> {
    const found = await service.activity(turn);
    if (!found.ok) return refuse(found.reason);
    return card(activityCard(found.value, isPersonal(turn)), activityWords.title);
  }

  async function give(turn: Turn, what: "page" | "files"): Promise<Reply> {
    const made = await service.links(turn);
    if (!made.ok) return refuse(made.reason);
    return card(linksCard(made.value, what), what === "page" ? links.pageTitle : links.fileTitle);
  }

  async function revoke(turn: Turn): Promise<Reply> {
    const done = await service.revoke(turn);
    if (!done.ok) return refuse(done.reason);
    return text(done.value === 0 ? links.noneToRevoke : links.revoked);
  }

  return {
    texts: [
      textRoute("wer nutzt was", parseUsage, (turn, { wanted }) => usage(turn, wanted)),
      textRoute("aktivität", word("aktivitat", "statistik"), activity),
      textRoute("export", word("export", "exportieren"), (turn) => give(turn, "files")),
    ],
    actions: [
      actionRoute("exchange.usage", USAGE, (turn, { wanted, from }) => usage(turn, wanted, from)),
      actionRoute("exchange.links", z.unknown(), (turn) => give(turn, "page")),
      actionRoute("exchange.revokeLinks", z.unknown(), revoke),
    ],
  };
}
