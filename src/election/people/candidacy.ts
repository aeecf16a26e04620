/** Candidacies: under which name somebody stands, who is meant, and when somebody may still withdraw. Pure. */
import { fold } from "../../search/fold.ts";
import type { Instant } from "../../system/clock.ts";
import { checkCandidates, LONGEST_NAME } from "../candidates.ts";
import { isFinal, type Process } from "../process.ts";
import type { ProgressRefusal } from "../progress.service.ts";
import type { FrozenSeat } from "../repository.ts";
import type { StoredCandidacy, StoredElection } from "../stored.ts";
import type { WithdrawalRule } from "../withdrawal.ts";

export type CandidacyRefusal =
  | ProgressRefusal
  | "not-personal"
  | "too-late"
  | "not-delegate"
  | "party-unknown"
  | "already-nominated"
  | "term-limit"
  | "not-yours"
  | "not-organiser"
  | "answers-personally"
  | "withdrawal-binding"
  | "entry-missing";

/** Whom a nomination means; `memberId` null where the seat of the party is empty. */
export type Nominated = Pick<StoredCandidacy, "name" | "memberId" | "party">;

/** One spelling, no invisible signs, single spaces; once more after the signs are gone. */
const tidy = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/\s/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/ +/g, " ")
    .trim();

/**
 * The name on the ballot paper: the member's name, with the organisation unless it is in it. Where that is no
 * name for a ballot paper, the head of the organisation stands under its name alone.
 */
export function paperName(person: string | null, organisation: string): string {
  const tidied = tidy(person ?? "");
  if (tidied === "") return organisation;
  const added = fold(tidied).includes(fold(organisation)) ? "" : ` (${organisation})`;
  const room = Math.max(0, LONGEST_NAME - added.length);
  const checked = checkCandidates([`${[...tidied].slice(0, room).join("").trim()}${added}`]);
  return (checked.ok ? checked.value[0] : undefined) ?? organisation;
}

/** The seat of which somebody is the delegate, or which he or she holds for now; undefined for nobody's. */
export const delegateSeat = (seats: readonly FrozenSeat[], memberId: string): FrozenSeat | undefined =>
  seats.find((one) => one.delegateId === memberId) ?? seats.find((one) => one.holderId === memberId);

/** The candidacy that is meant already, by person or by name; one that was taken back does not count. */
export const standingFor = (
  candidacies: readonly StoredCandidacy[],
  { name, memberId }: Nominated,
): StoredCandidacy | undefined =>
  candidacies
    .filter((one) => one.withdrawnAt === null)
    .find((one) => (memberId !== null && one.memberId === memberId) || fold(one.name) === fold(name));

/**
 * Whether the time to nominate, agree or accept is over at `now`: received in time is what comes before the
 * instant, also where the timer has not run yet.
 */
export const isOverdue = ({ state, dueAt }: Pick<StoredElection, "state" | "dueAt">, now: Instant): boolean =>
  (state === "nomination" || state === "acceptance") && dueAt !== null && now >= dueAt;

const BETWEEN: readonly string[] = ["runoff_pending", "second_round_pending", "lot_pending"];
const FREE: readonly string[] = ["ready", "voting"];

/** Whether the rule of procedure holds candidates to their candidacy in this state. */
export const isBinding = (state: Process["state"], rule: WithdrawalRule): boolean =>
  rule === "binding" && BETWEEN.includes(state);

/** Whether a withdrawal of this candidate would have an effect now. A mere nomination is declined instead. */
export function mayWithdraw(process: Process, candidacy: StoredCandidacy, rule: WithdrawalRule): boolean {
  const { state, current } = process;
  if (isFinal(state) || candidacy.withdrawnAt !== null || candidacy.consentedAt === null) return false;
  if (state === "nomination") return true;
  const between = BETWEEN.includes(state) && !isBinding(state, rule);
  return (between || FREE.includes(state)) && current.candidates.includes(candidacy.name);
}
