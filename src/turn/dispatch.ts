/** Runs a turn: who is it, what is meant, which route answers; a fault becomes a sentence with a number. */
import type { Member } from "../member/member.ts";
import type { Clock, Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import type { Log } from "../system/log.ts";
import { cardOf, note, paragraph } from "./elements.ts";
import { meaningOf } from "./grammar.ts";
import type { DepartedPerson, Dispatch, Incoming, PlaceEvent, SentFile, SentMessage } from "./incoming.ts";
import { card, type Hit, type Reply, refusal, silence, text } from "./reply.ts";
import type { ActionRoute, Routes } from "./route.ts";
import { texts } from "./texts.ts";
import type { Actor, Place, Turn } from "./turn.ts";

export type DispatchDeps = {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly routes: readonly Routes[];
  /** Answers every text that is no command. */
  readonly ask: (turn: Turn, question: string) => Promise<Reply>;
  /** Answers files; without it nobody reads them. */
  readonly files?: (turn: Turn, files: readonly SentFile[]) => Promise<Reply>;
  readonly findMember: (tenantId: string, aadObjectId: string) => Promise<Member | null>;
  /** Whether the configuration names this person; others coordinate because they were appointed. */
  readonly isCoordinator: (aadObjectId: string) => boolean;
  /** Keeps the way back to this place up to date. */
  readonly seen: (turn: Turn) => Promise<void>;
  /** The bot was added; `actor` is whom Teams names as the one who did it, if anybody. */
  readonly arrived: (place: Place, now: Instant, actor: Actor | null) => Promise<Reply>;
  readonly left: (place: Place, now: Instant) => Promise<void>;
  /** People are no longer in this place. */
  readonly departed?: (place: Place, people: readonly DepartedPerson[]) => Promise<void>;
  /** Something happened to a channel or a team. */
  readonly happened?: (place: Place, event: PlaceEvent, now: Instant) => Promise<void>;
  /** Counts turns by route and result, for the metrics. */
  readonly count: (route: string, result: "answered" | "refused" | "fault") => void;
};

type Movement = Extract<Incoming, { kind: "installed" | "removed" | "departed" | "placeEvent" }>;
type Said = Exclude<Incoming, Movement>;
type Answer = Reply | readonly Hit[];
type Step = { readonly route: string; readonly answer: (turn: Turn) => Promise<Answer> };

export function createDispatch(deps: DispatchDeps): Dispatch {
  const textRoutes = deps.routes.flatMap((one) => one.texts);
  const searches = deps.routes.flatMap((one) => one.searches ?? []);
  const dialogs = deps.routes.flatMap((one) => one.dialogs ?? []);
  const actions = byVerb(deps.routes.flatMap((one) => one.actions));

  function typed(said: string): Step {
    const meaning = meaningOf(textRoutes, said);
    if (meaning.kind === "nothing") return { route: "nothing", answer: async () => text(texts.nothingSaid) };
    if (meaning.kind === "command") return { route: meaning.name, answer: meaning.answer };
    const { almost } = meaning;
    return {
      route: "question",
      answer: async (turn) => {
        const reply = await deps.ask(turn, said);
        return almost ? withNote(reply, texts.almost(almost)) : reply;
      },
    };
  }

  function pressed(verb: string, data: unknown): Step {
    const route = actions.get(verb);
    if (!route) return { route: "unknownAction", answer: async () => refusal(texts.unknownAction) };
    return {
      route: verb,
      answer: async (turn) => (await route.handle(turn, data)) ?? refusal(texts.wrongData),
    };
  }

  function searched(name: string, query: string): Step {
    const route = searches.find((one) => one.name === name) ?? searches[0];
    return { route: "search", answer: async (turn) => (route ? route.search(turn, query) : []) };
  }

  function opened(command: string, message: SentMessage | undefined): Step {
    const route = dialogs.find((one) => one.command === command) ?? dialogs[0];
    return {
      route: "dialog",
      answer: async (turn) => (route ? route.open(turn, message) : refusal(texts.unknownInvoke)),
    };
  }

  function stepOf(incoming: Said): Step {
    switch (incoming.kind) {
      case "typed":
        return typed(incoming.text);
      case "action":
        return incoming.verb === "say" ? spoken(incoming.data) : pressed(incoming.verb, incoming.data);
      case "file":
        return sent(incoming.files);
      case "search":
        return searched(incoming.name, incoming.query);
      case "dialog":
        return opened(incoming.command, incoming.message);
      case "otherInvoke":
        return { route: "unknownInvoke", answer: async () => refusal(texts.unknownInvoke) };
    }
  }

  function sent(files: readonly SentFile[]): Step {
    const { files: take } = deps;
    return { route: "file", answer: async (turn) => (take ? take(turn, files) : refusal(texts.noFiles)) };
  }

  /** A button that says a typed command. */
  function spoken(data: unknown): Step {
    const said = (data as { text?: unknown } | null)?.text;
    return typeof said === "string" ? typed(said) : pressed("say", data);
  }

  async function turnOf(incoming: Said): Promise<Turn> {
    const { actor, place, activityId } = incoming;
    // Before anything is waited for: of two presses the one that came later is the newer one.
    const now = deps.clock();
    const member = await deps.findMember(actor.tenantId, actor.aadObjectId);
    const coordinator = deps.isCoordinator(actor.aadObjectId) || member?.appointed === true;
    return { now, actor, place, activityId, member, coordinator };
  }

  async function run(incoming: Said, step: Step): Promise<Answer> {
    const turn = await turnOf(incoming);
    if (!incoming.outside) await deps.seen(turn);
    const reply = await step.answer(turn);
    deps.count(step.route, "kind" in reply && reply.kind === "refusal" ? "refused" : "answered");
    return reply;
  }

  /** The log gets the cause, the person a sentence and a number that leads to it. */
  async function guarded(
    kind: string,
    work: (at: (route: string) => void) => Promise<Answer>,
  ): Promise<Answer> {
    let route = kind;
    try {
      return await work((reached) => {
        route = reached;
      });
    } catch (error) {
      const reference = deps.newId().slice(0, 8).toUpperCase();
      deps.log.fault("turn.fault", error, { route, reference });
      deps.count(route, "fault");
      return refusal(texts.fault(reference));
    }
  }

  async function moved(movement: Movement): Promise<Answer> {
    const { kind, place } = movement;
    const now = deps.clock();
    if (kind === "installed") return deps.arrived(place, now, movement.actor);
    if (kind === "removed") await deps.left(place, now);
    else if (kind === "departed") await deps.departed?.(place, movement.people);
    else await deps.happened?.(place, movement.event, now);
    return silence;
  }

  return async (incoming) => {
    if (isMovement(incoming)) return guarded(incoming.kind, () => moved(incoming));
    return guarded(incoming.kind, (at) => {
      const step = stepOf(incoming);
      at(step.route);
      return run(incoming, step);
    });
  };
}

/** Throws when two routes have the same verb: one of them would never be reached. */
function byVerb(routes: readonly ActionRoute[]): ReadonlyMap<string, ActionRoute> {
  const actions = new Map<string, ActionRoute>();
  for (const route of routes) {
    if (actions.has(route.verb)) throw new Error(`two routes have the verb ${route.verb}`);
    actions.set(route.verb, route);
  }
  return actions;
}

const isMovement = (incoming: Incoming): incoming is Movement =>
  ["installed", "removed", "departed", "placeEvent"].includes(incoming.kind);

/** Adds a hint below an answer, whatever shape the answer has. */
function withNote(reply: Reply, hint: string): Reply {
  if (reply.kind === "text") return card(cardOf(reply.text, [paragraph(reply.text), note(hint)]), reply.text);
  if (reply.kind !== "card") return reply;
  return { ...reply, card: { ...reply.card, body: [...(reply.card.body ?? []), note(hint)] } };
}
