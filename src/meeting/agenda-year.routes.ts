/** `termine`, and the buttons to other years. */
import { z } from "zod";
import { commandWord } from "../turn/grammar.ts";
import { card, type Reply } from "../turn/reply.ts";
import { actionRoute, type Routes, textRoute } from "../turn/route.ts";
import type { Turn } from "../turn/turn.ts";
import { yearCard } from "./agenda-year.cards.ts";
import { type YearDeps, yearService } from "./agenda-year.service.ts";
import { year as words } from "./agenda-year.texts.ts";

/** Years that a calendar of this Forum can have; also keeps the dates four digits long. */
const YEAR = z.object({ year: z.number().int().min(2000).max(2200) });

export function yearRoutes(deps: YearDeps & { readonly partyName: (key: string) => string }): Routes {
  const service = yearService(deps);

  async function show(turn: Turn, named?: number): Promise<Reply> {
    const view = await service.year(turn, named);
    const { coordinator, now, place } = turn;
    const personal = place.kind === "personal";
    const drawn = yearCard({ ...view, coordinator, now, personal, partyName: deps.partyName });
    return card(drawn, words.title(view.year));
  }

  return {
    texts: [
      textRoute(
        "termine",
        (typed) => (commandWord(typed) === "termine" ? true : undefined),
        (turn) => show(turn),
      ),
    ],
    actions: [actionRoute("meeting.year", YEAR, (turn, { year }) => show(turn, year))],
  };
}
