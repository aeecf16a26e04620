/** A confirmation that could not be sent within its turn: it is kept and sent later, as it was. */
import { z } from "zod";
import type { Instant } from "../system/clock.ts";
import type { Reply } from "../turn/reply.ts";
import type { Place } from "../turn/turn.ts";
import type { Json, Notice, Render } from "./notice.ts";

export const TURN_REPLY = "turn.reply";

/** After this a confirmation explains nothing any more, and the record speaks for itself. */
const TOO_LATE_MS = 24 * 60 * 60 * 1_000;

const cited = z.object({
  generated: z.boolean(),
  sources: z.array(z.object({ title: z.string(), abstract: z.string() })),
});

const replySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.literal("card"),
    card: z.looseObject({ type: z.literal("AdaptiveCard") }),
    summary: z.string(),
    cited: cited.optional(),
  }),
  z.object({ kind: z.literal("refusal"), text: z.string() }),
]);

/** The notice that carries `reply` to where it was to be said. The same turn gives it only once. */
export function turnReplyNotice(place: Place, activityId: string, reply: Reply, now: Instant): Notice {
  const thread = place.threadId === undefined ? {} : { threadId: place.threadId };
  return {
    key: `${TURN_REPLY}|${place.conversationId}|${activityId}`,
    kind: TURN_REPLY,
    subject: activityId,
    to: { conversation: place.conversationId, ...thread },
    dueAt: now,
    expiresAt: now + TOO_LATE_MS,
    // A reply is JSON by its making; this drops what is undefined in it.
    payload: JSON.parse(JSON.stringify(reply)) as Json,
  };
}

/** Says again what was to be said. A payload that is no reply any more is dropped. */
export const renderTurnReply: Render = async (notice) => {
  const parsed = replySchema.safeParse(notice.payload);
  return parsed.success ? { send: parsed.data as Reply } : { drop: "gone" };
};
