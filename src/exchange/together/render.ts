/** Renders what people are told of experiences, matches and common needs, from what is true when it is sent. */
import { z } from "zod";
import type { Notice, Recipient, Render, Rendered } from "../../outbox/notice.ts";
import { card } from "../../turn/reply.ts";
import type { Exchange } from "../exchange.ts";
import type { ExchangeRepository } from "../repository.ts";
import { bundleNotice } from "./bundle.cards.ts";
import { BUNDLE, type BundleDeps, type BundleService } from "./bundle.service.ts";
import { bundles as bundleTexts } from "./bundle.texts.ts";
import { ENOUGH } from "./bundle.ts";
import { experienceNotice } from "./experience.cards.ts";
import { EXPERIENCE } from "./experience.service.ts";
import { matchCard, matchTitle } from "./match.cards.ts";
import { MATCH } from "./match.service.ts";
import { goTogether, roleOf } from "./match.ts";
import type { ExperienceRepository } from "./repository.ts";
import { notices } from "./texts.ts";

export type TogetherRenderDeps = Pick<BundleDeps, "coordinators"> & {
  readonly records: Pick<ExchangeRepository, "byId">;
  readonly experiences: Pick<ExperienceRepository, "byId">;
  readonly service: Pick<BundleService, "find" | "withdraw">;
  readonly organisationName: (key: string) => string;
  /** Whether a message about a record may go there. */
  readonly mayReach: (to: Recipient, exchange: Exchange) => Promise<boolean>;
};

const gone: Rendered = { drop: "gone" };
const superseded: Rendered = { drop: "superseded" };
const notEntitled: Rendered = { drop: "notEntitled" };
const SIDES = z.object({ offer: z.string(), side: z.enum(["need", "offer"]) });
const RAISED = z.object({ raisedAt: z.number() });

export function togetherRenders(deps: TogetherRenderDeps): Readonly<Record<string, Render>> {
  const { records, organisationName, mayReach } = deps;

  async function live(id: string): Promise<Exchange | null> {
    const exchange = await records.byId(id);
    return exchange && exchange.deletedAt === null ? exchange : null;
  }

  async function experience({ subject, to }: Notice): Promise<Rendered> {
    const said = await deps.experiences.byId(subject);
    const exchange = said && (await live(said.exchange));
    if (!said || !exchange) return gone;
    if (!(await mayReach(to, exchange))) return notEntitled;
    const rights = { edit: false, remove: false };
    const view = { experience: said, organisation: organisationName(said.organisation), rights };
    return { send: card(experienceNotice(exchange, view), notices.experienceTitle(exchange.title)) };
  }

  /** Only as long as the one still seeks and the other has it. */
  async function match({ subject, to, payload }: Notice): Promise<Rendered> {
    const { offer: offerId, side } = SIDES.parse(payload);
    const [need, offer] = [await live(subject), await live(offerId)];
    if (!need || !offer) return gone;
    if (roleOf(need) !== "need" || !goTogether(need, offer)) return superseded;
    if (!(await mayReach(to, need)) || !(await mayReach(to, offer))) return notEntitled;
    const view = { need, offer, side, organisationName };
    return { send: card(matchCard(view), matchTitle(view)) };
  }

  /** Nobody hears of a need that too few have by now; when it grows once more, that is news. */
  async function bundle({ subject, to, payload }: Notice, now: number): Promise<Rendered> {
    const { raisedAt } = RAISED.parse(payload);
    const found = await deps.service.find(subject, now);
    if (found && (found.hint.raisedAt !== raisedAt || found.hint.doneAt !== null)) return superseded;
    if (!found || found.standing.interested.length < ENOUGH) {
      await deps.service.withdraw(subject, raisedAt);
      return superseded;
    }
    if (!("member" in to) || !(await deps.coordinators()).includes(to.member)) return notEntitled;
    return { send: card(bundleNotice(found), bundleTexts.noticeTitle(found.standing.name)) };
  }

  return { [EXPERIENCE]: experience, [MATCH]: match, [BUNDLE]: bundle };
}
