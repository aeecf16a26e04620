/**
 * All variables of the environment that Forumsbote reads, in one table: the sentences about wrong settings and
 * docs/KONFIGURATION.md are made of it. A new variable is one line here and `npm run config -- write`.
 */

export type Setting = {
  readonly name: string;
  /** What is expected: the rest of "Erwartet wird: …", without a full stop. */
  readonly expects: string;
  /** What counts where it is not set, in words; absent: nothing. */
  readonly fallback?: string;
  /** When it has to be set; absent: never. */
  readonly required?: string;
  /** Must be known to nobody but the operator and this program. */
  readonly secret?: true;
  /** `NAME_FILE` may name a file that holds the value instead. */
  readonly file?: true;
};

export type Chapter = { readonly title: string; readonly settings: readonly Setting[] };

const WITH_BOT = "mit BOT_ID";
const WITH_MODEL = "mit einem Modell";

const bot: readonly Setting[] = [
  {
    name: "BOT_ID",
    expects: "die Anwendungs-ID des Bots (GUID) aus Entra",
    fallback: "Probebetrieb nur auf diesem Rechner",
    required: "im echten Betrieb",
  },
  { name: "BOT_TYPE", expects: "SingleTenant oder UserAssignedMsi", fallback: "SingleTenant" },
  {
    name: "BOT_TENANT_ID",
    expects: "die ID (GUID) des Mandanten, in dem der Bot registriert ist",
    required: WITH_BOT,
  },
  {
    name: "BOT_PASSWORD",
    expects: "das Geheimnis der Anwendung; nicht nötig mit BOT_TYPE=UserAssignedMsi",
    required: "mit BOT_ID und BOT_TYPE=SingleTenant",
    secret: true,
  },
  {
    name: "TENANTS",
    expects: "die IDs (GUID) der zugelassenen Mandanten, mit Komma getrennt",
    fallback: "der Mandant aus BOT_TENANT_ID",
  },
  {
    name: "SERVICE_HOSTS",
    expects: "die Rechnernamen des Teams-Dienstes, mit Komma getrennt",
    fallback: "die Namen von Microsoft für die öffentliche Cloud",
  },
];

const forum: readonly Setting[] = [
  {
    name: "COORDINATORS",
    expects: "die Entra-Objekt-IDs (GUID) der Koordination, mit Komma getrennt",
    required: WITH_BOT,
  },
  { name: "FORUM_NAME", expects: "der Name des Forums", fallback: "Kommunales Digitalisierungsforum" },
  {
    name: "CALENDAR_ORGANIZER",
    expects:
      "die E-Mail-Adresse der koordinierenden Stelle, zum Beispiel forum@landkreis.example, oder nichts",
    fallback: "Kalender nennen niemanden als Veranstalter",
  },
];

const service: readonly Setting[] = [
  { name: "PUBLIC_URL", expects: "die öffentliche Adresse, beginnend mit https://", required: WITH_BOT },
  { name: "PORT", expects: "eine ganze Zahl von 1 bis 65535", fallback: "3978" },
  {
    name: "HOST",
    expects: "die Adresse, an der das Programm lauscht",
    fallback: "0.0.0.0; ohne BOT_ID immer 127.0.0.1",
  },
  { name: "LOG_LEVEL", expects: "debug, info, warn, error oder silent", fallback: "info" },
  {
    name: "NODE_ENV",
    expects: "production im echten Betrieb; dann startet das Programm nicht ohne BOT_ID",
  },
];

const store: readonly Setting[] = [
  {
    name: "DATABASE_URL",
    expects: "file:… für SQLite oder postgresql://… für PostgreSQL",
    fallback: "für die Befehle (npm run db …): file:data/local.db",
    required: WITH_BOT,
    secret: true,
  },
  {
    name: "BALLOT_KEY_DIR",
    expects:
      "ein Ordner mit vollständigem Pfad für die Schlüssel der Wahlurnen; nicht im Ordner der Datenbank und in keiner Sicherung",
    required: WITH_BOT,
  },
];

const model: readonly Setting[] = [
  {
    name: "MODEL_KIND",
    expects: "openai, azure oder compatible (ein anderer Dienst mit derselben Schnittstelle)",
    fallback: "kein Modell",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_ENDPOINT",
    expects:
      "die Adresse des Modells mit https://, ohne Kennwort und ohne Fragezeichen, zum Beispiel https://api.openai.com/v1",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_NAME",
    expects: "der Name des Modells, bei Azure der Name der Bereitstellung",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_API_KEY",
    expects:
      "der Schlüssel für das Modell; stattdessen kann MODEL_API_KEY_FILE eine Datei nennen, in der er steht",
    required: "mit MODEL_KIND=openai oder azure",
    secret: true,
    file: true,
  },
  {
    name: "MODEL_API_VERSION",
    expects: "die Version der Azure-Schnittstelle, zum Beispiel 2024-10-21",
    required: "mit MODEL_KIND=azure",
  },
  {
    name: "MODEL_TIMEOUT_MS",
    expects: "die Wartezeit in Millisekunden, eine ganze Zahl von 1000 bis 12000",
    fallback: "10000",
  },
  {
    name: "MODEL_QUESTIONS_ALLOWED",
    expects: "1, wenn mit dem Datenschutz geklärt ist, dass Fragen an das Modell gesendet werden",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_ALLOW_HTTP",
    expects: "1 oder nichts",
    fallback: "nur https://; 1 erlaubt http:// im eigenen Netz",
  },
  { name: "DEBUG", expects: "nichts; mit einem Modell ist DEBUG=true verboten" },
];

const trial: readonly Setting[] = [
  {
    name: "DEMO",
    expects: "1 für die Vorführung, sonst nichts",
    fallback: "keine Vorführung; nur ohne BOT_ID",
  },
  {
    name: "PLAYGROUND_PORT",
    expects: "der Port des Playgrounds, eine ganze Zahl von 1 bis 65535",
    fallback: "56150",
  },
];

/** In the order in which they are explained. */
export const CHAPTERS: readonly Chapter[] = [
  { title: "Bot und Mandanten", settings: bot },
  { title: "Forum", settings: forum },
  { title: "Dienst", settings: service },
  { title: "Datenbank, Schlüssel und Sicherung", settings: store },
  { title: "Sprachmodell (freiwillig)", settings: model },
  { title: "Probebetrieb und Vorführung", settings: trial },
];

const fileSetting = ({ name, secret }: Setting): Setting => ({
  name: `${name}_FILE`,
  expects: `eine lesbare Datei, in der nur der Wert von ${name} steht`,
  ...(secret ? { fallback: `der Wert steht in ${name}` } : {}),
});

/** Every variable by its name, those that name a file included. */
export const SETTINGS: ReadonlyMap<string, Setting> = new Map(
  CHAPTERS.flatMap(({ settings }) =>
    settings.flatMap((one) => (one.file ? [one, fileSetting(one)] : [one])),
  ).map((one) => [one.name, one]),
);
