// @ts-check
// What Teams tells of a place: the bot comes and goes, people do, channels and teams change.

/** @typedef {import("./session.mjs").Person} Person */
/** @typedef {Record<string, any>} Activity */

/** @param {string} eventType @returns {(who: Person) => Activity} what Teams tells of the place where somebody is */
const told = (eventType) => (who) => {
  const { id, team = id, name } = who.place;
  const channelData = {
    tenant: { id: who.tenantId },
    eventType,
    team: { id: team, name },
    channel: { id, name },
  };
  return who.activity({ type: "conversationUpdate", channelData });
};

/** Events of places. @type {readonly ((who: Person) => Activity)[]} */
export const events = [
  (who) => who.activity({ type: "installationUpdate", action: "add" }),
  (who) => who.activity({ type: "installationUpdate", action: "remove" }),
  (who) => {
    const sent = who.activity({ type: "conversationUpdate" });
    return { ...sent, membersAdded: [sent.recipient] };
  },
  (who) => ({ ...who.activity({ type: "conversationUpdate" }), membersAdded: [{ id: who.userId }] }),
  (who) => ({
    ...who.activity({ type: "conversationUpdate" }),
    membersRemoved: [{ id: who.userId, aadObjectId: who.aadObjectId }],
  }),
  ...["channelRenamed", "channelDeleted", "channelRestored", "teamArchived", "teamUnarchived"].map(told),
  ...["teamDeleted", "teamRenamed", "channelCreated", "teamHardDeleted", "teamRestored"].map(told),
];
