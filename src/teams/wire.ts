/**
 * The shape of a raw activity, as far as this bot reads it. Lenient: a part of the wrong type counts as
 * missing, and the caller says which missing part refuses the activity. Pure.
 */
import { z } from "zod";

const lenient = <S extends z.ZodType>(schema: S) => schema.nullish().catch(undefined);
const id = lenient(z.string().min(1).max(1000));
/** Of a channel or a team; Teams takes shorter ones. */
const name = lenient(z.string().max(1000));
const account = lenient(z.object({ id, aadObjectId: id, name: lenient(z.string()) }));
const withId = lenient(z.object({ id }));
const members = lenient(z.array(account));

const wireActivity = z.object({
  type: lenient(z.string()),
  id,
  name: lenient(z.string().max(200)),
  action: lenient(z.string()),
  text: lenient(z.string()),
  value: z.unknown().optional(),
  replyToId: id,
  channelId: id,
  serviceUrl: id,
  from: account,
  recipient: account,
  conversation: lenient(
    z.object({ id, conversationType: lenient(z.string()), tenantId: id, isGroup: lenient(z.boolean()) }),
  ),
  channelData: lenient(
    z.object({
      tenant: withId,
      eventType: lenient(z.string()),
      team: lenient(z.object({ id, name })),
      channel: lenient(z.object({ id, name, type: lenient(z.string()) })),
    }),
  ),
  entities: lenient(
    z.array(lenient(z.object({ type: lenient(z.string()), text: lenient(z.string()), mentioned: withId }))),
  ),
  attachments: lenient(
    z.array(
      lenient(z.object({ contentType: id, name: lenient(z.string()), content: z.unknown().optional() })),
    ),
  ),
  membersAdded: members,
  membersRemoved: members,
});

export type Wire = z.output<typeof wireActivity>;

export const readWire = (raw: unknown): Wire | undefined => wireActivity.safeParse(raw).data;

const action = z.object({
  action: z.object({ type: z.string(), verb: z.string().min(1).max(200), data: z.unknown().optional() }),
});

/** Verb and data of a pressed Action.Execute, or undefined if it is none. */
export function readAction(value: unknown): { verb: string; data: unknown } | undefined {
  const read = action.safeParse(value).data?.action;
  return read?.type === "Action.Execute" ? { verb: read.verb, data: read.data ?? {} } : undefined;
}

const FILE = "application/vnd.microsoft.teams.file.download.info";
const fileInfo = z.object({ downloadUrl: z.string().min(1).max(4000) });

/** The files of a message. Pictures and the text as HTML, which Teams also sends as attachments, are none. */
export const readFiles = ({ attachments }: Wire): { name: string; url: string }[] =>
  (attachments ?? []).flatMap((one) => {
    const url = one?.contentType === FILE ? fileInfo.safeParse(one.content).data?.downloadUrl : undefined;
    return url ? [{ name: one?.name ?? "", url }] : [];
  });

const query = z.object({
  commandId: lenient(z.string().max(200)),
  parameters: lenient(
    z.array(lenient(z.object({ name: lenient(z.string()), value: z.unknown().optional() }))),
  ),
});

/** Name and words of a message extension search. The first call, before anything is typed, has no words. */
export function readQuery(value: unknown): { name: string; query: string } {
  const read = query.safeParse(value).data;
  const words = (read?.parameters ?? []).find((one) => one?.name !== "initialRun")?.value;
  return { name: read?.commandId ?? "", query: typeof words === "string" ? words : "" };
}
