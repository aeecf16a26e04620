/** Leaving of a person: what was found with him or her, and who is told what becomes free. Pure. */
import type { Notice } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";

/** What somebody had to do in an election that is not over. */
export type ElectionPart = "candidate" | "officer" | "scrutineer";

export type SeatLeft = {
  readonly party: string;
  /** As what the person belonged to the seat. */
  readonly as: "delegate" | "deputy";
  /** Whether somebody votes and answers for the party now. */
  readonly held: boolean;
};

export type Left = {
  readonly memberId: string;
  /** The seat to which the person belonged; null: to none. */
  readonly seat: SeatLeft | null;
  /** Parts in elections that are not over. They stay as they are; the coordination is told. */
  readonly parts: readonly ElectionPart[];
  /** Was appointed to coordinate by another coordinator, and is so no longer. */
  readonly coordinated: boolean;
};

/** Somebody has left whose seat, or whose part in an election, somebody else must take over. */
export const LEFT = "privacy.left";

/** After this the coordination has seen it in its lists. */
const MONTH_MS = 31 * 86_400_000;

/**
 * To those who coordinate, and to the deputies of a seat without a delegate. A deputy who leaves while nobody
 * needs him or her is worth no message. Carries no name: it may be erased before the message arrives.
 */
export function leftNotices(
  id: string,
  { seat, parts }: Left,
  to: { readonly coordinators: readonly string[]; readonly deputies: readonly string[] },
  now: Instant,
): readonly Notice[] {
  const vacant = seat?.as === "delegate" ? seat.party : null;
  if (vacant === null && parts.length === 0) return [];
  const common = { kind: LEFT, dueAt: now, expiresAt: now + MONTH_MS };
  const told = (members: readonly string[], payload: { readonly parts: readonly ElectionPart[] }) =>
    [...new Set(members)].map((member) => ({
      ...{ ...common, key: `${LEFT}|${id}|${member}`, subject: vacant ?? "", to: { member } },
      payload: { parts: [...payload.parts] },
    }));
  const others = vacant === null ? [] : to.deputies.filter((one) => !to.coordinators.includes(one));
  return [...told(to.coordinators, { parts }), ...told(others, { parts: [] })];
}
