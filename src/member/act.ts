/** What a row of the rights says of an act besides the roles. Types. */

/**
 * A part in a seat or in an election. `holder`: has the vote of a seat now. `vacant`: belongs to a party whose seat nobody
 * holds. `officer`: leads the election.
 */
export type Part =
  | "holder"
  | "vacant"
  | "delegate"
  | "deputy"
  | "chair"
  | "officer"
  | "scrutineer"
  | "candidate";

export type ActRow = {
  readonly verbs: readonly string[];
  /** Names of typed commands. */
  readonly words?: readonly string[];
  /** A member needs one of these; a coordinator does not where the table of roles names coordinators. */
  readonly parts?: readonly Part[];
  /** Only in the personal chat; everywhere unless said. */
  readonly where?: "personal";
  /** In the Forum's channel only somebody who coordinates. */
  readonly inForum?: "coordinator";
};

/** Verbs of one feature. */
export const of = (feature: string, verbs: string): readonly string[] =>
  verbs.split(" ").map((verb) => `${feature}.${verb}`);
