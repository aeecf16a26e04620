/** What somebody can do next in an election. Pure. */
import type { Instant } from "../system/clock.ts";
import { mayWithdraw } from "./people/candidacy.ts";
import { checkPeriod } from "./people/objection.ts";
import { isFinal, type Process } from "./process.ts";
import type { StoredCandidacy, StoredElection, StoredRound } from "./stored.ts";

/** Where the person stands in an open round. */
export type VoteStep = "open-paper" | "has-voted" | "other-holder" | "nothing" | "closing";

/** Buttons, the most urgent first. */
export const STEPS = [
  "accept",
  "refuse",
  "consent",
  "decline",
  "open-paper",
  "nominate",
  "withdraw",
  "object",
  "written",
  "minutes",
  "manage",
  "close",
] as const;
export type Step = (typeof STEPS)[number];

export type Person = {
  /** Nothing personal is shown where others read along. */
  readonly personal: boolean;
  /** Holds a seat, or is its delegate. */
  readonly delegate: boolean;
  readonly mayNominate: boolean;
  readonly mayClose: boolean;
  /** Coordination, or officer of this election. */
  readonly organises: boolean;
  /** Stands, or is asked to; null for everybody else. */
  readonly candidacy: StoredCandidacy | null;
  readonly vote: VoteStep;
};

export type Matter = {
  readonly election: StoredElection;
  readonly process: Process;
  readonly round: StoredRound | null;
  /** Answers that could be entered for candidacies without a person in the chat. */
  readonly writtenPossible: boolean;
};

export function stepsFor(
  { election, process, round, writtenPossible }: Matter,
  person: Person,
  now: Instant,
): readonly Step[] {
  const { state, winner, rule } = election;
  const { candidacy, personal } = person;
  const elected = state === "acceptance" && candidacy !== null && candidacy.name === winner;
  const asked = state === "nomination" && candidacy?.consentedAt === null;
  const open = state === "voting" && round?.phase === "voting" && person.vote !== "closing";
  const possible: Readonly<Record<Step, boolean>> = {
    accept: elected,
    refuse: elected,
    consent: asked,
    decline: asked,
    "open-paper": open && person.vote === "open-paper",
    nominate: state === "nomination" && person.mayNominate,
    withdraw: candidacy !== null && mayWithdraw(process, candidacy, rule.withdrawal),
    object: person.delegate && checkPeriod(election, now).ok,
    written: person.organises && writtenPossible && !isFinal(state),
    minutes: (person.delegate || person.organises) && round !== null && round.result !== null,
    manage: person.organises && !isFinal(state),
    close: open && person.mayClose,
  };
  // Closing early is nothing personal; everything else is answered in the personal chat only.
  return STEPS.filter((step) => possible[step] && (personal || step === "close"));
}
