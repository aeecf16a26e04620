/** Lines about what comes next, the lot and the term: in news and in the status. Pure. */
import { germanDate, instantOn } from "../calendar/zones.ts";
import { plain } from "../turn/elements.ts";
import { listOf, whenOf } from "./frame.cards.ts";
import { news as words } from "./news.texts.ts";
import type { StoredElection, StoredLot, StoredRound } from "./stored.ts";

export type NextView = {
  readonly election: Pick<StoredElection, "state" | "dueAt" | "quorum" | "winner">;
  readonly round: Pick<StoredRound, "lot" | "result"> | null;
  readonly names: readonly string[];
  readonly withdrew: readonly string[];
};

const german = (date: string): string => germanDate(instantOn(date, "12:00"));

export const termLine = ({ term }: Pick<StoredElection, "term">): string | null =>
  term && words.term(german(term.from), german(term.to));

/** A public source as people know it: the drawing of a day. */
export function sourceName(source: string): string {
  const [kind, detail = ""] = source.split(":");
  if (kind === "lotto-6aus49") return `Lotto 6 aus 49, Ziehung vom ${german(detail)}`;
  return source;
}

/** Where a lot comes from, before it is drawn. */
export const lotSource = ({ way, source, notBefore }: StoredLot): string =>
  way === "public-draw" ? words.lotPublic(sourceName(source), whenOf(notBefore)) : words.lotByHand;

function next({ election, round, names }: NextView): readonly (string | null)[] {
  const { state, dueAt, winner } = election;
  const opens = dueAt === null ? null : words.opens(whenOf(dueAt));
  switch (state) {
    case "ready":
    case "runoff_pending":
    case "second_round_pending":
      return [words.next[state](listOf(names)), opens];
    case "lot_pending":
      return [
        words.next.lot_pending(listOf(round?.result?.next.lotAmong ?? names)),
        round?.lot ? lotSource(round.lot) : null,
      ];
    case "acceptance":
      return [words.next.acceptance(plain(winner ?? ""))];
    case "void":
      return [words.next.void()];
    default:
      return [];
  }
}

/** What comes after a withdrawal, a lot or a repetition, with the notice on a lower quorum. */
export const nextLines = (view: NextView): readonly (string | null)[] => [
  view.withdrew.length > 0 ? words.withdrew(listOf(view.withdrew)) : null,
  ...next(view),
  view.election.state === "ready" && view.election.quorum !== null
    ? words.quorum(view.election.quorum)
    : null,
];

/** A lot that is drawn: what it gave and how anybody repeats it (README: printf and sha256sum). */
export function lotLines({ name, lot, seal, result }: StoredRound): readonly (string | null)[] {
  if (!lot?.drawn) return [];
  const drawn = words.drawn(listOf(lot.drawn));
  if (lot.way !== "public-draw" || !lot.publicRandom)
    return [drawn, words.drawnByHand(listOf(lot.witnesses))];
  // Once drawn, the result says itself what was drawn for.
  const lotFor = result?.byLot ? "winner" : "runoff";
  const seed = `forum-los/v1|${name.electionId}|${name.round}|${lotFor}|${seal?.root ?? ""}|${lot.publicRandom}`;
  return [
    drawn,
    words.value(plain(lot.publicRandom)),
    words.keys,
    ...lot.keys.map(([who, key]) => words.key(plain(who), key)),
    words.seed(plain(seed)),
    words.check,
  ];
}
