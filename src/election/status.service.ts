/** What is going on, for whom. Nothing here counts votes: the turnout is the one last stored. */
import { may, rolesOf } from "../member/rights.ts";
import type { Turn } from "../turn/turn.ts";
import { candidacyService } from "./people/candidacy.service.ts";
import { delegateSeat } from "./people/candidacy.ts";
import { writtenIn, writtenService } from "./people/candidacy.written.service.ts";
import { isFinal } from "./process.ts";
import { processFrom } from "./recall.ts";
import type { RoundName } from "./seal.ts";
import type { ElectionDeps } from "./service.ts";
import { type Step, stepsFor, type VoteStep } from "./status.ts";
import type { StoredCandidacy, StoredElection, StoredRound } from "./stored.ts";

const SHOWN = ["chair", "deputy"] as const;

export type ElectionView = {
  readonly election: StoredElection;
  /** The newest round; null before the first. */
  readonly round: StoredRound | null;
  /** Who stands, alphabetically; empty while nominations run. */
  readonly names: readonly string[];
  readonly vote: VoteStep;
  /** The own candidacy, in the personal chat only; also one whose withdrawal is noted. */
  readonly mine: StoredCandidacy | null;
  readonly steps: readonly Step[];
  /** For those who organise, while nominations run: who is nominated. */
  readonly nominees: readonly StoredCandidacy[] | null;
  /** How many; for those who organise, and only where somebody is elected. */
  readonly objections: number | null;
};

export type StatusView = {
  /** Those that run, and those against which one can object; else the one that ended last. */
  readonly elections: readonly ElectionView[];
  readonly running: boolean;
  /** This person may begin an election, and an office is free. */
  readonly mayStart: boolean;
  readonly personal: boolean;
};

const collator = new Intl.Collator("de");

export function statusService(deps: ElectionDeps) {
  const { repository, elections, objections } = deps;
  const { nominatesAs } = candidacyService(deps);
  const { organises } = writtenService(deps);

  async function voteStep(turn: Turn, round: StoredRound): Promise<VoteStep> {
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

  /** The own candidacy: one that stands, or one taken back since the newest round was opened. */
  function ownOf({ member }: Turn, all: readonly StoredCandidacy[], number: number): StoredCandidacy | null {
    const own = all.filter((one) => member && one.memberId === member.id);
    const withdrawn = own.find((one) => number > 0 && one.withdrawnIn === number);
    return own.find((one) => one.withdrawnAt === null) ?? withdrawn ?? null;
  }

  async function personOf(turn: Turn, { id, state }: StoredElection, round: StoredRound | null) {
    const personal = turn.place.kind === "personal";
    const { member } = turn;
    const delegate = member !== null && delegateSeat(await deps.seats(), member.id) !== undefined;
    return {
      ...{ personal, delegate },
      mayNominate: personal && (await nominatesAs(turn)) !== null,
      mayClose: may(rolesOf(turn), "election.close"),
      organises: personal && (await organises(turn, id)),
      vote: round && state === "voting" ? await voteStep(turn, round) : ("nothing" as const),
    };
  }

  async function view(turn: Turn, election: StoredElection): Promise<ElectionView> {
    const { id, state } = election;
    const [candidacies, round] = await Promise.all([elections.candidacies(id), elections.lastRound(id)]);
    const process = processFrom(election, candidacies, round, null);
    const mine = ownOf(turn, candidacies, round?.name.round ?? 0);
    const standing = candidacies.filter((one) => one.withdrawnAt === null);
    const facts = await personOf(turn, election, round);
    const person = { ...facts, candidacy: mine?.withdrawnAt === null ? mine : null };
    const paperOnly = standing.some((one) => one.memberId === null);
    const matter = { election, process, round };
    const writtenPossible = paperOnly && writtenIn(election).length > 0;
    return {
      ...{ election, round, vote: person.vote },
      names: state === "nomination" ? [] : [...process.current.candidates].sort(collator.compare),
      mine: person.personal ? mine : null,
      steps: stepsFor({ ...matter, writtenPossible }, person, turn.now),
      nominees: person.organises && state === "nomination" ? standing : null,
      objections: person.organises && state === "elected" ? await objections.count(id) : null,
    };
  }

  /** Whether an office that is elected by the rule of procedure has no running election. */
  async function officeFree(known: readonly StoredElection[]): Promise<boolean> {
    const { rule } = await elections.rule();
    const elected = SHOWN.filter((office) => office === "chair" || rule.deputies > 0);
    return elected.some((office) => known.every((one) => one.office !== office || isFinal(one.state)));
  }

  return {
    async status(turn: Turn): Promise<StatusView> {
      const newest = await Promise.all(SHOWN.map((office) => elections.newestFor(office)));
      const known = newest.filter((one) => one !== null);
      const open = known.filter(
        ({ state, objectionUntil }) =>
          !isFinal(state) || (state === "elected" && turn.now < (objectionUntil ?? 0)),
      );
      const [last] = [...known].sort((a, b) => b.startedAt - a.startedAt);
      const shown = open.length > 0 ? open : known.filter((one) => one === last);
      return {
        elections: await Promise.all(shown.map((one) => view(turn, one))),
        running: shown.some((one) => !isFinal(one.state)),
        mayStart: may(rolesOf(turn), "election.start") && (await officeFree(known)),
        personal: turn.place.kind === "personal",
      };
    },

    /** A round with everything that is published of it. */
    round: (name: RoundName): Promise<StoredRound | null> => repository.round(name),
  };
}
