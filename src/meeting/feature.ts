/** Puts together what has to do with planning dates, polls and replies. */
import type { Tx } from "../db/store.ts";
import type { HolidayRepository } from "./holidays/repository.ts";
import { holidayRoutes } from "./holidays/routes.ts";
import { meetingJob } from "./job.ts";
import { moveRoutes } from "./move/move.routes.ts";
import { planningRoutes } from "./plan/routes.ts";
import { planningService } from "./plan/service.ts";
import { pollJob } from "./poll/job.ts";
import { pollNotices } from "./poll/render.ts";
import type { PollRepository } from "./poll/repository.ts";
import { pollRoutes } from "./poll/routes.ts";
import { meetingNotices } from "./render.ts";
import { meetingRetention } from "./retention.ts";
import { meetingRoutes } from "./routes.ts";
import { type MeetingDeps, meetingService } from "./service.ts";

export type MeetingFeatureDeps = Omit<MeetingDeps, "calendar" | "usePoll"> & {
  readonly polls: PollRepository;
  readonly holidays: HolidayRepository;
  /** Member ids of those who coordinate. */
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
};

/** Notes which date came of a poll; false while another one that came of it stands. */
export const pollUse =
  ({ polls, repository }: Pick<MeetingFeatureDeps, "polls" | "repository">): MeetingDeps["usePoll"] =>
  async (tx, id, meeting) => {
    const poll = await polls.hold(tx, id);
    if (!poll) return true;
    const earlier = poll.meetingId === null ? null : await repository.byId(poll.meetingId, tx);
    if (earlier && earlier.cancelledAt === null) return false;
    await polls.planned(tx, id, meeting);
    return true;
  };

export function meetingFeature(given: MeetingFeatureDeps) {
  const deps = { ...given, calendar: () => given.holidays.facts(), usePoll: pollUse(given) };
  const { begin } = meetingService(deps);
  const planning = { ...deps, begin };
  const { propose } = planningService(planning);
  return {
    routes: [
      meetingRoutes(deps),
      planningRoutes(planning),
      moveRoutes(deps),
      holidayRoutes(deps),
      pollRoutes({ ...planning, propose }),
    ],
    renderers: { ...meetingNotices(deps), ...pollNotices(deps) },
    jobs: {
      meeting: meetingJob(deps),
      meetingPoll: pollJob(deps),
      meetingRetention: meetingRetention(deps),
    },
  };
}
