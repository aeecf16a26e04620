/** What Teams tells of channels and teams, read. Pure. */
import type { DepartedPerson, PlaceEvent } from "../turn/incoming.ts";
import { plain } from "./typed-text.ts";
import type { Wire } from "./wire.ts";

const LONGEST_NAME = 100;

/** A name as it can be kept and shown; undefined for none. */
export const placeName = (told: string | null | undefined): string | undefined => {
  const name = plain(told ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_NAME);
  return name === "" ? undefined : name;
};

const OF_CHANNEL: ReadonlyMap<string, PlaceEvent["what"]> = new Map([
  ["channelRenamed", "renamed"],
  ["channelDeleted", "deleted"],
  ["channelRestored", "restored"],
]);
const OF_TEAM: ReadonlyMap<string, PlaceEvent["what"]> = new Map([
  ["teamDeleted", "deleted"],
  ["teamHardDeleted", "deleted"],
  ["teamRestored", "restored"],
  ["teamArchived", "closed"],
  ["teamUnarchived", "reopened"],
]);

/** Undefined for every other event, and for one that does not say which channel or team it is about. */
export function placeEvent({ type, channelData }: Wire): PlaceEvent | undefined {
  if (type !== "conversationUpdate") return undefined;
  const { eventType, channel, team } = channelData ?? {};
  const kind = eventType ?? "";
  const ofChannel = OF_CHANNEL.get(kind);
  if (ofChannel && channel?.id) return about(ofChannel, channel.id, channel.name);
  // The first channel of a team bears the id of the team, and Teams never tells another name for it.
  if (kind === "teamRenamed" && team?.id) return about("renamed", team.id, team.name);
  const ofTeam = OF_TEAM.get(kind);
  return ofTeam && team?.id ? { what: ofTeam, of: { teamId: team.id } } : undefined;
}

function about(
  what: PlaceEvent["what"],
  conversationId: string,
  told: string | null | undefined,
): PlaceEvent | undefined {
  const name = placeName(told);
  if (what === "renamed" && name === undefined) return undefined;
  return { what, of: { conversationId }, ...(name === undefined ? {} : { name }) };
}

/** Most people of one event that are read. */
const MOST_DEPARTED = 1000;

/** Who was taken out of a channel, a team or a group chat; empty for every other event. */
export function departedFrom(wire: Wire): readonly DepartedPerson[] {
  if (wire.type !== "conversationUpdate") return [];
  return (wire.membersRemoved ?? []).slice(0, MOST_DEPARTED).flatMap((one) => {
    const { id, aadObjectId } = one ?? {};
    if (!id && !aadObjectId) return [];
    return [{ ...(id ? { teamsUserId: id } : {}), ...(aadObjectId ? { aadObjectId } : {}) }];
  });
}
