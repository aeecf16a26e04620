/** The lot: what a drawing has to look like, what it decides, and how anybody can repeat it. */
import { sha256 } from "../system/hash.ts";
import { type Count, elected, type LotFor, type LotNeeded, runoff } from "./election.ts";

/** A valid drawing names exactly as many people as there are places, each once, all of them in the lot. */
export const isValidDraw = ({ lotAmong, lotSeats }: LotNeeded, drawn: readonly string[]): boolean =>
  drawn.length === lotSeats &&
  new Set(drawn).size === drawn.length &&
  drawn.every((name) => lotAmong.includes(name));

/** The count after the drawing. Without a lot to draw, or with a drawing that is not valid, it stays as it was. */
export function afterDraw(count: Count, drawn: readonly string[]): Count {
  if (count.outcome !== "lot" || !isValidDraw(count, drawn)) return count;
  const [first] = drawn;
  if (count.lotFor === "winner" && first !== undefined) return elected(first, true);
  return runoff([...count.runoffFixed, ...drawn]);
}

export type Drawing = {
  readonly electionId: string;
  readonly round: number;
  readonly lotFor: LotFor;
  readonly sealRoot: string;
  /** Nobody could know it when the box was sealed; see public-value.ts. */
  readonly publicRandom: string;
  readonly among: readonly string[];
  readonly seats: number;
};

/**
 * Draws by hashing each name with the seal and a public value, smallest hash first, so that the server
 * cannot steer it and everybody can repeat it (idea of RFC 3797). By hand:
 * `printf '%s' 'SEED|NAME' | sha256sum`. Names are compared and answered in Unicode NFC.
 */
export function drawPublicly(drawing: Drawing): {
  readonly drawn: readonly string[];
  /** The smallest hash; empty when there is nobody to draw. */
  readonly firstKey: string;
} {
  const { electionId, round, lotFor, sealRoot, publicRandom, among, seats } = drawing;
  const seed = `forum-los/v1|${electionId}|${round}|${lotFor}|${sealRoot}|${publicRandom}`;
  const names = new Set(among.map((name) => name.normalize("NFC")));
  const keyed = [...names]
    .map((name) => ({ name, key: sha256(`${seed}|${name}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { drawn: keyed.slice(0, seats).map((one) => one.name), firstKey: keyed[0]?.key ?? "" };
}
