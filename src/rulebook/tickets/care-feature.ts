/** Taking care of the answers, put together: passed-on questions, information, ratings. */
import type { Db } from "../../db/store.ts";
import type { Job } from "../../schedule/ticker.ts";
import type { NewId } from "../../system/ids.ts";
import { button } from "../../turn/elements.ts";
import type { Card, Reply } from "../../turn/reply.ts";
import { ratingButtons } from "../feedback/cards.ts";
import { feedbackRepository } from "../feedback/repository.prisma.ts";
import { feedbackRoutes } from "../feedback/routes.ts";
import { feedbackService } from "../feedback/service.ts";
import type { KnownCards } from "../information/information.ts";
import { informationRepository } from "../information/repository.prisma.ts";
import { informationRoutes } from "../information/routes.ts";
import { informationService } from "../information/service.ts";
import { cut, cutToBytes } from "../information/written.ts";
import { answerRoutes } from "./answer.routes.ts";
import { type AnswerButtons, answerActions } from "./answer-actions.ts";
import { careJob } from "./job.ts";
import { ticketNotices } from "./renders.ts";
import { ticketRepository } from "./repository.prisma.ts";
import { ticketRoutes } from "./routes.ts";
import { type TicketDeps, ticketService } from "./service.ts";
import { passing } from "./texts.ts";
import { LIMITS, RATED } from "./ticket.ts";

export type CareDeps = Omit<TicketDeps, "repository" | "information"> & {
  readonly db: Db;
  readonly newId: NewId;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
  /** The handbook, without what coordinators have corrected in it. */
  readonly cards: KnownCards;
  /** The card of an answer without its buttons, drawn again; null: only its text is known. */
  readonly redraw?: (question: string, answer: string) => Card | null;
};

export function careFeature({ db, redraw = () => null, ...given }: CareDeps) {
  const { newId, cards } = given;
  const informationDeps = { ...given, repository: informationRepository(db) };
  const information = informationService(informationDeps);
  const deps = { ...given, repository: ticketRepository(db), information };
  const service = ticketService(deps);
  const feedback = feedbackRepository(db);
  const tickets = ticketRoutes({ ...deps, service });
  const rating = feedbackRoutes({
    ...{ newId, cards, redraw, service: feedbackService({ ...given, repository: feedback }) },
    information: (id) => information.byId(id),
    passOn: (turn, actionId, { question, answer }) =>
      tickets.passOnBelow(turn, { actionId, question, reason: RATED, answered: answer }),
  });
  const job: Job = careJob({ anonymise: deps.repository.anonymise, prune: feedback.prune });

  const buttons: AnswerButtons = {
    passOnButton: ({ question, reason, answered }) =>
      button(passing.button, "rules.passOn", {
        ...{ actionId: newId(), question: cut(question, LIMITS.question), reason },
        ...(answered === undefined ? {} : { answered: cutToBytes(answered, LIMITS.answered) }),
      }),
    ratingButtons: (shown) => ratingButtons({ ...shown, answerId: newId() }),
  };

  return {
    routes: [
      tickets.routes,
      answerRoutes({ ...deps, service, current: information.current }),
      informationRoutes({ service: information, cards, newId }),
      rating,
    ],
    renderers: ticketNotices(deps),
    job,
    /** Open questions, equal ones once, the first asked first. */
    openQuestions: service.openQuestions,
    /** The information in force, and what differs as soon as it does. */
    current: information.current,
    stamp: information.stamp,
    ...buttons,
    /** Below an answer to a question. */
    actions: answerActions(buttons),
  };
}
