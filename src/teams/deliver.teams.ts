/** Messages nobody has just asked for: proactive delivery for the outbox. */
import type { Activity, ConversationReference } from "botbuilder";
import type { Address, Send, Sent } from "../outbox/notice.ts";
import type { Log } from "../system/log.ts";
import type { ForumAdapter } from "./adapter.teams.ts";
import { messageOf } from "./answer.ts";
import { ConnectorRefusal, classify, ForbiddenHost, withDeadline } from "./connector.teams.ts";

/** Longest time for one delivery, the fetching of a token included, in ms. */
const DELIVERY_MS = 10_000;

function referenceTo(to: Address): Partial<ConversationReference> {
  const id = to.threadId ? `${to.conversationId};messageid=${to.threadId}` : to.conversationId;
  const conversation = { id, tenantId: to.tenantId } as ConversationReference["conversation"];
  return { channelId: "msteams", serviceUrl: to.serviceUrl, bot: { id: to.botId, name: "" }, conversation };
}

/** Tells the operator what only the operator can mend; never the platform's words, they may name people. */
export function logFailure(log: Log, event: string, error: unknown, sent: Sent): void {
  const failure = sent.ok ? "none" : sent.failure;
  const status = error instanceof ConnectorRefusal ? error.status : 0;
  if (error instanceof ForbiddenHost || status === 401) log.fault(event, error, { failure, status });
  else log.warn(event, { failure, status });
}

/** `appId` is empty in local mode. */
export function createSend(adapter: ForumAdapter, appId: string, log: Log): Send {
  return async function send(to, reply): Promise<Sent> {
    const message = messageOf(reply);
    if (!message) return { ok: true };
    let failure: unknown;
    try {
      const post = () =>
        adapter.continueConversationAsync(appId, referenceTo(to), async (context) => {
          // The library invents an id to reply to; Teams knows no such message.
          context.onSendActivities((_, activities, next) => {
            for (const activity of activities) delete activity.replyToId;
            return next();
          });
          // Caught here: an error that leaves this function goes to the handler of turns, not to us.
          await context.sendActivity(message as Partial<Activity>).catch((error: unknown) => {
            failure = error ?? new Error("send failed");
          });
        });
      await withDeadline(DELIVERY_MS, post);
    } catch (error) {
      failure = error ?? new Error("send failed");
    }
    if (failure === undefined) return { ok: true };
    const sent = classify(failure);
    logFailure(log, "teams.delivery.failed", failure, sent);
    return sent;
  };
}
