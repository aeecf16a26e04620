/** Use cases of information: add, correct, withdraw, look up. Rights are checked here, whatever a card has shown. */
import type { Tx } from "../../db/store.ts";
import { may, rolesOf } from "../../member/rights.ts";
import type { NewId } from "../../system/ids.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import { orRefuse } from "../../system/refusal.ts";
import type { Acting } from "../../turn/acting.ts";
import type { Turn } from "../../turn/turn.ts";
import {
  checkDraft,
  type DraftProblem,
  type Information,
  type InformationContent,
  type InformationDraft,
  type KnownCards,
  type StoredInformation,
} from "./information.ts";
import type { InformationRepository } from "./repository.ts";

export type InformationDeps = Acting & {
  readonly repository: InformationRepository;
  readonly newId: NewId;
  readonly cards: KnownCards;
  /** Called after every change that was stored, outside its transaction. Must not throw. */
  readonly onChange: () => void;
};

export type InformationRefusal = "notCoordinator" | "gone" | "changedMeanwhile";

/** Why nothing was saved: a mistake in the form, or something else. */
export type NotSaved =
  | { readonly ok: false; readonly problems: readonly DraftProblem[] }
  | { readonly ok: false; readonly reason: InformationRefusal };
export type Saved = { readonly ok: true; readonly value: StoredInformation } | NotSaved;

/** What a form was drawn for. */
export type InformationTarget =
  /** Ids of the corrections that its author saw when the form was drawn: only these are superseded. */
  | { readonly kind: "new"; readonly seen: readonly string[] }
  | { readonly kind: "change"; readonly id: string };

export type Version = StoredInformation & {
  readonly givenBy: string | null;
  readonly endedBy: string | null;
};

/** More versions than this are not shown. */
const MOST_VERSIONS = 100;

export type InformationService = ReturnType<typeof informationService>;

export function informationService(deps: InformationDeps) {
  const { repository, cards } = deps;

  const isCard = (id: string): boolean => cards.get(id) !== null;

  /** What the new one takes the place of; one card has at most one correction in force. */
  async function inPlaceOf(
    tx: Tx,
    target: InformationTarget,
    { corrects }: InformationContent,
    refuse: (reason: InformationRefusal) => never,
  ): Promise<StoredInformation | null> {
    if (target.kind === "change") {
      const old = await repository.byId(target.id, tx);
      if (!old) return refuse("gone");
      return old.endedAt === null ? old : refuse("changedMeanwhile");
    }
    if (corrects === null) return null;
    const old = (await repository.current(tx)).find((one) => one.corrects === corrects) ?? null;
    return old === null || target.seen.includes(old.id) ? old : refuse("changedMeanwhile");
  }

  /** Stores a checked content and ends what it supersedes; the caller holds the turn. Returns its id. */
  async function saveIn(
    tx: Tx,
    turn: Turn,
    target: InformationTarget,
    given: InformationContent,
    refuse: (reason: InformationRefusal) => never,
  ): Promise<string> {
    const old = await inPlaceOf(tx, target, given, refuse);
    // A change stays the correction of the same card, so that two never stand in one place.
    const content = target.kind === "change" ? { ...given, corrects: old?.corrects ?? null } : given;
    const id = deps.newId();
    const byId = turn.member?.id ?? null;
    await repository.insert(tx, { ...content, id, givenAt: turn.now, givenById: byId });
    if (old) await repository.end(tx, old.id, { at: turn.now, byId, supersededById: id });
    return id;
  }

  async function load(id: string): Promise<StoredInformation> {
    const found = await repository.byId(id);
    if (!found) throw new Error("an information that was stored cannot be read");
    return found;
  }

  return {
    check: (draft: InformationDraft) => checkDraft(draft, isCard),
    saveIn,
    byId: repository.byId,

    /** Adds an information, or puts a new version in the place of an old one; the same key again saves nothing. */
    async save(
      turn: Turn,
      {
        key,
        draft,
        target,
      }: { readonly key: string; readonly draft: InformationDraft; readonly target: InformationTarget },
    ): Promise<Saved> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      const checked = checkDraft(draft, isCard);
      if (!checked.ok) return checked;
      const done = await orRefuse<InformationRefusal, { readonly subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "rules.information", turn.now, async () => {
            await repository.takeTurns(tx);
            return saveIn(tx, turn, target, checked.value, refuse);
          }),
        ),
      );
      if (!done.ok) return done;
      deps.onChange();
      return ok(await load(done.value.subject));
    },

    /** Ends an information; where it corrected a card, the handbook's text counts again. Twice is once. */
    async withdraw(
      turn: Turn,
      key: string,
      id: string,
    ): Promise<Outcome<StoredInformation, InformationRefusal>> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      const done = await orRefuse<InformationRefusal, { readonly subject: string }>((refuse) =>
        deps.write((tx) =>
          deps.applyOnce(tx, key, "rules.withdraw", turn.now, async () => {
            await repository.takeTurns(tx);
            const old = await repository.byId(id, tx);
            if (!old) return refuse("gone");
            if (old.endedAt !== null) return refuse("changedMeanwhile");
            const end = { at: turn.now, byId: turn.member?.id ?? null, supersededById: null };
            await repository.end(tx, id, end);
            return id;
          }),
        ),
      );
      if (!done.ok) return done;
      deps.onChange();
      // Pressed again it is the one of the first time, whichever is named now.
      return ok(await load(done.value.subject));
    },

    /** One that is in force, to be changed or withdrawn. */
    async open(turn: Turn, id: string): Promise<Outcome<StoredInformation, InformationRefusal>> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      const found = await repository.byId(id);
      if (!found) return refused("gone");
      return found.endedAt === null ? ok(found) : refused("changedMeanwhile");
    },

    /** All in force, the newest first; for coordinators. */
    async list(turn: Turn): Promise<Outcome<readonly StoredInformation[], InformationRefusal>> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      return ok((await repository.current()).toReversed());
    },

    /** The versions that led to this one, the newest first, with the names of who gave and ended them. */
    async history(turn: Turn, id: string): Promise<Outcome<readonly Version[], InformationRefusal>> {
      if (!may(rolesOf(turn), "rules.care")) return refused("notCoordinator");
      const chain: StoredInformation[] = [];
      let one = await repository.byId(id);
      while (one !== null && chain.length < MOST_VERSIONS) {
        chain.push(one);
        one = await repository.before(one.id);
      }
      if (chain.length === 0) return refused("gone");
      const names = await repository.namesOf(chain.flatMap((link) => [link.givenById, link.endedById]));
      const nameOf = (who: string | null) => (who === null ? null : (names.get(who) ?? null));
      return ok(
        chain.map((link) => ({ ...link, givenBy: nameOf(link.givenById), endedBy: nameOf(link.endedById) })),
      );
    },

    /** What is in force, the oldest first; for whoever answers questions. */
    async current(): Promise<readonly Information[]> {
      return (await repository.current()).map(({ id, corrects, questions, answer, basis, givenOn }) => ({
        ...{ id, corrects, questions, answer, basis, givenOn },
      }));
    },

    /** Cheap; differs from every earlier one as soon as `current` does. */
    stamp: repository.stamp,
  };
}
