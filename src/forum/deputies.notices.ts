/** Who is told when a deputy stands in, and when that ends. The words are found at delivery. */
import { z } from "zod";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { card } from "../turn/reply.ts";
import { endedCard, standInCard } from "./deputies.cards.ts";
import { texts, notices as words } from "./deputies.texts.ts";
import { isSubstituted } from "./deputies.ts";
import type { SeatRepository } from "./seats.repository.ts";
import type { StandingSeat } from "./seats.ts";

const KIND = { on: "deputy.standIn", ended: "deputy.ended" } as const;

/** After this a message about a substitution helps nobody any more. */
const WEEK = 7 * 86_400_000;

const told = (
  kind: string,
  id: string,
  party: string,
  people: readonly (string | null)[],
  now: Instant,
): Notice[] =>
  people.flatMap((memberId, at) => {
    if (memberId === null) return [];
    const common = { kind, subject: party, dueAt: now, expiresAt: now + WEEK };
    return [{ ...common, key: `${kind}|${party}|${id}|${at}`, to: { member: memberId } }];
  });

/** For delegate and deputy alike. `id` tells this change from every other one. */
export const standInNotices = (id: string, seat: StandingSeat, deputyId: string, now: Instant): Notice[] =>
  told(KIND.on, id, seat.party, [seat.delegateId, deputyId], now).map((notice) => ({
    ...notice,
    payload: { deputyId },
  }));

export const endedNotices = (
  id: string,
  party: string,
  people: readonly (string | null)[],
  now: Instant,
): Notice[] => told(KIND.ended, id, party, people, now);

export type DeputyNoticeDeps = {
  readonly repository: Pick<SeatRepository, "all" | "people">;
  readonly nameOf: (party: string) => string;
};

const payloadShape = z.object({ deputyId: z.string() });

/** Each says only what is still so, and only to those who still belong to the seat. */
export function deputyNotices({ repository, nameOf }: DeputyNoticeDeps): Readonly<Record<string, Render>> {
  const about =
    (write: (seat: StandingSeat, notice: Notice, to: string) => Promise<Rendered> | Rendered): Render =>
    async (notice) => {
      const seat = (await repository.all()).find((one) => one.party === notice.subject);
      if (!seat || !("member" in notice.to)) return { drop: "gone" };
      const to = notice.to.member;
      const belongs = to === seat.delegateId || seat.deputies.includes(to);
      return belongs ? write(seat, notice, to) : { drop: "notEntitled" };
    };

  return {
    [KIND.on]: about(async (seat, notice, to) => {
      const { deputyId } = payloadShape.parse(notice.payload);
      if (seat.holderId !== deputyId || !isSubstituted(seat)) return { drop: "superseded" };
      const people = await repository.people(undefined, seat.party);
      const deputy = people.find((one) => one.memberId === deputyId)?.name ?? texts.unknown;
      const own = to === deputyId;
      const title = own ? words.youStandIn(nameOf(seat.party)) : words.standsInForYou(deputy);
      return { send: card(standInCard({ own, deputy, party: nameOf(seat.party) }), title) };
    }),
    [KIND.ended]: about((seat, _, to) => {
      if (isSubstituted(seat)) return { drop: "superseded" };
      const own = to !== seat.delegateId;
      const party = nameOf(seat.party);
      const title = own ? words.youEnded(party) : words.endedForYou(party);
      return { send: card(endedCard({ own, party }), title) };
    }),
  };
}
