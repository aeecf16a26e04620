/** Puts what waits for a date onto the agenda of the next one that is planned. */
import type { Job } from "../../schedule/ticker.ts";
import type { ItemService } from "./service.ts";

/** Cards show what waits at once; this only has to come before the date begins. */
const EVERY_MS = 60_000;

export const agendaJob = (service: Pick<ItemService, "settle">): Job => ({
  name: "agenda",
  everyMs: EVERY_MS,
  run: async (now) => {
    await service.settle(now);
    return undefined;
  },
});
