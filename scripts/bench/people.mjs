// @ts-check
// Who types: as many people as the Forum has parties, each in the personal chat, each message with a new id.

const APP_ID = "33333333-3333-3333-3333-333333333333";
const TENANT = "11111111-0000-0000-0000-000000000001";
const PEOPLE = 36;

export const identity = { appId: APP_ID, tenantId: TENANT };

/** Ids of one of them, from 0. @param {number} at */
export function personAt(at) {
  const number = String(at % PEOPLE).padStart(12, "0");
  return { user: `29:${number}`, aad: `22222222-0000-0000-0000-${number}`, chat: `a:${number}` };
}

/**
 * @param {string} serviceUrl where the answers go
 */
export function createPeople(serviceUrl) {
  let sent = 0;

  /** What everything that a person sends has in common. @param {number} at */
  function frame(at) {
    sent += 1;
    const { user, aad, chat } = personAt(at);
    return {
      id: `${1_700_000_000_000 + sent}`,
      timestamp: "2026-01-15T09:30:00.000Z",
      channelId: "msteams",
      serviceUrl,
      from: { id: user, name: "Delegation", aadObjectId: aad },
      recipient: { id: `28:${APP_ID}`, name: "Forumsbote" },
      conversation: { id: chat, conversationType: "personal", tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      locale: "de-DE",
    };
  }

  return {
    count: PEOPLE,
    /**
     * What Teams sends when the next person in turn types this.
     * @param {string} text
     */
    types: (text) => ({ type: "message", ...frame(sent + 1), textFormat: "plain", text }),
    /**
     * What Teams sends when one of them presses a button.
     * @param {number} at
     * @param {string} verb
     * @param {object} data
     */
    presses: (at, verb, data) => ({
      type: "invoke",
      name: "adaptiveCard/action",
      ...frame(at),
      replyToId: "1",
      value: { action: { type: "Action.Execute", verb, data }, trigger: "manual" },
    }),
  };
}
