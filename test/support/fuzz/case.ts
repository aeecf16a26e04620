/**
 * A case of the trial with generated activities as a file: what was sent, in its order. Ids of rows are written as the
 * place of the row in its table, addresses as a word, so that the case fits every Forum that is made in the same way.
 */

/** What is sent instead of the usual: an activity, or a body that is none. */
export type CaseRequest = {
  readonly activity?: Readonly<Record<string, unknown>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another token than the right one. */
  readonly token?: string;
};
/** The time passes, or requests are sent at once. */
export type Step = { readonly passes: number } | { readonly requests: readonly CaseRequest[] };
export type Case = {
  readonly title: string;
  /** What was wrong when it was found. */
  readonly wrong?: readonly string[];
  readonly steps: readonly Step[];
};

/** Id or address, and what stands for it in a file. */
export type Names = readonly (readonly [real: string, written: string])[];

/** Tables whose rows are named. */
const NAMED = [
  ...["Exchange", "WorkingGroup", "Meeting", "AgendaItem", "DatePoll", "RulesTicket", "RulesDocument"],
  ...["Election", "Decision", "Member", "RulesInformation"],
];
/** Shorter ids could stand for something else. */
const LEAST_LENGTH = 8;

type Rows = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export async function namesIn(rows: Rows, connector: string, files: string): Promise<Names> {
  const ids = await Promise.all(
    NAMED.map(async (table) =>
      (await rows(`SELECT "id" FROM "${table}" ORDER BY rowid`)).map(
        ({ id }, at) => [String(id), `«${table} ${at + 1}»`] as const,
      ),
    ),
  );
  return [
    [connector, "«connector»"],
    [files, "«files»"],
    ...ids.flat().filter(([id]) => id.length >= LEAST_LENGTH),
  ];
}

/** As it is kept in a file. */
export const writtenCase = (found: Case, names: Names): string =>
  `${names.reduce((text, [real, written]) => text.replaceAll(real, written), JSON.stringify(found, null, 2))}\n`;

/** @throws if it is no case */
export function readCase(text: string, names: Names): Case {
  const found: unknown = JSON.parse(
    names.reduce((all, [real, written]) => all.replaceAll(written, real), text),
  );
  if (!Array.isArray((found as Partial<Case> | null)?.steps)) throw new Error("no steps");
  return found as Case;
}
