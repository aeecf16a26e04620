/** `thema: …`, `tagesordnung`, and the buttons of agendas. */
import { z } from "zod";
import type { Outcome } from "../../system/outcome.ts";
import { commandWord } from "../../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../../turn/route.ts";
import { formKey, type Turn, typedKey } from "../../turn/turn.ts";
import { agendaCard, agendaTitle, itemForm, proposedCard } from "./cards.ts";
import { ITEM_LIMITS } from "./item.ts";
import type { AgendaView } from "./look.service.ts";
import { type ItemDeps, type ItemRefusal, type ItemService, itemService } from "./service.ts";
import { form, proposed, refusals } from "./texts.ts";

const ID = z.string().regex(/^[\w-]{1,64}$/);
const NUMBER = z.string().regex(/^\d{1,9}$/);
const input = z.string().max(5000).default("");
/** A choice that was not made comes empty or not at all. */
const chosen = z.union([ID, z.literal("")]).default("");
const SHOW = z.object({ meeting: ID.optional() });
const FORM = z.object({
  title: input,
  question: z.union([NUMBER, z.literal("")]).default(""),
  take: z.boolean().optional(),
});
const PROPOSE = z.object({ actionId: ID, title: input, from: NUMBER.optional() });
const CHANGE = z.object({ actionId: ID, item: chosen });
const ORDER = CHANGE.extend({ direction: z.enum(["up", "down"]) });
const ALLOT = CHANGE.extend({
  minutes: z.union([z.string().max(20), z.number().transform(String)]).default(""),
});

/** `thema: Titel`; the title alone, empty without one. */
const topic = (typed: string): string | undefined => {
  if (commandWord(typed) === "thema") return "";
  return /^thema\s*:\s*(\S[\s\S]*)$/i.exec(typed.trim())?.[1];
};

/** What entering something else mends; everything else is one sentence, and the card stays. */
const MENDED: readonly ItemRefusal[] = ["titleMissing", "titleTooLong", "duplicate"];

export function itemRoutes(deps: ItemDeps): Routes & { readonly service: ItemService } {
  const service = itemService(deps);

  const drawn = (turn: Turn, view: AgendaView): Reply =>
    card(
      agendaCard({
        ...view,
        ...{ actionId: deps.newId(), partyName: deps.partyName },
        personal: turn.place.kind === "personal",
        coordinator: turn.coordinator,
      }),
      agendaTitle(view.date),
    );

  async function show(turn: Turn, meeting?: string): Promise<Reply> {
    const done = await service.show(turn, meeting);
    return done.ok ? drawn(turn, done.value) : refusal(refusals[done.reason]);
  }

  type Entered = { readonly title: string; readonly question: string | null; readonly problem?: string };

  async function drawForm(turn: Turn, entered: Entered): Promise<Reply> {
    const begun = await service.begin(turn);
    if (!begun.ok) return refusal(refusals[begun.reason]);
    const questions = await service.questions(turn);
    const view = { actionId: deps.newId(), date: begun.value, questions, ...entered };
    return card(itemForm(view), entered.problem ?? form.title);
  }

  /** The question becomes the title, for the coordinator to read it over: everybody will see it. */
  async function open(turn: Turn, { title, question, take }: z.output<typeof FORM>): Promise<Reply> {
    if (!take) return drawForm(turn, { title, question: null });
    const found = (await service.questions(turn)).find(({ number }) => String(number) === question);
    if (!found) return drawForm(turn, { title, question: null, problem: form.noQuestion });
    return drawForm(turn, { title: found.question.slice(0, ITEM_LIMITS.title), question });
  }

  async function propose(turn: Turn, key: string, title: string, question: string | null): Promise<Reply> {
    const done = await service.propose(turn, key, { title, question });
    if (done.ok) return stored(card(proposedCard(done.value), `${proposed.title}: ${done.value.item.title}`));
    const problem = refusals[done.reason];
    return MENDED.includes(done.reason) ? drawForm(turn, { title, question, problem }) : refusal(problem);
  }

  const changed = (turn: Turn, done: Outcome<AgendaView, ItemRefusal>): Reply =>
    done.ok ? stored(drawn(turn, done.value)) : refusal(refusals[done.reason]);

  return {
    service,
    texts: [
      textRoute(
        "tagesordnung",
        (typed) => (commandWord(typed) === "tagesordnung" ? true : undefined),
        (turn) => show(turn),
      ),
      textRoute("thema", topic, (turn, title) =>
        title === "" ? drawForm(turn, { title, question: null }) : propose(turn, typedKey(turn), title, null),
      ),
    ],
    actions: [
      actionRoute("agenda.show", SHOW, (turn, { meeting }) => show(turn, meeting)),
      actionRoute("agenda.form", FORM, open),
      actionRoute("agenda.propose", PROPOSE, (turn, { actionId, title, from = null }) =>
        propose(turn, formKey(turn, actionId), title, from),
      ),
      actionRoute("agenda.withdraw", CHANGE, async (turn, { actionId, item }) =>
        changed(turn, await service.withdraw(turn, formKey(turn, actionId), item)),
      ),
      actionRoute("agenda.order", ORDER, async (turn, { actionId, item, direction }) =>
        changed(turn, await service.order(turn, formKey(turn, actionId), item, direction)),
      ),
      actionRoute("agenda.allot", ALLOT, async (turn, { actionId, item, minutes }) =>
        changed(turn, await service.allot(turn, formKey(turn, actionId), item, minutes)),
      ),
    ],
  };
}
