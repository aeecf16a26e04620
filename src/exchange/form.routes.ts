/** What people type and press to record and to change a record: the line, the form, and what comes between. */
import { z } from "zod";
import type { Organisation } from "../forum/forum.ts";
import type { PrivacyNotice } from "../privacy/notice.ts";
import { note, plain } from "../turn/elements.ts";
import { card, type Reply, stored, text } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { type Actor, formKey, type Turn, typedKey } from "../turn/turn.ts";
import { type Confirmed, confirmCard, deletedCard, excerpt } from "./cards.ts";
import { mayEdit } from "./change.service.ts";
import { tidy } from "./draft.ts";
import { type Draft, draftOf, EMPTY_DRAFT, type Exchange, type Problem } from "./exchange.ts";
import { closedCard, type FormView, formCard } from "./form.cards.ts";
import { type Assumed, type Entered, enteredIn, FORM, type FormData, ID } from "./form.data.ts";
import { messageTexts } from "./message/texts.ts";
import { nearCard } from "./near.cards.ts";
import type { FindNear } from "./near.ts";
import { knownProduct, type ProductNames } from "./product-names.ts";
import type { exchangeService, Recording } from "./service.ts";
import { confirm, form, near, refusals } from "./texts.ts";
import { parseRecord } from "./typed.ts";

export type FormRouteDeps = {
  readonly service: ReturnType<typeof exchangeService>;
  readonly newId: () => string;
  readonly organisations: readonly Organisation[];
  readonly organisationName: (key: string) => string;
  /** Whether nothing is stored about this person. */
  readonly isStranger: (actor: Actor) => Promise<boolean>;
  /** Shown to those who become members by the form. */
  readonly notice: PrivacyNotice;
  readonly findNear: FindNear;
  readonly productNames: ProductNames;
  readonly refuse: (problems: readonly Problem[]) => Reply;
  /** What is said of a message that has been recorded before. */
  readonly recordedBefore: (turn: Turn, exchange: Exchange) => Promise<Reply>;
  /** Adds to a confirmation what others offer or seek about the same. */
  readonly withAnswers?: (turn: Turn, exchange: Exchange, confirmation: Reply) => Promise<Reply>;
};

export type Forms = ReturnType<typeof formRoutes>;

/** After these the form is of no more use. */
const FINAL: readonly Problem[] = ["gone", "notYours", "notMember"];

export function formRoutes(deps: FormRouteDeps) {
  const { service, newId, refuse, withAnswers = async (_turn, _exchange, reply) => reply } = deps;

  /** Confirms what is stored now; a repeated delivery gets the same, whatever became of it since. */
  function confirmed(
    turn: Turn,
    exchange: Exchange,
    what: Confirmed | "deleted",
    assumed: Assumed = [],
  ): Reply {
    const is = exchange.deletedAt === null ? what : "deleted";
    const organisation = deps.organisationName(exchange.organisation);
    const shown = { exchange, organisation, mayEdit: mayEdit(turn, exchange) };
    const drawn = is === "deleted" ? deletedCard(shown) : confirmCard(shown, is, assumed);
    return stored(card(drawn, confirm[is](exchange.title)));
  }

  async function draw(
    turn: Turn,
    part: Omit<FormView, "action" | "introduction" | "abouts">,
  ): Promise<Reply> {
    // Whom the coordination has entered, and who has left, confirms that first: not in passing.
    const known = turn.member !== null;
    if (!known && !(await deps.isStranger(turn.actor))) return refuse(["notMember"]);
    const group = part.group ?? (part.editing ? undefined : (await service.openGroupAt(turn))?.name);
    const drawn = formCard({
      ...part,
      draft: tidy(part.draft),
      action: newId(),
      ...(known ? {} : { introduction: { organisations: deps.organisations, notice: deps.notice } }),
      ...(part.message ? { abouts: deps.organisations } : {}),
      ...(group === undefined ? {} : { group }),
    });
    const title = part.editing ? form.editTitle : form.newTitle;
    return card(drawn, [`${title}.`, ...part.problems.map((problem) => refusals[problem])].join(" "));
  }

  /** In a dialog a sentence is enough where the confirmation comes as a message; else it stays, with its buttons. */
  function recorded(turn: Turn, exchange: Exchange, { message, assumed, byForm, told }: Told): Reply {
    if (message && told && exchange.deletedAt === null) return text(messageTexts.confirmed(exchange.title));
    const reply = confirmed(turn, exchange, "recorded", assumed);
    return byForm && !told && reply.kind === "card" ? card(reply.card, reply.summary) : reply;
  }

  async function record(turn: Turn, recording: Recording & Entered): Promise<Reply> {
    const done = await service.record(turn, recording);
    if (done.ok && done.known) return deps.recordedBefore(turn, done.value);
    if (done.ok) {
      const { value, told, closed } = done;
      return withAnswers(turn, value, remarked(recorded(turn, value, { ...recording, told }), closed));
    }
    if (done.problems.includes("notMember")) return refuse(done.problems);
    return draw(turn, { ...recording, problems: done.problems });
  }

  /** Recorded, unless others have said nearly the same: then that is shown first. */
  async function recordUnlessNear(
    turn: Turn,
    recording: Recording & Entered,
    despite = false,
  ): Promise<Reply> {
    const judged = await service.judge(turn, recording);
    const found = despite || !judged.ok ? [] : await deps.findNear(turn, recording, judged.content);
    if (found.length === 0) return record(turn, recording);
    const { organisationName } = deps;
    return card(nearCard({ near: found, organisationName, entered: recording, action: newId() }), near.title);
  }

  /** Recorded at once when nothing is missing; else the form, where an empty field is no mistake yet. */
  async function typed(turn: Turn, said: Draft): Promise<Reply> {
    const isProduct = said.kind === "product";
    const known = isProduct ? await knownProduct(`${said.title}\n${said.text}`, deps.productNames) : null;
    const draft = known === null ? said : { ...said, product: known };
    const whole = draft.kind !== "" && draft.title !== "" && draft.text !== "";
    if (!whole || !turn.member) return draw(turn, { draft, problems: [] });
    const assumed: Assumed = isProduct ? ["stage", "product"] : ["stage"];
    return recordUnlessNear(turn, { key: typedKey(turn), draft, assumed, byForm: false });
  }

  async function save(turn: Turn, data: FormData): Promise<Reply> {
    const recording = { ...enteredIn(data), key: formKey(turn, data.action), byForm: true };
    return recordUnlessNear(turn, recording, data.despite);
  }

  /** Somebody else was faster: the form again, with what was put in, made from the newer revision. */
  async function overtaken(turn: Turn, id: string, draft: Draft): Promise<Reply> {
    const now = await service.open(turn, id);
    if (!now.ok) return refuse(now.problems);
    const { title, text: words, revision, group } = now.value;
    const remark = form.nowReads(title, excerpt(words));
    const part = { draft, problems: ["changedMeanwhile"] as const, remark, editing: { id, revision } };
    return draw(turn, { ...part, ...(group ? { group: group.name } : {}) });
  }

  async function again(turn: Turn, entered: Entered, problems: readonly Problem[]): Promise<Reply> {
    if (!entered.editing) return draw(turn, { ...entered, problems });
    const now = await service.open(turn, entered.editing.id);
    if (!now.ok) return refuse(now.problems);
    const { group } = now.value;
    return draw(turn, { ...entered, problems, ...(group ? { group: group.name } : {}) });
  }

  async function update(turn: Turn, data: FormData & { id: string; revision: number }): Promise<Reply> {
    const { id, revision } = data;
    const entered = enteredIn(data);
    const { draft } = entered;
    const done = await service.change(turn, { key: formKey(turn, data.action), id, revision, draft });
    if (done.ok) return withAnswers(turn, done.value, confirmed(turn, done.value, "changed"));
    if (done.problems.includes("changedMeanwhile")) return overtaken(turn, id, draft);
    if (done.problems.some((problem) => FINAL.includes(problem))) return refuse(done.problems);
    return again(turn, entered, done.problems);
  }

  async function edit(turn: Turn, id: string): Promise<Reply> {
    const found = await service.open(turn, id);
    if (!found.ok) return refuse(found.problems);
    const { revision, group } = found.value;
    const part = { draft: draftOf(found.value), problems: [], editing: { id, revision } };
    return draw(turn, { ...part, ...(group ? { group: group.name } : {}) });
  }

  async function close(_: Turn, data: FormData): Promise<Reply> {
    const entered = enteredIn(data);
    return card(closedCard(entered, newId()), form.closed[entered.editing ? "edit" : "new"]);
  }

  const routes: Routes = {
    texts: [textRoute("festhalten", parseRecord, typed)],
    actions: [
      actionRoute("exchange.new", z.object({}), (turn) => draw(turn, { draft: EMPTY_DRAFT, problems: [] })),
      actionRoute("exchange.save", FORM, save),
      actionRoute("exchange.edit", z.object({ id: ID }), (turn, { id }) => edit(turn, id)),
      actionRoute("exchange.update", FORM.required({ id: true, revision: true }), update),
      actionRoute("exchange.cancel", FORM, close),
      actionRoute("exchange.resume", FORM, (turn, data) => again(turn, enteredIn(data), [])),
    ],
  };
  return { routes, draw, confirmed };
}

/** Says why a record made in the place of a group is in no group. */
function remarked(reply: Reply, closed: string | null): Reply {
  if (closed === null) return reply;
  if (reply.kind === "text") return { ...reply, text: `${reply.text} ${confirm.closed(closed)}` };
  if (reply.kind !== "card") return reply;
  const remark = note(confirm.closed(plain(closed)));
  return { ...reply, card: { ...reply.card, body: [...(reply.card.body ?? []), remark] } };
}

type Told = Pick<Entered, "message" | "assumed"> & Pick<Recording, "byForm"> & { readonly told: boolean };
