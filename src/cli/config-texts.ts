/** What `npm run config` says to the operator. */
export const configText = {
  usage: [
    "So rufen Sie den Befehl auf:",
    "  npm run config              zeigt alle Einstellungen mit ihrer Bedeutung",
    "  npm run config -- check     prüft die Einstellungen dieser Umgebung",
    "  npm run config -- write     schreibt docs/KONFIGURATION.md neu (nur bei der Entwicklung)",
  ].join("\n"),
  wrong: "Mit diesen Einstellungen startet Forumsbote nicht. Bitte berichtigen Sie:",
  local: "BOT_ID ist nicht gesetzt. Forumsbote startet damit im Probebetrieb, nur für diesen Rechner.",
  complete: "Die Einstellungen sind vollständig.",
  written: "docs/KONFIGURATION.md ist neu geschrieben.",
} as const;
