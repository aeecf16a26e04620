/** The notice of local mode: it says of itself that it is none, and names nobody. */
import type { PrivacyNotice } from "./notice.ts";

const TRIAL = "Probebetrieb: Dieser Text ist ein Beispiel.";

export const TRIAL_NOTICE: PrivacyNotice = {
  version: "probe-1",
  validFrom: "2026-01-01",
  controller: {
    name: "Probebetrieb, keine Behörde",
    address: "Nur dieser Rechner",
    contact: "Die Person, die das Programm gestartet hat",
  },
  sections: {
    dataProtectionOfficer: [`${TRIAL} Im echten Betrieb steht hier, wie Sie diese Person erreichen.`],
    purposes: [
      "Austausche der Arbeitsgruppen festhalten und wiederfinden.",
      "Termine, Wahlen und Beschlüsse des Forums vorbereiten und durchführen.",
    ],
    legalBasis: [`${TRIAL} Im echten Betrieb steht hier die Rechtsgrundlage.`],
    recipients: [
      "Im Probebetrieb niemand, außer Sie richten ein Sprachmodell ein: Dann bekommt es Ihre Fragen.",
    ],
    thirdCountries: ["Im Probebetrieb gibt der Forumsbote keine Daten in andere Länder weiter."],
    retention: ["Die Daten liegen im Ordner data, bis Sie ihn löschen."],
    rights: [
      "Auskunft, Berichtigung, Löschung und Einschränkung (Art. 15 bis 18 DSGVO).",
      "Widerspruch (Art. 21 DSGVO).",
      "Beschwerde bei einer Aufsichtsbehörde (Art. 77 DSGVO).",
    ],
    authority: [`${TRIAL} Im echten Betrieb steht hier die Behörde.`],
    origin: ["Von Ihnen selbst, oder von der Koordination, wenn sie eine Liste einspielt."],
    automated: ["Der Forumsbote entscheidet nichts automatisch über Sie (Art. 22 DSGVO)."],
    obligation: [
      "Sie müssen nichts angeben. Ohne Organisation können Sie fragen, aber nichts festhalten und nicht abstimmen.",
    ],
  },
  short:
    "Das ist ein Probebetrieb auf diesem Rechner und kein echter Hinweis.\n\nGespeichert werden Ihr Name und Ihre Kennung in Teams und Ihre Organisation, dazu, was Sie ausdrücklich festhalten, antworten oder abstimmen. Wie Sie in einer geheimen Wahl stimmen, kann niemand nachsehen.\n\nAlles davon bleibt auf diesem Rechner. Sie haben ein Recht auf Auskunft, Berichtigung, Löschung, Widerspruch und Beschwerde.",
  terms: null,
};
