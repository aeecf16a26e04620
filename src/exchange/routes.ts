/** What people type and press to record, read, change and delete, and what answers it. */
import { z } from "zod";
import type { Render } from "../outbox/notice.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn, typedKey } from "../turn/turn.ts";
import { type Confirmed, confirmCard, deletedCard, excerpt, noticeCard } from "./cards.ts";
import { mayEdit } from "./change.service.ts";
import { tidy } from "./draft.ts";
import { type Draft, draftOf, EMPTY_DRAFT, type Exchange, type Problem } from "./exchange.ts";
import { findRoutes, WORDS } from "./find/routes.ts";
import type { ExchangeSearch } from "./find/service.ts";
import { type FormView, formCard, NO_OFFER } from "./form.cards.ts";
import { type ExchangeDeps, exchangeService, RECORDED, type Recording } from "./service.ts";
import { type ShowDeps, showing } from "./show.ts";
import { confirm, form, notice, refusals } from "./texts.ts";
import { parseRecord } from "./typed.ts";

export type ExchangeRouteDeps = ExchangeDeps &
  Pick<ShowDeps, "beside"> & {
    readonly finder: ExchangeSearch;
    /** Asks a guest for the organisation. */
    readonly introduceCard: () => Reply;
  };

const ID = z.string().regex(/^[\w-]{1,64}$/);
const SEEN = { id: ID, revision: z.number().int().min(1).max(1_000_000) };
/** A field that nobody filled in is not sent by every client. */
const input = z.string().max(100_000).default("");
const FIELDS = {
  ...{ kind: input, title: input, text: input, stage: input, product: input, offer: input },
  ...{ binding: input, visibility: input, tags: input, links: input },
};
const SAVE = z.object({ action: ID, ...FIELDS, organisation: input });
const UPDATE = z.object({ action: ID, ...FIELDS, ...SEEN });
const SHOW = z.object({ id: ID, words: WORDS.optional() });

const draftIn = ({ kind, title, text, stage, product, offer, ...further }: Draft): Draft => ({
  ...{ kind, title, text, stage, product },
  offer: offer === NO_OFFER ? "" : offer,
  ...{ binding: further.binding, visibility: further.visibility, tags: further.tags, links: further.links },
});

/** After these the form is of no more use. */
const FINAL: readonly Problem[] = ["gone", "notYours", "notMember"];

export function exchangeRoutes(deps: ExchangeRouteDeps): Routes {
  const service = exchangeService(deps);
  const { organisationName, introduceCard } = deps;
  const finding = findRoutes({ finder: deps.finder, organisationName, introduceCard });

  const view = (turn: Turn, exchange: Exchange) => ({
    exchange,
    organisation: organisationName(exchange.organisation),
    mayEdit: mayEdit(turn, exchange),
  });

  const refuse = (problems: readonly Problem[]): Reply =>
    problems.includes("notMember")
      ? introduceCard()
      : refusal(problems.map((problem) => refusals[problem]).join(" "));

  /** Confirms what is stored now; a repeated delivery gets the same, whatever became of it since. */
  function confirmed(turn: Turn, exchange: Exchange, what: Confirmed | "deleted", assumed = false): Reply {
    const is = exchange.deletedAt === null ? what : "deleted";
    const shown = view(turn, exchange);
    const drawn = is === "deleted" ? deletedCard(shown) : confirmCard(shown, is, assumed);
    return stored(card(drawn, confirm[is](exchange.title)));
  }

  function drawForm(turn: Turn, part: Omit<FormView, "action" | "organisations">): Reply {
    const organisations = turn.member ? {} : { organisations: deps.organisations };
    const drawn = formCard({ ...part, draft: tidy(part.draft), action: deps.newId(), ...organisations });
    const title = part.editing ? form.editTitle : form.newTitle;
    return card(drawn, [`${title}.`, ...part.problems.map((problem) => refusals[problem])].join(" "));
  }

  async function record(turn: Turn, recording: Recording): Promise<Reply> {
    const done = await service.record(turn, recording);
    if (done.ok) return confirmed(turn, done.value, "recorded", !recording.byForm);
    if (done.problems.includes("notMember")) return refuse(done.problems);
    const { draft, organisation } = recording;
    return drawForm(turn, { draft, problems: done.problems, ...(organisation ? { organisation } : {}) });
  }

  /** Recorded at once when nothing is missing; else the form, where an empty field is no mistake yet. */
  async function typed(turn: Turn, draft: Draft): Promise<Reply> {
    const whole = draft.kind !== "" && draft.title !== "" && draft.text !== "";
    if (whole && turn.member) return record(turn, { key: typedKey(turn), draft, byForm: false });
    return drawForm(turn, { draft, problems: [] });
  }

  /** Somebody else was faster: the form again, with what was put in, made from the newer revision. */
  async function overtaken(turn: Turn, id: string, draft: Draft): Promise<Reply> {
    const now = await service.open(turn, id);
    if (!now.ok) return refuse(now.problems);
    const { title, text, revision } = now.value;
    const remark = form.nowReads(title, excerpt(text));
    return drawForm(turn, { draft, problems: ["changedMeanwhile"], remark, editing: { id, revision } });
  }

  async function update(turn: Turn, data: z.output<typeof UPDATE>): Promise<Reply> {
    const { id, revision } = data;
    const draft = draftIn(data);
    const done = await service.change(turn, { key: formKey(turn, data.action), id, revision, draft });
    if (done.ok) return confirmed(turn, done.value, "changed");
    if (done.problems.includes("changedMeanwhile")) return overtaken(turn, id, draft);
    if (done.problems.some((problem) => FINAL.includes(problem))) return refuse(done.problems);
    return drawForm(turn, { draft, problems: done.problems, editing: { id, revision } });
  }

  async function edit(turn: Turn, id: string): Promise<Reply> {
    const found = await service.open(turn, id);
    if (!found.ok) return refuse(found.problems);
    const { revision } = found.value;
    return drawForm(turn, { draft: draftOf(found.value), problems: [], editing: { id, revision } });
  }

  const show = showing({ ...deps, open: service.show });

  async function remove(turn: Turn, id: string, revision: number): Promise<Reply> {
    const done = await service.remove(turn, id, revision);
    if (done.ok) return confirmed(turn, done.value, "deleted");
    if (done.problems.includes("changedMeanwhile"))
      return show(turn, id, { problem: refusals.changedMeanwhile });
    return refuse(done.problems);
  }

  async function restore(turn: Turn, id: string, revision: number): Promise<Reply> {
    const done = await service.restore(turn, id, revision);
    if (done.ok) return confirmed(turn, done.value, "restored");
    return done.problems.includes("changedMeanwhile") ? show(turn, id) : refuse(done.problems);
  }

  return {
    texts: [textRoute("festhalten", parseRecord, typed), ...finding.texts],
    actions: [
      actionRoute("exchange.new", z.object({}), async (turn) =>
        drawForm(turn, { draft: EMPTY_DRAFT, problems: [] }),
      ),
      actionRoute("exchange.save", SAVE, (turn, data) => {
        const { action, organisation } = data;
        return record(turn, { key: formKey(turn, action), draft: draftIn(data), organisation, byForm: true });
      }),
      actionRoute("exchange.edit", z.object({ id: ID }), (turn, { id }) => edit(turn, id)),
      actionRoute("exchange.update", UPDATE, update),
      actionRoute("exchange.show", SHOW, (turn, { id, words }) =>
        show(turn, id, words === undefined ? {} : { words }),
      ),
      actionRoute("exchange.delete", z.object(SEEN), (turn, { id, revision }) => remove(turn, id, revision)),
      actionRoute("exchange.restore", z.object(SEEN), (turn, { id, revision }) =>
        restore(turn, id, revision),
      ),
      ...finding.actions,
    ],
    searches: finding.searches ?? [],
  };
}

/** Renders what a place is told about a new record, from what the record says when the message is sent. */
export const exchangeNotices = (
  deps: Pick<ExchangeDeps, "repository" | "organisationName" | "mayReach">,
): Readonly<Record<typeof RECORDED, Render>> => ({
  [RECORDED]: async ({ subject, to }) => {
    const exchange = await deps.repository.byId(subject);
    if (!exchange || exchange.deletedAt !== null) return { drop: "gone" };
    if (!(await deps.mayReach(to, exchange))) return { drop: "notEntitled" };
    const organisation = deps.organisationName(exchange.organisation);
    return {
      send: card(noticeCard({ exchange, organisation, mayEdit: false }), notice.title(exchange.title)),
    };
  },
});
