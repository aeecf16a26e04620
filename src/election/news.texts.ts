/** What people read about an election as a whole: announcement, candidates, withdrawals, lot, end, term. */
import type { News } from "./tidings.ts";

/** Headings; `office` is the name of the office. */
export const titles = {
  nomination: (office) => `Wahl angekündigt: ${office}`,
  extended: (office) => `Mehr Zeit für Vorschläge: ${office}`,
  candidates: (office) => `Zur Wahl stehen: ${office}`,
  failed: (office) => `Die Wahl ist zu Ende: ${office}`,
  changed: (office) => `So geht die Wahl weiter: ${office}`,
  "lot-drawn": (office) => `Das Los ist gezogen: ${office}`,
  elected: (office) => `Die Wahl ist angenommen: ${office}`,
  cancelled: (office) => `Wahl abgebrochen: ${office}`,
  prolonged: (office) => `Mehr Zeit für die Abgabe: ${office}`,
} satisfies Record<News, (office: string) => string>;

export const news = {
  nomination: (deadline: string) => `Bis ${deadline} können die Delegierten Personen vorschlagen.`,
  nominationHow:
    "Wer vorgeschlagen ist, muss zustimmen. Danach geben alle Delegierten ihre Stimme geheim ab, im persönlichen Chat mit mir.",
  elsewhere: "Vorschlagen können Sie im persönlichen Chat mit mir. Schreiben Sie mir dort: wahl.",
  officer: (name: string) => `Wahlleitung: ${name}`,
  scrutineers: (names: string) => `Wahlprüfung: ${names}`,
  secretTitle: "Was geheim ist und was nicht",
  secret: "Geheim ist, wer was wählt. Solange die Abgabe läuft, ist auch geheim, wer schon abgestimmt hat.",
  open: "Nicht geheim sind: die Kandidaturen nach dem Ende der Vorschläge, die Kommunen, die teilgenommen haben, nach dem Ende der Abgabe, und das Ergebnis.",
  rulesTitle: "Diese Regeln gelten",
  extended: (deadline: string) =>
    `Bisher kandidiert niemand. Vorschläge sind jetzt möglich bis ${deadline}. Kandidiert auch dann niemand, ist niemand gewählt.`,
  candidates: (names: string) => `Kandidaturen, nach dem Alphabet: ${names}`,
  opens: (when: string) => `Die Abgabe beginnt am ${when}. Dann kommt Ihr Stimmzettel in Ihren Chat mit mir.`,
  registerTitle: "Wer abstimmen kann",
  held: (parties: string) => `Sitz mit Person: ${parties}`,
  empty: (parties: string) =>
    `Sitz ohne Person: ${parties}. Diese Kommunen wenden sich bitte an die Koordination.`,
  next: {
    ready: (names: string) => `Der Wahlgang wird wiederholt. Zur Wahl stehen: ${names}`,
    runoff_pending: (names: string) => `Es folgt eine Stichwahl. Zur Wahl stehen: ${names}`,
    second_round_pending: (names: string) =>
      `Es folgt ein zweiter Wahlgang mit Ja oder Nein. Zur Wahl steht: ${names}`,
    lot_pending: (names: string) => `Es gibt einen Gleichstand. Das Los entscheidet zwischen: ${names}`,
    acceptance: (names: string) => `Gewählt ist: ${names}. Die Person muss die Wahl noch annehmen.`,
    void: () =>
      "Der Wahlgang zählt nicht mehr. Die Koordination entscheidet, ob sie ihn wiederholt oder die Wahl abbricht.",
  },
  withdrew: (names: string) => `Zurückgetreten: ${names}`,
  quorum: (quorum: number) =>
    `Beim letzten Mal haben zu wenige Kommunen teilgenommen. Für die Wiederholung genügen ${quorum} Kommunen. Bitte stimmen Sie ab: Wenige Stimmen entscheiden dann für alle.`,
  lotPublic: (source: string, when: string) =>
    `Gelost wird mit einer öffentlichen Zahl, die beim Ende der Abgabe niemand kannte: ${source}. Sie steht fest ab ${when}.`,
  lotByHand: "Gelost wird von Hand, vor zwei Zeuginnen oder Zeugen. Die Koordination trägt das Ergebnis ein.",
  drawn: (names: string) => `Das Los fiel auf: ${names}`,
  drawnByHand: (names: string) => `Gezogen von Hand, vor: ${names}`,
  value: (value: string) => `Öffentlicher Wert: ${value}`,
  seed: (seed: string) => `Anfang jeder Zeile: ${seed}`,
  keys: "Schlüssel der Namen, der kleinste gewinnt:",
  key: (name: string, key: string) => `${name}: ${key}`,
  check:
    "So prüfen Sie es selbst, für jeden Namen: printf '%s' 'ANFANG|NAME' | sha256sum. Für ANFANG setzen Sie den Anfang der Zeile ein, für NAME den Namen.",
  elected: (name: string) => `${name} hat die Wahl angenommen.`,
  term: (from: string, to: string) => `Die Amtszeit dauert vom ${from} bis zum ${to}.`,
  objection: (deadline: string) => `Delegierte können bis ${deadline} Einspruch einlegen, mit Begründung.`,
  caretaker: "Der bisherige Vorsitz bleibt im Amt, bis jemand Neues die Wahl annimmt.",
  convenes: "Bis zu einer neuen Wahl lädt die Koordination zu den Sitzungen ein.",
  agenda: "Die Wahl kommt auf die Tagesordnung der nächsten Sitzung.",
  cancelled: (reason: string) => `Grund: ${reason}`,
  destroyed: "Stimmzettel, die noch nicht gezählt waren, sind vernichtet.",
  nothingToDo: "Sie müssen nichts tun.",
  prolonged: (deadline: string) => `Die Abgabe ist jetzt möglich bis ${deadline}.`,
  prolongedWhy: (reason: string) => `Grund: ${reason}`,
  prolongedWho: "Wer schon abgestimmt hat, muss nichts tun.",
} as const;

/** To one person about a candidacy. */
export const asked = {
  consent: (office: string) => `Sie sind vorgeschlagen: ${office}`,
  consentText: (name: string, deadline: string) =>
    `Auf dem Stimmzettel würde stehen: ${name}. Möchten Sie kandidieren? Bitte antworten Sie bis ${deadline}. Ohne Ihre Zustimmung kandidieren Sie nicht.`,
  consentRole: "Wenn Sie zustimmen, geben Sie eine Aufgabe als Wahlleitung oder Wahlprüfung ab.",
  consented: "Ihr Vorschlag ist angenommen",
  consentedText: (name: string) => `${name} kandidiert. Die ganze Liste kommt nach dem Ende der Vorschläge.`,
  acceptance: (office: string) => `Sie sind gewählt: ${office}`,
  reminder: (office: string) => `Erinnerung: Nehmen Sie die Wahl an? ${office}`,
  acceptanceText: (deadline: string) =>
    `Bitte antworten Sie bis ${deadline}. Schweigen ist keine Annahme: Antworten Sie nicht, ist niemand gewählt.`,
} as const;

/** To those who organise. */
export const stuck = {
  title: (office: string) => `Die Wahl wartet auf Sie: ${office}`,
  "answer-on-paper": (name: string, deadline: string) =>
    `${name} ist gewählt und hat keinen Chat mit mir. Bitte holen Sie die Antwort schriftlich ein und tragen Sie sie bis ${deadline} ein. Ohne Antwort ist niemand gewählt.`,
  again: "Ich versuche es in einer Stunde noch einmal.",
  other:
    "Die Wahl kann gerade nicht weitergehen. Ich versuche es in einer Stunde noch einmal. Bitte sprechen Sie den Betrieb an, wenn diese Nachricht wiederkommt.",
  "roles-missing":
    "Wahlleitung oder Wahlprüfung fehlen, oder jemand davon kandidiert. Ohne sie kann keine Abgabe beginnen. Bitte benennen Sie sie neu.",
  "below-quorum":
    "Es sind weniger Sitze besetzt, als teilnehmen müssen. Deshalb öffne ich die Abgabe nicht von selbst. Bitte besetzen Sie Sitze, oder öffnen Sie unter Wahl leiten trotzdem.",
  roles: "Wahlleitung und Wahlprüfung benennen",
  manage: "Wahl leiten",
} as const;

export const term = {
  title: (office: string) => `Die Amtszeit endet bald: ${office}`,
  text: (name: string, to: string) => `Die Amtszeit von ${name} endet am ${to}.`,
  days: (days: number) => `Bis dahin sind es noch ${days} Tage. Vorschläge und Abgabe brauchen Zeit.`,
  chair: "Die neue Wahl beginnt die Koordination. Bitte sprechen Sie sie an.",
  start: "Wahl starten",
} as const;
