/** What the page of the minutes shows beside the published file: seats with their names, a lot still open. Pure. */
import type { Instant } from "../../system/clock.ts";
import type { Entry } from "../stored.ts";
import type { LotWay } from "../wahlordnung.ts";
import { nameIn } from "./minutes.rounds.ts";
import type { Minutes } from "./minutes.schema.ts";
import type { MinutesSource, SourceRound } from "./minutes.source.ts";
import { isDraft, type MinutesContext, minutesOf } from "./minutes.ts";

/** A seat as it was frozen at the opening. */
export type SeatLine = {
  readonly party: string;
  /** Null where nobody was confirmed for the seat. */
  readonly delegate: string | null;
  readonly deputies: readonly string[];
  readonly standIn: string | null;
  readonly voted: boolean;
  readonly left: boolean;
};

export type RoundExtra = {
  readonly round: number;
  readonly register: readonly SeatLine[];
  /** Announced and not drawn yet. */
  readonly openLot: { readonly way: LotWay; readonly notBefore: Instant } | null;
};

export type MinutesView = {
  readonly minutes: Minutes;
  readonly draft: boolean;
  readonly extras: readonly RoundExtra[];
};

const seatLine = (source: MinutesSource, entry: Entry): SeatLine => {
  const delegateId = entry.delegateId ?? entry.holderId;
  const stands = entry.holderId !== null && entry.holderId !== delegateId;
  return {
    ...{ party: entry.party, voted: entry.voted, left: entry.left },
    delegate: delegateId === null ? null : nameIn(source, delegateId),
    deputies: entry.deputies.map((id) => nameIn(source, id)),
    standIn: stands ? nameIn(source, entry.holderId ?? "") : null,
  };
};

const extraOf = (source: MinutesSource, { number, register, lot, result }: SourceRound): RoundExtra => ({
  round: number,
  register: register.map((entry) => seatLine(source, entry)),
  openLot: lot && !lot.drawn && result?.outcome === "lot" ? { way: lot.way, notBefore: lot.notBefore } : null,
});

export function viewOf(source: MinutesSource, context: MinutesContext): MinutesView {
  const minutes = minutesOf(source, context);
  return {
    minutes,
    draft: isDraft(minutes, context.now),
    extras: source.rounds.map((round) => extraOf(source, round)),
  };
}
