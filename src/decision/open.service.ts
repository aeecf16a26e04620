/** Use cases up to the opening: asking for a secret ballot, and opening by hand or by the clock. */
import type { Tx } from "../db/store.ts";
import { halfOf } from "../election/turnout.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Turn } from "../turn/turn.ts";
import type { Decision } from "./decision.ts";
import { canOpenNow } from "./draft.ts";
import { canBeSecret, placeOf, registerOf, SECRET_FROM, secrecyNeeded } from "./electorate.ts";
import { openingNotices, resultNotices, secretNotices } from "./notices.ts";
import { audienceOf, electorsFor } from "./people.ts";
import type { DecisionDeps } from "./service.ts";

export type OpenRefusal = "gone" | "notManager" | "notDraft" | "endTooNear";
export type SecrecyRefusal =
  | "gone"
  | "notMember"
  | "notDraft"
  | "notEntitled"
  | "notHolder"
  | "umlaufIsOpen"
  | "tooFewForSecret"
  | "secretNotHere";

/** `noted`: asked for and kept, but not enough parties yet. */
export type SecrecyAsked = { readonly decision: Decision; readonly state: "secret" | "noted" };

/** The coordinator; in a working group also the person who put the motion. */
export const mayManage = (
  turn: Turn,
  { group, createdById }: Pick<Decision, "group" | "createdById">,
): boolean => turn.coordinator || (group !== null && turn.member?.id === createdById);

type Opens = Pick<
  DecisionDeps,
  "repository" | "enqueue" | "seats" | "forumChannel" | "isParty" | "secretBallot"
>;

/** Ends a motion whose time has passed while nothing ran, or which cannot be held as it was asked for. */
async function failIn(deps: Opens, tx: Tx, decision: Decision, now: Instant): Promise<void> {
  const ended = { state: "void" as const, reason: "not-opened" as const, cancelReason: null, result: null };
  await deps.repository.settle(tx, decision.id, { ...ended, at: now });
  await deps.enqueue(tx, resultNotices(decision.id, await audienceOf(deps, decision, tx), now));
}

/** Opens a held draft: from here on text, seats, quorum and way of voting are fixed. */
export async function openIn(deps: Opens, tx: Tx, decision: Decision, now: Instant): Promise<void> {
  const { id, group, secret, closesAt, title } = decision;
  const electors = await electorsFor(deps, decision, tx);
  const entitled = electors.size;
  const box = secret ? deps.secretBallot : null;
  const impossible = secret && (box === null || entitled < SECRET_FROM);
  if (impossible || entitled === 0 || !canOpenNow(closesAt, now)) return failIn(deps, tx, decision, now);
  const quorum = halfOf(entitled);
  // A ballot paper belongs to one person: in a group to the one of each party who has been there longest.
  const seats = registerOf(electors, group !== null && !secret);
  const opened =
    box && (await box.open(tx, { decisionId: id, title, seats, opensAt: now, closesAt, quorum }));
  const opening = { quorum, entitled, opensAt: now, electionId: opened?.electionId ?? null };
  await deps.repository.open(tx, id, { ...opening, seats: secret ? [] : seats });
  const notices = openingNotices(
    { id, secret, closesAt, opensAt: now },
    await audienceOf(deps, decision, tx),
  );
  await deps.enqueue(tx, notices);
}

export function openService(deps: DecisionDeps) {
  const { repository } = deps;

  async function load(id: string): Promise<Decision> {
    const decision = await repository.byId(id);
    if (!decision) throw new Error("a decision that was stored cannot be read");
    return decision;
  }

  async function openNowIn(tx: Tx, turn: Turn, id: string, refuse: (reason: OpenRefusal) => never) {
    const decision = await repository.hold(tx, id);
    if (!decision) return refuse("gone");
    if (!mayManage(turn, decision)) refuse("notManager");
    if (decision.state === "voting") return;
    if (decision.state !== "draft") refuse("notDraft");
    if (!canOpenNow(decision.closesAt, turn.now)) refuse("endTooNear");
    await openIn(deps, tx, decision, turn.now);
  }

  /** Whether the party of this person can ask for a secret ballot now; its key. */
  async function askingParty(
    tx: Tx,
    turn: Turn,
    decision: Decision,
  ): Promise<Outcome<string, SecrecyRefusal>> {
    if (decision.state !== "draft") return refused("notDraft");
    if (decision.way === "umlauf") return refused("umlaufIsOpen");
    if (!turn.member) return refused("notMember");
    const electors = await electorsFor(deps, decision, tx);
    const register = registerOf(electors, decision.group !== null).map((seat) => ({ ...seat, choice: null }));
    const { standing, seat } = placeOf(register, electors, turn.member);
    if (seat === null) return refused("notEntitled");
    if (standing !== "holder") return refused("notHolder");
    if (!canBeSecret({ way: decision.way, entitled: electors.size })) return refused("tooFewForSecret");
    return deps.secretBallot === null ? refused("secretNotHere") : ok(seat.party);
  }

  async function askIn(
    tx: Tx,
    turn: Turn,
    id: string,
    refuse: (reason: SecrecyRefusal) => never,
  ): Promise<SecrecyAsked["state"]> {
    const decision = await repository.hold(tx, id);
    if (!decision) return refuse("gone");
    const asking = await askingParty(tx, turn, decision);
    if (!asking.ok) return refuse(asking.reason);
    await repository.request(tx, id, asking.value, turn.now);
    if (decision.secret) return "secret";
    const asked = (await repository.requests(id, tx)).length;
    if (asked < secrecyNeeded(deps.secrecy ?? "one", decision.entitled)) return "noted";
    await repository.makeSecret(tx, id);
    await deps.enqueue(tx, secretNotices(decision, await audienceOf(deps, decision, tx), turn.now));
    return "secret";
  }

  return {
    /** Opens a draft before its time; one that is open already stays as it is. */
    async openNow(turn: Turn, id: string): Promise<Outcome<Decision, OpenRefusal>> {
      const done = await orRefuse<OpenRefusal, void>((refuse) =>
        deps.write((tx) => openNowIn(tx, turn, id, refuse)),
      );
      return done.ok ? ok(await load(id)) : done;
    },

    /** A party asks for a secret ballot before the opening; asking twice changes nothing. */
    async askSecret(turn: Turn, id: string): Promise<Outcome<SecrecyAsked, SecrecyRefusal>> {
      if (!may(rolesOf(turn), "decision.vote")) return refused("notMember");
      const done = await orRefuse<SecrecyRefusal, SecrecyAsked["state"]>((refuse) =>
        deps.write((tx) => askIn(tx, turn, id, refuse)),
      );
      return done.ok ? ok({ decision: await load(id), state: done.value }) : done;
    },
  };
}
