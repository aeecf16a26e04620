/** `wahl`, `wahl starten`, and the buttons of an election. */
import { z } from "zod";
import { may, rolesOf } from "../member/rights.ts";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply, refusal, stored, text } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import type { Entered, StartRefusal } from "./announcement.ts";
import { castCard, paperCard, reviewCard, testCard } from "./ballot.cards.ts";
import {
  castRefusals,
  confirmed,
  paperRefusals,
  paper as paperWords,
  review as reviewWords,
  test as testWords,
} from "./ballot.texts.ts";
import { PENDING_LENGTH } from "./box.ts";
import { statusCard } from "./cards.ts";
import { formCard, planCard } from "./form.cards.ts";
import { proofCard } from "./result.cards.ts";
import { proof } from "./result.texts.ts";
import { closeRefusals, form, gone, plan, startRefusals, status } from "./round.texts.ts";
import type { RoundName } from "./seal.ts";
import type { ElectionDeps, ElectionService } from "./service.ts";

export type ElectionRouteDeps = Pick<ElectionDeps, "newId" | "seats" | "organisationName" | "trial"> & {
  readonly service: ElectionService;
};

const id = z.string().regex(/^[\w-]{1,64}$/);
const inRound = { election: id, round: z.number().int().min(1).max(100) };
const roundOnly = z.object(inRound);
const shown = z.object({ ...inRound, full: z.boolean().default(false) });
const line = z.string().max(20_000).default("");
/** A multi-select comes as keys joined by commas, and from a button as it was put in. */
const keys = z
  .union([z.string().max(5000), z.array(z.string().max(200)).max(200)])
  .default("")
  .transform((value) => (typeof value === "string" ? value.split(",") : value))
  .transform((list) => list.map((key) => key.trim()).filter((key) => key !== ""));
const entered = z.object({
  office: z.enum(["chair", "deputy"]).default("chair"),
  way: z.enum(["open", "fixed"]).default("open"),
  parties: keys,
  others: line,
  nominationOn: line,
  nominationAt: line,
  closesOn: line,
  closesAt: line,
  officer: z.string().max(200).default(""),
  scrutineers: keys,
});
/** From a button of a form that is drawn again; from `wahl starten` nothing. */
const begun = entered.partial();
type Begun = Parameters<ElectionService["proposed"]>[1];
const check = entered.extend({ actionId: id });
const review = z.object({ ...inRound, choice: z.string().max(500).default("") });
const cast = z.object({
  ...inRound,
  token: z.string().regex(/^[0-9a-f]{32}$/),
  ballot: z
    .string()
    .length(PENDING_LENGTH)
    .regex(/^[A-Za-z0-9+/]+=*$/),
});

const nameOf = (data: { election: string; round: number }): RoundName => ({
  electionId: data.election,
  round: data.round,
});

export function electionRoutes(deps: ElectionRouteDeps): Routes {
  const { service, trial, newId, organisationName } = deps;

  async function show(turn: Turn): Promise<Reply> {
    const drawn = statusCard(trial, await service.status(turn));
    return card(drawn, drawn.fallbackText ?? status.plainTitle);
  }

  async function drawForm(data: Entered, problem?: string): Promise<Reply> {
    const { parties, people, deputies } = await service.formChoices();
    const named = parties
      .map((key) => ({ key, name: organisationName(key) }))
      .sort((a, b) => a.name.localeCompare(b.name, "de"));
    const eligible = people.map((one) => ({
      id: one.memberId,
      name: one.name,
      party: organisationName(one.party),
    }));
    const view = { actionId: newId(), entered: data, parties: named, people: eligible, deputies };
    return card(formCard(trial, { ...view, ...(problem ? { problem } : {}) }), problem ?? form.title);
  }

  async function begin(turn: Turn, data: Begun = {}): Promise<Reply> {
    if (!may(rolesOf(turn), "election.start")) return refusal(startRefusals["not-coordinator"]);
    if (!(await service.status(turn)).mayStart) return refusal(startRefusals["already-running"]);
    return drawForm(await service.proposed(turn.now, data));
  }

  async function planned(turn: Turn, { actionId, ...wanted }: z.output<typeof check>): Promise<Reply> {
    const done = await service.plan(turn, wanted);
    if (done.ok) {
      const view = { actionId, entered: wanted, planned: done.value, nameOf: organisationName };
      return card(planCard(trial, view), plan.title);
    }
    return isFinal(done.reason)
      ? refusal(startRefusals[done.reason])
      : drawForm(wanted, startRefusals[done.reason]);
  }

  async function started(turn: Turn, { actionId, ...wanted }: z.output<typeof check>): Promise<Reply> {
    const done = await service.start(turn, actionId, wanted);
    return done.ok ? stored(await show(turn)) : refusal(startRefusals[done.reason]);
  }

  async function openPaper(turn: Turn, name: RoundName): Promise<Reply> {
    const done = await service.paper(turn, name);
    if (!done.ok) return refusal(paperRefusals[done.reason]);
    return card(paperCard(trial, done.value, organisationName(done.value.party)), paperWords.title);
  }

  async function reviewed(turn: Turn, name: RoundName, choice: string): Promise<Reply> {
    if (choice === "") return refusal(paperWords.choose);
    const done = await service.review(turn, name, choice);
    if (!done.ok) return refusal(paperRefusals[done.reason]);
    return card(reviewCard(trial, done.value, organisationName(done.value.party)), reviewWords.title);
  }

  /** Not marked as stored: what is marked may be kept in the outbox, and this card shows a receipt. */
  async function casting(turn: Turn, { token, ballot, ...data }: z.output<typeof cast>): Promise<Reply> {
    const done = await service.cast(turn, nameOf(data), token, ballot);
    return done.ok ? card(castCard(trial, done.value), confirmed.title) : refusal(castRefusals[done.reason]);
  }

  /** Like a vote: nothing of it is ever kept in the outbox. */
  async function testing(turn: Turn, { token, ballot, ...data }: z.output<typeof cast>): Promise<Reply> {
    const done = await service.test(turn, nameOf(data), token, ballot);
    return done.ok ? card(testCard(trial, done.value), testWords.title) : refusal(castRefusals[done.reason]);
  }

  async function closed(turn: Turn, name: RoundName): Promise<Reply> {
    const done = await service.closeEarly(turn, name);
    return done.ok ? stored(text(status.closing)) : refusal(closeRefusals[done.reason]);
  }

  async function prove(name: RoundName, full: boolean): Promise<Reply> {
    const round = await service.round(name);
    return round ? card(proofCard(trial, round, organisationName, full), proof.title) : refusal(gone);
  }

  return {
    texts: [
      textRoute("wahl starten", (typed) => (commandWord(typed) === "wahl starten" ? {} : undefined), begin),
      textRoute("wahl", (typed) => (commandWord(typed) === "wahl" ? true : undefined), show),
    ],
    actions: [
      actionRoute("election.form", begun, begin),
      actionRoute("election.check", check, planned),
      actionRoute("election.start", check, started),
      actionRoute("election.paper", roundOnly, (turn, data) => openPaper(turn, nameOf(data))),
      actionRoute("election.review", review, (turn, data) => reviewed(turn, nameOf(data), data.choice)),
      actionRoute("election.cast", cast, casting),
      actionRoute("election.test", cast, testing),
      actionRoute("election.close", roundOnly, (turn, data) => closed(turn, nameOf(data))),
      actionRoute("election.proof", shown, (_, data) => prove(nameOf(data), data.full)),
    ],
  };
}

/** Entering something else would not help. */
const isFinal = (reason: StartRefusal): boolean =>
  reason === "not-coordinator" || reason === "already-running" || reason === "wrong-state";
