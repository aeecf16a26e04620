/** docs/KONFIGURATION.md, made of the table of settings. */
import { CHAPTERS, type Setting } from "../settings.ts";

const HEAD = `# Konfiguration

Diese Seite wird aus dem Programm erzeugt (\`npm run config -- write\`). Bitte ändern Sie sie nicht von Hand.

Forumsbote liest seine Einstellungen aus Umgebungsvariablen. Fehlt etwas oder ist etwas falsch, startet das Programm
nicht und nennt alles auf einmal. \`npm run config -- check\` prüft die Einstellungen, ohne das Programm zu starten.

- **Geheim**: Der Wert gehört in den Geheimnisspeicher oder in eine Datei mit engen Rechten. Er gehört nicht in das
  Repository, nicht in ein Abbild und nicht in ein Protokoll.
- **Aus Datei**: Statt der Variablen kann die Variable mit der Endung \`_FILE\` eine Datei nennen, in der nur der Wert steht.
`;

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** A sentence begins with a capital, a value stays as it has to be written. */
const capital = (text: string): string =>
  /^(der|die|das|ein|eine|nichts)\b/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

const row = ({ name, expects, fallback, required, secret, file }: Setting): string =>
  `| ${[
    `\`${name}\``,
    capital(expects),
    fallback ?? "–",
    required ?? "nein",
    secret ? "ja" : "nein",
    file ? `\`${name}_FILE\`` : "–",
  ]
    .map(cell)
    .join(" | ")} |`;

/** The whole page, as it stands in the repository. */
export const configPage = (): string =>
  [
    HEAD,
    ...CHAPTERS.flatMap(({ title, settings }) => [
      `## ${title}\n`,
      "| Variable | Bedeutung | Ohne Angabe | Nötig | Geheim | Aus Datei |",
      "| --- | --- | --- | --- | --- | --- |",
      ...settings.map(row),
      "",
    ]),
  ].join("\n");
