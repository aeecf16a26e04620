/** Cards about a record that moves to another group. */
import type { WorkingGroup } from "../../forum/forum.ts";
import {
  button,
  cardOf,
  choice,
  exit,
  heading,
  note,
  paragraph,
  plain,
  warning,
} from "../../turn/elements.ts";
import type { Card } from "../../turn/reply.ts";
import type { Exchange } from "../exchange.ts";
import { texts } from "./move.texts.ts";

/** Value of the choice for no group at all; ids of groups are never so short. */
export const NONE = "-";

export type MoveView = {
  readonly action: string;
  readonly exchange: Exchange;
  /** Where it may go; null: into no group. */
  readonly targets: readonly (WorkingGroup | null)[];
  readonly problem?: string;
};

export function moveCard({ action, exchange, targets, problem }: MoveView): Card {
  const { id, revision, title, group, visibility } = exchange;
  return cardOf(
    texts.title(title),
    [
      heading(texts.title(plain(title))),
      ...(problem ? [warning(problem)] : []),
      paragraph(texts.now(plain(group?.name ?? texts.none))),
      choice(
        "group",
        texts.which,
        targets.map((one) => ({ title: one?.name ?? texts.none, value: one?.id ?? NONE })),
        {
          isRequired: true,
          errorMessage: texts.which,
          ...(targets.length === 1 ? { value: targets[0]?.id ?? NONE } : {}),
        },
      ),
      note(visibility === "group" ? texts.groupOnly : texts.stays),
    ],
    [
      button(texts.move, "exchange.moveTo", { action, id, revision }, true),
      exit(texts.cancel, "exchange.show", { id }),
    ],
  );
}

const whereNow = ({ group }: Exchange): string => (group ? texts.toldTo(plain(group.name)) : texts.toldNone);

/** For whoever moved it, and for the places of both groups that may still read it. */
export const movedCard = (exchange: Exchange): Card =>
  cardOf(
    texts.done(exchange.title),
    [heading(texts.done(plain(exchange.title))), paragraph(whereNow(exchange))],
    [button(texts.show, "exchange.show", { id: exchange.id })],
  );

/** For the places of the old group where nobody may read it any more. */
export const leftCard = (group: string): Card =>
  cardOf(texts.left(group), [heading(texts.leftTitle), paragraph(texts.left(plain(group)))]);
