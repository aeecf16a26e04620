/** `personen`: the list, one person, and what the coordination does about him or her. */
import { z } from "zod";
import type { NewId } from "../system/ids.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import { formKey, type Turn } from "../turn/turn.ts";
import type { CoordinatorService } from "./coordinators.service.ts";
import { type CorrectForm, correctCard, listCard, partOf, personCard, reviewCard } from "./people.cards.ts";
import type { PeopleService } from "./people.service.ts";
import { refusals, texts } from "./people.texts.ts";
import { LONGEST_NAME, LONGEST_WORD, type Person, pageOf } from "./people.ts";

export type PeopleRouteDeps = {
  readonly service: PeopleService;
  readonly coordinators: CoordinatorService;
  readonly newId: NewId;
  readonly label: (organisation: string) => string;
  readonly organisations: CorrectForm["organisations"];
};

const id = z.string().max(100).default("");
const listing = z.object({
  page: z.number().int().min(1).max(10_000).default(1),
  word: z.string().max(LONGEST_WORD).default(""),
});
const ofOne = z.object({ member: id });
const acting = z.object({ actionId: z.string().min(1).max(100), member: id });
const correcting = acting.extend({
  name: z
    .string()
    .max(10 * LONGEST_NAME)
    .default(""),
  organisation: id,
});

/** `personen` and `personen Schopfheim`; undefined for everything else, as for talk about people. */
export function peopleWord(typed: string): string | undefined {
  const [first = "", ...rest] = typed.trim().split(/\s+/);
  if (!["personen", "personenliste"].includes(commandWord(first)) || rest.length > 2) return undefined;
  const word = rest.join(" ");
  return word.length <= LONGEST_WORD ? word : undefined;
}

const unservedIn = (people: readonly Person[]) => {
  const gone = people.filter(({ reach }) => reach === "unserved");
  return { people: gone.length, seats: gone.filter((one) => one.roles.includes("delegate")).length };
};

export function peopleRoutes(deps: PeopleRouteDeps): Routes {
  const { service, coordinators, newId, label } = deps;

  async function list(
    turn: Turn,
    { page, word }: z.output<typeof listing>,
    problem?: string,
  ): Promise<Reply> {
    const seen = await service.all(turn);
    if (!seen.ok) return refusal(refusals[seen.reason]);
    const view = pageOf(seen.value, { word, page, label, part: partOf });
    const form = { view, word, label, unserved: unservedIn(seen.value), ...(problem ? { problem } : {}) };
    return card(listCard(form), problem ?? texts.title);
  }

  async function withPerson(turn: Turn, member: string, draw: (one: Person) => Reply): Promise<Reply> {
    if (member === "") return list(turn, { page: 1, word: "" }, texts.chooseFirst);
    const seen = await service.one(turn, member);
    return seen.ok ? draw(seen.value) : refusal(refusals[seen.reason]);
  }

  const open = (turn: Turn, member: string, said?: string): Promise<Reply> =>
    withPerson(turn, member, (one) =>
      card(personCard(one, label, turn.member?.id === member, said), said ?? one.name),
    );

  const edit = (turn: Turn, member: string, again: Pick<CorrectForm, "entered" | "problem"> = {}) =>
    withPerson(turn, member, (person) => {
      const form = { actionId: newId(), person, organisations: deps.organisations, ...again };
      return card(correctCard(form), again.problem ?? texts.correctTitle(person.name));
    });

  async function correct(turn: Turn, sent: z.output<typeof correcting>): Promise<Reply> {
    const { member, actionId, ...said } = sent;
    const done = await service.correct(turn, formKey(turn, actionId), member, said);
    if (done.ok) return stored(await open(turn, member, texts.corrected));
    return edit(turn, member, { entered: said, problem: refusals[done.reason] });
  }

  async function remove(turn: Turn, { member, actionId }: z.output<typeof acting>): Promise<Reply> {
    const done = await service.remove(turn, formKey(turn, actionId), member);
    if (!done.ok) return refusal(refusals[done.reason]);
    return stored(await list(turn, { page: 1, word: "" }, texts.removed));
  }

  const review = (
    verb: string,
    act: string,
    say: { title: (name: string) => string; lines: readonly string[]; press: string },
  ) =>
    actionRoute(verb, ofOne, (turn, { member }) =>
      withPerson(turn, member, (one) => {
        const title = say.title(one.name);
        return card(reviewCard({ ...say, title, verb: act, actionId: newId(), member: one.memberId }), title);
      }),
    );

  const office = (verb: string, run: CoordinatorService["appoint"], said: string) =>
    actionRoute(verb, acting, async (turn, { member, actionId }) => {
      const done = await run(turn, formKey(turn, actionId), member);
      return done.ok ? stored(await open(turn, member, said)) : refusal(refusals[done.reason]);
    });

  return {
    texts: [textRoute("personen", peopleWord, (turn, word) => list(turn, { page: 1, word }))],
    actions: [
      actionRoute("people.list", listing, (turn, data) => list(turn, data)),
      actionRoute("people.open", ofOne, (turn, { member }) => open(turn, member)),
      actionRoute("people.edit", ofOne, (turn, { member }) => edit(turn, member)),
      actionRoute("people.correct", correcting, correct),
      review("people.removeReview", "people.remove", {
        ...{ title: texts.removeTitle, lines: [texts.removeWhat, texts.removeNext], press: texts.removeNow },
      }),
      actionRoute("people.remove", acting, remove),
      review("coordinator.review", "coordinator.appoint", {
        title: texts.appointTitle,
        lines: [texts.appointWhat, texts.appointTold],
        press: texts.appointNow,
      }),
      office("coordinator.appoint", coordinators.appoint, texts.appointed),
      review("coordinator.endReview", "coordinator.end", {
        ...{ title: texts.endTitle, lines: [texts.endWhat, texts.appointTold], press: texts.endNow },
      }),
      office("coordinator.end", coordinators.end, texts.ended),
    ],
  };
}
