/** Everything about people for `npm run privacy`: opened for one command. */
import { applyOnce } from "../db/applied-action.prisma.ts";
import type { Db } from "../db/store.ts";
import { createPrivacy } from "../features-privacy.ts";
import { createDirectory } from "../forum/directory.ts";
import { shippedOrganisations } from "../forum/organisations.ts";
import { seatRepository } from "../forum/seats.repository.prisma.ts";
import { createEnqueue } from "../outbox/repository.prisma.ts";
import { coordinatorsOf } from "../people/coordinating.prisma.ts";
import { affectedPeople, peopleWith } from "../privacy/affected.prisma.ts";
import { ownRepository } from "../privacy/own.prisma.ts";
import { systemClock } from "../system/clock.ts";
import { systemIds } from "../system/ids.ts";
import { createLog } from "../system/log.ts";
import { withStore } from "./opened-store.ts";
import type { PrivacyTools } from "./privacy-command.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Whoever coordinates is told what a seat or an election misses then, as when the person had left in the chat. */
function toolsOf(db: Db, env: Env): PrivacyTools {
  const named = new Set((env.COORDINATORS ?? "").toLowerCase().split(/[,;\s]+/));
  const isCoordinator = (id: string): boolean => named.has(id.toLowerCase());
  const privacy = createPrivacy({
    ...{ config: { publicUrl: null, port: 0, privacy: {} }, db, newId: systemIds, log: createLog("silent") },
    acting: { write: db.write, applyOnce, enqueue: createEnqueue(systemIds) },
    ...{ seats: seatRepository(db), directory: createDirectory(shippedOrganisations()) },
    coordinators: coordinatorsOf({ db, isCoordinator, isServed: () => true }),
  });
  const own = ownRepository(db);

  async function show(aadObjectId: string) {
    const found = [];
    for (const who of await peopleWith(db, aadObjectId)) {
      const person = await own.find(who.tenantId, who.aadObjectId);
      found.push(person ? await own.collect(person) : await own.collectGuest(who));
    }
    return found;
  }

  async function erase(aadObjectId: string, now: number) {
    const done: boolean[] = [];
    for (const who of await peopleWith(db, aadObjectId))
      done.push(await db.write((tx) => privacy.eraseFor(tx, who, now)));
    return done;
  }

  return { affected: () => affectedPeople(db), show, erase, clock: systemClock };
}

export const withPrivacyStore = (
  url: string,
  env: Env,
  work: (tools: PrivacyTools) => Promise<number>,
): Promise<number> => withStore(url, (db) => work(toolsOf(db, env)));
