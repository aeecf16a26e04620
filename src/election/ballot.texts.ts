/** What voters read: ballot paper, review, confirmation, and what the vote can and cannot promise. */
import type { Reminder } from "./opening.ts";
import { voteRefusals } from "./texts.ts";
import type { CastRefusal } from "./vote.service.ts";

export const castRefusals = {
  ...voteRefusals,
  "no-key":
    "Ich kann Ihre Stimme gerade nicht annehmen. Es wurde nichts gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal, oder sprechen Sie die Koordination an.",
  "not-personal":
    "Abstimmen können Sie nur in Ihrem persönlichen Chat mit mir. Schreiben Sie mir dort: wahl.",
  tested:
    "Diesen Stimmzettel haben Sie als Probe geöffnet. Er kann nicht mehr abgegeben werden. Bitte öffnen Sie Ihren Stimmzettel neu.",
  "no-test": "Probestimmen sind in dieser Wahl nicht vorgesehen. Sie können Ihre Stimme abgeben.",
} satisfies Record<CastRefusal, string>;

/** What a test ballot shows. */
export const test = {
  button: "Probe: Zettel öffnen",
  title: "Das war eine Probe. Ihre Stimme ist noch nicht abgegeben.",
  choice: (choice: string) => `In diesem Stimmzettel stand: ${choice}.`,
  receipt: (receipt: string) => `Sein Beleg: ${receipt}`,
  salt: (salt: string) => `Zufallswert: ${salt}`,
  how: (text: string) =>
    `So prüfen Sie ihn: Die ersten zwölf Zeichen der Prüfsumme SHA-256 dieses Textes müssen der Beleg sein: ${text}`,
  next: "Dieser Stimmzettel wird nie gezählt. Bitte öffnen Sie nun Ihren Stimmzettel neu und geben Sie ihn ab.",
} as const;

/** To somebody who opens or fills in a paper and has cast nothing yet: mostly from an old message. */
export const paperRefusals = {
  ...castRefusals,
  "wrong-round":
    "Dieser Stimmzettel gehört zu einem früheren Wahlgang. Er wird nicht mehr gebraucht. Schreiben Sie: wahl. Dann sehen Sie, was jetzt zu tun ist.",
  closed:
    "Die Abgabe ist beendet. Diesen Stimmzettel können Sie nicht mehr ausfüllen. Schreiben Sie: wahl. Dann sehen Sie den Stand.",
} satisfies Record<CastRefusal, string>;

export const choices: Readonly<Record<string, string>> = {
  ja: "Ja",
  nein: "Nein",
  enthaltung: "Enthaltung",
  ungueltig: "Ungültig stimmen",
};
/** A single candidate is voted for with yes. */
export const yesTo = (name: string): string => `Ja zu ${name}`;

export const paper = {
  title: "Stimmzettel",
  titleOf: (office: string) => `Stimmzettel: ${office}`,
  for: (party: string) => `Sie stimmen für: ${party}`,
  until: (deadline: string) => `Abgabe möglich bis ${deadline}.`,
  choice: "Ihre Wahl",
  choose: "Bitte wählen Sie einen Eintrag aus.",
  next: "Weiter zur Prüfung",
  promise:
    "So ist Ihre Stimme geschützt: Wer abgestimmt hat und was gewählt wurde, speichere ich getrennt und ohne Uhrzeit. Nirgends steht lesbar, wer was gewählt hat. Den Schlüssel zur Urne bewahre ich getrennt auf, bis er nach der Einspruchsfrist vernichtet wird. Bis dahin könnte ihn nur missbrauchen, wer den Server betreibt.",
  check:
    "Nach dem Ende können alle nachzählen. Ihr Beleg zeigt, dass Ihr Stimmzettel in der Urne liegt. Er verrät nicht, was Sie gewählt haben. Zeigen Sie den Beleg trotzdem niemandem.",
  limitsTitle: "Das kann ich nicht versprechen",
  limits:
    "Wer den Server während der Wahl heimlich verändert, könnte Stimmen mitlesen oder fälschen. Microsoft überträgt Ihre Eingabe. Wer neben Ihnen sitzt, sieht mit. Das BSI hat dieses Verfahren nicht geprüft. Bei sehr wenigen Stimmen oder einem einstimmigen Ergebnis lässt sich Ihre Stimme erraten.",
  onPaper:
    "Genügt Ihnen das nicht, verlangen Sie bitte eine Wahl mit Stimmzetteln in der Sitzung. Schreiben Sie mir dazu: wahl leiten.",
  /** Of a motion nobody can ask that here. */
  motionOnPaper:
    "Genügt Ihnen das nicht, sprechen Sie bitte die Koordination an, bevor Sie abstimmen. Sie kann stattdessen in der Sitzung abstimmen lassen.",
  small:
    "Hier stimmen weniger als zehn Kommunen ab. Aus dem Ergebnis kann man leichter erraten, wer wie gestimmt hat, besonders wenn alle gleich stimmen.",
} as const;

export const review = {
  title: "Bitte prüfen Sie Ihren Stimmzettel",
  chosen: (choice: string) => `Ihre Wahl: ${choice}`,
  receipt: "Ihr Beleg. Bitte jetzt notieren:",
  final:
    "Noch ist nichts abgegeben. Nach „Endgültig abgeben“ lässt sich die Stimme nicht mehr ändern. Den Beleg zeige ich Ihnen später nicht noch einmal.",
  cast: "Endgültig abgeben",
  back: "Zurück",
} as const;

/** For those who get stuck. */
export const help = {
  button: "Hilfe beim Abstimmen",
  title: "Hilfe beim Abstimmen",
  lines: [
    "Die Karte reagiert nicht: Warten Sie eine Minute und drücken Sie noch einmal. Ihre Stimme zählt auch dann nur einmal.",
    "Die Karte sieht aus wie am Anfang: Teams hat neu geladen. Öffnen Sie den Stimmzettel noch einmal. Lesen Sie dann „Ihre Kommune hat abgestimmt“, ist alles gut.",
    "Der Beleg ist verloren: Ihre Stimme zählt trotzdem. Den Beleg zeige ich kein zweites Mal.",
    "Falscher Chat: Abstimmen können Sie nur in Ihrem persönlichen Chat mit mir. Schreiben Sie dort: wahl.",
    "Sie sind verhindert: Ihre Vertretung kann abstimmen, wenn sie vorher benannt ist. Schreiben Sie: sitz.",
  ],
  paper: "Sie möchten lieber auf Papier wählen: Sagen Sie es der Wahlleitung, bevor Sie abstimmen.",
  ask: (officer: string) => `Fragen beantwortet die Wahlleitung: ${officer}.`,
  askCoordination: "Fragen beantwortet die Koordination.",
  glossary: "Begriffe wie Stichwahl und Beleg erklärt: glossar.",
  nothingCast: "Noch ist nichts abgegeben.",
  toPaper: "Zurück zum Stimmzettel",
  toReview: "Zurück zur Prüfung",
} as const;

export const confirmed = {
  title: "Ihre Stimme ist in der Urne",
  receipt: "Ihr Beleg:",
  keep: "Bewahren Sie den Beleg für sich auf. Nach dem Ende finden Sie ihn im veröffentlichten Siegel. Sie müssen nichts mehr tun.",
} as const;

export const ballot = {
  title: "Sie können jetzt abstimmen",
  titleOf: (office: string) => `Sie können jetzt abstimmen: ${office}`,
  text: (party: string, deadline: string) => `Sie stimmen für ${party}. Abgabe möglich bis ${deadline}.`,
  open: "Stimmzettel öffnen",
  ended: "Dieser Wahlgang ist beendet. Das Ergebnis steht in einer eigenen Nachricht in diesem Chat.",
} as const;

export const reminder = {
  title: {
    half: "Erinnerung: Ihre Stimme fehlt noch",
    day: "Erinnerung: Die Wahl endet morgen",
    hours: "Letzte Erinnerung: Die Wahl endet bald",
  } satisfies Record<Reminder, string>,
  text: (party: string, deadline: string) =>
    `${party} hat noch nicht abgestimmt. Abgabe möglich bis ${deadline}.`,
} as const;
