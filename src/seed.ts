/** What the store must hold before the first turn: organisations, seats, and in a trial its people. */
import type { Config } from "./config.ts";
import type { Directory } from "./forum/directory.ts";
import type { ForumRepository } from "./forum/repository.ts";
import type { SeatRepository } from "./forum/seats.repository.ts";
import type { MemberRepository } from "./member/repository.ts";
import { seedTrial, type TrialPerson, trialPeople } from "./member/trial.ts";
import type { Instant } from "./system/clock.ts";
import type { Acting } from "./turn/acting.ts";

export type SeedDeps = {
  readonly config: Pick<Config, "trial" | "tenants" | "forumName" | "privacy">;
  readonly directory: Directory;
  readonly forum: Pick<ForumRepository, "seed">;
  readonly members: MemberRepository;
  readonly seats: SeatRepository;
  readonly write: Acting["write"];
  /** Whether an error says only that another process came first. */
  readonly isLostRace: (error: unknown) => boolean;
  readonly now: Instant;
};

const MOST_TRIES = 10;

/** In a small trial only the parties of its people take part, so that an election reaches its quorum. */
function partiesOf({ config, directory }: SeedDeps, people: readonly TrialPerson[]): readonly string[] {
  if (config.trial === "few") return [...new Set(people.map((one) => one.organisation))];
  return directory.all.filter((one) => one.party).map((one) => one.key);
}

/** Several processes may start on an empty store at once: each looks again after it came second. */
async function untilAgreed<T>(work: () => Promise<T>, isLostRace: SeedDeps["isLostRace"]): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isLostRace(error) || tries === MOST_TRIES) throw error;
    }
  }
}

/** Adds what is missing and changes nothing that people have changed since. Safe at every start. */
export const seedForum = (deps: SeedDeps): Promise<void> =>
  untilAgreed(() => seedOnce(deps), deps.isLostRace);

async function seedOnce(deps: SeedDeps): Promise<void> {
  const { config, directory, forum, members, seats, write, now } = deps;
  const { trial } = config;
  await forum.seed(directory.all, config.forumName);
  const people = trial === "none" ? [] : config.tenants.flatMap((tenant) => trialPeople(tenant, trial));
  const noticeVersion = config.privacy.notice.version;
  await seedTrial({ repository: members, write, noticeVersion }, people, now);
  const made = await seats.seed(partiesOf(deps, people));
  const holders = people.filter(({ organisation }) => made.includes(organisation));
  if (holders.length === 0) return;
  await write(async (tx) => {
    for (const { id, organisation } of holders) await seats.give(tx, organisation, id);
  });
}
