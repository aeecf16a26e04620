/** What people read who nominate, who stand, and who enter what came in writing. */

import type { State } from "../process.ts";
import { startRefusals } from "../round.texts.ts";
import type { CandidacyRefusal } from "./candidacy.ts";

export const candidacyRefusals = {
  ...startRefusals,
  "wrong-state":
    "Das geht in diesem Abschnitt der Wahl nicht mehr. Mit „wahl“ sehen Sie, was als Nächstes kommt.",
  "not-personal": "Das geht nur in Ihrem persönlichen Chat mit mir. Schreiben Sie mir dort: wahl.",
  "too-late": "Die Frist ist abgelaufen. Mit „wahl“ sehen Sie, wie es weitergeht.",
  "not-delegate":
    "Vorschlagen können nur die Delegierten der Kommunen, der Vorsitz und die Koordination. Bitte sprechen Sie die Person an, die für Ihre Kommune abstimmt.",
  "party-unknown": "Bitte wählen Sie eine Kommune aus.",
  "already-nominated": "Diese Person ist schon vorgeschlagen. Sie müssen nichts mehr tun.",
  "not-nominated": "Diese Kandidatur gibt es nicht mehr. Mit „wahl“ sehen Sie den Stand.",
  "not-winner": "Das Amt kann nur annehmen oder ablehnen, wer gewählt ist. Mit „wahl“ sehen Sie den Stand.",
  "not-yours": "Das kann nur die vorgeschlagene Person selbst entscheiden. Sie müssen nichts tun.",
  "not-organiser":
    "Das können nur die Koordination und die Wahlleitung eintragen. Bitte sprechen Sie sie an.",
  "answers-personally":
    "Diese Person antwortet selbst in ihrem Chat mit mir. Niemand kann das für sie eintragen. Bitte sprechen Sie sie an.",
  "withdrawal-binding":
    "Nach der Wahlordnung kann zwischen den Wahlgängen niemand zurücktreten. Wenn Sie gewählt werden, können Sie die Wahl ablehnen.",
  "entry-missing": "Bitte wählen Sie eine Kandidatur und eine Antwort aus.",
} satisfies Record<CandidacyRefusal, string>;

export const nominate = {
  button: "Person vorschlagen",
  title: (office: string) => `Person vorschlagen: ${office}`,
  intro:
    "Wählen Sie die Kommune. Vorgeschlagen wird die Person, die den Sitz dieser Kommune hat. Sie können auch sich selbst vorschlagen.",
  until: (deadline: string) => `Vorschläge sind möglich bis ${deadline}.`,
  party: "Kommune und Person",
  choose: "Bitte wählen Sie eine Kommune aus.",
  person: (party: string, person: string) => `${party}: ${person}`,
  empty: (party: string) => `${party}: Sitz ohne Person, Zustimmung schriftlich`,
  send: "Vorschlagen",
  done: "Ihr Vorschlag ist gespeichert",
  asked: (name: string) =>
    `Vorgeschlagen: ${name}. Ich frage die Person jetzt, ob sie zustimmt. Ohne Zustimmung steht sie nicht zur Wahl.`,
  written: (name: string) =>
    `Vorgeschlagen: ${name}. Der Sitz hat noch keine Person im Chat. Die Zustimmung muss schriftlich an die Koordination gehen.`,
  secret: "Wer vorgeschlagen ist, gebe ich erst nach dem Ende der Vorschläge bekannt.",
  another: "Weitere Person vorschlagen",
} as const;

export const stand = {
  consent: "Zustimmen",
  decline: "Ablehnen",
  withdraw: "Kandidatur zurückziehen",
  accept: "Wahl annehmen",
  refuse: "Wahl ablehnen",
  back: "Zurück zur Wahl",
  consented: "Sie kandidieren",
  consentedText: (name: string) =>
    `Ihre Zustimmung ist gespeichert. Auf dem Stimmzettel steht: ${name}. Sie können Ihre Kandidatur zurückziehen. Schreiben Sie dazu: wahl.`,
  lostRole:
    "Wer kandidiert, kann die Wahl weder leiten noch prüfen. Diese Aufgabe haben Sie damit abgegeben. Die Koordination benennt eine andere Person.",
  declined: "Sie kandidieren nicht",
  declinedText: "Ihre Antwort ist gespeichert. Sie müssen nichts mehr tun.",
  withdrawTitle: "Möchten Sie Ihre Kandidatur zurückziehen?",
  withdrawText: {
    nomination: "Ihr Name kommt dann nicht auf den Stimmzettel.",
    ready: "Ihr Name kommt dann nicht auf den Stimmzettel. Alle Delegierten bekommen die neue Liste.",
    voting:
      "Die Abgabe läuft schon. Ihr Rücktritt wird notiert und jetzt nicht bekannt gegeben, weil das die Wahl beeinflussen würde. Ihr Name bleibt auf dem Stimmzettel. Nach der Auszählung wirkt Ihr Rücktritt.",
    between: "Danach steht fest, wie es ohne Sie weitergeht. Alle Delegierten erfahren es.",
  },
  final: "Das lässt sich nicht rückgängig machen.",
  withdrawn: "Ihre Kandidatur ist zurückgezogen",
  withdrawnText: "Sie müssen nichts mehr tun.",
  noted: "Ihr Rücktritt ist notiert",
  notedText:
    "Ich gebe ihn nicht bekannt, solange die Abgabe läuft. Er wirkt nach der Auszählung. Bitte behalten Sie ihn bis dahin für sich.",
  refuseTitle: "Möchten Sie die Wahl wirklich ablehnen?",
  refuseText: "Dann ist niemand gewählt. Es rückt niemand nach, und die Koordination plant eine neue Wahl.",
  accepted: "Sie haben die Wahl angenommen",
  acceptedText: (from: string, to: string) =>
    `Vielen Dank. Ihre Amtszeit dauert vom ${from} bis zum ${to}. Alle Delegierten erfahren es jetzt.`,
  refused: "Sie haben die Wahl abgelehnt",
  refusedText: "Alle Delegierten erfahren es jetzt. Sie müssen nichts mehr tun.",
} as const;

/** Which sentence of `withdrawText` fits a state. */
export const withdrawalIn = (state: State): keyof typeof stand.withdrawText =>
  state === "nomination" || state === "ready" || state === "voting" ? state : "between";

export const written = {
  button: "Schriftliche Antwort eintragen",
  title: "Schriftliche Antwort eintragen",
  intro:
    "Tragen Sie nur ein, was Ihnen unterschrieben vorliegt. Es geht nur bei Kandidaturen ohne Person im Chat. Alle anderen antworten selbst.",
  candidacy: "Kandidatur",
  chooseOne: "Bitte wählen Sie eine Kandidatur aus.",
  answer: "Antwort",
  chooseAnswer: "Bitte wählen Sie eine Antwort aus.",
  answers: {
    consent: "Stimmt der Kandidatur zu",
    withdraw: "Lehnt ab oder tritt zurück",
    accept: "Nimmt die Wahl an",
    decline: "Lehnt die Wahl ab",
  },
  send: "Eintragen",
  none: "Zurzeit gibt es nichts einzutragen. Alle Personen antworten selbst im Chat.",
  done: "Die Antwort ist eingetragen",
  doneText: (name: string, answer: string) => `${name}: ${answer}. Bitte bewahren Sie das Schreiben auf.`,
  noted: "Der Rücktritt ist notiert und wird nicht bekannt gegeben, solange die Abgabe läuft.",
} as const;
