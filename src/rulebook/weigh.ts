/** Puts what the concepts have found beside what the examples say, question by question. Pure. */
import type { AbstainReason } from "./answer.ts";
import type { Note } from "./explain.ts";
import type { Judge, Judged } from "./judge.ts";
import type { Match } from "./match.ts";
import type { Question } from "./question.ts";
import type { Asked, Found, Missed } from "./shelf.ts";
import type { Spoken } from "./spoken.ts";
import type { Token } from "./tokens.ts";

/** How sure the examples must be: to answer where the concepts do not, to overrule them, to let them stand. */
const ANSWER = 0.2;
const OVERRULE = 0.4;
const STAND = -2;
/** A yes-or-no question of which the card says neither is easily misunderstood. */
const STAND_CLOSED = -0.5;
/** Where the first card leaves a word unexplained, it takes more. */
const STAND_OPEN = 0.5;
/** A second card joins the answer that ranks so near the first. */
const NEAR = 1.6;
const MOST_TOGETHER = 2;
/** More words that bear meaning tell what is meant. */
const MOST_VAGUE = 2;

/** Settled by the words alone, whatever people ask elsewhere. */
const SETTLED: ReadonlySet<AbstainReason> = new Set([
  ...(["empty", "tooLong", "instruction", "private", "secret", "money", "elsewhere", "names"] as const),
]);

export type Weighing = (found: Found | Missed, asked: Asked, path: Note[]) => Found | Missed;

/** Overrules, completes or refuses what the concepts have found. Each step is added to `path`. */
export function createWeighing(judge: Judge, spoken: Spoken): Weighing {
  /** The cards for one question, or what is nearest. */
  function weighed(question: Question, first: readonly Match[], path: Note[]) {
    const ids = first.map((one) => one.profile.card.id);
    const all = judge(question, ids);
    path.push(() => explained(all, spoken, question.tokens));
    return { picked: pick(first, all, standOf(first, question)), best: all[0]?.match };
  }

  return (found, asked, path) => {
    if (isSettled(found)) return found;
    const chosen: (readonly Match[])[] = [];
    for (const [at, question] of asked.questions.entries()) {
      if (isVague(question)) return { reason: "unknown" };
      const { picked, best } = weighed(question, firstOf(found, at), path);
      if (picked.length === 0) return missed(found, best, chosen);
      chosen.push(picked);
    }
    return "chosen" in found ? { ...found, chosen } : { chosen, certain: false, score: 0 };
  };
}

function standOf([best]: readonly Match[], { closed }: Question): number {
  if (closed) return STAND_CLOSED;
  return best && best.open.length > 0 ? STAND_OPEN : STAND;
}

const isSettled = (found: Found | Missed): found is Missed => "reason" in found && SETTLED.has(found.reason);
const firstOf = (found: Found | Missed, at: number): readonly Match[] =>
  "chosen" in found ? (found.chosen[at] ?? []) : [];

/** The cards of the answer to one question; none: there is no answer. */
function pick(first: readonly Match[], all: readonly Judged[], stand: number): readonly Match[] {
  const [best] = all;
  if (!best) return [];
  const isFirst = (one: Judged): boolean => first.some(({ profile }) => profile === one.match.profile);
  const sure = !best.stopped;
  if (first.length > 0) {
    const own = all.find(isFirst);
    const overruled = sure && !isFirst(best) && best.belief >= OVERRULE;
    if (own?.unruled) return [];
    if (!overruled) return isVerdict(first) || (own?.belief ?? stand) >= stand ? first : [];
  }
  if (!sure || best.belief < ANSWER) return [];
  return all
    .filter((one) => !one.stopped && best.rank - one.rank <= NEAR)
    .slice(0, MOST_TOGETHER)
    .map((one) => one.match);
}

/** Those of whom "das Gremium" may be said. */
const BODIES: readonly string[] = ["steering", "council", "workgroups", "assembly"];
/** When does "das Gremium" meet: there are several, and nothing else tells which. */
function isVague({ tokens, asks }: Question): boolean {
  if (asks.length === 0) return false;
  const bodies = tokens.map(({ concepts }) => BODIES.filter((one) => concepts.has(one)).length);
  const bearing = tokens.filter(({ filler }) => !filler).length;
  return bearing <= MOST_VAGUE && bodies.some((count) => count > 1) && !bodies.includes(1);
}

/** The card's author has said what it affirms or denies. */
const isVerdict = ([best]: readonly Match[]): boolean =>
  best !== undefined && best.open.length === 0 && best.affirmed !== best.denied;

/** Why not: what the concepts miss, or nothing known; beside it what is nearest. */
function missed(
  found: Found | Missed,
  best: Match | undefined,
  chosen: readonly (readonly Match[])[],
): Missed {
  const near = chosen[0]?.[0] ?? ("near" in found ? found.near : undefined) ?? best;
  return { reason: "reason" in found ? found.reason : "unknown", ...(near ? { near } : {}) };
}

const SHOWN = 3;
const explained = (all: readonly Judged[], spoken: Spoken, tokens: readonly Token[]): string[] =>
  all.slice(0, SHOWN).map(({ match, likely, rank, belief, stopped }) => {
    const { id } = match.profile.card;
    const { text, like } = spoken.nearest(id, tokens);
    const judged = `likely ${likely.toFixed(2)}, belief ${belief.toFixed(1)}${stopped ? ", stopped" : ""}`;
    return `  asked like ${id}: ${rank.toFixed(1)} (${judged}); nearest ${like.toFixed(2)} „${text}“`;
  });
