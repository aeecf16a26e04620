// @ts-check
// Who types: as many people as the Forum has parties, each in the personal chat, each message with a new id.

const APP_ID = "33333333-3333-3333-3333-333333333333";
const TENANT = "11111111-0000-0000-0000-000000000001";
const PEOPLE = 36;

export const identity = { appId: APP_ID, tenantId: TENANT };

/**
 * @param {string} serviceUrl where the answers go
 */
export function createPeople(serviceUrl) {
  let sent = 0;
  return {
    count: PEOPLE,
    /**
     * What Teams sends when the next person in turn types this.
     * @param {string} text
     */
    types(text) {
      sent += 1;
      const number = String(sent % PEOPLE).padStart(12, "0");
      return {
        type: "message",
        id: `${1_700_000_000_000 + sent}`,
        timestamp: "2026-01-15T09:30:00.000Z",
        channelId: "msteams",
        serviceUrl,
        from: { id: `29:${number}`, name: "Delegation", aadObjectId: `22222222-0000-0000-0000-${number}` },
        recipient: { id: `28:${APP_ID}`, name: "Forumsbote" },
        conversation: { id: `a:${number}`, conversationType: "personal", tenantId: TENANT },
        channelData: { tenant: { id: TENANT } },
        locale: "de-DE",
        textFormat: "plain",
        text,
      };
    },
  };
}
