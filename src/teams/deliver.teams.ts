/** Messages nobody has just asked for: proactive delivery for the outbox. */
import type { Activity, ConversationReference } from "botbuilder";
import type { Address, Send, Sent } from "../outbox/notice.ts";
import type { Log } from "../system/log.ts";
import type { ForumAdapter } from "./adapter.teams.ts";
import { messageOf } from "./answer.ts";
import { ConnectorRefusal, classify, ForbiddenHost, withDeadline } from "./connector.teams.ts";

/** Longest time for one delivery, the fetching of a token included, in ms. */
const DELIVERY_MS = 10_000;

type Conversation = Extract<Address, { conversationId: string }>;

function referenceTo(to: Conversation): Partial<ConversationReference> {
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
  /** Posts the message, or puts it in the place of an earlier one; resolves with its id. */
  async function post(to: Conversation, message: Partial<Activity>): Promise<string | undefined> {
    let failure: unknown;
    let id: string | undefined;
    await adapter.continueConversationAsync(appId, referenceTo(to), async (context) => {
      // The library invents an id to reply to; Teams knows no such message.
      context.onSendActivities((_, activities, next) => {
        for (const activity of activities) delete activity.replyToId;
        return next();
      });
      // Caught here: an error that leaves this function goes to the handler of turns, not to us.
      try {
        const { messageId } = to;
        const done = messageId
          ? await context.updateActivity({ ...message, id: messageId })
          : await context.sendActivity(message);
        id = messageId ?? done?.id;
      } catch (error) {
        failure = error ?? new Error("send failed");
      }
    });
    if (failure !== undefined) throw failure;
    return id;
  }

  async function deliver(to: Address, message: Partial<Activity>): Promise<Sent> {
    if ("conversationId" in to) return arrived(await post(to, message));
    const { openWith, ...way } = to;
    const opened = await adapter.openPersonalChat(appId, { ...way, user: openWith });
    return { ...arrived(await post({ ...way, conversationId: opened }, message)), opened };
  }

  return async function send(to, reply): Promise<Sent> {
    const message = messageOf(reply);
    if (!message) return { ok: true };
    try {
      return await withDeadline(DELIVERY_MS, () => deliver(to, message as Partial<Activity>));
    } catch (error) {
      const sent = classify(error);
      logFailure(log, "teams.delivery.failed", error, sent);
      return sent;
    }
  };
}

const arrived = (messageId: string | undefined) =>
  ({ ok: true, ...(messageId ? { messageId } : {}) }) as const;
