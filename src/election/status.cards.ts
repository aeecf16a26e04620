/** Lines and buttons of one election in the status. */
import { button, plain } from "../turn/elements.ts";
import { ballot } from "./ballot.texts.ts";
import { listOf, roundData, whenOf } from "./frame.cards.ts";
import { minutesCard } from "./minutes/minutes.chat.texts.ts";
import { nextLines, termLine } from "./news.lines.ts";
import { news } from "./news.texts.ts";
import { nominate, stand, written } from "./people/candidacy.texts.ts";
import { objection } from "./people/objection.texts.ts";
import { isFinal } from "./process.ts";
import { status } from "./round.texts.ts";
import type { ElectionView } from "./status.service.ts";
import { own, state as words } from "./status.texts.ts";
import type { Step } from "./status.ts";
import type { StoredCandidacy } from "./stored.ts";
import { notElectedReasons } from "./texts.ts";

type Lines = readonly (string | null)[];

const present = (lines: Lines): readonly string[] =>
  lines.filter((line) => line !== null && line !== "").map((line) => line ?? "");
const until = (instant: number | null): string => (instant === null ? "" : whenOf(instant));

function answerOf({ consentedAt, memberId }: StoredCandidacy): string {
  if (consentedAt !== null) return words.agreed;
  return memberId === null ? words.byPaper : words.asked;
}

function nominationLines({ election, nominees }: ElectionView): Lines {
  const listed = nominees?.map((one) => words.nominee(plain(one.name), answerOf(one)));
  return [
    words.nomination(until(election.dueAt)),
    ...(listed ? [words.nominees, ...(listed.length > 0 ? listed : [words.noNominees])] : []),
    ...(listed ? [] : [words.nominationSecret]),
  ];
}

function votingLines({ round, names, vote }: ElectionView, personal: boolean): Lines {
  if (!round) return [];
  const { turnout, entitled, turnoutAt, closesAt } = round;
  const closing = vote === "closing";
  return [
    status.candidates(listOf(names)),
    closing ? null : status.deadline(whenOf(closesAt)),
    status.turnout(turnout, entitled, whenOf(turnoutAt)),
    personal || closing ? own.vote[vote] : status.elsewhere,
  ];
}

/** How it ended, the term, and the time for objections. */
export function endedLines({ election, objections }: ElectionView): readonly string[] {
  const { state, winner, reason, cancelReason, objectionUntil } = election;
  const reasons: Readonly<Record<string, string>> = notElectedReasons;
  if (state === "cancelled") return [words.cancelled(plain(cancelReason ?? ""))];
  if (state !== "elected") return [reasons[reason ?? ""] ?? notElectedReasons["no-candidates"]];
  return present([
    words.elected(plain(winner ?? "")),
    termLine(election),
    objectionUntil === null ? null : words.objectionOpen(whenOf(objectionUntil)),
    objections === null ? null : words.objections(objections),
  ]);
}

function pendingLines(view: ElectionView): Lines {
  const { election, round, names } = view;
  const { state, winner, dueAt } = election;
  if (state === "acceptance") return [words.acceptance(plain(winner ?? ""), until(dueAt))];
  if (state === "ready" && election.quorum === null && (round?.name.round ?? 0) === 0)
    return [status.candidates(listOf(names)), news.opens(until(dueAt))];
  const lot = state === "lot_pending" && round?.lot ? round.lot : null;
  return [
    ...nextLines({ election, round, names, withdrew: [] }),
    lot?.way === "public-draw" ? words.lotDue(whenOf(lot.notBefore)) : null,
  ];
}

/** What concerns the reader as somebody who stands. */
function ownLines({ election, mine, steps }: ElectionView): Lines {
  if (!mine) return [];
  const { state } = election;
  if (mine.withdrawnAt !== null) return [state === "voting" ? own.noted : null];
  if (steps.includes("accept")) return [own.elected];
  if (steps.includes("consent")) return [own.asked(plain(mine.name))];
  return [mine.consentedAt !== null && steps.includes("withdraw") ? own.stands(plain(mine.name)) : null];
}

/** All lines of one election. In a channel nothing in them is about one person. */
export function sectionLines(view: ElectionView, personal: boolean): readonly string[] {
  const { state } = view.election;
  if (isFinal(state)) return endedLines(view);
  if (state === "nomination") return present([...nominationLines(view), ...ownLines(view)]);
  const common = state === "voting" ? votingLines(view, personal) : pendingLines(view);
  return present([...common, ...ownLines(view)]);
}

const TITLES = {
  accept: stand.accept,
  refuse: stand.refuse,
  consent: stand.consent,
  decline: stand.decline,
  "open-paper": ballot.open,
  nominate: nominate.button,
  withdraw: stand.withdraw,
  object: objection.button,
  written: written.button,
  minutes: minutesCard.button,
  manage: own.manage,
  close: status.close,
} satisfies Record<Step, string>;

/** Verb and data of a step. */
function call({ election, round, mine }: ElectionView, step: Step): [string, Record<string, unknown>] {
  const about = { election: election.id };
  const named = { ...about, name: mine?.name ?? "" };
  switch (step) {
    case "accept":
      return ["election.answer", { ...named, answer: "accept" }];
    case "consent":
      return ["election.answer", { ...named, answer: "consent" }];
    case "refuse":
    case "decline":
    case "withdraw":
      return [`election.${step}`, named];
    case "open-paper":
      return ["election.paper", round ? roundData(round.name) : {}];
    case "close":
      return ["election.close", round ? roundData(round.name) : {}];
    case "nominate":
      return ["election.nomination", about];
    default:
      return [`election.${step}`, about];
  }
}

/** Never what somebody has to do next. */
const QUIET: readonly Step[] = ["close", "written", "minutes", "manage", "withdraw", "object"];

/** The buttons; `office` on each of them where two elections share a card. The first one stands out. */
export const actionsFor = (view: ElectionView, office: string | null, primary = true) =>
  view.steps.map((step, at) => {
    const [verb, data] = call(view, step);
    const title = office === null ? TITLES[step] : `${TITLES[step]}: ${office}`;
    return button(title, verb, data, primary && at === 0 && !QUIET.includes(step));
  });
