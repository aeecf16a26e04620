/** The words of what is told, found at delivery: whoever has voted by then is not asked again. */
import { z } from "zod";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { type Card, card } from "../turn/reply.ts";
import type { Decision } from "./decision.ts";
import { titleOf } from "./frame.cards.ts";
import { KIND, REMINDERS } from "./notices.ts";
import { electorsFor } from "./people.ts";
import type { DecisionDeps } from "./service.ts";
import {
  ballotCard,
  draftCard,
  endedCard,
  openedCard,
  reminderCard,
  resultCard,
  resultTitle,
  secretCard,
} from "./told.cards.ts";
import { secrecy, told } from "./told.texts.ts";

const PAYLOAD = z.object({ party: z.string().optional(), reminder: z.enum(REMINDERS).optional() });

const superseded: Rendered = { drop: "superseded" };
const notEntitled: Rendered = { drop: "notEntitled" };
const sending = (drawn: Card, summary: string): Rendered => ({ send: card(drawn, summary) });

type Kind = (typeof KIND)[keyof typeof KIND];
type Write = (decision: Decision, notice: Notice, now: Instant) => Promise<Rendered> | Rendered;
type Deps = Pick<
  DecisionDeps,
  "repository" | "seats" | "forumChannel" | "isParty" | "organisationName" | "secretBallot"
>;

/** One renderer for each kind of message of decisions. */
export function decisionNotices(deps: Deps): Readonly<Record<Kind, Render>> {
  const { repository, organisationName } = deps;

  const about =
    (write: Write): Render =>
    async (notice, now) => {
      const decision = await repository.byId(notice.subject);
      return decision ? write(decision, notice, now) : { drop: "gone" };
    };

  const isDraft = ({ state, opensAt }: Decision, now: Instant) => state === "draft" && now < opensAt;
  const isOpen = ({ state, closesAt }: Decision, now: Instant) => state === "voting" && now < closesAt;

  /** Whether the person still votes for the party the message was for. */
  async function isElector(decision: Decision, { to }: Notice, party: string): Promise<boolean> {
    const people = (await electorsFor(deps, decision)).get(party) ?? [];
    return "member" in to && people.includes(to.member);
  }

  /** Only to whoever can vote now and whose party has not: in a group the first of it has spoken for all. */
  const asking = (draw: (decision: Decision, party: string, notice: Notice) => Rendered): Render =>
    about(async (decision, notice, now) => {
      const { party = "" } = PAYLOAD.parse(notice.payload);
      if (!isOpen(decision, now) || decision.secret) return superseded;
      if (!(await isElector(decision, notice, party))) return notEntitled;
      const seat = (await repository.seats(decision.id)).find((one) => one.party === party);
      if (!seat) return notEntitled;
      return seat.choice === null ? draw(decision, organisationName(party), notice) : superseded;
    });

  return {
    [KIND.draft]: about(async (decision, notice, now) => {
      if (!isDraft(decision, now)) return superseded;
      const { party } = PAYLOAD.parse(notice.payload);
      if (party !== undefined && !(await isElector(decision, notice, party))) return notEntitled;
      return sending(draftCard(decision, deps.secretBallot !== null), told.draft(titleOf(decision)));
    }),
    [KIND.secret]: about((decision, _, now) =>
      isDraft(decision, now) ? sending(secretCard(decision), secrecy.told(titleOf(decision))) : superseded,
    ),
    [KIND.opened]: about(async (decision, notice, now) => {
      if (!isOpen(decision, now)) return superseded;
      const { party } = PAYLOAD.parse(notice.payload);
      if (party !== undefined && !(await isElector(decision, notice, party))) return notEntitled;
      return sending(openedCard(decision, party !== undefined), told.opened(titleOf(decision)));
    }),
    [KIND.ballot]: asking((decision, party) =>
      sending(ballotCard(decision, party), told.ballot(titleOf(decision))),
    ),
    [KIND.reminder]: asking((decision, party, notice) => {
      const { reminder } = PAYLOAD.parse(notice.payload);
      if (!reminder) return superseded;
      const summary = told.reminder[reminder](titleOf(decision));
      return sending(reminderCard(decision, party, reminder), summary);
    }),
    [KIND.result]: about((decision) =>
      decision.settledAt === null
        ? superseded
        : sending(resultCard(decision, organisationName), resultTitle(decision)),
    ),
    [KIND.ended]: about((decision) => sending(endedCard(decision), told.ended(titleOf(decision)))),
  };
}
