/** What the person who starts Forumsbote reads. What a variable means: src/settings.ts. */
import { SETTINGS } from "./settings.ts";

const meaning = (name: string): string => {
  const setting = SETTINGS.get(name);
  return setting ? ` Erwartet wird: ${setting.expects}.` : "";
};

export const problems = {
  missing: (name: string) => `${name} fehlt.${meaning(name)}`,
  wrong: (name: string) => `${name} ist falsch gesetzt.${meaning(name)}`,
  notLocal: (name: string) =>
    `${name} ist gesetzt, aber BOT_ID fehlt. Ohne BOT_ID läuft nur der Probebetrieb mit data/local.db. Entfernen Sie ${name}, oder setzen Sie BOT_ID.`,
  demoWithBot:
    "DEMO ist gesetzt, aber auch BOT_ID. Die Vorführung läuft nur ohne BOT_ID. Entfernen Sie DEMO.",
  modelOverHttp:
    "MODEL_ENDPOINT beginnt mit http://. Das ist nur im eigenen Netz und nur mit MODEL_ALLOW_HTTP=1 erlaubt. Nehmen Sie https://, oder setzen Sie MODEL_ALLOW_HTTP=1 für einen Rechner mit privater Adresse.",
  twice: (name: string) =>
    `${name} und ${name}_FILE sind beide gesetzt. Bitte setzen Sie nur eine der beiden Variablen.`,
  modelNotAllowed:
    "MODEL_QUESTIONS_ALLOWED fehlt. Mit einem Modell werden Fragen im Wortlaut an MODEL_ENDPOINT gesendet. Ist das mit dem Datenschutz geklärt, setzen Sie MODEL_QUESTIONS_ALLOWED=1. Sonst entfernen Sie alle Variablen, die mit MODEL_ beginnen.",
  modelWithDebug:
    "DEBUG=true ist gesetzt. Damit stünden Fragen und Schlüssel im Protokoll. Entfernen Sie DEBUG, solange ein Modell eingerichtet ist.",
  productionWithoutBot:
    "NODE_ENV=production ist gesetzt, aber BOT_ID fehlt. Setzen Sie BOT_ID, oder entfernen Sie NODE_ENV.",
} as const;

export const start = {
  wrongConfig: "Forumsbote startet nicht. Bitte berichtigen Sie:",
  portBusy: (port: number) =>
    `Der Port ${port} ist belegt. Beenden Sie das andere Programm, oder setzen Sie PORT auf eine freie Nummer.`,
  failed: (reason: string) => `Forumsbote startet nicht: ${reason}`,
  unknownFailure: "ein unerwarteter Fehler; die Einzelheiten stehen im Protokoll darüber.",
} as const;
