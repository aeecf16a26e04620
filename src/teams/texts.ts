/** Every German sentence of the Teams edge. */
import type { BadActivity } from "./activity.ts";

export const texts = {
  tooLong:
    "Ihr Text ist zu lang. Bitte kürzen Sie ihn auf höchstens 20.000 Zeichen und senden Sie ihn noch einmal.",
  unknownTenant:
    "Dieser Bot ist hier nicht freigeschaltet. Bitte wenden Sie sich an die Person, die ihn Ihnen empfohlen hat.",
  fault: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  nothingFound: "Dazu habe ich nichts gefunden.",
} as const;

/** Told to the sender of an activity that cannot be read, in the body of the 400. */
export const badActivity = {
  noActivity: "Die Nachricht ist nicht lesbar.",
  noType: "Die Art der Nachricht fehlt.",
  unknownChannel: "Nachrichten werden nur aus Microsoft Teams angenommen.",
  noServiceUrl: "Die Adresse für die Antwort fehlt.",
  noConversation: "Die Unterhaltung fehlt.",
  noBot: "Der Empfänger der Nachricht fehlt.",
  noSender: "Der Absender der Nachricht fehlt.",
  noActivityId: "Die Kennung der Nachricht fehlt.",
} as const satisfies Record<BadActivity, string>;
