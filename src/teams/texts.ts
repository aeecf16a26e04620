/** Every German sentence of the Teams edge. */
import type { BadActivity } from "./activity.ts";

export const texts = {
  tooLong:
    "Ihr Text ist zu lang. Bitte kürzen Sie ihn auf höchstens 20.000 Zeichen und senden Sie ihn noch einmal.",
  unknownTenant:
    "Dieser Bot ist hier nicht freigeschaltet. Bitte wenden Sie sich an die Person, die ihn Ihnen empfohlen hat.",
  /** Typed: said once a minute, then nothing. */
  tooFast: {
    person:
      "Das ging mir zu schnell. Ich habe Ihre letzte Nachricht nicht bearbeitet. Bitte warten Sie eine Minute, und senden Sie sie dann noch einmal.",
    conversation:
      "Hier schreiben mir gerade zu viele auf einmal. Ich habe die letzte Nachricht nicht bearbeitet. Bitte warten Sie eine Minute, und senden Sie sie dann noch einmal.",
  },
  /** Stands under the card, which keeps what was entered. */
  tooFastPressed: {
    person:
      "Das ging mir zu schnell. Es wurde nichts gespeichert. Bitte warten Sie einen Augenblick, und drücken Sie dann noch einmal.",
    conversation:
      "Hier drücken gerade zu viele auf einmal. Es wurde nichts gespeichert. Bitte warten Sie einen Augenblick, und drücken Sie dann noch einmal.",
  },
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
  noBot: "In der Nachricht fehlt, an wen sie geht.",
  noSender: "In der Nachricht fehlt, von wem sie kommt.",
  noActivityId: "Die Kennung der Nachricht fehlt.",
} as const satisfies Record<BadActivity, string>;
