/** Renders what is told of a party that leaves, from what is true when it is sent. */
import { z } from "zod";
import type { Notice, Render, Rendered } from "../../outbox/notice.ts";
import { type Card, card } from "../../turn/reply.ts";
import { leftCard, notedCard, withdrawnCard } from "./cards.ts";
import type { InElection } from "./leave.ts";
import { LEAVE, type LeaveKind } from "./notices.ts";
import { returnedCard } from "./return.cards.ts";
import { told as back } from "./return.texts.ts";
import type { LeaveDeps } from "./service.ts";
import { told } from "./texts.ts";

const PAYLOAD = z.object({ lastDay: z.string(), recordedAt: z.number() });

export type LeaveNoticeDeps = Pick<LeaveDeps, "leaves" | "seats" | "coordinators"> & {
  readonly partyName: (party: string) => string;
};

export function leaveRenders(deps: LeaveNoticeDeps): Readonly<Record<LeaveKind, Render>> {
  const { leaves, partyName } = deps;

  /** Whoever has changed the organisation or the office since is not concerned any more. */
  async function isConcerned({ to, subject }: Notice): Promise<boolean> {
    if (!("member" in to)) return false;
    const people = [...(await leaves.people(subject)), ...(await deps.coordinators())];
    return people.includes(to.member);
  }

  /** Its people in elections, for somebody who coordinates. */
  async function toSettle({ to, subject }: Notice): Promise<readonly InElection[]> {
    const coordinates = "member" in to && (await deps.coordinators()).includes(to.member);
    return coordinates ? leaves.inElections(subject) : [];
  }

  type State = "pending" | "left" | "none";
  /** What became of the record of which a message speaks. */
  async function stateOf({ subject, payload }: Notice): Promise<State> {
    const leave = await leaves.of(subject);
    if (!leave || leave.recordedAt !== PAYLOAD.parse(payload).recordedAt) return "none";
    return leave.left ? "left" : "pending";
  }

  const about =
    (state: State, title: (name: string) => string, draw: (notice: Notice, day: string) => Promise<Card>) =>
    async (notice: Notice): Promise<Rendered> => {
      if (!(await isConcerned(notice))) return { drop: "notEntitled" };
      if ((await stateOf(notice)) !== state) return { drop: "superseded" };
      const { lastDay } = PAYLOAD.parse(notice.payload);
      return { send: card(await draw(notice, lastDay), title(partyName(notice.subject))) };
    };

  return {
    [LEAVE.noted]: about("pending", told.notedTitle, async (notice, day) =>
      notedCard(partyName(notice.subject), day, await toSettle(notice)),
    ),
    [LEAVE.withdrawn]: about("none", told.withdrawnTitle, async ({ subject }) =>
      withdrawnCard(partyName(subject)),
    ),
    [LEAVE.left]: about("left", told.leftTitle, async (notice, day) =>
      leftCard(partyName(notice.subject), day, (await deps.seats()).length, await toSettle(notice)),
    ),
    [LEAVE.returned]: async (notice) => {
      const { subject } = notice;
      if (!(await isConcerned(notice))) return { drop: "notEntitled" };
      const seats = await deps.seats();
      const seat = seats.find(({ party }) => party === subject);
      // It has left once more since.
      if (!seat || (await stateOf(notice)) !== "none") return { drop: "superseded" };
      const name = partyName(subject);
      return { send: card(returnedCard(name, seat.holderId === null, seats.length), back.title(name)) };
    },
  };
}
