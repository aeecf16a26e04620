/** Which rules answer which case: by the key that names the kind, and the kind. */
import { electionCases } from "../election/cases.ts";
import { meetingCases } from "../meeting/cases.ts";

/** A case to what the rules say about it; throws when the case is not written as its kind requires. */
export type CaseRules = Readonly<Record<string, (input: unknown) => unknown>>;

/** A file of elections names the kind of a case in `kind`, one of dates in `type`. */
export type CaseFamilies = { readonly kind: CaseRules; readonly type: CaseRules };

export const caseFamilies: CaseFamilies = { kind: electionCases, type: meetingCases };
