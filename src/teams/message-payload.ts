/** The message on which somebody uses an action of the app, as Teams gives it, read leniently. Pure. */
import { z } from "zod";
import type { SentMessage } from "../turn/incoming.ts";
import { htmlText } from "./html-text.ts";
import { plain } from "./typed-text.ts";

const lenient = <S extends z.ZodType>(schema: S) => schema.nullish().catch(undefined);
const words = lenient(z.string());
const id = lenient(z.string().min(1).max(300));
const someone = lenient(z.object({ id, displayName: words }));

const payload = z.object({
  id,
  replyToId: id,
  createdDateTime: lenient(z.string().max(60)),
  subject: words,
  linkToMessage: lenient(z.string().max(2000)),
  from: lenient(z.object({ user: someone, application: someone })),
  body: lenient(z.object({ contentType: words, content: words })),
  attachments: lenient(z.array(lenient(z.object({ contentUrl: lenient(z.string().max(2000)) })))),
});

const command = z.object({
  commandId: lenient(z.string().max(200)),
  messagePayload: z.unknown().optional(),
  data: z.unknown().optional(),
});

/** More of the raw content is not read: a record takes 4,000 characters of text. */
const MOST_RAW = 100_000;
const MOST_TEXT = 20_000;
const MOST_LINKS = 20;

const oneLine = (text: string, most: number): string =>
  plain(text.slice(0, most)).replace(/\s+/g, " ").trim();

/** Instants of messages; anything else is a slip of the client. */
const EARLIEST = Date.UTC(2015, 0);
const LATEST = Date.UTC(2100, 0);

function instantOf(written: string | null | undefined): number | null {
  const at = Date.parse(written ?? "");
  return at >= EARLIEST && at < LATEST ? at : null;
}

/** What a message to the bot begins with: whom it is for is no part of what it says. */
const OPENING = /^(?:\s+|&nbsp;|<(?:p|div|span)(?: [^<>]*)?>|<at(?: [^<>]*)?>[^<>]*<\/at>)/i;
const MOST_OPENINGS = 20;

function withoutOpening(html: string): string {
  let rest = html;
  for (let step = 0; step < MOST_OPENINGS; step++) {
    const found = OPENING.exec(rest);
    if (!found) break;
    rest = rest.slice(found[0].length);
  }
  return rest;
}

function textIn({ body }: z.output<typeof payload>): string {
  const raw = (body?.content ?? "").slice(0, MOST_RAW);
  const text =
    body?.contentType?.toLowerCase() === "text" ? plain(raw).trim() : htmlText(withoutOpening(raw));
  return text.slice(0, MOST_TEXT);
}

/** The author; null for a bot, and where Teams does not say who it was. */
function authorIn({ from }: z.output<typeof payload>): SentMessage["author"] {
  const user = from?.user;
  return user?.id ? { aadObjectId: user.id, name: oneLine(user.displayName ?? "", 200) } : null;
}

/** Undefined without an id: then there is nothing to know the message by. */
function readMessage(value: unknown): SentMessage | undefined {
  const read = payload.safeParse(value).data;
  if (!read?.id) return undefined;
  const links = (read.attachments ?? []).flatMap((one) => (one?.contentUrl ? [one.contentUrl] : []));
  return {
    id: read.id,
    rootId: read.replyToId ?? read.id,
    subject: oneLine(read.subject ?? "", 500),
    text: textIn(read),
    at: instantOf(read.createdDateTime),
    link: read.linkToMessage ?? null,
    author: authorIn(read),
    links: links.slice(0, MOST_LINKS),
  };
}

export type Command = {
  readonly name: string;
  readonly message?: SentMessage;
  /** What a form in the dialog has sent. */
  readonly data: unknown;
};

/** The value of an action command, whatever it holds. */
export function readCommand(value: unknown): Command {
  const read = command.safeParse(value).data;
  const message = readMessage(read?.messagePayload);
  return { name: read?.commandId ?? "", ...(message ? { message } : {}), data: read?.data };
}

const submitted = z.looseObject({ verb: z.string().min(1).max(200) });

/** The button of a dialog's card: Teams knows no verbs there, so they travel in the data. */
export function readSubmit(value: unknown): { verb: string; data: unknown } | undefined {
  const read = submitted.safeParse(readCommand(value).data).data;
  if (!read) return undefined;
  const { verb, ...data } = read;
  return { verb, data };
}
