/** How many terms in a row somebody may serve: a setting of the rule of procedure, 0 for no limit. */
import type { Tx } from "../../db/store.ts";
import type { Office } from "../stored.ts";
import type { Wahlordnung } from "../wahlordnung.ts";
import type { InOffice } from "./candidacy.repository.ts";

/** Terms at the end of the list that belong to this person. `holders`: who held the office, newest first. */
export const termsInARow = (holders: readonly (string | null)[], memberId: string): number => {
  const other = holders.findIndex((one) => one !== memberId);
  return other === -1 ? holders.length : other;
};

/** Whether this person has served as often in a row as the rule allows. Nobody is known by a name alone. */
export async function isOverTerm(
  inOffice: Pick<InOffice, "holders">,
  { mostTerms }: Wahlordnung,
  office: Office,
  memberId: string | null,
  tx?: Tx,
): Promise<boolean> {
  if (mostTerms === 0 || memberId === null) return false;
  return termsInARow(await inOffice.holders(office, tx), memberId) >= mostTerms;
}
