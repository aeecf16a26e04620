/** What people read in the chat about minutes and scrutiny. */
import type { MinutesRefusal } from "./minutes.service.ts";
import type { ScrutinyRefusal } from "./scrutiny.ts";

export const minutesRefusals = {
  "not-personal":
    "Die Niederschrift öffne ich Ihnen im persönlichen Chat mit mir. Schreiben Sie mir dort: wahl.",
  "not-entitled":
    "Die Niederschrift bekommen die Delegierten, die Wahlleitung, die Wahlprüfung, der Vorsitz und die Koordination. Wenn Sie dazugehören, sprechen Sie bitte die Koordination an.",
  gone: "Diese Niederschrift gibt es nicht. Mit „wahl“ sehen Sie den Stand.",
  "too-early": "Die Niederschrift gibt es nach der ersten Auszählung. Bitte kommen Sie dann wieder.",
} satisfies Record<MinutesRefusal, string>;

export const scrutinyRefusals = {
  "not-personal":
    "Die Öffnungsdatei bekommen Sie nur im persönlichen Chat mit mir. Öffnen Sie dort bitte die Niederschrift.",
  "not-scrutineer": "Das kann nur die Wahlprüfung dieser Wahl. Bitte sprechen Sie die Wahlleitung an.",
  "not-counted":
    "Dieser Wahlgang ist noch nicht ausgezählt, oder er hat kein Siegel. Bitte versuchen Sie es nach der Auszählung.",
  erased:
    "Die Stimmzettel sind vernichtet, eine Öffnungsdatei gibt es nicht mehr. Siegel und Liste stehen in der Niederschrift.",
  "no-key":
    "Ich kann die Urne gerade nicht öffnen. Bitte versuchen Sie es in einigen Minuten noch einmal, oder sprechen Sie den Betrieb an.",
  unreadable: "Mindestens ein Stimmzettel ist nicht lesbar. Bitte sprechen Sie die Wahlleitung an.",
  "already-fetched":
    "Sie haben die Öffnungsdatei schon geholt. Jede Person der Wahlprüfung bekommt sie einmal. Ist sie verloren, sprechen Sie bitte die Wahlleitung an.",
  "not-fetched":
    "Bitte holen Sie zuerst die Öffnungsdatei, und rechnen Sie nach. Danach können Sie bestätigen.",
  "already-confirmed":
    "Sie haben schon anders geantwortet. Die erste Antwort steht in der Niederschrift. Bitte sprechen Sie die Wahlleitung an.",
} satisfies Record<ScrutinyRefusal, string>;

export const minutesCard = {
  button: "Niederschrift",
  title: (title: string) => `Niederschrift – ${title}`,
  note: "Die Links sind nur für Sie und gelten 24 Stunden. Bitte geben Sie sie nicht weiter.",
  page: "Niederschrift ansehen",
  json: "Niederschrift als Datei",
  text: "Niederschrift als einfacher Text",
  recount: "Seite zum Nachrechnen ohne Internet",
  scrutiny: "Für die Wahlprüfung",
  scrutinyHow:
    "Holen Sie die Öffnungsdatei, und rechnen Sie mit ihr und der Niederschrift nach. Sie bekommen sie für jeden Wahlgang einmal. Sie sind zum Schweigen über einzelne Stimmzettel verpflichtet.",
  fetch: (round: number) => `Öffnungsdatei holen (${round}. Wahlgang)`,
  confirm: (round: number) => `Prüfung bestätigen (${round}. Wahlgang)`,
} as const;

export const openingCard = {
  title: (round: number) => `Öffnungsdatei, ${round}. Wahlgang`,
  link: "Öffnungsdatei herunterladen",
  until: (until: string) => `Der Link gilt bis ${until}. Er ist nur für Sie.`,
  silence: "Zeigen Sie die Datei niemandem. Wer einen Beleg kennt, könnte darin die Stimme finden.",
} as const;

export const confirmCard = {
  title: (round: number) => `Prüfung, ${round}. Wahlgang`,
  how: "Rechnen Sie mit der Öffnungsdatei nach. Vergleichen Sie dann die Prüfsumme und die Zahlen mit der Niederschrift.",
  root: (root: string) => `Prüfsumme in der Niederschrift: ${root}`,
  agrees: "Siegel und Zählung stimmen",
  differs: "Etwas stimmt nicht",
  done: "Danke. Ihre Bestätigung steht in der Niederschrift.",
  doneDiffers:
    "Das steht jetzt in der Niederschrift. Bitte sprechen Sie sofort die Wahlleitung und die Koordination an.",
} as const;
