/** What people read about objections. */
import { LONGEST_REASON, type ObjectionRefusal } from "./objection.ts";

export const objectionRefusals = {
  "not-personal": "Das geht nur in Ihrem persönlichen Chat mit mir. Schreiben Sie mir dort: wahl.",
  "not-delegate":
    "Einspruch einlegen können nur die Delegierten der Kommunen. Bitte sprechen Sie die Person an, die für Ihre Kommune abstimmt.",
  gone: "Diese Wahl gibt es nicht. Mit „wahl“ sehen Sie den Stand.",
  "nobody-elected":
    "Einspruch ist erst möglich, wenn jemand gewählt ist und die Wahl angenommen hat. Mit „wahl“ sehen Sie den Stand.",
  "too-late":
    "Die Einspruchsfrist ist abgelaufen. Bitte sprechen Sie Ihr Anliegen in der nächsten Sitzung des Forums an.",
  "reason-missing": "Bitte schreiben Sie eine Begründung. Ein oder zwei Sätze genügen.",
  "reason-too-long": `Die Begründung ist zu lang. Möglich sind ${LONGEST_REASON} Zeichen. Bitte kürzen Sie sie.`,
} satisfies Record<ObjectionRefusal, string>;

export const objection = {
  button: "Einspruch einlegen",
  title: "Einspruch gegen die Wahl",
  about: (office: string, name: string) => `${office}: ${name}`,
  until: (deadline: string) => `Einspruch ist möglich bis ${deadline}.`,
  readers:
    "Ihre Begründung lesen Wahlleitung, Wahlprüfung und Vorsitz. Ihr Name und Ihre Kommune stehen dabei. Das Forum entscheidet in seiner nächsten Sitzung.",
  secret: "Schreiben Sie bitte nicht, was Sie gewählt haben. Nennen Sie auch keinen Beleg.",
  reason: "Begründung",
  reasonMissing: "Bitte schreiben Sie eine Begründung.",
  check: "Weiter zur Prüfung",
  reviewTitle: "Bitte prüfen Sie Ihren Einspruch",
  final: "Sie können den Einspruch nach dem Absenden nicht mehr ändern.",
  change: "Ändern",
  send: "Einspruch absenden",
  done: "Ihr Einspruch ist gespeichert",
  doneText:
    "Wahlleitung, Wahlprüfung und Vorsitz sind informiert. Das Forum entscheidet in seiner nächsten Sitzung. Bis dahin bleibt die Wahl gültig.",
  raised: (party: string, name: string, when: string) => `Eingelegt von ${party}, ${name}, am ${when}.`,
  unknown: "Person nicht mehr bekannt",
  next: "Das Forum entscheidet in seiner nächsten Sitzung. Bitte setzen Sie den Einspruch auf die Tagesordnung.",
} as const;
