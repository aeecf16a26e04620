/**
 * All variables of the environment that Forumsbote reads, in one table: the sentences about wrong settings and
 * docs/KONFIGURATION.md are made of it. A new variable is one line here and `npm run config -- write`.
 */
import { modelSettings } from "./settings-model.ts";

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
    file: true,
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
  {
    name: "PRIVACY_NOTICE_FILE",
    expects:
      "der Pfad einer YAML-Datei mit dem Datenschutzhinweis; eine Vorlage ist docs/vorlagen/datenschutzhinweis.yaml",
    required: WITH_BOT,
  },
  {
    name: "RETENTION",
    expects:
      "Fristen in Tagen (1 bis 3653), mit Komma getrennt, zum Beispiel profile=30,register=183; möglich sind profile, register, group, change, request, message und action",
    fallback: "profile=30, register=183, group=365, change=365, request=365, message=30, action=30",
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
  {
    name: "RATE_PER_PERSON",
    expects: "eine ganze Zahl von 0 bis 999999: so viele Nachrichten und Klicks einer Person in der Minute",
    fallback: "60, davon 40 auf einmal; 0 heißt ohne Grenze; ohne BOT_ID 0",
  },
  {
    name: "RATE_PER_CONVERSATION",
    expects:
      "eine ganze Zahl von 0 bis 999999: so viele Nachrichten und Klicks in einer Unterhaltung in der Minute",
    fallback: "600, davon 400 auf einmal; 0 heißt ohne Grenze; ohne BOT_ID 0",
  },
  {
    name: "METRICS_TOKEN",
    expects: "ein Geheimnis aus mindestens 16 Zeichen, mit dem /metrics von anderen Rechnern gelesen wird",
    fallback: "/metrics antwortet nur diesem Rechner",
    secret: true,
    file: true,
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
    file: true,
  },
  {
    name: "BALLOT_KEY_DIR",
    expects:
      "ein Ordner mit vollständigem Pfad für die Schlüssel der Wahlurnen; nicht im Ordner der Datenbank und in keiner Sicherung",
    required: WITH_BOT,
  },
  {
    name: "BACKUP_KEY_FILE",
    expects:
      "die Datei mit dem Schlüssel der Sicherungen: 32 Bytes als Base64; weder bei der Datenbank noch bei der Sicherung",
    required: "für npm run db -- backup im echten Betrieb",
  },
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
  { title: "Sprachmodell (freiwillig)", settings: modelSettings },
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
