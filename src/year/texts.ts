/** What people read of the yearly round: alarms, end of a term, renewal of the declaration. */
import type { Quarter } from "../calendar/quarters.ts";
import type { Check } from "../meeting/quarter-alarm.ts";

export const quarterName = ({ year, quarter }: Quarter): string => `${quarter}. Quartal ${year}`;

/** "a, b und c" */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} und ${names.at(-1)}`;

const day = (date: string): string => date.split("-").reverse().join(".");

export const alarm = {
  title: {
    info: (quarter) => `Für das ${quarterName(quarter)} ist noch kein Forum geplant`,
    alarm: (quarter) => `Erinnerung: Für das ${quarterName(quarter)} fehlt ein Forum`,
    escalation: (quarter) => `Dringend: Für das ${quarterName(quarter)} fehlt ein Forum`,
  } satisfies Record<Check, (quarter: Quarter) => string>,
  rule: "Das Forum trifft sich einmal im Quartal. Für dieses Quartal steht kein Termin.",
  until: (date: string) => `Das Quartal endet am ${day(date)}.`,
  next: {
    info: "Bitte planen Sie jetzt einen Termin. Die Einladung soll spätestens 14 Tage vorher kommen.",
    alarm: "Das Quartal läuft schon. Bitte planen Sie jetzt einen Termin.",
    escalation: "Es bleibt nur noch dieser Monat. Koordination und Vorsitz bekommen diese Nachricht.",
  } satisfies Record<Check, string>,
  forChair: "Den Termin plant die Koordination. Bitte stimmen Sie sich mit ihr ab.",
  plan: "Termin planen",
} as const;

export const chair = {
  expiredTitle: "Die Amtszeit im Vorsitz ist abgelaufen",
  expired: (name: string, lastDay: string) =>
    `Die Amtszeit von ${name} ging bis zum ${day(lastDay)}. Es gibt noch keine Nachfolge.`,
  noneTitle: "Das Forum hat keinen Vorsitz",
  none: "Zurzeit ist niemand im Vorsitz, und es läuft keine Wahl.",
  next: "Bitte starten Sie jetzt die Wahl. Vorschläge und Abgabe brauchen Zeit.",
  rules: "Was bis dahin gilt, zeigt Ihnen: wahlordnung.",
  start: "Wahl starten",
} as const;

export const renewal = {
  title: (year: number) => `Die Willensbekundung gilt bis zum 31.12.${year}`,
  renews: (year: number) =>
    `Ohne Kündigung verlängert sie sich um ein Jahr, also bis zum 31.12.${year + 1}. Dafür müssen Sie nichts tun.`,
  whoTitle: "Wer kann sie beenden, und wie?",
  who: "Jede beteiligte Kommune kann für sich kündigen. Sie erklärt das dem Forum als Steuerungsebene. Die Koordination nimmt die Erklärung an.",
  forum: "Auch das Forum selbst kann die Willensbekundung durch eine Entscheidung beenden.",
  when: (year: number) => `Die Kündigung wirkt zum 31.12.${year}. Danach verliert die Kommune ihren Sitz.`,
  source: "Fundstelle: Willensbekundung vom 15.10.2021, Absatz 8 (Geltung).",
  parties: (count: number) => `Beteiligte: ${count}`,
  partiesTitle: (count: number) => `Die ${count} Beteiligten`,
  leaving: (name: string, lastDay: string) => `${name} scheidet aus. Letzter Tag: ${day(lastDay)}.`,
  noneLeaves: "Bisher ist kein Austritt erfasst.",
  record: "Austritt erfassen",
  tellAll: "Alle Beteiligten informieren",
  forChair: "Kündigungen erfasst die Koordination.",
  forParty: "Möchte Ihre Kommune dabei bleiben, müssen Sie nichts tun.",
  renewedTitle: (year: number) => `Die Willensbekundung ist bis zum 31.12.${year} verlängert`,
  renewed: (year: number) =>
    `Sie hat sich am 01.01.${year} um 00:00 Uhr um ein Jahr verlängert. Ich habe das vermerkt.`,
  renewedNext: "Sie müssen nichts tun. Die Liste der Beteiligten zeigt: beteiligung.",
} as const;

export const telling = {
  title: "Alle Beteiligten informieren",
  ask: (people: number) =>
    `Ich schicke den Hinweis zur Verlängerung an ${people} Personen, die einen Sitz haben. Jede bekommt ihn im persönlichen Chat.`,
  empty: (parties: string) => `Diese Sitze sind nicht besetzt und bekommen nichts: ${parties}.`,
  once: "Wer den Hinweis seit der letzten Erinnerung schon bekommen hat, bekommt ihn nicht noch einmal.",
  send: "Hinweis senden",
  back: "Zurück",
  done: (people: number) =>
    `Der Hinweis geht jetzt an ${people} Personen. Wer ihn schon hat, bekommt ihn nicht noch einmal.`,
  refusals: {
    notCoordinator: "Das kann nur die Koordination. Bitte wenden Sie sich an das Büro der Landrätin.",
    nobody: "Zurzeit hat niemand einen Sitz. Bitte besetzen Sie zuerst die Sitze: koordination.",
  },
} as const;
