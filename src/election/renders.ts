/** The words of what is told, found at delivery: who has voted by then is not reminded. */
import { z } from "zod";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { card } from "../turn/reply.ts";
import { ballotCard, endedCard, reminderCard } from "./ballot.cards.ts";
import { ballot, reminder } from "./ballot.texts.ts";
import { openedCard } from "./cards.ts";
import { KIND, roundIn } from "./notices.ts";
import { REMINDERS } from "./opening.ts";
import { minutesReadyCard, resultCard, sealedCard } from "./result.cards.ts";
import { minutesReady, result as resultWords, sealed } from "./result.texts.ts";
import { opened } from "./round.texts.ts";
import type { ElectionDeps } from "./service.ts";
import type { StoredRound } from "./stored.ts";

const forSeat = z.object({ party: z.string(), reminder: z.enum(REMINDERS).optional() });

type Kind = (typeof KIND)[keyof typeof KIND];

/** One renderer for each kind of message of elections. */
export function electionNotices({
  repository,
  organisationName,
  trial,
}: Pick<ElectionDeps, "repository" | "organisationName" | "trial">): Readonly<Record<Kind, Render>> {
  const about =
    (write: (round: StoredRound, notice: Notice, now: Instant) => Promise<Rendered> | Rendered): Render =>
    async (notice, now) => {
      const round = await repository.round(roundIn(notice.subject));
      return round ? write(round, notice, now) : { drop: "gone" };
    };

  const isOpen = (round: StoredRound, now: Instant): boolean =>
    round.phase === "voting" && now < round.closesAt;

  /** The seat of a message while its vote is missing, otherwise null. */
  async function waitingSeat(round: StoredRound, notice: Notice, now: Instant) {
    if (!isOpen(round, now)) return null;
    const seat = forSeat.parse(notice.payload);
    const register = await repository.register(round.name);
    const entry = register.find((one) => one.party === seat.party);
    return entry && !entry.voted ? { ...seat, name: organisationName(seat.party) } : null;
  }

  return {
    [KIND.opened]: about((round, _, now) =>
      isOpen(round, now) ? { send: card(openedCard(trial, round), opened.title) } : { drop: "superseded" },
    ),
    [KIND.ballot]: about(async (round, notice, now) => {
      const seat = await waitingSeat(round, notice, now);
      if (!seat) return { drop: "superseded" };
      return { send: card(ballotCard(trial, round, seat.name), ballot.title) };
    }),
    [KIND.reminder]: about(async (round, notice, now) => {
      const seat = await waitingSeat(round, notice, now);
      if (!seat?.reminder) return { drop: "superseded" };
      const drawn = reminderCard(trial, round, seat.name, seat.reminder);
      return { send: card(drawn, reminder.title[seat.reminder]) };
    }),
    [KIND.sealed]: about((round) =>
      round.seal
        ? { send: card(sealedCard(trial, round, round.seal, organisationName), sealed.title) }
        : { drop: "superseded" },
    ),
    [KIND.result]: about((round) =>
      round.result
        ? {
            send: card(
              resultCard(trial, round, round.result),
              resultWords.title(round.office, round.name.round),
            ),
          }
        : { drop: "superseded" },
    ),
    [KIND.minutes]: about((round) =>
      round.result
        ? { send: card(minutesReadyCard(trial, round), minutesReady.title(round.office, round.name.round)) }
        : { drop: "superseded" },
    ),
    [KIND.ended]: about(() => ({ send: card(endedCard(trial), ballot.ended) })),
  };
}
