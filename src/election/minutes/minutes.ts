/** The minutes (Wahlniederschrift) as a value, from what is stored. Pure. */
import type { Instant } from "../../system/clock.ts";
import { isFinal } from "../process.ts";
import { decisionOutcome, decisionPart, openRound } from "./minutes.decision.ts";
import { isoOf, minutesRounds, nameIn } from "./minutes.rounds.ts";
import { ruleLines } from "./minutes.rule.texts.ts";
import { MINUTES_FORMAT, type Minutes } from "./minutes.schema.ts";
import type { MinutesSource } from "./minutes.source.ts";
import { titles } from "./minutes.texts.ts";

export type MinutesContext = {
  readonly now: Instant;
  /** Version of this program. */
  readonly version: string;
  readonly organisationName: (key: string) => string;
};

const titleOf = ({ election, decision }: MinutesSource): string =>
  decision ? titles.motion(decision.title) : titles[election.office === "deputy" ? "deputy" : "chair"];

const bodyOf = ({ forum, decision }: MinutesSource): string =>
  decision?.group ? titles.group(forum, decision.group) : forum;

const outcomeOf = ({ election, decision }: MinutesSource): Minutes["outcome"] => {
  if (decision) return decisionOutcome(decision);
  return isFinal(election.state) ? (election.state as "elected" | "not_elected" | "cancelled") : null;
};

function reasonOf({ election, decision }: MinutesSource): string | null {
  if (decision) return decision.cancelReason ?? decision.reason;
  return election.state === "cancelled" ? election.cancelReason : election.reason;
}

function peopleOf({ roles }: MinutesSource): Pick<Minutes, "officer" | "scrutineers"> {
  const inOffice = roles.filter((one) => one.until === null);
  const person = ({ name, party }: (typeof roles)[number]) => ({ name, party });
  const [officer] = inOffice.filter((one) => one.role === "officer");
  return {
    officer: officer ? person(officer) : null,
    scrutineers: inOffice.filter((one) => one.role === "scrutineer").map(person),
  };
}

const nominationsOf = (source: MinutesSource): Minutes["nominations"] =>
  source.candidacies.map(({ name, party, nominatedById, consentedAt, withdrawnAt }) => ({
    ...{ name, party, consented: consentedAt !== null, withdrawn: withdrawnAt !== null },
    nominatedBy: nominatedById === null ? null : nameIn(source, nominatedById),
  }));

/** A confirmation is of a root: of a round without a seal there is none. */
const confirmationsOf = (source: MinutesSource, rounds: Minutes["rounds"]): Minutes["confirmations"] =>
  source.confirmations.flatMap(({ round, memberId, agrees, at }) => {
    const root = rounds.find((one) => one.round === round)?.seal?.root;
    const role = source.roles.find((one) => one.memberId === memberId && one.role === "scrutineer");
    return root && role ? [{ name: role.name, party: role.party, round, root, agrees, at: isoOf(at) }] : [];
  });

function partiesIn(minutes: Omit<Minutes, "parties">, register: readonly string[]): string[] {
  const { nominations, officer, scrutineers, rounds, confirmations } = minutes;
  const keys = [
    ...register,
    ...rounds.flatMap((one) => [...one.voters, ...one.left]),
    ...[...(officer ? [officer] : []), ...scrutineers, ...confirmations].map((one) => one.party),
    ...nominations.flatMap((one) => one.party ?? []),
  ];
  return [...new Set(keys)].sort();
}

/** Exactly the file that is published; `minutesSchema` reads it back. */
export function minutesOf(source: MinutesSource, context: MinutesContext): Minutes {
  const { election, decision } = source;
  const rounds = decision && !decision.secret ? openRound(decision) : minutesRounds(source);
  const { answer, answeredAt, rule } = election;
  const minutes = {
    ...{ format: MINUTES_FORMAT, electionId: election.id, title: titleOf(source), forum: bodyOf(source) },
    kind: decision ? ("decision" as const) : ("chair" as const),
    decision: decision && decisionPart(decision),
    rule: { version: election.ruleVersion, settings: { ...rule }, lines: decision ? [] : ruleLines(rule) },
    nominations: nominationsOf(source),
    ...peopleOf(source),
    rounds,
    acceptance: answer && { answer, at: isoOf(answeredAt ?? context.now) },
    ...{ outcome: outcomeOf(source), winner: election.winner, reason: reasonOf(source) },
    term: election.term && { from: election.term.from, to: election.term.to },
    objectionUntil: election.objectionUntil === null ? null : isoOf(election.objectionUntil),
    objections: source.objections,
    confirmations: confirmationsOf(source, rounds),
    software: { name: "forumsbote" as const, version: context.version },
    madeAt: isoOf(context.now),
  } satisfies Omit<Minutes, "parties">;
  const register = [
    ...source.rounds.flatMap((round) => round.register.map((entry) => entry.party)),
    ...(decision?.votes ?? []).map((seat) => seat.party),
  ];
  const parties = partiesIn(minutes, register).map((key) => [key, context.organisationName(key)]);
  return { ...minutes, parties: Object.fromEntries(parties) };
}

/** Not signed yet: until the time for objections is over, or, where there is none, until the end. */
export const isDraft = ({ outcome, objectionUntil }: Minutes, now: Instant): boolean =>
  outcome === null || (objectionUntil !== null && now < Date.parse(objectionUntil));
