/** What Teams tells of channels and teams, read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseActivity } from "../../src/teams/activity.ts";

const CHANNEL = "19:bau@thread.tacv2";
const TEAM = "19:team@thread.tacv2";

const event = (eventType: string, data: object = {}) => ({
  type: "conversationUpdate",
  id: "1",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  from: { id: "29:a", aadObjectId: "aad-a" },
  recipient: { id: "28:bot" },
  // Teams tells of all channels in the first one.
  conversation: { id: TEAM, conversationType: "channel", tenantId: "t", isGroup: true },
  channelData: {
    ...{ eventType, tenant: { id: "t" }, team: { id: TEAM, name: "Digitalforum" } },
    ...{ channel: { id: CHANNEL, name: "Bauen" }, ...data },
  },
});

const read = (raw: unknown) => {
  const parsed = parseActivity(raw);
  return parsed.kind === "incoming" && parsed.incoming.kind === "placeEvent"
    ? parsed.incoming.event
    : parsed.kind;
};

describe("an event", () => {
  it.each([
    ["channelRenamed", { what: "renamed", of: { conversationId: CHANNEL }, name: "Bauen" }],
    ["channelDeleted", { what: "deleted", of: { conversationId: CHANNEL }, name: "Bauen" }],
    ["channelRestored", { what: "restored", of: { conversationId: CHANNEL }, name: "Bauen" }],
    ["teamRenamed", { what: "renamed", of: { conversationId: TEAM }, name: "Digitalforum" }],
    ["teamDeleted", { what: "deleted", of: { teamId: TEAM } }],
    ["teamHardDeleted", { what: "deleted", of: { teamId: TEAM } }],
    ["teamRestored", { what: "restored", of: { teamId: TEAM } }],
    ["teamArchived", { what: "closed", of: { teamId: TEAM } }],
    ["teamUnarchived", { what: "reopened", of: { teamId: TEAM } }],
    ["channelCreated", "ignored"],
    ["teamMemberAdded", "ignored"],
    ["toString", "ignored"],
    ["", "ignored"],
  ])("%s is read as %j", (eventType, expected) => {
    expect(read(event(eventType))).toEqual(expected);
  });

  it("that does not say which channel or name it is about is none", () => {
    expect(read(event("channelDeleted", { channel: {} }))).toBe("ignored");
    expect(read(event("teamDeleted", { team: null }))).toBe("ignored");
    expect(read(event("channelRenamed", { channel: { id: CHANNEL, name: " \n" } }))).toBe("ignored");
  });

  it("in a message means nothing", () => {
    const message = { ...event("channelDeleted"), type: "message", text: "hallo" };
    expect(read(message)).toBe("ignored");
  });

  it("has a name of one line, without markup, never longer than 100", () => {
    const channel = { id: CHANNEL, name: `Bau\u0000\n  ${"ä".repeat(200)}` };
    const named = read(event("channelRenamed", { channel }));
    expect(named).toMatchObject({ name: `Bau ${"ä".repeat(96)}` });
  });

  it("of any other shape throws nothing", () => {
    const data = fc.record(
      { eventType: fc.anything(), channel: fc.anything(), team: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom("channelDeleted", "teamRenamed", "teamDeleted"), data, (type, bent) => {
        expect(() => parseActivity(event(type, bent))).not.toThrow();
      }),
    );
  });
});

describe("a place", () => {
  const message = (part: object) =>
    parseActivity({
      ...event(""),
      ...{ type: "message", text: "<at>Bot</at> hilfe" },
      entities: [{ type: "mention", text: "<at>Bot</at>", mentioned: { id: "28:bot" } }],
      ...part,
    });
  const at = (id: string, channel: object) =>
    message({
      conversation: { id, conversationType: "channel", tenantId: "t" },
      channelData: { tenant: { id: "t" }, team: { id: TEAM, name: "Digitalforum" }, channel },
    });

  it("has the name of its channel, the first one that of its team", () => {
    expect(at(CHANNEL, { id: CHANNEL, name: "Bauen" })).toMatchObject({
      incoming: { place: { name: "Bauen" } },
    });
    expect(at(TEAM, { id: TEAM })).toMatchObject({ incoming: { place: { name: "Digitalforum" } } });
    expect(at(CHANNEL, { id: TEAM })).not.toMatchObject({ incoming: { place: { name: expect.anything() } } });
  });

  it("stands apart from its team when it is private or shared", () => {
    for (const type of ["private", "shared"])
      expect(at(CHANNEL, { id: CHANNEL, type })).toMatchObject({ incoming: { place: { apart: true } } });
    expect(at(CHANNEL, { id: CHANNEL, type: "standard" })).not.toMatchObject({
      incoming: { place: { apart: true } },
    });
  });

  it("is no personal chat when two people talk there and the bot only helps out", () => {
    const conversation = { id: "19:a_b@unq.gbl.spaces", conversationType: "personal", tenantId: "t" };
    expect(message({ conversation, channelData: {} })).toMatchObject({
      incoming: { place: { kind: "group" } },
    });
  });
});
