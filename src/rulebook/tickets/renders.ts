/** The words of what is told of questions, found at delivery: what is overtaken is not told. */
import type { Notice, Render, Rendered } from "../../outbox/notice.ts";
import type { NewId } from "../../system/ids.ts";
import { type Card, card } from "../../turn/reply.ts";
import type { StoredInformation } from "../information/information.ts";
import { askedCard } from "./cards.ts";
import { KIND } from "./notices.ts";
import type { TicketDeps } from "./service.ts";
import { asked, told } from "./texts.ts";
import type { Ticket } from "./ticket.ts";
import { answerCard, closedCard, withdrawnCard } from "./told.cards.ts";

type Deps = Pick<TicketDeps, "repository" | "information" | "coordinators"> & { readonly newId: NewId };
type Kind = (typeof KIND)[keyof typeof KIND];

const sending = (drawn: Card, summary: string): Rendered => ({ send: card(drawn, summary) });

/** A chain of versions longer than this is broken. */
const MOST_VERSIONS = 50;

export function ticketNotices({ repository, information, coordinators, newId }: Deps): Record<Kind, Render> {
  /** What is in force now in the place of an information; null where it was withdrawn. */
  async function inForce(id: string | null): Promise<StoredInformation | null> {
    let one = id === null ? null : await information.byId(id);
    for (let step = 0; one && one.supersededById !== null && step < MOST_VERSIONS; step += 1)
      one = await information.byId(one.supersededById);
    return one?.endedAt === null ? one : null;
  }

  async function answered(ticket: Ticket): Promise<Rendered> {
    const summary = told.answered(ticket.number);
    const one = await inForce(ticket.informationId);
    return one ? sending(answerCard(ticket, one), summary) : sending(withdrawnCard(ticket), summary);
  }

  const about =
    (write: (ticket: Ticket, notice: Notice) => Promise<Rendered>): Render =>
    async (notice) => {
      const ticket = await repository.byId(notice.subject);
      return ticket ? write(ticket, notice) : { drop: "gone" };
    };

  return {
    [KIND.asked]: about(async (ticket, { to }) => {
      if (ticket.state !== "open") return { drop: "superseded" };
      const isCoordinator = "member" in to && (await coordinators()).includes(to.member);
      if (!isCoordinator) return { drop: "notEntitled" };
      return sending(askedCard(ticket, newId()), asked.title(ticket.number));
    }),
    [KIND.settled]: about(async (ticket) => {
      // Who has left is told nothing more.
      const { askedById } = ticket;
      if (askedById === null || !(await repository.namesOf([askedById])).has(askedById))
        return { drop: "notEntitled" };
      if (ticket.state === "closed") return sending(closedCard(ticket), told.closed(ticket.number));
      return ticket.state === "answered" ? answered(ticket) : { drop: "gone" };
    }),
  };
}
