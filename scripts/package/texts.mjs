// @ts-check
// Every German sentence of the app package.

/** @param {unknown} value */
const quoted = (value) => `„${value}“`;

/** What a value is for and how to get it; said where it is missing or wrong. @type {Readonly<Record<string, string>>} */
const meanings = {
  BOT_ID:
    "Erwartet wird die Anwendungs-ID (Client) der App-Registrierung, zum Beispiel 01234567-89ab-cdef-0123-456789abcdef.",
  APP_ID:
    "Erwartet wird eine ID wie 01234567-89ab-cdef-0123-456789abcdef. Ohne Angabe gilt BOT_ID; bei einer neuen Fassung derselben App muss sie gleich bleiben.",
  PUBLIC_URL:
    "Erwartet wird die Adresse des Bots im Internet, zum Beispiel https://forumsbote.example.de: mit https, mit Rechnername, ohne Anmeldung, Fragezeichen und Raute.",
  DEVELOPER_NAME:
    "Erwartet wird der Name der Stelle, die den Bot betreibt, mit höchstens 32 Zeichen, zum Beispiel Stadt Schopfheim.",
  WEBSITE_URL:
    "Erwartet wird eine Adresse mit https, unter der die Stelle Hilfe gibt. Ohne Angabe gilt die Seite /nutzung des Bots.",
  APP_VERSION:
    "Erwartet werden drei Zahlen mit Punkten, zum Beispiel 1.2.0. Ohne Angabe gilt die Fassung aus package.json.",
  MANIFEST_SCHEMA: "Ohne Angabe gilt 1.22.",
};

export const given = {
  /** @param {string} name @param {string} option */
  missing: (name, option) => `${name} fehlt (oder ${option}). ${meanings[name] ?? ""}`.trim(),
  /** @param {string} name @param {string} value */
  wrong: (name, value) => `${name} ist falsch: ${quoted(value)}. ${meanings[name] ?? ""}`.trim(),
  /** @param {string} value @param {readonly string[]} allowed */
  noSchema: (value, allowed) =>
    `MANIFEST_SCHEMA ist falsch: ${quoted(value)}. Möglich sind: ${allowed.join(", ")}. ${meanings.MANIFEST_SCHEMA}`,
  /** @param {string} option @param {readonly string[]} known */
  unknownOption: (option, known) =>
    `Die Angabe ${quoted(option)} gibt es nicht. Es gibt: ${known.join(", ")}.`,
  /** @param {string} option */
  noValue: (option) => `Nach ${option} fehlt der Wert. Schreiben Sie zum Beispiel: ${option} WERT.`,
};

/** @typedef {Readonly<Record<string, unknown>>} Params what the schema checker tells of a breach */

/** By the rule of the schema that is broken. @type {Readonly<Record<string, (params: Params, value: unknown) => string>>} */
const breaches = {
  maxLength: ({ limit }, value) =>
    `ist mit ${String(value).length} Zeichen zu lang. Kürzen Sie auf höchstens ${limit} Zeichen.`,
  minLength: () => "ist leer. Geben Sie einen Text an.",
  maxItems: ({ limit }) =>
    `hat zu viele Einträge. Höchstens ${limit} sind erlaubt; entfernen Sie die übrigen.`,
  minItems: ({ limit }) => `hat zu wenige Einträge. Mindestens ${limit} sind nötig.`,
  uniqueItems: () => "enthält einen Eintrag zweimal. Entfernen Sie einen davon.",
  enum: ({ allowedValues }, value) =>
    `hat den Wert ${quoted(value)}. Erlaubt ist nur: ${/** @type {unknown[]} */ (allowedValues).join(", ")}.`,
  required: ({ missingProperty }) => `hat kein Feld ${quoted(missingProperty)}. Ergänzen Sie es.`,
  additionalProperties: ({ additionalProperty }) =>
    `enthält das Feld ${quoted(additionalProperty)}, das dieses Schema nicht kennt. Entfernen Sie es, oder prüfen Sie die Schreibweise.`,
  type: ({ type }) => `hat die falsche Art. Erwartet wird: ${type}.`,
  pattern: (_params, value) =>
    `hat den Wert ${quoted(value)}, der nicht die verlangte Form hat. Prüfen Sie ihn.`,
  format: ({ format }, value) =>
    `hat den Wert ${quoted(value)}, der kein gültiger Wert der Art ${format} ist.`,
};

export const found = {
  /** @param {string} file @param {string} field @param {string} said */
  at: (file, field, said) => `${file}${field === "" ? "" : `, Feld ${field}`}: ${said}`,
  /** @param {string} keyword @param {Params} params @param {unknown} value @param {string} message */
  breach: (keyword, params, value, message) =>
    breaches[keyword]?.(params, value) ?? `passt nicht zum Schema (${message}).`,
  /** @param {string} name */
  missingFile: (name) =>
    `Die Datei ${name} fehlt. Legen Sie sie in den Ordner des Manifests, oder ändern Sie den Namen.`,
  foreignFile: "Der Name führt aus dem Ordner des Manifests hinaus. Nehmen Sie einen einfachen Dateinamen.",
  noJson: "Das ist kein gültiges JSON. Prüfen Sie Kommas, Klammern und Anführungszeichen.",
  noObject: "Erwartet wird ein JSON-Objekt mit geschweiften Klammern.",
  /** @param {string} name */
  placeholder: (name) =>
    `Für den Platzhalter {{${name}}} gibt es keinen Wert. Entfernen Sie ihn, oder prüfen Sie die Schreibweise.`,
  noHttps: "Die Adresse muss mit https:// beginnen.",
  version: "Erwartet werden drei Zahlen mit Punkten, zum Beispiel 1.2.0.",
  otherBot: "Hier muss dieselbe ID stehen wie in bots[0].botId.",
  action:
    "Eine Aktion braucht fetchTask, parameters oder taskInfo. Setzen Sie fetchTask auf true: Der Bot füllt den Dialog.",
  notUnderstood: (/** @type {unknown} */ title) =>
    `Den Befehl ${quoted(title)} versteht der Forumsbote nicht. Nehmen Sie ein Wort aus docs/BENUTZUNG.md; auch in anderen Sprachen bleibt es das deutsche Wort.`,
  twice: (/** @type {unknown} */ title) =>
    `Der Befehl ${quoted(title)} steht zweimal in der Liste. Entfernen Sie einen.`,
  scopeTwice: (/** @type {unknown} */ scope) =>
    `Für ${quoted(scope)} gibt es schon eine Liste. Jeder Bereich darf nur eine haben.`,
  scopeUnknown: (/** @type {unknown} */ scope) =>
    `Den Bereich ${quoted(scope)} hat der Bot nicht. Nehmen Sie ihn in bots[0].scopes auf, oder entfernen Sie ihn hier.`,
  noString:
    "Dieser Schlüssel zeigt auf keinen Text im Manifest. Entfernen Sie ihn, oder berichtigen Sie die Nummern.",
  noPng: "Das ist kein lesbares PNG mit 8 Bit je Farbe (RGB oder RGBA, ohne Interlacing).",
  /** @param {number} wanted @param {number} width @param {number} height */
  size: (wanted, width, height) =>
    `Das Bild ist ${width} × ${height} Punkte groß. Erwartet werden ${wanted} × ${wanted}.`,
  notWhite: "Das Bild darf nur weiße und durchsichtige Punkte haben.",
  notTransparent: "Das Bild hat keinen durchsichtigen Hintergrund.",
};

export const outcome = {
  refused: "Das App-Paket wurde nicht geschrieben. Bitte berichtigen Sie:",
  /** @param {string} path @param {Readonly<Record<string, string>>} values @param {number} bytes */
  written: (path, { APP_VERSION, MANIFEST_SCHEMA, APP_ID }, bytes) =>
    `Geschrieben: ${path} (${bytes} Bytes). Fassung ${APP_VERSION}, Schema ${MANIFEST_SCHEMA}, App-ID ${APP_ID}.`,
  next: "Laden Sie diese Datei im Teams Admin Center hoch. Wie das geht, steht in docs/TEAMS-EINRICHTEN.md.",
  /** @param {string} path @param {string} why */
  unwritable: (path, why) =>
    `Die Datei ${path} lässt sich nicht schreiben (${why}). Prüfen Sie den Ordner, oder geben Sie mit --out eine andere Datei an.`,
  toolMissing:
    "Zum Prüfen fehlt das Paket @microsoft/app-manifest. Es gehört zu den Entwicklungspaketen: Bauen Sie das App-Paket auf einem Rechner, auf dem „npm ci“ ohne --omit=dev gelaufen ist.",
};
