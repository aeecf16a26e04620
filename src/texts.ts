/** What the person who starts Forumsbote reads. */

const HELP: Record<string, string> = {
  BOT_ID: "die Anwendungs-ID des Bots (GUID) aus Entra",
  BOT_TYPE: "SingleTenant oder UserAssignedMsi",
  BOT_TENANT_ID: "die ID (GUID) des Mandanten, in dem der Bot registriert ist",
  BOT_PASSWORD: "das Geheimnis der Anwendung; nicht nötig mit BOT_TYPE=UserAssignedMsi",
  DATABASE_URL: "file:… für SQLite oder postgresql://… für PostgreSQL",
  PUBLIC_URL: "die öffentliche Adresse, beginnend mit https://",
  COORDINATORS: "die Entra-Objekt-IDs (GUID) der Koordination, mit Komma getrennt",
  TENANTS: "die IDs (GUID) der zugelassenen Mandanten, mit Komma getrennt",
  BALLOT_KEY_DIR:
    "ein Ordner mit vollständigem Pfad für die Schlüssel der Wahlurnen; nicht im Ordner der Datenbank und in keiner Sicherung",
  CALENDAR_ORGANIZER:
    "die E-Mail-Adresse der koordinierenden Stelle, zum Beispiel forum@landkreis.example, oder nichts",
  MODEL_KIND: "openai, azure oder compatible (ein anderer Dienst mit derselben Schnittstelle)",
  MODEL_ENDPOINT:
    "die Adresse des Modells mit https://, ohne Kennwort und ohne Fragezeichen, zum Beispiel https://api.openai.com/v1",
  MODEL_NAME: "der Name des Modells, bei Azure der Name der Bereitstellung",
  MODEL_API_KEY:
    "der Schlüssel für das Modell; stattdessen kann MODEL_API_KEY_FILE eine Datei nennen, in der er steht",
  MODEL_API_KEY_FILE: "eine lesbare Datei, in der nur der Schlüssel für das Modell steht",
  MODEL_API_VERSION: "die Version der Azure-Schnittstelle, zum Beispiel 2024-10-21",
  MODEL_TIMEOUT_MS: "die Wartezeit in Millisekunden, eine ganze Zahl von 1000 bis 12000",
  MODEL_ALLOW_HTTP: "1 oder nichts",
  DEMO: "1 für die Vorführung, sonst nichts",
  PORT: "eine ganze Zahl von 1 bis 65535",
  LOG_LEVEL: "debug, info, warn, error oder silent",
};

const meaning = (name: string): string => (HELP[name] ? ` Erwartet wird: ${HELP[name]}.` : "");

export const problems = {
  missing: (name: string) => `${name} fehlt.${meaning(name)}`,
  wrong: (name: string) => `${name} ist falsch gesetzt.${meaning(name)}`,
  notLocal: (name: string) =>
    `${name} ist gesetzt, aber BOT_ID fehlt. Ohne BOT_ID läuft nur der Probebetrieb mit data/local.db. Entfernen Sie ${name}, oder setzen Sie BOT_ID.`,
  demoWithBot:
    "DEMO ist gesetzt, aber auch BOT_ID. Die Vorführung läuft nur ohne BOT_ID. Entfernen Sie DEMO.",
  modelOverHttp:
    "MODEL_ENDPOINT beginnt mit http://. Das ist nur im eigenen Netz und nur mit MODEL_ALLOW_HTTP=1 erlaubt. Nehmen Sie https://, oder setzen Sie MODEL_ALLOW_HTTP=1 für einen Rechner mit privater Adresse.",
  modelKeyTwice:
    "MODEL_API_KEY und MODEL_API_KEY_FILE sind beide gesetzt. Bitte setzen Sie nur eine der beiden Variablen.",
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
