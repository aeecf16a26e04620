/** Probe cards: who has the vote of a seat presses once, and so shows that he or she can be reached. Pure. */

import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import type { HeldSeat } from "./seats.ts";

/** The last card that was sent for a seat. */
export type Probe = {
  readonly party: string;
  /** Member id of the person it was sent to. */
  readonly to: string;
  readonly sentAt: Instant;
  readonly answeredAt: Instant | null;
};

export type ProbeRefusal =
  | "notCoordinator"
  | "nobodyHolds"
  | "nobodyMissing"
  | "tooSoon"
  | "notYours"
  | "notHolder"
  | "oldCard";

/** Pause in ms between two rounds of cards. */
export const PROBE_PAUSE_MS = 10 * 60_000;

/** Whether the person who holds the seat now has answered the last card. A new holder has yet to be asked. */
export const isReached = (seat: HeldSeat, probes: readonly Probe[]): boolean =>
  probes.some(
    ({ party, to, answeredAt }) => party === seat.party && to === seat.holderId && answeredAt !== null,
  );

export type Addressed = { readonly party: string; readonly holderId: string };

/** To whom cards go now: to everybody who holds a seat, or to those who have not answered the last one. */
export function judgeSending(
  extent: "all" | "missing",
  seats: readonly HeldSeat[],
  probes: readonly Probe[],
  now: Instant,
): Outcome<readonly Addressed[], ProbeRefusal> {
  if (probes.some(({ sentAt }) => now < sentAt + PROBE_PAUSE_MS)) return refused("tooSoon");
  const held = seats.flatMap((seat) => {
    const { party, holderId } = seat;
    if (holderId === null) return [];
    return [{ party, holderId, reached: isReached(seat, probes) }];
  });
  if (held.length === 0) return refused("nobodyHolds");
  const wanted = held.filter(({ reached }) => extent === "all" || !reached);
  if (wanted.length === 0) return refused("nobodyMissing");
  return ok(wanted.map(({ party, holderId }) => ({ party, holderId })));
}

/** What a card says about itself. */
export type ProbeCardData = { readonly party: string; readonly to: string; readonly sentAt: Instant };

/** Whether a press counts; `again` when it was counted before. */
export function judgePress(
  pressed: ProbeCardData,
  by: string | null,
  seat: HeldSeat | undefined,
  probe: Probe | undefined,
): Outcome<{ readonly again: boolean }, ProbeRefusal> {
  if (by === null || by !== pressed.to) return refused("notYours");
  if (seat?.holderId !== by) return refused("notHolder");
  if (probe?.to !== by || probe.sentAt !== pressed.sentAt) return refused("oldCard");
  return ok({ again: probe.answeredAt !== null });
}
