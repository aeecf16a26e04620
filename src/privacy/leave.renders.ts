/** Says what somebody must take over after a person has left. What was settled meanwhile is not told. */
import { z } from "zod";
import type { StandingSeat } from "../forum/seats.ts";
import type { Render } from "../outbox/notice.ts";
import { cardOf, heading, paragraph } from "../turn/elements.ts";
import { card } from "../turn/reply.ts";
import { texts } from "./leave.texts.ts";
import { type ElectionPart, LEFT } from "./leave.ts";

export type LeaveRenderDeps = {
  readonly seats: () => Promise<readonly StandingSeat[]>;
  readonly coordinators: () => Promise<readonly string[]>;
  readonly partyName: (party: string) => string;
};

type Mine = { readonly coordinates: boolean; readonly parts: readonly ElectionPart[] };

const payloadShape = z.object({ parts: z.array(z.enum(["candidate", "officer", "scrutineer"])) });

export function leaveRenders(deps: LeaveRenderDeps): Readonly<Record<string, Render>> {
  /** Null: the seat is gone, or somebody was named meanwhile. */
  async function vacancy(party: string): Promise<StandingSeat | null> {
    const seat = (await deps.seats()).find((one) => one.party === party);
    return seat && seat.delegateId === null ? seat : null;
  }

  function linesFor(seat: StandingSeat | null, subject: string, mine: Mine): readonly string[] {
    const party = deps.partyName(subject);
    const vacant = seat ? [seat.holderId === null ? texts.free(party) : texts.standIn(party)] : [];
    const next = mine.coordinates ? [texts.name, texts.round] : [texts.deputies];
    const parts = mine.parts.length === 0 ? [] : [...mine.parts.map(texts.part), texts.takeOver];
    return [...vacant, ...(seat ? next : []), ...parts];
  }

  const render: Render = async ({ subject, to, payload }) => {
    if (!("member" in to)) return { drop: "gone" };
    const coordinates = (await deps.coordinators()).includes(to.member);
    const seat = await vacancy(subject);
    if (!coordinates && !seat?.deputies.includes(to.member)) return { drop: "notEntitled" };
    const parts = coordinates ? payloadShape.parse(payload).parts : [];
    const said = linesFor(seat, subject, { coordinates, parts });
    if (said.length === 0) return { drop: "superseded" };
    const body = cardOf(said.join(" "), [heading(texts.title), ...said.map(paragraph)]);
    return { send: card(body, texts.title) };
  };
  return { [LEFT]: render };
}
