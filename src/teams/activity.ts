/** Raw activity in, typed `Incoming` out, or why not. Pure; knows the wire format and nothing of a library. */
import type { Incoming } from "../turn/incoming.ts";
import type { Actor, Place, PlaceKind } from "../turn/turn.ts";
import { readCommand, readSubmit } from "./message-payload.ts";
import { departedFrom, placeEvent, placeName } from "./place-event.ts";
import { type Mention, plain, plainData, typedText } from "./typed-text.ts";
import { readAction, readFiles, readQuery, readWire, type Wire } from "./wire.ts";

/** Longest typed text or search that is taken, in characters (UTF-16 units). */
export const MAX_TEXT = 20_000;

export type BadActivity =
  | "noActivity"
  | "noType"
  | "unknownChannel"
  | "noServiceUrl"
  | "noConversation"
  | "noBot"
  | "noSender"
  | "noActivityId";

export type Parsed =
  | {
      readonly kind: "incoming";
      readonly incoming: Incoming;
      /** Every tenant the activity names; all of them must be allowed. */
      readonly tenants: readonly string[];
      readonly tooLong: boolean;
    }
  /** Nothing this bot answers: a reaction, an edit, a group message that does not mention it. */
  | { readonly kind: "ignored" }
  | { readonly kind: "refused"; readonly reason: BadActivity };

const refused = (reason: BadActivity): Parsed => ({ kind: "refused", reason });

/** Conversation id and thread id: a channel's thread is named `<conversation>;messageid=<root message>`. */
export function splitThread(id: string): { conversationId: string; threadId?: string } {
  const [conversationId = id, threadId] = id.split(";messageid=");
  return threadId ? { conversationId, threadId } : { conversationId };
}

const BETWEEN_PEOPLE = /@unq\.gbl\.spaces$/;

function kindOfPlace(wire: Wire, threadId: string | undefined): PlaceKind {
  const named = wire.conversation?.conversationType;
  // Also a chat of two people, where the other one reads along, is called personal.
  if (named === "personal") return BETWEEN_PEOPLE.test(wire.conversation?.id ?? "") ? "group" : "personal";
  if (named === "groupChat") return "group";
  if (named === "channel" || threadId || wire.channelData?.channel?.id) return "channel";
  return wire.conversation?.isGroup ? "group" : "personal";
}

type Frame = { place: Place; from: string; tenants: readonly string[] };

function frameOf(wire: Wire): Frame | BadActivity {
  const { serviceUrl, conversation, recipient, from, channelData } = wire;
  if (wire.channelId !== "msteams") return "unknownChannel";
  if (!serviceUrl || !URL.canParse(serviceUrl)) return "noServiceUrl";
  if (!conversation?.id) return "noConversation";
  if (!recipient?.id) return "noBot";
  if (!from?.id) return "noSender";
  const { conversationId, threadId } = splitThread(conversation.id);
  const teamId = channelData?.team?.id;
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter((one) => typeof one === "string");
  const place: Place = {
    kind: kindOfPlace(wire, threadId),
    conversationId,
    ...(threadId ? { threadId } : {}),
    ...(teamId ? { teamId } : {}),
    ...channelOf(wire, conversationId),
    tenantId: tenants[0] ?? "",
    serviceUrl,
    botId: recipient.id,
  };
  return { place, from: from.id, tenants };
}

/** What is told of the channel itself; an event may arrive in another one than the one it names. */
function channelOf({ channelData }: Wire, conversationId: string): Pick<Place, "name" | "apart"> {
  const channel = channelData?.channel;
  if (channel?.id !== conversationId) return {};
  // The first channel of a team bears its id; Teams names the team instead.
  const name = placeName(
    channel.name ?? (channel.id === channelData?.team?.id ? channelData.team.name : null),
  );
  const apart = channel.type === "private" || channel.type === "shared";
  return { ...(name === undefined ? {} : { name }), ...(apart ? { apart } : {}) };
}

/** Null if Teams does not say who it is. The tenant is the bot's own one, guests have an id there too. */
function actorOf(wire: Wire, { place, from }: Frame): Actor | null {
  const aadObjectId = wire.from?.aadObjectId;
  if (!aadObjectId) return null;
  const name = plain(wire.from?.name ?? "")
    .trim()
    .slice(0, 200);
  return { tenantId: place.tenantId, aadObjectId, teamsUserId: from, name };
}

/** Whether the bot comes or goes; undefined for every other event, also for people who join. */
function movement(wire: Wire): "installed" | "removed" | undefined {
  const isBot = (one: { id?: string | null | undefined } | null | undefined) =>
    one?.id === wire.recipient?.id;
  if (wire.type === "installationUpdate") {
    if (wire.action === "add") return "installed";
    return wire.action === "remove" ? "removed" : undefined;
  }
  if (wire.type !== "conversationUpdate") return undefined;
  if (wire.membersAdded?.some(isBot)) return "installed";
  return wire.membersRemoved?.some(isBot) ? "removed" : undefined;
}

/** What Teams tells of itself; nobody waits for an answer. */
function eventIn(wire: Wire, said: Omit<Said, "actor"> & { actor: Actor | null }): Incoming | undefined {
  const moved = movement(wire);
  if (moved) return { ...said, kind: moved };
  const people = said.place.kind === "personal" ? [] : departedFrom(wire);
  if (people.length > 0) return { ...said, kind: "departed", people };
  const event = placeEvent(wire);
  return event && { ...said, kind: "placeEvent", event };
}

const mentionsOf = (wire: Wire): Mention[] =>
  (wire.entities ?? []).flatMap((one) =>
    one?.type === "mention" && one.mentioned?.id ? [{ id: one.mentioned.id, text: one.text ?? "" }] : [],
  );

type Said = { actor: Actor; place: Place; activityId: string };

function message(wire: Wire, said: Said, tenants: readonly string[]): Parsed {
  const mentions = mentionsOf(wire);
  const toBot = said.place.kind === "personal" || mentions.some((one) => one.id === said.place.botId);
  if (!toBot) return { kind: "ignored" };
  const raw = wire.text ?? "";
  const tooLong = raw.length > MAX_TEXT;
  const text = tooLong ? "" : typedText(raw, mentions, said.place.botId);
  const files = readFiles(wire).map(({ name, url }) => ({ name: plain(name).trim().slice(-200), url }));
  if (files.length > 0 && (said.place.kind === "personal" || text === ""))
    return { kind: "incoming", incoming: { ...said, kind: "file", files }, tenants, tooLong };
  return { kind: "incoming", incoming: { ...said, kind: "typed", text }, tenants, tooLong };
}

/** The bot answers these also where it was never added. */
const OUTSIDE = { outside: true } as const;

/** A button of a card in a message, or of one in a dialog. */
function pressedIn({ name, value }: Wire): ReturnType<typeof readAction> {
  if (name === "adaptiveCard/action") return readAction(value);
  return name === "composeExtension/submitAction" ? readSubmit(value) : undefined;
}

function invoke(wire: Wire, said: Said, tenants: readonly string[]): Parsed {
  const take = (incoming: Incoming, tooLong = false): Parsed => ({
    kind: "incoming",
    incoming,
    tenants,
    tooLong,
  });
  if (wire.name === "composeExtension/query") {
    const { name, query } = readQuery(wire.value);
    const tooLong = query.length > MAX_TEXT;
    const words = tooLong ? "" : plain(query).trim();
    return take({ ...said, ...OUTSIDE, kind: "search", name, query: words }, tooLong);
  }
  if (wire.name === "composeExtension/fetchTask") {
    const { name, message: on } = readCommand(wire.value);
    return take({ ...said, ...OUTSIDE, kind: "dialog", command: name, ...(on ? { message: on } : {}) });
  }
  const pressed = pressedIn(wire);
  const outside = wire.name === "adaptiveCard/action" ? {} : OUTSIDE;
  if (!pressed) return take({ ...said, ...outside, kind: "otherInvoke", name: wire.name ?? "" });
  const replyTo = wire.replyToId ? { replyToId: wire.replyToId } : {};
  return take({
    ...said,
    ...outside,
    ...replyTo,
    kind: "action",
    verb: pressed.verb,
    data: plainData(pressed.data),
  });
}

/** Reads a raw activity. Never throws, whatever it is given. */
export const parseActivity = (raw: unknown): Parsed => parseWire(readWire(raw));

/** The same for an activity whose parts have been read. */
export function parseWire(wire: Wire | undefined): Parsed {
  if (!wire) return refused("noActivity");
  if (!wire.type) return refused("noType");
  const frame = frameOf(wire);
  if (typeof frame === "string") return refused(frame);
  const { place, tenants } = frame;
  const actor = actorOf(wire, frame);
  const event = eventIn(wire, { actor, place, activityId: wire.id ?? "" });
  if (event) return { kind: "incoming", incoming: event, tenants, tooLong: false };
  if (wire.type !== "message" && wire.type !== "invoke") return { kind: "ignored" };
  if (!actor) return refused("noSender");
  if (wire.type === "invoke") return invoke(wire, { actor, place, activityId: wire.id ?? "" }, tenants);
  return wire.id ? message(wire, { actor, place, activityId: wire.id }, tenants) : refused("noActivityId");
}
