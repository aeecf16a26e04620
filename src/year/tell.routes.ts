/** Telling all parties that the declaration will be renewed: on request of the coordinator. */
import { z } from "zod";
import { yearOf } from "../calendar/dates.ts";
import { berlinDate } from "../calendar/zones.ts";
import { renewalAfter } from "../meeting/renewal.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Acting } from "../turn/acting.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import { askTellCard, toldCard } from "./cards.ts";
import type { YearDeps } from "./job.ts";
import { renewalForParties } from "./notices.ts";
import { telling } from "./texts.ts";

export type TellDeps = Pick<Acting, "write" | "applyOnce" | "enqueue"> &
  Pick<YearDeps, "seats"> & {
    readonly newId: NewId;
    readonly partyName: (party: string) => string;
  };

const TELL = z.object({ actionId: z.string().min(1).max(100) });

/** Before the first note of the year, after it, after the second: in each of them everybody is told once. */
const periodOf = (year: number, now: Instant): number =>
  renewalAfter(year).reminders.filter((at) => at <= now).length;

export function tellRoutes({ seats, write, applyOnce, enqueue, newId, partyName }: TellDeps): Routes {
  const { refusals } = telling;
  const mayTell = (turn: Turn): boolean => may(rolesOf(turn), "year.care");
  const holdersOf = (all: Awaited<ReturnType<typeof seats>>): readonly string[] =>
    all.flatMap(({ holderId }) => (holderId === null ? [] : [holderId]));

  async function ask(turn: Turn): Promise<Reply> {
    if (!mayTell(turn)) return refusal(refusals.notCoordinator);
    const all = await seats();
    const people = holdersOf(all).length;
    if (people === 0) return refusal(refusals.nobody);
    const empty = all.filter(({ holderId }) => holderId === null).map(({ party }) => partyName(party));
    const view = { actionId: newId(), year: yearOf(berlinDate(turn.now)), people, empty };
    return card(askTellCard(view), telling.title);
  }

  async function tell(turn: Turn, actionId: string): Promise<Reply> {
    if (!mayTell(turn)) return refusal(refusals.notCoordinator);
    const year = yearOf(berlinDate(turn.now));
    const { subject } = await write((tx) =>
      applyOnce(tx, formKey(turn, actionId), "year.tell", turn.now, async () => {
        const holders = holdersOf(await seats(tx));
        const times = { dueAt: turn.now, expiresAt: renewalAfter(year).effective };
        await enqueue(tx, renewalForParties(year, periodOf(year, turn.now), holders, times));
        return String(holders.length);
      }),
    );
    return stored(card(toldCard(Number(subject)), telling.done(Number(subject))));
  }

  return {
    texts: [],
    actions: [
      actionRoute("year.askTell", z.unknown(), ask),
      actionRoute("year.tell", TELL, (turn, { actionId }) => tell(turn, actionId)),
    ],
  };
}
