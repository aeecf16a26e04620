/** What a client makes of the bot's answers to invokes. */

export type Shown = { readonly card?: unknown; readonly text?: string; readonly refused: boolean };
export type SearchHit = { readonly title: string; readonly text: string; readonly card: unknown };

/** A card takes the place of the pressed one; a text or a refusal stands under it. */
export function readInvoke(body: unknown): Shown {
  const { statusCode, type, value } = (body ?? {}) as { statusCode?: number; type?: string; value?: unknown };
  if (type === "application/vnd.microsoft.card.adaptive") return { card: value, refused: false };
  if (type === "application/vnd.microsoft.activity.message") return { text: String(value), refused: false };
  if (type !== "application/vnd.microsoft.error")
    throw new Error(`no answer a client knows: ${JSON.stringify(body)}`);
  const { message } = value as { message: string };
  return { text: message, refused: (statusCode ?? 500) >= 400 };
}

type Attachment = { content: unknown; preview: { content: { title: string; text: string } } };

export function searchAnswer(body: unknown): { hits: SearchHit[]; message: string } {
  const { composeExtension } = body as {
    composeExtension: { type: string; text?: string; attachments?: Attachment[] };
  };
  if (composeExtension.type === "message") return { hits: [], message: composeExtension.text ?? "" };
  const hits = (composeExtension.attachments ?? []).map(({ content, preview }) => ({
    card: content,
    ...preview.content,
  }));
  return { hits, message: "" };
}

type Task = { type: string; value: unknown };

/** The sentence of a dialog that shows nothing else. */
function sentenceIn(task: Task | undefined): string | undefined {
  const { card } = (task?.value ?? {}) as { card?: { content?: { body?: unknown[]; actions?: unknown[] } } };
  const [only, ...others] = card?.content?.body ?? [];
  const { type, text } = (only ?? {}) as { type?: string; text?: string };
  const isAlone = others.length === 0 && (card?.content?.actions ?? []).length === 0;
  return isAlone && type === "TextBlock" ? text : undefined;
}

/** A dialog shows a card, or ends with a sentence. */
export function dialogAnswer(body: unknown): { readonly card?: unknown; readonly message?: string } {
  const { task } = (body ?? {}) as { task?: Task };
  if (task?.type === "message") return { message: String(task.value) };
  const sentence = sentenceIn(task);
  if (sentence !== undefined) return { message: sentence };
  if (task?.type !== "continue") throw new Error(`no dialog a client knows: ${JSON.stringify(body)}`);
  const { title, card } = task.value as { title?: string; card?: { contentType: string; content: unknown } };
  if (!title || card?.contentType !== "application/vnd.microsoft.card.adaptive")
    throw new Error(`no dialog a client shows: ${JSON.stringify(body)}`);
  return { card: card.content };
}
