/** Use cases of papers: look, attach the minutes or a decision to a date that has begun, remove. */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import { hasBegun, type Meeting } from "../meeting.ts";
import type { MeetingRepository } from "../repository.ts";
import {
  type AttachableDecision,
  checkMinutesLink,
  judgePaper,
  type LinkProblem,
  type Paper,
} from "./paper.ts";
import type { PaperRepository } from "./repository.ts";
import { usualTitle } from "./texts.ts";

export type PaperDeps = Pick<Acting, "write" | "applyOnce"> & {
  readonly papers: PaperRepository;
  readonly repository: Pick<MeetingRepository, "byId" | "hold">;
  /** Closed decisions of the Forum, newest first. */
  readonly decisions: () => Promise<readonly AttachableDecision[]>;
  readonly newId: NewId;
};

export type PaperRefusal =
  | LinkProblem
  | "notCoordinator"
  | "gone"
  | "tooEarly"
  | "isCancelled"
  | "unknownDecision"
  | "attached"
  | "tooMany";

export type PapersView = {
  readonly meeting: Meeting;
  readonly papers: readonly Paper[];
  /** Whether the person who looks may attach and remove here. */
  readonly mayChange: boolean;
  /** Decisions that can still be attached; empty for others than the coordinator. */
  readonly decisions: readonly AttachableDecision[];
};

const OFFICE = "coordination";

type Refuse = (reason: PaperRefusal) => never;
type What = Pick<Paper, "kind" | "title" | "link" | "decisionId">;

export function paperService(deps: PaperDeps) {
  const { papers, repository } = deps;

  async function viewOf(turn: Turn, meeting: Meeting): Promise<PapersView> {
    const open = meeting.cancelledAt === null && hasBegun(meeting, turn.now);
    const mayChange = open && may(rolesOf(turn), "meeting.attach");
    const [here, decisions] = await Promise.all([papers.of([meeting.id]), mayChange ? deps.decisions() : []]);
    const isNew = ({ id }: AttachableDecision) => here.every(({ decisionId }) => decisionId !== id);
    return { meeting, papers: here, mayChange, decisions: decisions.filter(isNew) };
  }

  async function shown(turn: Turn, id: string): Promise<Outcome<PapersView, "gone">> {
    const meeting = await repository.byId(id);
    return meeting ? ok(await viewOf(turn, meeting)) : refused("gone");
  }

  async function attachIn(tx: Tx, turn: Turn, id: string, what: What, refuse: Refuse): Promise<string> {
    const held = await repository.hold(tx, id);
    if (!held) return refuse("gone");
    if (held.meeting.cancelledAt !== null) refuse("isCancelled");
    if (!hasBegun(held.meeting, turn.now)) refuse("tooEarly");
    const judged = judgePaper(await papers.of([id], tx), what);
    if (!judged.ok) return refuse(judged.reason);
    // A coordinator need not belong to an organisation; then the office stands for the person.
    const addedById = turn.member?.id ?? OFFICE;
    const paper = { ...what, id: deps.newId(), meetingId: id, addedById, addedAt: turn.now };
    await papers.add(tx, paper);
    return paper.id;
  }

  async function attach(turn: Turn, key: string, id: string, what: What) {
    const done = await orRefuse<PaperRefusal, unknown>((refuse) =>
      deps.write((tx) =>
        deps.applyOnce(tx, key, "meeting.attach", turn.now, () => attachIn(tx, turn, id, what, refuse)),
      ),
    );
    return done.ok ? shown(turn, id) : done;
  }

  const isEntitled = (turn: Turn): boolean => may(rolesOf(turn), "meeting.attach");

  return {
    show: shown,

    /** Of several dates, by id of the date. */
    async ofDates(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Paper[]>> {
      const all = await papers.of(ids);
      return new Map(ids.map((id) => [id, all.filter(({ meetingId }) => meetingId === id)]));
    },

    /** Adds the address of the minutes; the same key again changes nothing. */
    async attachLink(
      turn: Turn,
      key: string,
      id: string,
      written: { readonly title: string; readonly link: string },
    ): Promise<Outcome<PapersView, PaperRefusal>> {
      if (!isEntitled(turn)) return refused("notCoordinator");
      const checked = checkMinutesLink(written, usualTitle);
      if (!checked.ok) return checked;
      return attach(turn, key, id, { ...checked.value, kind: "minutes", decisionId: null });
    },

    /** Adds a closed decision of the Forum, with its title as it is now. */
    async attachDecision(
      turn: Turn,
      key: string,
      id: string,
      decisionId: string,
    ): Promise<Outcome<PapersView, PaperRefusal>> {
      if (!isEntitled(turn)) return refused("notCoordinator");
      const decision = (await deps.decisions()).find((one) => one.id === decisionId);
      if (!decision) return refused("unknownDecision");
      return attach(turn, key, id, { kind: "decision", title: decision.title, link: null, decisionId });
    },

    /** Takes a paper from its date; one that is gone already stays gone. */
    async remove(turn: Turn, meetingId: string, id: string): Promise<Outcome<PapersView, PaperRefusal>> {
      if (!isEntitled(turn)) return refused("notCoordinator");
      await deps.write(async (tx) => {
        if ((await papers.byId(id, tx))?.meetingId === meetingId) await papers.remove(tx, id);
      });
      return shown(turn, meetingId);
    },
  };
}
