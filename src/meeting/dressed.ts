/** A card about a date with what belongs beside it: agenda, papers, calendar. */
import type { Instant } from "../system/clock.ts";
import type { Card } from "../turn/reply.ts";
import { withBeside } from "./agenda-beside.ts";
import type { Meeting } from "./meeting.ts";
import type { MeetingDeps } from "./service.ts";

export const dressed = async (
  { beside }: Pick<MeetingDeps, "beside">,
  drawn: Card,
  meeting: Meeting,
  now: Instant,
): Promise<Card> => (beside ? withBeside(drawn, await beside(meeting, now)) : drawn);
