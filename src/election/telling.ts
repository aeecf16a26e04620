/** What follows from an event of an election for those who have to hear of it. */
import { termReminders } from "../calendar/chair-term.ts";
import { germanDate } from "../calendar/zones.ts";
import type { Tx } from "../db/store.ts";
import type { Instant } from "../system/clock.ts";
import { endedNotices } from "./notices.ts";
import type { ProcessEffect, State } from "./process.ts";
import type { ElectionDeps } from "./service.ts";
import type { StoredElection, StoredLot } from "./stored.ts";
import { askedNotice, type News, newsNotices, stuckNotices, termNotices } from "./tidings.ts";
import { acceptanceReminders, lottoAfter } from "./timing.ts";
import type { ProcessEvent } from "./transition.ts";
import type { Wahlordnung } from "./wahlordnung.ts";

type TellingDeps = Pick<
  ElectionDeps,
  "repository" | "elections" | "seats" | "forumChannel" | "enqueue" | "coordinators"
>;

export type Happened = {
  readonly before: StoredElection;
  readonly after: StoredElection;
  readonly event: ProcessEvent;
  readonly effect: ProcessEffect;
  readonly now: Instant;
};

/** Announced with the close, before the value exists: the first drawing at least 24 hours later. */
export function announcedLot({ lot }: Wahlordnung, closedAt: Instant): StoredLot {
  const { date, at } = lottoAfter(closedAt);
  const none = { publicRandom: null, drawn: null, keys: [], witnesses: [] };
  return lot === "public-draw"
    ? { way: lot, source: `lotto-6aus49:${date}`, notBefore: at, ...none }
    : { way: lot, source: germanDate(closedAt), notBefore: closedAt, ...none };
}

const PENDING: readonly State[] = ["lot_pending", "runoff_pending", "second_round_pending", "void"];

/** What all are told; null where the count tells it itself or nobody is to know yet. */
function newsOf({ before, after, event, effect }: Happened): News | null {
  if (effect === "extended") return "extended";
  if (effect === "noted") return null;
  switch (event.type) {
    case "end-nomination":
      return after.state === "ready" ? "candidates" : "failed";
    case "withdraw":
      if (after.state === "not_elected") return "failed";
      if (before.state === "ready") return "candidates";
      return PENDING.includes(before.state) ? "changed" : null;
    case "draw":
      return "lot-drawn";
    case "accept":
      return "elected";
    case "decline":
    case "end-acceptance":
      return "failed";
    case "cancel":
      return "cancelled";
    case "repeat":
      return "changed";
    default:
      return null;
  }
}

/** The person elected is asked, now and again before the end; without a chat the coordination enters the answer. */
export async function tellWinner(
  deps: TellingDeps,
  tx: Tx,
  { id, winner, dueAt }: StoredElection,
  now: Instant,
): Promise<void> {
  const candidacy = (await deps.elections.candidacies(id, tx)).find((one) => one.name === winner);
  const member = candidacy?.memberId;
  if (!candidacy || !member || dueAt === null) {
    await deps.enqueue(tx, stuckNotices(id, await deps.coordinators(tx), "answer-on-paper", now));
    return;
  }
  const question = { electionId: id, member, name: candidacy.name };
  await deps.enqueue(tx, [
    askedNotice({ ...question, asked: "acceptance", dueAt: now }),
    ...acceptanceReminders(now, dueAt).map((at) =>
      askedNotice({ ...question, asked: "acceptance-reminder", dueAt: at }),
    ),
  ]);
}

async function tellCandidate(deps: TellingDeps, tx: Tx, { after, event, now }: Happened): Promise<void> {
  if (event.type !== "nominate" && event.type !== "consent") return;
  const all = await deps.elections.candidacies(after.id, tx);
  const candidacy = all.find((one) => one.name === event.candidate);
  const asks = event.type === "nominate";
  const member = asks ? candidacy?.memberId : candidacy?.nominatedById;
  if (!candidacy || !member || (!asks && member === candidacy.memberId)) return;
  const asked = asks ? ("consent" as const) : ("consented" as const);
  await deps.enqueue(tx, [
    askedNotice({ electionId: after.id, member, name: candidacy.name, asked, dueAt: now }),
  ]);
}

/** The end of the term comes near: one click to the next election. */
async function tellTerm(deps: TellingDeps, tx: Tx, { id, term, winner }: StoredElection): Promise<void> {
  if (!term) return;
  const chair = (await deps.elections.candidacies(id, tx)).find((one) => one.name === winner)?.memberId;
  const members = [...(await deps.coordinators(tx)), ...(chair ? [chair] : [])];
  await deps.enqueue(tx, termNotices(id, members, termReminders(term.to)));
}

/** In the transaction of the event. */
export async function tellProgress(deps: TellingDeps, tx: Tx, happened: Happened): Promise<void> {
  const { before, after, event, now } = happened;
  const news = newsOf(happened);
  if (news) {
    const seats = await deps.seats(tx);
    const members = seats.flatMap(({ holderId }) => (holderId === null ? [] : [holderId]));
    const channel = await deps.forumChannel(tx);
    await deps.enqueue(tx, newsNotices({ electionId: after.id, channel, members }, news, now));
  }
  if (event.type === "cancel" && before.state === "voting") {
    const last = await deps.elections.lastRound(after.id, tx);
    if (last)
      await deps.enqueue(tx, endedNotices(last.name, await deps.repository.register(last.name, tx), now));
  }
  await tellCandidate(deps, tx, happened);
  if (after.state === "acceptance" && before.state !== "acceptance") await tellWinner(deps, tx, after, now);
  if (event.type === "accept") await tellTerm(deps, tx, after);
}
