/** What people press to tell of an experience with a record, and what answers it. */
import { z } from "zod";
import type { NewId } from "../../system/ids.ts";
import { card, type Reply, refusal, stored } from "../../turn/reply.ts";
import { actionRoute, type Routes } from "../../turn/route.ts";
import { formKey, type Turn } from "../../turn/turn.ts";
import type { Exchange } from "../exchange.ts";
import type { Show } from "../show.ts";
import { refusals as recordRefusals } from "../texts.ts";
import type { BesideReader } from "./beside.ts";
import {
  type ExperienceFormView,
  experienceForm,
  NO_MEASURE,
  pageCard,
  sureCard,
} from "./experience.cards.ts";
import type { ExperienceService, Refused } from "./experience.service.ts";
import { mayChange, mayDelete } from "./experience.service.ts";
import {
  checkExperience,
  EMPTY_EXPERIENCE,
  type ExperienceDraft,
  experienceDraftOf,
  pageBefore,
  pageOf,
  stateOf,
  tidyExperience,
} from "./experience.ts";
import { refusals, experiences as say } from "./texts.ts";

export type ExperienceRouteDeps = {
  readonly service: ExperienceService;
  readonly show: Show;
  readonly views: BesideReader["views"];
  readonly newId: NewId;
  /** Asks a guest for the organisation. */
  readonly introduceCard: () => Reply;
};

const ID = z.string().regex(/^[\w-]{1,64}$/);
const input = z.string().max(100_000).default("");
const measure = z.string().max(100).default("");
const SAVE = z.object({
  ...{ id: ID, action: ID, text: input, effort: measure, benefit: measure },
  experience: ID.optional(),
  seen: z.number().int().min(0).optional(),
});
const DELETE = z.object({ id: ID, sure: z.literal(true).optional() });
const PAGE = z.object({ id: ID, from: z.number().int().min(0).max(100_000) });

const measureIn = (said: string): string => (said === NO_MEASURE ? "" : said);
const draftIn = ({ text, effort, benefit }: z.output<typeof SAVE>): ExperienceDraft => ({
  text,
  effort: measureIn(effort),
  benefit: measureIn(benefit),
});

const sentence = (reason: Exclude<Refused, "notMember">): string =>
  reason === "gone" ? recordRefusals.gone : refusals[reason];

export function experienceRoutes({
  service,
  show,
  views,
  newId,
  introduceCard,
}: ExperienceRouteDeps): Routes {
  const refuse = (reason: Refused): Reply =>
    reason === "notMember" ? introduceCard() : refusal(sentence(reason));

  const form = (part: Omit<ExperienceFormView, "action">): Reply =>
    card(
      experienceForm({ ...part, action: newId() }),
      [part.editing ? say.editTitle : say.formTitle, ...part.problems].join(" "),
    );

  async function open(turn: Turn, id: string): Promise<Reply> {
    const found = await service.record(turn, id);
    if (!found.ok) return refuse(found.reason);
    return form({ exchange: found.value, draft: EMPTY_EXPERIENCE, problems: [] });
  }

  async function edit(turn: Turn, id: string): Promise<Reply> {
    const found = await service.find(turn, id);
    if (!found.ok) return refuse(found.reason);
    const { exchange, experience } = found.value;
    if (!mayChange(turn, experience)) return refuse("experienceNotYours");
    const editing = { experience: experience.id, seen: stateOf(experience) };
    return form({ exchange, draft: experienceDraftOf(experience), problems: [], editing });
  }

  const shown = async (turn: Turn, exchange: Exchange, remark: string): Promise<Reply> =>
    stored(await show(turn, exchange.id, { remark }));

  /** The form again with everything that was put in, from the state that is there now. */
  async function again(
    turn: Turn,
    data: z.output<typeof SAVE>,
    problems: readonly string[],
    isNewer = false,
  ): Promise<Reply> {
    const found = await service.record(turn, data.id);
    if (!found.ok) return refuse(found.reason);
    const part = { exchange: found.value, draft: tidyExperience(draftIn(data)), problems };
    const { experience, seen } = data;
    if (experience === undefined || seen === undefined) return form(part);
    const now = isNewer ? await service.find(turn, experience) : undefined;
    if (now && !now.ok) return refuse(now.reason);
    return form({ ...part, editing: { experience, seen: now ? stateOf(now.value.experience) : seen } });
  }

  async function save(turn: Turn, data: z.output<typeof SAVE>): Promise<Reply> {
    const checked = checkExperience(draftIn(data));
    if (!checked.ok)
      return again(
        turn,
        data,
        checked.problems.map((problem) => refusals[problem]),
      );
    const { id, experience, seen } = data;
    const said = { key: formKey(turn, data.action), content: checked.value };
    const isNew = experience === undefined || seen === undefined;
    const done = isNew
      ? await service.add(turn, { ...said, id })
      : await service.change(turn, { ...said, id: experience, seen });
    if (done.ok) return shown(turn, done.value, isNew ? say.saved : say.changed);
    if (done.reason === "experienceChanged") return again(turn, data, [refusals.experienceChanged], true);
    return refuse(done.reason);
  }

  async function remove(turn: Turn, { id, sure }: z.output<typeof DELETE>): Promise<Reply> {
    if (sure) {
      const done = await service.remove(turn, id);
      return done.ok ? shown(turn, done.value, say.deleted) : refuse(done.reason);
    }
    const found = await service.find(turn, id);
    if (!found.ok) return refuse(found.reason);
    const { exchange, experience } = found.value;
    if (!mayDelete(turn, experience)) return refuse("experienceNotYours");
    const [view] = views(turn, [experience]);
    return view ? card(sureCard(exchange, view), say.sure) : refuse("experienceGone");
  }

  async function page(turn: Turn, { id, from }: z.output<typeof PAGE>): Promise<Reply> {
    const found = await service.record(turn, id);
    if (!found.ok) return refuse(found.reason);
    const all = await service.all(id);
    const some = pageOf(all, from);
    if (some.length === 0) return show(turn, id);
    const before = from === 0 ? null : pageBefore(all, from);
    const drawn = pageCard({
      exchange: found.value,
      views: views(turn, some),
      from,
      all: all.length,
      before,
    });
    return card(drawn, say.pageTitle(found.value.title));
  }

  return {
    texts: [],
    actions: [
      actionRoute("exchange.experience.new", z.object({ id: ID }), (turn, { id }) => open(turn, id)),
      actionRoute("exchange.experience.edit", z.object({ id: ID }), (turn, { id }) => edit(turn, id)),
      actionRoute("exchange.experience.save", SAVE, save),
      actionRoute("exchange.experience.delete", DELETE, remove),
      actionRoute("exchange.experiences", PAGE, page),
    ],
  };
}
