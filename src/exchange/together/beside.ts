/** Reads what others have said about a record, for the card of the record. */
import type { NewId } from "../../system/ids.ts";
import type { Turn } from "../../turn/turn.ts";
import type { Beside, ShowOptions } from "../cards.ts";
import type { Exchange } from "../exchange.ts";
import { besideOf, type ExperienceView } from "./beside.cards.ts";
import { mayChange, mayDelete } from "./experience.service.ts";
import type { Experience } from "./experience.ts";
import type { ExperienceRepository, MarkRepository } from "./repository.ts";

export type BesideDeps = {
  readonly experiences: Pick<ExperienceRepository, "of">;
  readonly marks: Pick<MarkRepository, "of">;
  readonly organisationName: (key: string) => string;
  readonly newId: NewId;
};

export type BesideReader = {
  readonly beside: (turn: Turn, exchange: Exchange, options: ShowOptions) => Promise<Beside>;
  /** Experiences as the person of the turn sees them. */
  readonly views: (turn: Turn, experiences: readonly Experience[]) => readonly ExperienceView[];
};

export function besideReader({ experiences, marks, organisationName, newId }: BesideDeps): BesideReader {
  const views = (turn: Turn, all: readonly Experience[]) =>
    all.map((experience) => ({
      experience,
      organisation: organisationName(experience.organisation),
      rights: { edit: mayChange(turn, experience), remove: mayDelete(turn, experience) },
    }));

  return {
    views,
    beside: async (turn, exchange, { words }) => {
      const [said, marked] = await Promise.all([experiences.of(exchange.id), marks.of(exchange.id)]);
      return besideOf({
        ...{ exchange, marks: marked, organisationName },
        experiences: views(turn, said),
        reader: turn.member?.organisation ?? null,
        action: newId(),
        ...(words === undefined ? {} : { words }),
      });
    },
  };
}
