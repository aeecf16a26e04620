/** A party that left and takes part again. Pure. */
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { Leave } from "./leave.ts";

/** What is wrong with a form. */
export type ReturnProblem = "partyMissing" | "notLeft";
export type ReturnRefusal = "notCoordinator" | "gone";

/** `left`: those that have left and are not back. */
export function checkReturn(party: string, left: readonly Leave[]): Outcome<Leave, ReturnProblem> {
  if (party === "") return refused("partyMissing");
  const leave = left.find((one) => one.party === party);
  return leave ? ok(leave) : refused("notLeft");
}
