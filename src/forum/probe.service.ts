/** Use cases of Probe cards: sending them, counting who has answered, answering one. */
import type { Tx } from "../db/store.ts";
import { may, rolesOf } from "../member/rights.ts";
import type { Notice, Render } from "../outbox/notice.ts";
import type { Instant } from "../system/clock.ts";
import { type Outcome, ok, refused } from "../system/outcome.ts";
import { orRefuse } from "../system/refusal.ts";
import type { Acting } from "../turn/acting.ts";
import { card } from "../turn/reply.ts";
import type { Turn } from "../turn/turn.ts";
import { probeCard } from "./probe.cards.ts";
import type { ProbeRepository } from "./probe.repository.ts";
import { texts } from "./probe.texts.ts";
import {
  type Addressed,
  isReached,
  judgePress,
  judgeSending,
  type ProbeCardData,
  type ProbeRefusal,
} from "./probe.ts";
import type { SeatRepository } from "./seats.repository.ts";

export type ProbeDeps = Acting & {
  readonly repository: ProbeRepository;
  readonly seats: Pick<SeatRepository, "all" | "hold">;
};

export type ProbeView = {
  readonly seats: number;
  readonly reached: number;
  /** Seats not reached, in the order of the seats; `held`: somebody could be asked. */
  readonly missing: readonly { readonly party: string; readonly held: boolean }[];
  readonly lastSentAt: Instant | null;
};

export type ProbeService = ReturnType<typeof probeService>;

const KIND = "probe.card";
/** A card that could not be delivered for so long says by that that nobody was reached. */
const DAY = 86_400_000;

const noticeTo = ({ party, holderId }: Addressed, now: Instant): Notice => ({
  key: `${KIND}|${party}|${now}`,
  kind: KIND,
  subject: party,
  to: { member: holderId },
  dueAt: now,
  expiresAt: now + DAY,
});

export function probeService({ repository, seats, write, applyOnce, enqueue }: ProbeDeps) {
  async function view(): Promise<ProbeView> {
    const [all, probes] = await Promise.all([seats.all(), repository.all()]);
    const missing = all.filter((seat) => !isReached(seat, probes));
    return {
      seats: all.length,
      reached: all.length - missing.length,
      missing: missing.map(({ party, holderId }) => ({ party, held: holderId !== null })),
      lastSentAt: probes.length === 0 ? null : Math.max(...probes.map(({ sentAt }) => sentAt)),
    };
  }

  async function sendIn(
    tx: Tx,
    turn: Turn,
    extent: "all" | "missing",
    refuse: (why: ProbeRefusal) => never,
  ): Promise<string> {
    // Two coordinators at once: the second one sees what the first has sent.
    await seats.hold(tx);
    const judged = judgeSending(extent, await seats.all(tx), await repository.all(tx), turn.now);
    if (!judged.ok) return refuse(judged.reason);
    for (const one of judged.value) await repository.sent(tx, one, turn.now);
    await enqueue(
      tx,
      judged.value.map((one) => noticeTo(one, turn.now)),
    );
    return String(judged.value.length);
  }

  return {
    /** How many seats are reached and which are not; for the coordinator only. */
    async look(turn: Turn): Promise<Outcome<ProbeView, ProbeRefusal>> {
      return may(rolesOf(turn), "seat.probe") ? ok(await view()) : refused("notCoordinator");
    },

    /** Sends a card to all who hold a seat, or to those not reached: at most once in PROBE_PAUSE_MS. */
    async send(
      turn: Turn,
      key: string,
      extent: "all" | "missing",
    ): Promise<Outcome<{ readonly view: ProbeView; readonly sent: number }, ProbeRefusal>> {
      if (!may(rolesOf(turn), "seat.probe")) return refused("notCoordinator");
      const done = await orRefuse<ProbeRefusal, { readonly subject: string }>((refuse) =>
        write((tx) => applyOnce(tx, key, "probe.send", turn.now, () => sendIn(tx, turn, extent, refuse))),
      );
      return done.ok ? ok({ view: await view(), sent: Number(done.value.subject) }) : done;
    },

    /** The person of the card has pressed. A second press changes nothing. */
    async answer(
      turn: Turn,
      pressed: ProbeCardData,
    ): Promise<Outcome<{ readonly again: boolean }, ProbeRefusal>> {
      const by = may(rolesOf(turn), "seat.answerProbe") ? (turn.member?.id ?? null) : null;
      const [all, probes] = await Promise.all([seats.all(), repository.all()]);
      const seat = all.find((one) => one.party === pressed.party);
      const probe = probes.find((one) => one.party === pressed.party);
      const judged = judgePress(pressed, by, seat, probe);
      if (!judged.ok || judged.value.again) return judged;
      const first = await write((tx) => repository.answered(tx, pressed, turn.now));
      return ok({ again: !first });
    },
  };
}

/** The card, unless it has been overtaken: by another holder, a later card, or an answer. */
export const renderProbe =
  ({
    repository,
    seats,
  }: Pick<ProbeDeps, "repository"> & { readonly seats: Pick<SeatRepository, "all"> }): Render =>
  async (notice) => {
    const { subject: party, to } = notice;
    const seat = (await seats.all()).find((one) => one.party === party);
    if (!seat || !("member" in to)) return { drop: "gone" };
    if (seat.holderId !== to.member) return { drop: "notEntitled" };
    const probe = (await repository.all()).find((one) => one.party === party);
    if (probe?.to !== to.member || notice.key !== `${KIND}|${party}|${probe.sentAt}`)
      return { drop: "superseded" };
    if (probe.answeredAt !== null) return { drop: "superseded" };
    return { send: card(probeCard({ party, to: to.member, sentAt: probe.sentAt }), texts.cardTitle) };
  };
