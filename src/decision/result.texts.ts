/** What people read about how a decision ended. */
import type { RejectedReason } from "../election/decision.ts";
import type { DecisionState, VoidReason } from "./decision.ts";

export const states = {
  draft: "angekündigt",
  voting: "läuft",
  accepted: "angenommen",
  rejected: "abgelehnt",
  void: "ungültig",
  cancelled: "abgebrochen",
} satisfies Record<DecisionState, string>;

export const rejected = {
  tie: "Der Antrag ist abgelehnt: Es gab gleich viele Ja- und Nein-Stimmen.",
  majority: "Der Antrag ist abgelehnt: Es gab mehr Nein- als Ja-Stimmen.",
  threshold: "Der Antrag ist abgelehnt: Er hat die nötige Mehrheit nicht erreicht.",
  objection: "Der Antrag ist nicht angenommen: Es gab einen Widerspruch. Er kommt in die nächste Sitzung.",
} satisfies Record<RejectedReason, string>;

export const voided = {
  cancelled: "Die Abstimmung wurde abgebrochen. Es wurde nichts gezählt.",
  "count-mismatch":
    "Die Zahl der Stimmen passt nicht zur Zahl der Beteiligten. Die Abstimmung ist ungültig. Die Koordination kann sie wiederholen.",
  "no-quorum":
    "Es haben zu wenige Kommunen teilgenommen. Die Abstimmung ist ungültig. Die Koordination kann sie wiederholen.",
  "not-opened": "Die Abstimmung konnte nicht eröffnet werden. Bitte starten Sie sie neu.",
  "key-lost":
    "Der Schlüssel der Urne ist verloren. Die Stimmen lassen sich nicht zählen. Die Koordination kann die Abstimmung wiederholen.",
  "box-damaged":
    "Die Urne ist beschädigt. Die Stimmen lassen sich nicht zählen. Die Koordination kann die Abstimmung wiederholen.",
  "box-changed":
    "Die Urne wurde verändert. Die Abstimmung ist ungültig. Die Koordination kann sie wiederholen.",
  restored:
    "Die Datenbank wurde aus einer Sicherung wiederhergestellt, während die Abstimmung lief. Deshalb ist sie ungültig. Die Koordination kann sie wiederholen.",
} satisfies Record<VoidReason, string>;

export const result = {
  accepted: "Der Antrag ist angenommen.",
  acceptedUmlauf: "Der Antrag ist angenommen: Niemand hat widersprochen.",
  cancelReason: (reason: string) => `Grund: ${reason}`,
  turnout: (present: number, entitled: number) => `Teilgenommen: ${present} von ${entitled} Kommunen.`,
  quorum: (quorum: number) => `Nötig waren mindestens ${quorum}.`,
  early: "Vorzeitig geschlossen, weil alle abgestimmt haben.",
  hidden:
    "Es gab weniger als fünf Stimmzettel. Deshalb zeige ich nur das Ergebnis, damit niemand einzelne Stimmen errät.",
  byParty: "So haben die Kommunen abgestimmt",
} as const;
