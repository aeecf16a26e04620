/** Passing a question on, `offene fragen`, and what coordinators do with them. */
import { z } from "zod";
import { germanDate } from "../../calendar/zones.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { Outcome } from "../../system/outcome.ts";
import { button, cardOf, field, heading, paragraph } from "../../turn/elements.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import { ID, PAGE } from "../information/form-data.ts";
import { pageOf } from "../information/paging.ts";
import type { InformationRefusal } from "../information/service.ts";
import { byWhom, shared } from "../information/texts.ts";
import { cut, cutToBytes, oneLine } from "../information/written.ts";
import { closeCard, doneCard, ownCard, passedOnCard, passedOnSentences, questionsCard } from "./cards.ts";
import type { TicketDeps, TicketService } from "./service.ts";
import { agenda, closing, list, passing, refusals } from "./texts.ts";
import { COORDINATION, groupsOf, type Ticket, type TicketRefusal } from "./ticket.ts";

export type TicketRouteDeps = Pick<TicketDeps, "repository" | "information" | "newId"> & {
  readonly service: TicketService;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

/** A code, never shown. */
const CODE = z.string().regex(/^[A-Za-z]{1,40}$/);
const PASS_ON = z.object({
  actionId: ID,
  question: z.string().max(20_000),
  reason: CODE,
  answered: z.string().max(20_000).optional(),
});
const ONE = z.object({ actionId: ID, id: ID });

const PAGE_SIZE = 5;
const MOST_OWN = 100;
const MOST_AGENDA = 40;
const AGENDA_LINE = 300;
const AGENDA_BYTES = 14_000;
/** One's own questions stand there with their answers. */
const OWN_PAGE_SIZE = 3;

export function ticketRoutes(deps: TicketRouteDeps) {
  const { service, repository, information, newId } = deps;

  const passedOn = (turn: Turn, { actionId, ...passed }: z.output<typeof PASS_ON>) =>
    service.passOn(turn, { key: formKey(turn, actionId), ...passed });

  const refuse = (reason: TicketRefusal): Reply =>
    reason === "notMember" ? deps.introduceCard() : refusal(refusals[reason]);

  async function passOn(turn: Turn, data: z.output<typeof PASS_ON>): Promise<Reply> {
    const done = await passedOn(turn, data);
    if (!done.ok) return refuse(done.reason);
    return stored(card(passedOnCard(done.value, turn.place), passing.title(done.value.number)));
  }

  /** For a card that stays: the sentences of the confirmation, or what is answered instead. */
  async function passOnBelow(turn: Turn, data: z.output<typeof PASS_ON>): Promise<readonly string[] | Reply> {
    const done = await passedOn(turn, data);
    return done.ok ? passedOnSentences(done.value, turn.place) : refuse(done.reason);
  }

  async function own(turn: Turn, page: number): Promise<Reply> {
    if (!turn.member || !may(rolesOf(turn), "rules.passOn")) return deps.introduceCard();
    if (turn.place.kind !== "personal") return refusal(shared.personalOnly);
    const view = pageOf(await repository.askedBy(turn.member.id, MOST_OWN), page, OWN_PAGE_SIZE);
    const items = await Promise.all(
      view.items.map(async (ticket) => {
        const { informationId } = ticket;
        return { ticket, answer: informationId === null ? null : await information.byId(informationId) };
      }),
    );
    return card(ownCard({ ...view, items }), list.ownTitle);
  }

  /** All open questions; to a member his or her own ones. */
  async function all(turn: Turn, page: number, problem?: string): Promise<Reply> {
    if (!may(rolesOf(turn), "rules.care")) return own(turn, page);
    if (turn.place.kind !== "personal") return refusal(shared.personalOnly);
    const groups = groupsOf(await repository.unsettled());
    const view = pageOf(groups, page, PAGE_SIZE);
    const names = await repository.namesOf(view.items.map(({ head }) => head.takenById));
    const drawn = questionsCard({
      ...{ ...view, total: groups.length, actionId: newId(), me: turn.member?.id ?? COORDINATION },
      takenBy: ({ takenById }: Ticket) => byWhom(names.get(takenById ?? "") ?? null),
      ...(problem ? { problem } : {}),
    });
    return card(drawn, problem ?? list.title);
  }

  type Done = Outcome<Ticket, TicketRefusal | InformationRefusal>;

  /** The list as it is now; whoever came second sees there who was first. */
  async function changed(turn: Turn, done: Done): Promise<Reply> {
    if (done.ok) return stored(await all(turn, 1));
    if (done.reason === "notCoordinator") return refusal(refusals.notCoordinator);
    return all(turn, 1, refusals[done.reason]);
  }

  /** Asked before anything is done: the list that answers is for the own chat only. */
  const inOwnChat = async (turn: Turn, act: () => Promise<Reply>): Promise<Reply> =>
    turn.place.kind === "personal" ? act() : refusal(shared.personalOnly);

  /** Several buttons share the id of one drawing; each is an act of its own. */
  const pressed = (turn: Turn, what: string, { actionId, id }: z.output<typeof ONE>) => ({
    key: `${formKey(turn, actionId)}|${what}|${id}`,
    id,
  });

  async function close(turn: Turn, data: z.output<typeof ONE> & { reason: string }): Promise<Reply> {
    const done = await service.close(turn, { ...pressed(turn, "close", data), reason: data.reason });
    if (!done.ok) return refusal(refusals[done.reason]);
    const said = closing.done(done.value.number);
    return stored(card(doneCard(said), said));
  }

  async function beginClosing(turn: Turn, id: string): Promise<Reply> {
    const found = await service.open(turn, id);
    if (!found.ok) return changed(turn, found);
    return card(closeCard(found.value, newId()), closing.title(found.value.number));
  }

  async function agendaText(turn: Turn): Promise<Reply> {
    if (!may(rolesOf(turn), "rules.care")) return refusal(refusals.notCoordinator);
    const open = await service.openQuestions();
    const lines = open
      .slice(0, MOST_AGENDA)
      .map(({ number, question, askedAt }) =>
        agenda.line(number, germanDate(askedAt), cut(oneLine(question), AGENDA_LINE)),
      );
    const more = open.length > MOST_AGENDA ? [agenda.more(open.length - MOST_AGENDA)] : [];
    const value = cutToBytes([...lines, ...more].join("\n") || list.none, AGENDA_BYTES);
    const drawn = cardOf(
      agenda.title,
      [
        heading(agenda.title),
        paragraph(agenda.hint),
        field("copy", agenda.label, { isMultiline: true, value }),
      ],
      [button(list.buttons.all, "rules.questions")],
    );
    return card(drawn, agenda.title);
  }

  const COMMANDS = new Map([
    ["offene fragen", all],
    ["meine fragen", own],
  ]);

  const routes: Routes = {
    texts: [
      textRoute(
        "offene fragen",
        (typed) => COMMANDS.get(commandWord(typed)),
        (turn, show) => show(turn, 1),
      ),
    ],
    actions: [
      actionRoute("rules.passOn", PASS_ON, passOn),
      actionRoute("rules.questions", z.object({ page: PAGE }), (turn, { page }) => all(turn, page)),
      actionRoute("rules.ownQuestions", z.object({ page: PAGE }), (turn, { page }) => own(turn, page)),
      actionRoute("rules.agenda", z.object({}), agendaText),
      actionRoute("rules.take", ONE, async (turn, data) =>
        inOwnChat(turn, async () => changed(turn, await service.take(turn, pressed(turn, "take", data)))),
      ),
      actionRoute("rules.giveBack", ONE, async (turn, data) =>
        inOwnChat(turn, async () =>
          changed(turn, await service.giveBack(turn, pressed(turn, "giveBack", data))),
        ),
      ),
      actionRoute("rules.closing", z.object({ id: ID }), (turn, { id }) => beginClosing(turn, id)),
      actionRoute("rules.close", ONE.extend({ reason: z.string().max(20_000).default("") }), close),
    ],
  };

  return { routes, passOnBelow };
}
