/** The routes as the library sees them. All lead to one function, which answers and sends. */
import { Application } from "@microsoft/teams-ai/lib/Application.js";
import { type Activity, INVOKE_RESPONSE_KEY, type TurnContext } from "botbuilder";
import type { Log } from "../system/log.ts";
import type { Incoming } from "../turn/incoming.ts";
import { type Reply, refusal } from "../turn/reply.ts";
import type { Place } from "../turn/turn.ts";
import type { ForumAdapter } from "./adapter.teams.ts";
import { type Answer, invokeBody, messageOf } from "./answer.ts";
import { classify, withDeadline } from "./connector.teams.ts";
import { logFailure } from "./deliver.teams.ts";
import { texts } from "./texts.ts";

/** Longest wait for the connector while a person waits, in ms. */
const IN_TURN_MS = 3_000;

/** One activity on its way: what it says, and how it is answered. */
export type Job = { readonly incoming: Incoming; readonly answer: () => Promise<Answer> };

type Message = Extract<Reply, { kind: "text" | "card" }>;

/** A reply that confirms something stored could not be sent: it must not be lost. */
export type OnUnsentReply = (place: Place, reply: Message, activityId: string) => Promise<void>;

export type ApplicationOptions = {
  readonly adapter: ForumAdapter;
  /** Empty in local mode. */
  readonly appId: string;
  readonly verbs: readonly string[];
  readonly log: Log;
  readonly onUnsentReply: OnUnsentReply;
};

const JOB = Symbol("job");

export const putJob = (context: TurnContext, job: Job): void => {
  context.turnState.set(JOB, job);
};

async function respond(context: TurnContext, answer: Answer): Promise<void> {
  const body = invokeBody(context.activity.name ?? "", answer);
  await context.sendActivity({ type: "invokeResponse", value: { status: 200, body } });
}

const isStored = (answer: Answer): answer is Message =>
  "kind" in answer && (answer.kind === "text" || answer.kind === "card") && answer.stored === true;

export function createApplication({ adapter, appId, verbs, log, onUnsentReply }: ApplicationOptions) {
  /** Posts a message while the person waits; what cannot be sent is kept if it matters, else only logged. */
  async function post(context: TurnContext, { incoming }: Job, answer: Answer): Promise<void> {
    const message = messageOf(answer);
    if (!message) return;
    try {
      await withDeadline(IN_TURN_MS, () => context.sendActivity(message as Partial<Activity>));
    } catch (error) {
      logFailure(log, "teams.reply.unsent", error, classify(error));
      if (isStored(answer)) await onUnsentReply(incoming.place, answer, incoming.activityId);
    }
  }

  async function turn(context: TurnContext): Promise<void> {
    const job = context.turnState.get<Job | undefined>(JOB);
    if (!job) throw new Error("a turn without its job");
    const answer = await job.answer();
    await (context.activity.type === "invoke" ? respond(context, answer) : post(context, job, answer));
  }

  // No storage: turn state is read, changed and written without any guard against a second writer.
  // No recipient mention is removed here: the text has been read from the raw activity.
  const app = new Application({
    adapter,
    botAppId: appId,
    removeRecipientMention: false,
    startTypingTimer: false,
  });
  // The option has no effect, and the one timer of the application would be shared by all turns.
  app.startTypingTimer = () => undefined;

  app.activity("message", turn);
  for (const verb of verbs) {
    app.adaptiveCards.actionExecute(verb, async (context) => {
      await turn(context);
      return ""; // not used: the response has been given
    });
  }
  app.activity("installationUpdate", turn);
  app.activity("conversationUpdate", turn);
  // Last: whatever else waits for an answer gets one; the library would say 501. Searches, too: the library reads
  // their parameters before anybody has looked whether there are any.
  app.activity("invoke", turn);

  // The last line. Turns answer their faults themselves; what arrives here is a fault of the edge.
  app.error(async function answerFault(context, error) {
    log.fault("teams.turn.failed", error, { activity: context.activity.type });
    const sorry = refusal(texts.fault);
    if (context.activity.type === "invoke") {
      if (!context.turnState.get(INVOKE_RESPONSE_KEY)) await respond(context, sorry);
      return;
    }
    const job = context.turnState.get<Job | undefined>(JOB);
    if (job && context.activity.type === "message") await post(context, job, sorry);
  });
  return app;
}
