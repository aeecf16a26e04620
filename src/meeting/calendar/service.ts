/** Dates for calendar programs: the file of one date, and a calendar that is fetched again and again. */
import { addMonths, type CalendarDate } from "../../calendar/dates.ts";
import { berlinDate } from "../../calendar/zones.ts";
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { PageFile } from "../../pages/answer.ts";
import { LASTING_MS, type PageKind } from "../../pages/links.ts";
import type { Page, Wanted } from "../../pages/service.ts";
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Acting } from "../../turn/acting.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import type { Meeting } from "../meeting.ts";
import { stateOf } from "../poll/poll.ts";
import type { PollRepository } from "../poll/repository.ts";
import type { MeetingRepository } from "../repository.ts";
import { calendarOf, dateFile, fileNameOf, type Origin } from "./ics.ts";
import type { CalendarRefusal } from "./texts.ts";

const FILE = "meeting.calendarFile" satisfies PageKind;
const FEED = "meeting.feed" satisfies PageKind;
/** There is one calendar; a link to it belongs to a person, its contents to none. */
const ALL_DATES = "forum";

/** Months before and after today of which dates are in the calendar. Nobody plans further ahead. */
const SPAN = { before: 12, after: 36 } as const;
/** How often a program should look, and how long it may go without asking, in seconds. */
const REFRESH_S = 3600;
const KEPT_S = 900;

type Mine = { readonly kinds: readonly string[]; readonly subject: string; readonly memberId: string };

export type CalendarDeps = Pick<Acting, "write" | "applyOnce"> &
  Origin & {
    readonly polls: Pick<PollRepository, "unsettled">;
    readonly repository: Pick<MeetingRepository, "byId" | "within">;
    readonly pages: {
      readonly issue: (tx: Tx, wanted: Wanted) => Promise<string>;
      readonly openSince: (which: Mine, now: Instant) => Promise<Instant | null>;
      readonly revoke: (tx: Tx, which: Mine, now: Instant) => Promise<number>;
    };
    /** Whether this person still takes part. */
    readonly isMember: (id: string) => Promise<boolean>;
  };

export type FileLink = { readonly meeting: Meeting; readonly url: string };
export type FeedLink = { readonly url: string };

const linksOf = (memberId: string): Mine => ({ kinds: [FEED], subject: ALL_DATES, memberId });

const ics = (body: string, fileName: string, method: "PUBLISH" | "CANCEL"): PageFile => ({
  contentType: `text/calendar; charset=utf-8; method=${method}`,
  body,
  fileName,
});

const spanOf = (today: CalendarDate) => ({
  from: addMonths(today, -SPAN.before),
  to: addMonths(today, SPAN.after),
});

/** What the links open. A link alone opens nothing: whoever has left gets nothing any more. */
export function calendarPages(deps: CalendarDeps): Readonly<Record<string, Page>> {
  const { repository, isMember } = deps;
  const isFor = async (memberId: string | null): Promise<boolean> =>
    memberId !== null && (await isMember(memberId));
  return {
    [FILE]: async ({ subject, memberId, now }) => {
      const meeting = (await isFor(memberId)) ? await repository.byId(subject) : null;
      if (!meeting) return null;
      const method = meeting.cancelledAt === null ? "PUBLISH" : "CANCEL";
      return ics(dateFile(meeting, deps, now), fileNameOf(meeting), method);
    },
    [FEED]: async ({ memberId, now }) => {
      if (!(await isFor(memberId))) return null;
      const meetings = await repository.within(spanOf(berlinDate(now)));
      const polls = (await deps.polls.unsettled()).filter((poll) => stateOf(poll, now) === "open");
      const body = calendarOf({ meetings, polls }, deps, REFRESH_S);
      return { ...ics(body, "forumstermine.ics", "PUBLISH"), keptSeconds: KEPT_S };
    },
  };
}

export function calendarService({ repository, pages, write, applyOnce }: CalendarDeps) {
  function entitled({ member, coordinator, place }: Turn, act: "calendar.take" | "calendar.subscribe") {
    if (!member || !may(rolesOf({ member, coordinator }), act)) return refused("notMember");
    return act === "calendar.subscribe" && place.kind !== "personal" ? refused("notPersonal") : ok(member);
  }

  return {
    /** A link to the file of a date, for this person and 24 hours. */
    async file(turn: Turn, id: string): Promise<Outcome<FileLink, CalendarRefusal>> {
      const mine = entitled(turn, "calendar.take");
      if (!mine.ok) return mine;
      const meeting = await repository.byId(id);
      if (!meeting) return refused("gone");
      const wanted = { kind: FILE, subject: id, memberId: mine.value.id, now: turn.now } as const;
      return ok({ meeting, url: await write((tx) => pages.issue(tx, wanted)) });
    },

    /** Since when this person has a link to the calendar; null without one. */
    async since(turn: Turn): Promise<Outcome<Instant | null, CalendarRefusal>> {
      const mine = entitled(turn, "calendar.subscribe");
      return mine.ok ? ok(await pages.openSince(linksOf(mine.value.id), turn.now)) : mine;
    },

    /**
     * A new link that holds until it is taken back; earlier ones end. No secret is stored, so the same press
     * delivered again gets a link of its own, and the first one stays: whichever answer arrives, its link works.
     */
    async make(turn: Turn, actionId: string): Promise<Outcome<FeedLink, CalendarRefusal>> {
      const mine = entitled(turn, "calendar.subscribe");
      if (!mine.ok) return mine;
      const { id: memberId } = mine.value;
      const { now } = turn;
      const wanted = { kind: FEED, subject: ALL_DATES, memberId, now, ttlMs: LASTING_MS } as const;
      const url = await write(async (tx) => {
        await applyOnce(tx, formKey(turn, actionId), "calendar.make", now, async () => {
          await pages.revoke(tx, linksOf(memberId), now);
          return memberId;
        });
        return pages.issue(tx, wanted);
      });
      return ok({ url });
    },

    /** Takes every link of this person to the calendar back; doing it again changes nothing. */
    async stop(turn: Turn): Promise<Outcome<true, CalendarRefusal>> {
      const mine = entitled(turn, "calendar.subscribe");
      if (!mine.ok) return mine;
      await write((tx) => pages.revoke(tx, linksOf(mine.value.id), turn.now));
      return ok(true);
    },
  };
}
