/** The store and the handbook for `npm run rules`: opened for one command. */
import { applyOnce } from "../db/applied-action.prisma.ts";
import { isLostRace } from "../db/lost-race.ts";
import type { Db } from "../db/store.ts";
import type { FactCard } from "../rulebook/handbook.ts";
import { loadRulebook } from "../rulebook/load.ts";
import { createReadFile } from "../rulebook/originals/read.ts";
import { originalsRepository } from "../rulebook/originals/repository.prisma.ts";
import { originalsService } from "../rulebook/originals/service.ts";
import { createUnpack } from "../rulebook/originals/unpack.ts";
import { systemClock } from "../system/clock.ts";
import { systemIds } from "../system/ids.ts";
import { withStore } from "./opened-store.ts";
import type { RulesTools } from "./rules-command.ts";

/** The handbook is only read by what asks for its cards: a list needs none. */
function handbook(): () => readonly FactCard[] {
  let cards: readonly FactCard[] | undefined;
  return () => {
    cards ??= loadRulebook().cards;
    return cards;
  };
}

function toolsOf(db: Db): RulesTools {
  const cards = handbook();
  const service = originalsService({
    repository: originalsRepository(db),
    read: createReadFile(createUnpack()),
    newId: systemIds,
    applyOnce,
    // Once more when the bot was faster: the second time the rules see what is there.
    write: (body) =>
      db.write(body).catch((error) => {
        if (!isLostRace(error)) throw error;
        return db.write(body);
      }),
    cards,
  });
  return {
    service,
    clock: systemClock,
    titles: () => [...new Set(cards().map((card) => card.document.title))],
    scope: () => cards().find((card) => card.document.kind === "rule")?.document.scope ?? "",
  };
}

/** Runs the work on the store of this address and closes it again. Throws a Fault when it is of another state. */
export const withRulesStore = (url: string, work: (tools: RulesTools) => Promise<number>): Promise<number> =>
  withStore(url, (db) => work(toolsOf(db)));
