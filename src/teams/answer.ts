/** What goes out: reply values as activities and invoke bodies. Pure, plain wire shapes. */
import type { Hit, Reply } from "../turn/reply.ts";
import { withoutUnseen } from "../turn/unseen.ts";
import { type Entity, entitiesOf } from "./cited.ts";
import { dialogEnd, dialogSentence, dialogWith } from "./dialog.ts";
import { texts } from "./texts.ts";

const CARD = "application/vnd.microsoft.card.adaptive";
const THUMBNAIL = "application/vnd.microsoft.card.thumbnail";
const MESSAGE = "application/vnd.microsoft.activity.message";
const ERROR = "application/vnd.microsoft.error";

export type Answer = Reply | readonly Hit[];

const isHits = (answer: Answer): answer is readonly Hit[] => Array.isArray(answer);

/**
 * A card without `refresh`. With it the library would put one person's own view into the channel for
 * everybody, and go on doing so for every later answer of that route.
 */
export function withoutRefresh(card: object): object {
  const { refresh: _, ...rest } = card as { refresh?: unknown };
  return rest;
}

export type OutgoingMessage = {
  readonly type: "message";
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: { contentType: string; content: object }[];
  readonly entities?: readonly Entity[];
};

/** The message for a reply; undefined for silence. A card goes alone: with a text Teams splits the two. */
export function messageOf(answer: Answer): OutgoingMessage | undefined {
  if (isHits(answer))
    return { type: "message", text: answer.map((hit) => hit.title).join("\n\n") || texts.nothingFound };
  if (answer.kind === "silence") return undefined;
  if (answer.kind !== "card") return { type: "message", text: answer.text };
  const attachments = [{ contentType: CARD, content: withoutRefresh(answer.card) }];
  const entities = answer.cited ? entitiesOf(answer.cited) : [];
  return {
    type: "message",
    summary: answer.summary,
    attachments,
    ...(entities.length > 0 ? { entities } : {}),
  };
}

function wordsOf(answer: Answer): string {
  if (isHits(answer)) return answer.length === 0 ? texts.nothingFound : "";
  if (answer.kind === "silence") return "";
  return answer.kind === "card" ? answer.summary : answer.text;
}

/** Answer to a pressed button. A card takes the place of the old one for this person only. */
function actionBody(answer: Answer): object {
  if (isHits(answer) || answer.kind === "text" || answer.kind === "silence") {
    return { statusCode: 200, type: MESSAGE, value: wordsOf(answer) };
  }
  if (answer.kind === "card") return { statusCode: 200, type: CARD, value: withoutRefresh(answer.card) };
  return { statusCode: 400, type: ERROR, value: { code: "BadRequest", message: answer.text } };
}

/** Some clients read HTML in a thumbnail, others show every sign as it is: so there is no tag, and nothing escaped. */
const inert = (text: string): string => withoutUnseen(text).replaceAll("<", "‹").replaceAll(">", "›");

function searchBody(answer: Answer): object {
  if (!isHits(answer) || answer.length === 0)
    return { composeExtension: { type: "message", text: wordsOf(answer) } };
  // No `tap` in the preview: a client then asks the bot for the item instead of inserting the card.
  const attachments = answer.map((hit) => ({
    contentType: CARD,
    content: withoutRefresh(hit.card),
    preview: { contentType: THUMBNAIL, content: { title: inert(hit.title), text: inert(hit.text) } },
  }));
  return { composeExtension: { type: "result", attachmentLayout: "list", attachments } };
}

/**
 * In a dialog: a card is shown there; a sentence ends it, also the one that confirms what was stored. Nothing is put
 * into the compose box, where it would be sent as the person's own message.
 */
function dialogBody(answer: Answer): object {
  if (isHits(answer) || answer.kind !== "card" || answer.stored) return dialogSentence(wordsOf(answer));
  return dialogWith(answer.card, answer.summary);
}

/** Body of the invoke response; every invoke gets one, in the shape its kind expects. */
export function invokeBody(name: string, answer: Answer): object {
  if (name === "adaptiveCard/action") return actionBody(answer);
  if (name === "composeExtension/query") return searchBody(answer);
  if (name === "composeExtension/fetchTask" || name === "composeExtension/submitAction")
    return dialogBody(answer);
  if (name.startsWith("composeExtension/query") || name === "composeExtension/selectItem") {
    return { composeExtension: { type: "message", text: wordsOf(answer) } };
  }
  return dialogEnd(wordsOf(answer));
}
