/** Drawing the lot of a stored round: whose turn it is, and what a public value gives. Pure. */
import type { Instant } from "../../system/clock.ts";
import { type Outcome, ok, refused } from "../../system/outcome.ts";
import type { LotNeeded } from "../election.ts";
import { drawPublicly } from "../lot.ts";
import { type PublicValueRefusal, readPublicValue } from "../public-value.ts";
import { countIn } from "../recall.ts";
import type { StoredElection, StoredLot, StoredRound } from "../stored.ts";

export type LotRefusal =
  | PublicValueRefusal
  | "no-lot-pending"
  | "lot-by-hand"
  | "lot-too-early"
  | "lot-other-source";

/** The lot that is waited for; null when there is none. */
export function lotNeeded(round: Pick<StoredRound, "result"> | null): LotNeeded | null {
  const count = round?.result ? countIn(round.result) : null;
  return count?.outcome === "lot" ? count : null;
}

/** How it is drawn. A round without a seal has nothing that a public value could be hashed with. */
export const wayOf = ({ lot, seal }: Pick<StoredRound, "lot" | "seal">): StoredLot["way"] =>
  lot?.way === "public-draw" && seal ? "public-draw" : "manual-witnessed";

const NUMBER = /\d+/g;

/**
 * The public value in the one spelling that is hashed. Lotto numbers may be typed in any order and with any
 * sign between them; a value of drand is taken as it is. `source` is what was announced at the close.
 */
export function valueFrom(source: string, typed: string): Outcome<string, LotRefusal> {
  const [kind, announced = ""] = source.split(":");
  const text = typed.trim().toLowerCase();
  if (kind === "lotto-6aus49") {
    // The whole value may be pasted as well; then its source has to be the announced one.
    if (text.startsWith("lotto-6aus49:") && !text.startsWith(`${source}:`))
      return refused("lot-other-source");
    const given = text.startsWith(`${source}:`) ? text.slice(source.length + 1) : text;
    const numbers = (given.match(NUMBER) ?? []).map(Number).sort((a, b) => a - b);
    return readPublicValue(`${source}:${numbers.map((one) => String(one).padStart(2, "0")).join("-")}`);
  }
  const value = text.startsWith("drand-quicknet:") ? text : `drand-quicknet:${announced}:${text}`;
  return value.startsWith(`${source}:`) ? readPublicValue(value) : refused("lot-other-source");
}

export type Drawn = {
  /** The value in the spelling that was hashed. */
  readonly publicRandom: string;
  /** What stands before the name in the hash. */
  readonly seed: string;
  /** Smallest first. */
  readonly keys: readonly (readonly [name: string, key: string])[];
  readonly drawn: readonly string[];
};

/** What is drawn with the numbers the coordination has typed. */
export function drawFor(
  election: Pick<StoredElection, "state">,
  round: StoredRound | null,
  typed: string,
  now: Instant,
): Outcome<Drawn, LotRefusal> {
  const needed = lotNeeded(round);
  if (election.state !== "lot_pending" || !round?.lot || !needed) return refused("no-lot-pending");
  if (wayOf(round) !== "public-draw" || !round.seal) return refused("lot-by-hand");
  if (now < round.lot.notBefore) return refused("lot-too-early");
  const value = valueFrom(round.lot.source, typed);
  if (!value.ok) return value;
  const { electionId, round: number } = round.name;
  const { lotFor, lotAmong, lotSeats } = needed;
  const drawing = { electionId, round: number, lotFor, sealRoot: round.seal.root, publicRandom: value.value };
  const keys = lotAmong
    .map((name) => [name, drawPublicly({ ...drawing, among: [name], seats: 1 }).firstKey] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  return ok({
    publicRandom: value.value,
    seed: ["forum-los/v1", electionId, number, lotFor, round.seal.root, value.value].join("|"),
    keys,
    drawn: keys.slice(0, lotSeats).map(([name]) => name),
  });
}

/** As it is stored with the round. */
export const lotWith = (lot: StoredLot, { publicRandom, keys, drawn }: Drawn): StoredLot => ({
  ...lot,
  publicRandom,
  drawn: [...drawn],
  keys: keys.map(([name, key]) => [name, key] as [string, string]),
});
