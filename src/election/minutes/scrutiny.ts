/** What a scrutineer (Wahlprüfer) may do in a round: fetch the opening file once, then say whether all is right. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Phase } from "../stored.ts";

/** What of it is stored. */
export type Scrutiny = {
  readonly fetchedAt: Instant;
  readonly confirmedAt: Instant | null;
  readonly agrees: boolean | null;
};

/** What is known about a person and a round. */
export type ScrutinyFacts = {
  /** Named for this election, and not handed over since. */
  readonly scrutineer: boolean;
  readonly phase: Phase;
  /** Root of the seal; without one there is nothing to check against. */
  readonly root: string | null;
  /** After the time for objections, or of a round that was cancelled: the ballots are gone. */
  readonly erased: boolean;
  readonly scrutiny: Scrutiny | null;
};

export type ScrutinyRefusal =
  | "not-personal"
  | "not-scrutineer"
  | "not-counted"
  | "erased"
  | "no-key"
  | "unreadable"
  | "already-fetched"
  | "not-fetched"
  | "already-confirmed";

type Judged = Outcome<null, ScrutinyRefusal>;

const isCounted = ({ phase, root }: ScrutinyFacts): boolean =>
  root !== null && (phase === "counted" || phase === "closed");

function mayLook(facts: ScrutinyFacts | null): Judged {
  if (!facts?.scrutineer) return refused("not-scrutineer");
  return isCounted(facts) ? ok(null) : refused("not-counted");
}

/** Whether there is a file for this person; whether it was fetched before is another question. */
export function mayOpen(facts: ScrutinyFacts | null): Judged {
  const looked = mayLook(facts);
  return looked.ok && facts?.erased ? refused("erased") : looked;
}

export function judgeFetch(facts: ScrutinyFacts | null): Judged {
  const opened = mayOpen(facts);
  return opened.ok && facts?.scrutiny ? refused("already-fetched") : opened;
}

/** The same answer given twice is one answer; another one is refused. The file need not be there any more. */
export function judgeConfirm(
  facts: ScrutinyFacts | null,
  agrees: boolean,
): Outcome<"new" | "again", ScrutinyRefusal> {
  const looked = mayLook(facts);
  if (!looked.ok) return looked;
  const scrutiny = facts?.scrutiny;
  if (!scrutiny) return refused("not-fetched");
  if (scrutiny.confirmedAt === null) return ok("new");
  return scrutiny.agrees === agrees ? ok("again") : refused("already-confirmed");
}
