/** Renders what is told about a poll from what is true when it leaves. */
import { z } from "zod";
import type { Tx } from "../../db/store.ts";
import type { Notice, Render } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import { card } from "../../turn/reply.ts";
import type { MeetingDeps } from "../service.ts";
import { pollCard, toldGivenUpCard } from "./cards.ts";
import { POLL } from "./notices.ts";
import { type Poll, stateOf } from "./poll.ts";
import type { PollRepository } from "./repository.ts";
import { result, poll as texts } from "./texts.ts";
import { type PollView, viewOf } from "./view.ts";

export type PollNoticeDeps = Pick<MeetingDeps, "seats" | "partyName"> & {
  readonly polls: PollRepository;
  readonly coordinators: (tx?: Tx) => Promise<readonly string[]>;
};

const PAYLOAD = z.object({ party: z.string().optional() });
type Kind = (typeof POLL)[keyof typeof POLL];

export function pollNotices(deps: PollNoticeDeps): Readonly<Record<Kind, Render>> {
  const { polls, seats, partyName } = deps;

  async function look(poll: Poll, now: Instant, party: string | null): Promise<PollView> {
    const [held, answers] = [await seats(), await polls.answers(poll.id)];
    return viewOf({ poll, answers, seats: held, party, listed: party === null, now });
  }

  /** The party of a message while its recipient holds the seat for which it was written. */
  async function partyOf({ to, payload }: Notice): Promise<string | null> {
    const { party } = PAYLOAD.parse(payload);
    const held = (await seats()).find((seat) => seat.party === party);
    return held && "member" in to && held.holderId === to.member ? held.party : null;
  }

  const asking =
    (title: string, isReminder: boolean): Render =>
    async (notice, now) => {
      const poll = await polls.byId(notice.subject);
      if (!poll) return { drop: "gone" };
      if (stateOf(poll, now) !== "open") return { drop: "superseded" };
      const party = await partyOf(notice);
      if (party === null) return { drop: "notEntitled" };
      const view = await look(poll, now, party);
      if (isReminder && view.own !== null) return { drop: "superseded" };
      return { send: card(pollCard(view, { partyName, now, heading: title }), title) };
    };

  const givenUp: Render = async (notice) => {
    if ((await polls.byId(notice.subject)) === null) return { drop: "gone" };
    if ((await partyOf(notice)) === null) return { drop: "notEntitled" };
    return { send: card(toldGivenUpCard(), texts.givenUp) };
  };

  const ended: Render = async (notice, now) => {
    const poll = await polls.byId(notice.subject);
    if (!poll) return { drop: "gone" };
    if (poll.meetingId !== null || stateOf(poll, now) !== "closed") return { drop: "superseded" };
    const members = await deps.coordinators();
    if (!("member" in notice.to) || !members.includes(notice.to.member)) return { drop: "notEntitled" };
    const view = await look(poll, now, null);
    return { send: card(pollCard(view, { partyName, now }), result.title) };
  };

  return {
    [POLL.asked]: asking(texts.title, false),
    [POLL.reminder]: asking(texts.reminder, true),
    [POLL.givenUp]: givenUp,
    [POLL.result]: ended,
  };
}
