/** Who coordinates: by configuration, or appointed by another coordinator. Pure. */

export type Coordinator = { readonly memberId: string; readonly configured: boolean };

export type CoordinatorRefusal =
  | "notCoordinator"
  | "personalOnly"
  | "unknownPerson"
  | "already"
  | "configured"
  | "notAppointed"
  | "last";

/** Whether this member can be appointed. Who coordinates already gains nothing by it, so nobody appoints himself. */
export function judgeAppointing(
  memberId: string,
  known: boolean,
  standing: readonly Coordinator[],
): CoordinatorRefusal | null {
  if (!known) return "unknownPerson";
  return standing.some((one) => one.memberId === memberId) ? "already" : null;
}

/** Whether the appointment can be ended: never that of the last one, nor what the configuration says. */
export function judgeEnding(memberId: string, standing: readonly Coordinator[]): CoordinatorRefusal | null {
  const one = standing.find((each) => each.memberId === memberId);
  if (!one) return "notAppointed";
  if (one.configured) return "configured";
  return standing.length === 1 ? "last" : null;
}
