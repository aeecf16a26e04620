/**
 * Four eyes: what one person may not do alone in an election. Who may propose what, who may confirm it, and
 * how many have to. Nobody confirms what he or she has proposed, or what is about him or her. Pure.
 */
import { type Outcome, ok, refused } from "../../system/outcome.ts";

export const MATTERS = ["cancel", "delegateChange", "paperRequest", "paperResult", "lotDrawn"] as const;
export type Matter = (typeof MATTERS)[number];

export type Participant = { readonly memberId: string; readonly party: string };

/** Who is who in an election at present. */
export type People = {
  /** Members who coordinate. */
  readonly coordinators: readonly string[];
  readonly officer: Participant | null;
  readonly scrutineers: readonly Participant[];
  /** The member who is in the chair of the Forum. */
  readonly chair: string | null;
  /** Members who stand, or are asked to. */
  readonly standing: readonly string[];
  /** Those who hold a seat. */
  readonly delegates: readonly Participant[];
};

/** The person who acts. Somebody may coordinate without belonging to a municipality. */
export type Acting = {
  readonly memberId: string | null;
  /** The account, for people who were no members when they proposed. */
  readonly account: string;
  readonly party: string | null;
  readonly coordinates: boolean;
};

/** In which part somebody confirms. */
export type Part = "chair" | "officer" | "scrutineer" | "delegate" | "coordinator";

export type Confirmer = Participant & { readonly part: Part };

/** As much of a proposal as these rules look at. */
export type Proposed = {
  readonly matter: Matter;
  /** Member id, or the account of somebody who was no member. */
  readonly proposedBy: string;
  /** Members whom it is about. */
  readonly concerned: readonly string[];
  /** Members who have confirmed. */
  readonly approvedBy: readonly string[];
};

export type ProposerRefusal =
  | "propose-coordinator"
  | "propose-delegate"
  | "propose-officer"
  | "officer-stands";
export type ConfirmRefusal = "confirms-self" | "not-confirmer" | "same-party-witness";

/** Two witnesses for what is entered from paper or drawn by hand; one second person for everything else. */
export const confirmationsFor = (matter: Matter): number =>
  matter === "paperResult" || matter === "lotDrawn" ? 2 : 1;

/** Whether this person may propose it. */
export function judgeProposer(matter: Matter, by: Acting, people: People): Outcome<null, ProposerRefusal> {
  if (matter === "cancel" || matter === "delegateChange")
    return by.coordinates ? ok(null) : refused("propose-coordinator");
  if (by.memberId === null)
    return refused(matter === "paperRequest" ? "propose-delegate" : "propose-officer");
  if (matter === "paperRequest")
    return people.delegates.some((one) => one.memberId === by.memberId)
      ? ok(null)
      : refused("propose-delegate");
  if (people.officer?.memberId !== by.memberId) return refused("propose-officer");
  return people.standing.includes(by.memberId) ? refused("officer-stands") : ok(null);
}

const as =
  (part: Part) =>
  (one: Participant): Confirmer => ({ ...one, part });

/** Scrutineers, and delegates of other municipalities than the officer's. */
function witnesses({ officer, scrutineers, delegates }: People): readonly Confirmer[] {
  const watching = new Set(scrutineers.map((one) => one.memberId));
  const others = delegates.filter((one) => one.party !== officer?.party && !watching.has(one.memberId));
  return [...scrutineers.map(as("scrutineer")), ...others.map(as("delegate"))];
}

/** Those who come into question, the first group that has anybody in it. */
function groupsFor(matter: Matter, people: People): readonly (readonly Confirmer[])[] {
  const { officer, scrutineers, chair, coordinators } = people;
  const leads = [officer ? [as("officer")(officer)] : [], scrutineers.map(as("scrutineer"))];
  switch (matter) {
    case "cancel":
      return [chair === null ? [] : [{ memberId: chair, party: "", part: "chair" }], ...leads];
    case "delegateChange":
      return leads;
    case "paperRequest":
      return [coordinators.map((memberId) => ({ memberId, party: "", part: "coordinator" }))];
    default:
      return [witnesses(people)];
  }
}

/** Who may confirm it. Whoever stands, or coordinates, is no second person for the coordination. */
export function confirmersOf(
  { matter, proposedBy, concerned }: Pick<Proposed, "matter" | "proposedBy" | "concerned">,
  people: People,
): readonly Confirmer[] {
  const free = ({ memberId, part }: Confirmer): boolean =>
    memberId !== proposedBy &&
    !concerned.includes(memberId) &&
    !people.standing.includes(memberId) &&
    (part === "coordinator" || !people.coordinators.includes(memberId));
  const groups = groupsFor(matter, people).map((group) => group.filter(free));
  return groups.find((group) => group.length > 0) ?? [];
}

const isOwn = ({ proposedBy, concerned }: Proposed, by: Acting): boolean =>
  proposedBy === by.account ||
  (by.memberId !== null && (proposedBy === by.memberId || concerned.includes(by.memberId)));

/** The part of somebody who coordinates without being a member, else of a member among the confirmers. */
function partOf(proposed: Proposed, by: Acting, people: People): Part | null {
  if (proposed.matter === "paperRequest") return by.coordinates ? "coordinator" : null;
  const confirmers = confirmersOf(proposed, people);
  return confirmers.find((one) => one.memberId === by.memberId)?.part ?? null;
}

/** In which part this person confirms; `again` when that has happened before. */
export function judgeConfirm(
  proposed: Proposed,
  by: Acting,
  people: People,
): Outcome<{ readonly part: Part; readonly again: boolean }, ConfirmRefusal> {
  if (isOwn(proposed, by)) return refused("confirms-self");
  const part = partOf(proposed, by, people);
  if (part === null) return refused("not-confirmer");
  const id = by.memberId ?? by.account;
  if (proposed.approvedBy.includes(id)) return ok({ part, again: true });
  const known = [...people.scrutineers, ...people.delegates];
  const parties = proposed.approvedBy.map((other) => known.find((one) => one.memberId === other)?.party);
  if (by.party !== null && parties.includes(by.party)) return refused("same-party-witness");
  return ok({ part, again: false });
}

/**
 * Whoever proposed it takes it back; who would confirm it says no. Delegates just do not confirm, and nobody
 * says no to a municipality that asks for paper.
 */
export function mayDrop(proposed: Proposed, by: Acting, people: People): boolean {
  if (proposed.proposedBy === by.account || proposed.proposedBy === by.memberId) return true;
  if (proposed.matter === "paperRequest") return false;
  const judged = judgeConfirm(proposed, by, people);
  return judged.ok && judged.value.part !== "delegate";
}

/** Whether one more confirmation is the last that is needed. */
export const completes = ({ matter, approvedBy }: Proposed): boolean =>
  approvedBy.length + 1 >= confirmationsFor(matter);

/** How the rules of the process call the second person of a cancellation. */
export const secondOf = (part: Part): "chair" | "deputy" => (part === "chair" ? "chair" : "deputy");
