/** The words of what is told of an election as a whole. Each reads the present state; what is over is dropped. */
import { z } from "zod";
import { termReminders } from "../calendar/chair-term.ts";
import { addDays } from "../calendar/dates.ts";
import { instantOn } from "../calendar/zones.ts";
import type { Notice, Render, Rendered } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { card } from "../turn/reply.ts";
import { askedCard, stuckCard, termCard } from "./news.asked.cards.ts";
import { type NewsView, newsCard } from "./news.cards.ts";
import { asked as askedWords, stuck as stuckWords, term as termWords, titles } from "./news.texts.ts";
import { roleTrouble } from "./people/candidacy.roles.ts";
import { isFinal } from "./process.ts";
import { processFrom } from "./recall.ts";
import { OFFICES } from "./round.texts.ts";
import type { ElectionDeps } from "./service.ts";
import type { StoredCandidacy, StoredElection, StoredRound } from "./stored.ts";
import { ASKED, type Asked, NEWS, type News, TIDINGS } from "./tidings.ts";
import { quorumOf } from "./wahlordnung.ts";

type Deps = Pick<
  ElectionDeps,
  "elections" | "seats" | "coordinators" | "inOffice" | "organisationName" | "trial"
>;
type Kind = (typeof TIDINGS)[keyof typeof TIDINGS];

const newsPayload = z.object({ news: z.enum(NEWS) });
const askedPayload = z.object({ asked: z.enum(ASKED), name: z.string() });
const stuckPayload = z.object({ why: z.string() });

const superseded: Rendered = { drop: "superseded" };
const collator = new Intl.Collator("de");

/** Whether a piece of news is still what there is to say. */
const IS_NEWS = {
  nomination: ({ state, extended }) => state === "nomination" && !extended,
  extended: ({ state, extended }) => state === "nomination" && extended,
  candidates: ({ state }) => state === "ready",
  failed: ({ state }) => state === "not_elected",
  changed: ({ state }) => !isFinal(state) && state !== "voting",
  "lot-drawn": ({ state }, round) => state !== "cancelled" && round?.lot?.drawn != null,
  elected: ({ state }) => state === "elected",
  cancelled: ({ state }) => state === "cancelled",
  prolonged: ({ state }, round, now) =>
    state === "voting" && round !== null && round.extensions.length > 0 && now < round.closesAt,
} satisfies Record<News, (election: StoredElection, round: StoredRound | null, now: Instant) => boolean>;

/** Whether somebody still has to hear or answer this. */
const IS_ASKED = {
  consent: ({ state }, { consentedAt }) => state === "nomination" && consentedAt === null,
  consented: ({ state }, { consentedAt }) => consentedAt !== null && state !== "cancelled",
  acceptance: ({ state, winner }, { name }) => state === "acceptance" && winner === name,
  "acceptance-reminder": ({ state, winner }, { name }) => state === "acceptance" && winner === name,
} satisfies Record<Asked, (election: StoredElection, candidacy: StoredCandidacy) => boolean>;

const askedTitle = (asked: Asked, office: string): string => {
  if (asked === "consented") return askedWords.consented;
  return askedWords[asked === "acceptance-reminder" ? "reminder" : asked](office);
};

export function tidingsNotices(deps: Deps): Readonly<Record<Kind, Render>> {
  const { elections, trial, organisationName } = deps;

  const about =
    (write: (election: StoredElection, notice: Notice, now: Instant) => Promise<Rendered>): Render =>
    async (notice, now) => {
      const election = await elections.election(notice.subject);
      return election ? write(election, notice, now) : { drop: "gone" };
    };

  /** A drawn lot is of the round it was drawn in; everything else is of the newest one. */
  async function roundFor(news: News, id: string): Promise<StoredRound | null> {
    if (news !== "lot-drawn") return elections.lastRound(id);
    return (await elections.rounds(id)).findLast((one) => one.lot?.drawn != null) ?? null;
  }

  async function viewOf(election: StoredElection, round: StoredRound | null, personal: boolean) {
    const [seats, candidacies, roles, last] = await Promise.all([
      deps.seats(),
      elections.candidacies(election.id),
      elections.roles(election.id),
      elections.lastRound(election.id),
    ]);
    const { current } = processFrom(election, candidacies, last, null);
    const parties = (held: boolean) =>
      seats
        .filter((one) => (one.holderId !== null) === held)
        .map((one) => organisationName(one.party))
        .sort(collator.compare);
    const number = last?.name.round ?? 0;
    const withdrew = candidacies.filter((one) => one.withdrawnIn !== null && one.withdrawnIn === number);
    return {
      ...{ election, round, roles, personal, nameOf: organisationName },
      ...{ held: parties(true), empty: parties(false) },
      names: [...current.candidates].sort(collator.compare),
      withdrew: number === 0 ? [] : withdrew.map((one) => one.name),
      quorum: quorumOf(election.rule, seats.length, election.quorum),
    } satisfies NewsView;
  }

  /** A later reminder is due already: after a long standstill only the last one is told. */
  const isOvertaken = ({ term }: StoredElection, dueAt: Instant, now: Instant): boolean => {
    if (!term) return true;
    const isOver = now >= instantOn(addDays(term.to, 1), "00:00");
    return isOver || termReminders(term.to).some((at) => at > dueAt && at <= now);
  };

  const memberOf = ({ to }: Notice): string | null => ("member" in to ? to.member : null);

  return {
    [TIDINGS.news]: about(async (election, { payload, to }, now) => {
      const { news } = newsPayload.parse(payload);
      const round = await roundFor(news, election.id);
      if (!IS_NEWS[news](election, round, now)) return superseded;
      const view = await viewOf(election, round, "member" in to);
      return { send: card(newsCard(trial, news, view), titles[news](OFFICES[election.office])) };
    }),

    [TIDINGS.asked]: about(async (election, notice) => {
      const { asked, name } = askedPayload.parse(notice.payload);
      const member = memberOf(notice);
      const candidacy = (await elections.candidacies(election.id)).find((one) => one.name === name);
      if (!candidacy || candidacy.withdrawnAt !== null) return superseded;
      if (asked !== "consented" && candidacy.memberId !== member) return superseded;
      if (!IS_ASKED[asked](election, candidacy)) return superseded;
      const roles = await elections.roles(election.id);
      const hasRole = roles.some((one) => one.memberId === member && one.until === null);
      const drawn = askedCard(trial, asked, { election, name, hasRole });
      return { send: card(drawn, askedTitle(asked, OFFICES[election.office])) };
    }),

    [TIDINGS.stuck]: about(async (election, { payload }) => {
      const { why } = stuckPayload.parse(payload);
      if (isFinal(election.state)) return superseded;
      if (why === "answer-on-paper" && election.state !== "acceptance") return superseded;
      if (why === "roles-missing" && (await roleTrouble(deps, election.id)) === null) return superseded;
      const title = stuckWords.title(OFFICES[election.office]);
      return { send: card(stuckCard(trial, why, election), title) };
    }),

    [TIDINGS.term]: about(async (election, notice, now) => {
      const { office, startedAt } = election;
      if (isOvertaken(election, notice.dueAt, now)) return superseded;
      if (await deps.inOffice.hasSuccessor(office, startedAt)) return superseded;
      const member = memberOf(notice);
      const mayStart = member !== null && (await deps.coordinators()).includes(member);
      return { send: card(termCard(trial, election, mayStart, now), termWords.title(OFFICES[office])) };
    }),
  };
}
