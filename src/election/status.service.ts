/** What is going on, for whom. Nothing here counts votes: the turnout is the one last stored. */
import { may, rolesOf } from "../member/rights.ts";
import type { Turn } from "../turn/turn.ts";
import type { RoundName } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import type { StoredRound } from "./stored.ts";

/** What the person can do next in the election that runs. */
export type NextStep = "open-paper" | "has-voted" | "other-holder" | "nothing" | "closing";

export type StatusView = {
  readonly running: { readonly round: StoredRound; readonly next: NextStep } | null;
  /** Only when nothing runs. */
  readonly last: StoredRound | null;
  readonly mayStart: boolean;
  readonly mayClose: boolean;
  readonly personal: boolean;
};

export function statusService({ repository }: Pick<ElectionDeps, "repository">) {
  async function nextStep(turn: Turn, round: StoredRound): Promise<NextStep> {
    if (round.phase !== "voting" || turn.now >= round.closesAt) return "closing";
    // In a channel everybody reads the answer: nothing in it is about one person or party.
    if (!turn.member || turn.place.kind !== "personal") return "nothing";
    const seats = await repository.seatsAround(round.name, turn.member);
    const held = seats.find((seat) => seat.holderId === turn.member?.id);
    const seat = held ?? seats[0];
    if (!seat) return "nothing";
    if (seat.voted) return "has-voted";
    return held ? "open-paper" : "other-holder";
  }

  return {
    async status(turn: Turn): Promise<StatusView> {
      const round = await repository.running();
      const running = round && { round, next: await nextStep(turn, round) };
      return {
        running,
        last: running ? null : await repository.last(),
        mayStart: !running && may(rolesOf(turn), "election.start"),
        mayClose: running !== null && running.next !== "closing" && may(rolesOf(turn), "election.close"),
        personal: turn.place.kind === "personal",
      };
    },

    /** A round with everything that is published of it. */
    round: (name: RoundName): Promise<StoredRound | null> => repository.round(name),
  };
}
