/** What people read about those who lead and watch an election. */

import { startRefusals } from "../round.texts.ts";
import type { OfficerRefusal } from "./officers.ts";

export const officerRefusals = {
  "officer-missing": startRefusals["officer-missing"],
  "two-scrutineers": startRefusals["two-scrutineers"],
  "one-person-two-roles": startRefusals["one-person-two-roles"],
  "role-coordinator": startRefusals["role-coordinator"],
  "role-candidate": startRefusals["role-candidate"],
  "scrutineers-same-party": startRefusals["scrutineers-same-party"],
  "role-same-party": startRefusals["role-same-party"],
  gone: startRefusals.gone,
  "not-coordinator": "Wahlleitung und Wahlprüfung benennt nur die Koordination. Bitte sprechen Sie sie an.",
  "round-open":
    "Zurzeit läuft ein Wahlgang. Wahlleitung und Wahlprüfung wechseln erst, wenn er beendet ist. Bitte versuchen Sie es danach noch einmal.",
} satisfies Record<OfficerRefusal, string>;

export const officerForm = {
  title: "Wahlleitung und Wahlprüfung benennen",
  why: "Wer kandidiert, gibt das Amt ab. Die Wahlleitung bestätigt mit Ihnen, was niemand allein darf. Die Wahlprüfung kommt aus zwei verschiedenen Kommunen.",
  officer: "Wahlleitung",
  scrutineers: "Wahlprüfung: zwei Personen aus verschiedenen Kommunen",
  choose: "Bitte wählen",
  person: (name: string, party: string) => `${name} (${party})`,
  save: "Benennen",
  cancel: "Abbrechen",
} as const;

type Told = { readonly title: string; readonly text: string };

export const roleTold = {
  officer: {
    begins: {
      title: "Sie leiten jetzt die Wahl",
      text: "Die Koordination hat Sie als Wahlleitung benannt. Manche Schritte gelten erst, wenn Sie sie bestätigen. Ich schreibe Ihnen dann. Den Stand sehen Sie mit: wahl leiten.",
    },
    ends: {
      title: "Sie leiten die Wahl nicht mehr",
      text: "Die Koordination hat die Wahlleitung neu benannt. Sie müssen nichts mehr tun.",
    },
  },
  scrutineer: {
    begins: {
      title: "Sie prüfen jetzt die Wahl",
      text: "Die Koordination hat Sie für die Wahlprüfung benannt. Nach jedem Wahlgang zählen Sie nach. Ich schreibe Ihnen, wenn es so weit ist. Den Stand sehen Sie mit: wahl leiten.",
    },
    ends: {
      title: "Sie prüfen die Wahl nicht mehr",
      text: "Die Koordination hat die Wahlprüfung neu benannt. Sie müssen nichts mehr tun.",
    },
  },
} satisfies Record<"officer" | "scrutineer", { readonly begins: Told; readonly ends: Told }>;
