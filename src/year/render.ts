/** Renders what is told of the yearly round, from what is true when it is sent. */
import { z } from "zod";
import { yearOf } from "../calendar/dates.ts";
import { berlinDate, dateOf } from "../calendar/zones.ts";
import { quarterOf } from "../meeting/agenda.ts";
import { CHECKS } from "../meeting/quarter-alarm.ts";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { card } from "../turn/reply.ts";
import { chairCard, quarterCard, type RenewalView, renewalCard, renewedCard } from "./cards.ts";
import { digestCard } from "./digest/cards.ts";
import type { DigestRepository } from "./digest/repository.ts";
import { readDigest } from "./digest/service.ts";
import { digest as digestTexts } from "./digest/texts.ts";
import { isSo, type YearDeps } from "./job.ts";
import type { LeaveRepository } from "./leave/repository.ts";
import { YEAR, type YearKind } from "./notices.ts";
import { alarm, chair, quarterName, renewal } from "./texts.ts";

export type YearNoticeDeps = Pick<
  YearDeps,
  "repository" | "seats" | "forumChannel" | "coordinators" | "chairOn"
> & {
  readonly facts: DigestRepository;
  readonly leaves: Pick<LeaveRepository, "pending">;
  readonly partyName: (party: string) => string;
};

const CHECK = z.object({ check: z.enum(CHECKS) });
const superseded: Rendered = { drop: "superseded" };
const notEntitled: Rendered = { drop: "notEntitled" };
type Reader = RenewalView["reader"];

export function yearRenders(deps: YearNoticeDeps): Readonly<Record<YearKind, Render>> {
  const { partyName } = deps;

  /** As what somebody reads this now; null for one who has no part in it any more. */
  async function readerOf({ to }: Notice, now: Instant): Promise<Reader | null> {
    if (!("member" in to)) return null;
    if ((await deps.coordinators()).includes(to.member)) return "coordinator";
    if ((await deps.chairOn(berlinDate(now))) === to.member) return "chair";
    return (await deps.seats()).some(({ holderId }) => holderId === to.member) ? "party" : null;
  }

  const names = (keys: readonly string[]): readonly string[] =>
    keys.map(partyName).sort((a, b) => a.localeCompare(b, "de"));

  async function renewalView(year: number, reader: Reader): Promise<RenewalView> {
    const [seats, leaving] = [await deps.seats(), await deps.leaves.pending()];
    return {
      ...{ year, reader },
      parties: names(seats.map(({ party }) => party)),
      leaving: leaving.map(({ party, lastDay }) => ({ name: partyName(party), lastDay })),
    };
  }

  /** Only while the declaration still runs to the end of that year. */
  const renewing =
    (readers: readonly Reader[]): Render =>
    async (notice, now) => {
      const year = Number(notice.subject);
      if (yearOf(berlinDate(now)) !== year) return superseded;
      const reader = await readerOf(notice, now);
      if (reader === null || !readers.includes(reader)) return notEntitled;
      return { send: card(renewalCard(await renewalView(year, reader)), renewal.title(year)) };
    };

  async function mayRead({ to }: Notice): Promise<boolean> {
    if (!("member" in to)) return to.conversation === (await deps.forumChannel());
    return (await deps.seats()).some(({ holderId }) => holderId === to.member);
  }

  return {
    [YEAR.quarter]: async (notice, now) => {
      const quarter = quarterOf(dateOf(notice.subject));
      const { check } = CHECK.parse(notice.payload);
      if (!(await isSo(deps, { kind: "quarter", quarter, check }, now))) return superseded;
      const reader = await readerOf(notice, now);
      const isEntitled = reader === "coordinator" || (reader === "chair" && check === "escalation");
      if (!isEntitled) return notEntitled;
      const drawn = quarterCard(quarter, check, reader === "coordinator");
      return { send: card(drawn, alarm.title[check](quarter)) };
    },

    [YEAR.chair]: async (notice, now) => {
      if (!(await deps.repository.chairIsMissing(berlinDate(now)))) return superseded;
      if ((await readerOf(notice, now)) !== "coordinator") return notEntitled;
      const last = await deps.repository.lastTerm();
      return { send: card(chairCard(last), last ? chair.expiredTitle : chair.noneTitle) };
    },

    [YEAR.renewal]: renewing(["coordinator", "chair"]),
    [YEAR.renewalParties]: renewing(["coordinator", "chair", "party"]),

    [YEAR.renewed]: async (notice, now) => {
      if ((await readerOf(notice, now)) !== "coordinator") return notEntitled;
      const year = Number(notice.subject);
      const { parties } = await renewalView(year, "coordinator");
      return { send: card(renewedCard({ year, parties }), renewal.renewedTitle(year + 1)) };
    },

    [YEAR.digest]: async (notice, now) => {
      if (!(await mayRead(notice))) return notEntitled;
      const quarter = quarterOf(dateOf(notice.subject));
      const digest = await readDigest(deps.facts, quarter, now);
      const view = { digest, nameOf: partyName, personal: "member" in notice.to };
      return { send: card(digestCard(view), digestTexts.title(quarterName(quarter))) };
    },
  };
}
