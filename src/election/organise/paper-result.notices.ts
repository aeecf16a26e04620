/** All are told that a round is held on paper. The words are found at delivery. */
import type { Notice, Render } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import { paragraph } from "../../turn/elements.ts";
import { card } from "../../turn/reply.ts";
import { electionCard } from "../frame.cards.ts";
import { roundIn, subjectOf } from "../notices.ts";
import type { RoundName } from "../seal.ts";
import type { ElectionDeps } from "../service.ts";
import { paperNews } from "./paper-result.texts.ts";

const ON_PAPER = "election.onPaper";

export function paperNotices(
  name: RoundName,
  channel: string | null,
  members: readonly string[],
  now: Instant,
): Notice[] {
  const subject = subjectOf(name);
  const key = `${ON_PAPER}|${subject}`;
  const common = { kind: ON_PAPER, subject, dueAt: now, expiresAt: null };
  return [
    ...(channel === null ? [] : [{ ...common, key, to: { conversation: channel } }]),
    ...members.map((member) => ({ ...common, key: `${key}|${member}`, to: { member } })),
  ];
}

export const paperRenders = ({
  repository,
  trial,
}: Pick<ElectionDeps, "repository" | "trial">): Record<string, Render> => ({
  [ON_PAPER]: async ({ subject }) => {
    const round = await repository.round(roundIn(subject));
    if (!round || round.electionState === "cancelled") return { drop: "gone" };
    const drawn = electionCard(trial, paperNews.title, paperNews.lines.map(paragraph));
    return { send: card(drawn, paperNews.title) };
  },
});
