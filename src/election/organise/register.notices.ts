/** What is told when somebody else votes for a party in an open round. The words are found at delivery. */
import { z } from "zod";
import type { Notice, Render } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import { paragraph } from "../../turn/elements.ts";
import { type Card, card } from "../../turn/reply.ts";
import { ballotCard, endedCard } from "../ballot.cards.ts";
import { ballot } from "../ballot.texts.ts";
import { electionCard } from "../frame.cards.ts";
import { roundIn, subjectOf } from "../notices.ts";
import type { RoundName } from "../seal.ts";
import type { ElectionDeps } from "../service.ts";
import { seatWords } from "./register.texts.ts";

const SEAT_CHANGED = "election.seatChanged";
/** Takes the place of a ballot paper that was sent while the round was open. */
export const PAPER_ENDED = "election.seatEnded";
/** When that is: votes under way at the close end first. */
export const endedAt = (closesAt: Instant): Instant => closesAt + 3_000;

const told = z.object({
  party: z.string(),
  as: z.enum(["holder", "former", "scrutineer"]),
  /** Who votes from now on; empty for the holder's own message. */
  name: z.string().default(""),
});
type Told = z.input<typeof told>;

const notice = (name: RoundName, member: string, payload: Told, now: Instant, expiresAt: Instant | null) => ({
  key: `${SEAT_CHANGED}|${subjectOf(name)}|${payload.party}|${payload.as}|${member}|${now}`,
  kind: SEAT_CHANGED,
  subject: subjectOf(name),
  to: { member },
  dueAt: now,
  expiresAt,
  payload: { party: payload.party, as: payload.as, name: payload.name ?? "" },
});

/**
 * To the one who votes from now on, and the line that takes its place after the close. Written whether the
 * seat has voted or not: what is in the outbox must not tell that.
 */
export function holderNotices(
  name: RoundName,
  party: string,
  holderId: string,
  { now, closesAt }: { readonly now: Instant; readonly closesAt: Instant },
): Notice[] {
  const paper = notice(name, holderId, { party, as: "holder" }, now, closesAt);
  const { subject, to, key } = paper;
  const dueAt = endedAt(closesAt);
  const ended = { key: `${PAPER_ENDED}|${key}`, kind: PAPER_ENDED, subject, to, dueAt, expiresAt: null };
  return [paper, { ...ended, replaces: key }];
}

/** To the one who voted for the party until now, and to those who watch. */
export const changeNotices = (
  round: RoundName,
  change: {
    readonly party: string;
    readonly name: string;
    readonly from: string | null;
    readonly scrutineers: readonly string[];
  },
  now: Instant,
): Notice[] => {
  const { party, name, from, scrutineers } = change;
  return [
    ...(from === null ? [] : [notice(round, from, { party, name, as: "former" }, now, null)]),
    ...scrutineers.map((one) => notice(round, one, { party, name, as: "scrutineer" }, now, null)),
  ];
};

type RenderDeps = Pick<ElectionDeps, "repository" | "organisationName" | "trial">;

export function seatNotices({ repository, organisationName, trial }: RenderDeps): Record<string, Render> {
  const say = (title: string, text: string): Card => electionCard(trial, title, [paragraph(text)]);

  return {
    [PAPER_ENDED]: async () => ({ send: card(endedCard(trial), ballot.ended) }),
    [SEAT_CHANGED]: async ({ subject, payload, to }, now) => {
      const round = await repository.round(roundIn(subject));
      if (!round || !("member" in to)) return { drop: "gone" };
      const { party, as, name } = told.parse(payload);
      const town = organisationName(party);
      if (as !== "holder") {
        const drawn = say(seatWords.title, seatWords[as](town, name));
        return { send: card(drawn, seatWords.title) };
      }
      if (round.phase !== "voting" || now >= round.closesAt) return { drop: "superseded" };
      const entry = (await repository.register(round.name)).find((one) => one.party === party);
      if (entry?.voted)
        return { send: card(say(seatWords.votedTitle, seatWords.voted(town)), seatWords.title) };
      if (entry?.holderId !== to.member) return { drop: "superseded" };
      return { send: card(ballotCard(trial, round, town), ballot.title) };
    },
  };
}
