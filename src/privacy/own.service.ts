/** Use cases of one's own data: seeing it, taking it along, having it erased. Only in the personal chat. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { PageKind } from "../pages/links.ts";
import type { Page, Wanted } from "../pages/service.ts";
import type { Instant } from "../system/clock.ts";
import type { NewId } from "../system/ids.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { Turn } from "../turn/turn.ts";
import type { OwnRecords } from "./erase.repository.ts";
import type { Erase } from "./erase.service.ts";
import type { EraseFacts, OwnRepository } from "./own.repository.ts";
import { texts } from "./own.texts.ts";
import { fileOf, type OwnData } from "./own.ts";
import type { Person } from "./person.ts";

export const OWN_FILE = "privacy.own" satisfies PageKind;

export type OwnRefusal = "elsewhere" | "notStored" | "notMember";

export type OwnView = {
  readonly data: OwnData;
  /** Has a row, so that there is a file. */
  readonly stored: boolean;
  readonly member: boolean;
};

export type EraseReview = EraseFacts & {
  /** No row: only what others have recorded, or nothing at all. */
  readonly guest: boolean;
  readonly nothing: boolean;
  /** Asked for it before; the register of an open round still names the person. */
  readonly underWay: boolean;
  /** The last one who coordinates. */
  readonly lastCoordinator: boolean;
};

export type EraseAnswer = { readonly gone: boolean; readonly again: boolean };

export type OwnDeps = {
  readonly repository: OwnRepository;
  readonly erase: Erase;
  readonly eraseAuthor: (tx: Tx, who: Pick<Person, "tenantId" | "aadObjectId">) => Promise<number>;
  /** Writes down that somebody waits for the erasure, and what shall become of the own records. */
  readonly wait: (tx: Tx, wish: Waiting) => Promise<void>;
  readonly issue: (tx: Tx, wanted: Wanted) => Promise<string>;
  readonly coordinators: () => Promise<readonly string[]>;
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly newId: NewId;
};

export type Waiting = {
  readonly id: string;
  readonly memberId: string;
  readonly own: OwnRecords;
  readonly conversationId: string;
  readonly now: Instant;
};

const NO_FACTS: EraseFacts = {
  ...{ records: 0, alone: 0, seat: null, openRegister: false, running: false, minutes: false },
};

export type OwnService = ReturnType<typeof ownService>;

export function ownService(deps: OwnDeps) {
  const { repository, write } = deps;
  const of = ({ actor }: Turn) => repository.find(actor.tenantId, actor.aadObjectId);
  const why = (turn: Turn): "elsewhere" | null =>
    turn.place.kind === "personal" && may(rolesOf(turn), "privacy.own") ? null : "elsewhere";

  async function look(turn: Turn): Promise<Outcome<OwnView, OwnRefusal>> {
    if (why(turn)) return refused("elsewhere");
    const person = await of(turn);
    const data = person ? await repository.collect(person) : await repository.collectGuest(turn.actor);
    return ok({ data, stored: person !== null, member: turn.member !== null });
  }

  /** Not the last one who can be reached leaves the Forum alone unnoticed. */
  async function isLastCoordinator({ coordinator, member }: Turn): Promise<boolean> {
    if (!coordinator || !member) return false;
    return (await deps.coordinators()).every((one) => one === member.id);
  }

  /** `conversationId`: where it was asked; empty for the operator. */
  async function eraseIn(
    tx: Tx,
    who: Pick<Person, "tenantId" | "aadObjectId">,
    wish: Pick<Waiting, "own" | "conversationId" | "now">,
  ): Promise<EraseAnswer> {
    const person = await repository.find(who.tenantId, who.aadObjectId, tx);
    if (!person) return { gone: true, again: (await deps.eraseAuthor(tx, who)) === 0 };
    const { memberId } = person;
    const done = await deps.erase(tx, memberId, wish.now, { own: wish.own });
    if (!done) return { gone: true, again: true };
    if (done.gone) return { gone: true, again: false };
    // Who had left before, removed by somebody else for example, waits from now on as well.
    const again = await repository.isWaiting(memberId, tx);
    if (!again) await deps.wait(tx, { id: deps.newId(), memberId, ...wish });
    return { gone: false, again };
  }

  return {
    look,

    /** A link to everything as a file, for this person and 24 hours. */
    async file(turn: Turn): Promise<Outcome<string, OwnRefusal>> {
      if (why(turn)) return refused("elsewhere");
      const person = await of(turn);
      if (!person) return refused("notStored");
      const wanted = { kind: OWN_FILE, subject: "own", memberId: person.memberId, now: turn.now } as const;
      return ok(await write((tx) => deps.issue(tx, wanted)));
    },

    /** What erasing would do now. Changes nothing. */
    async review(turn: Turn): Promise<Outcome<EraseReview, OwnRefusal>> {
      if (why(turn)) return refused("elsewhere");
      const person = await of(turn);
      const facts = person ? await repository.eraseFacts(person.memberId) : NO_FACTS;
      const found = person ? {} : await repository.collectGuest(turn.actor);
      return ok({
        ...facts,
        guest: person === null,
        nothing: person === null && Object.values(found).flat().length === 0,
        underWay: person !== null && (await repository.isWaiting(person.memberId)),
        lastCoordinator: await isLastCoordinator(turn),
      });
    },

    /**
     * Erases the person of the turn, or everything but the row, which waits for an open round. Needs no key: the
     * second press finds nobody. It leaves no key either, for that would name the person.
     */
    async erase(turn: Turn, own: OwnRecords): Promise<Outcome<EraseAnswer, OwnRefusal>> {
      if (why(turn)) return refused("elsewhere");
      const wish = { own, conversationId: turn.place.conversationId, now: turn.now };
      return ok(await write((tx) => eraseIn(tx, turn.actor, wish)));
    },

    /** The same by the operator, for somebody who asked for it elsewhere; whether the row is gone. */
    eraseFor: async (tx: Tx, who: Pick<Person, "tenantId" | "aadObjectId">, now: Instant): Promise<boolean> =>
      (await eraseIn(tx, who, { own: "keep", conversationId: "", now })).gone,

    pages: {
      [OWN_FILE]: (async ({ memberId, now }) => {
        const person = memberId === null ? null : await repository.byId(memberId);
        if (!person) return null;
        const body = fileOf(await repository.collect(person), { now, secret: texts.secret });
        return { contentType: "application/json; charset=utf-8", fileName: "meine-daten.json", body };
      }) satisfies Page,
    },
  };
}
