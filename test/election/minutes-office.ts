/** A Forum with minutes: the election hall, links, and what lies behind them. */
import { applyOnce } from "../../src/db/applied-action.prisma.ts";
import { isLostRace } from "../../src/db/lost-race.ts";
import type { Tx } from "../../src/db/store.ts";
import type { Engine } from "../../src/db/url.ts";
import { minutesRepository } from "../../src/election/minutes/minutes.repository.prisma.ts";
import { minutesService } from "../../src/election/minutes/minutes.service.ts";
import { scrutinyRepository } from "../../src/election/minutes/scrutiny.repository.prisma.ts";
import { scrutinyService } from "../../src/election/minutes/scrutiny.service.ts";
import type { RoundName } from "../../src/election/seal.ts";
import { pageFeature } from "../../src/pages/feature.ts";
import { systemRandomBytes } from "../../src/system/random.ts";
import { countedIds } from "../support/ids.ts";
import { CLOSES, memberOf, openHall } from "./hall.ts";

export const COUNTED = CLOSES + 60_000;

export async function openOffice(engine: Engine, seats = 8) {
  const hall = await openHall(engine, { seats });
  const { db, keys } = hall;
  const write = async <T>(body: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await db.write(body);
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return db.write(body);
    }
  };
  const base = { publicUrl: "https://bot.example", port: 0 };
  const pages = pageFeature({ ...base, db, newId: countedIds(), random: systemRandomBytes });
  const scrutinies = scrutinyService({
    ...{ write, applyOnce, keys, random: systemRandomBytes, links: pages },
    scrutiny: scrutinyRepository(db),
  });
  const coordinators = new Set<string>();
  const minutes = minutesService({
    ...{ write, pages, scrutinies, minutes: minutesRepository(db) },
    ...{ organisationName: (key: string) => `Gemeinde ${key}`, version: "1.2.3", trial: false },
    coordinators: async () => [...coordinators],
    recountPage: () => "<!doctype html><title>Nachrechnen</title>",
  });
  const door = pages.door(minutes.pages);
  const [first = "", second = ""] = hall.seated.slice(-2);

  return {
    ...{ ...hall, minutes, scrutinies, pages, coordinators },
    scrutineers: [memberOf(first), memberOf(second)] as const,
    opened: (url: string, now = COUNTED) => door(url.slice(url.lastIndexOf("/") + 1), now),
    /** Opens, lets the first so many parties vote, closes, seals, counts. */
    async holds(choices: readonly string[]): Promise<RoundName> {
      const name = await hall.opens();
      for (const [at, choice] of choices.entries()) {
        const done = await hall.votes(name, hall.seated[at] ?? "", choice);
        if (!done.ok) throw new Error(done.reason);
      }
      await hall.service.closeDue(CLOSES + 3000);
      return name;
    },
  };
}
