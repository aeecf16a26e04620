/** `sammelbedarf`: what several parties want, for the coordinators. */
import { z } from "zod";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import type { Turn } from "../../turn/turn.ts";
import { bundleCard, bundlesCard } from "./bundle.cards.ts";
import type { Bundle, BundleService } from "./bundle.service.ts";
import { type BundleRefusal, refusals, bundles as say } from "./bundle.texts.ts";

export type BundleRouteDeps = {
  readonly service: BundleService;
  readonly organisationName: (key: string) => string;
};

const SUBJECT = z.string().min(1).max(300);
const DONE = z.object({ subject: SUBJECT, raisedAt: z.number().int().min(0) });
const FROM = z.object({ from: z.number().int().min(0).max(100_000) });

export function bundleRoutes({ service, organisationName }: BundleRouteDeps): Routes {
  const refuse = (reason: BundleRefusal): Reply => refusal(refusals[reason]);

  const drawn = ({ standing, ...bundle }: Bundle, isNowDone = false): Reply =>
    card(bundleCard({ ...bundle, standing }, organisationName, isNowDone), say.detailTitle(standing.name));

  async function list(turn: Turn, from = 0): Promise<Reply> {
    const all = await service.list(turn);
    if (!all.ok) return refuse(all.reason);
    return card(bundlesCard(all.value, from < all.value.length ? from : 0), say.title);
  }

  async function open(turn: Turn, subject: string): Promise<Reply> {
    const found = await service.open(turn, subject);
    return found.ok ? drawn(found.value) : refuse(found.reason);
  }

  async function done(turn: Turn, { subject, raisedAt }: z.output<typeof DONE>): Promise<Reply> {
    const now = await service.done(turn, subject, raisedAt);
    if (!now.ok) return refuse(now.reason);
    return stored(drawn(now.value, now.value.hint.doneAt !== null));
  }

  return {
    texts: [
      textRoute(
        "sammelbedarf",
        (typed) => (commandWord(typed) === "sammelbedarf" ? true : undefined),
        (turn) => list(turn),
      ),
    ],
    actions: [
      actionRoute("exchange.bundles", FROM, (turn, { from }) => list(turn, from)),
      actionRoute("exchange.bundle", z.object({ subject: SUBJECT }), (turn, { subject }) =>
        open(turn, subject),
      ),
      actionRoute("exchange.bundle.done", DONE, done),
    ],
  };
}
