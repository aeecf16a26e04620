/** What people read who look at the rule of procedure or change it. */
import type { RuleRefusal } from "./rule.service.ts";
import { settingNames } from "./rule.settings.texts.ts";
import { isChosen, LIMITS, type Setting } from "./rule.settings.ts";

export const ruleRefusals = {
  "not-coordinator": "Die Wahlordnung ändert nur die Koordination. Bitte sprechen Sie sie an.",
  fields: "Einige Angaben stimmen noch nicht. Bitte prüfen Sie sie.",
  unchanged:
    "Es ist nichts geändert. Bitte ändern Sie eine Einstellung, oder tragen Sie ein, wann das Forum sie beschlossen hat.",
  "adopted-wrong":
    "Das Datum des Beschlusses gibt es nicht, oder es liegt in der Zukunft. Bitte prüfen Sie es, oder lassen Sie es leer.",
  stale:
    "Inzwischen hat jemand eine neue Fassung gespeichert. Es wurde nichts geändert. Bitte sehen Sie sich die neue Fassung an: wahlordnung.",
} satisfies Record<RuleRefusal, string>;

/** One sentence for a field that cannot be read. */
export function fieldProblem(key: Setting): string {
  const name = settingNames[key];
  if (isChosen(key)) return `„${name}“: Bitte wählen Sie einen Eintrag aus.`;
  const [least, most] = LIMITS[key];
  const half = key === "quorum" ? ", oder das Wort Hälfte" : "";
  return `„${name}“: Bitte tragen Sie eine ganze Zahl von ${least} bis ${most} ein${half}.`;
}

export const ruleWords = {
  title: "Wahlordnung",
  defaults:
    "Es gelten die Voreinstellungen. Das Forum sollte sie als Wahlordnung beschließen. Die Willensbekundung regelt fast nichts davon.",
  version: (version: number) => `Fassung ${version}.`,
  adopted: (date: string) => `Vom Forum beschlossen am ${date}.`,
  notAdopted: "Ein Beschluss des Forums ist nicht eingetragen.",
  fixed:
    "Immer gilt: Geheime Stimmen sind endgültig, offene lassen sich bis zum Ende ändern. Niemand stimmt für eine andere Kommune ab.",
  running: "Eine Wahl, die schon angekündigt ist, behält ihre Regeln.",
  line: (name: string, value: string, origin: string) => `${name}: ${value} (${origin})`,
  change: "Wahlordnung ändern",
  versions: "Frühere Fassungen",
  show: "Wahlordnung ansehen",
} as const;

export const ruleForm = {
  title: "Wahlordnung ändern",
  why: "Diese Regeln gelten ab der nächsten Wahl, die Sie ankündigen. Das Forum sollte sie vorher beschließen.",
  adoptedOn: "Beschluss des Forums am (leer, wenn es noch keinen gibt)",
  missing: "Bitte füllen Sie dieses Feld aus.",
  check: "Weiter",
  cancel: "Abbrechen",
  reviewTitle: "Bitte prüfen Sie die Änderungen",
  difference: (name: string, from: string, to: string) => `${name}: bisher ${from}, künftig ${to}`,
  onlyAdopted: "Die Einstellungen bleiben gleich. Eingetragen wird nur der Beschluss.",
  newVersion: (version: number) => `Das wird Fassung ${version}.`,
  save: "Fassung speichern",
  back: "Ändern",
  saved: (version: number) => `Fassung ${version} ist gespeichert. Sie gilt ab der nächsten Wahl.`,
} as const;

export const versionWords = {
  title: "Fassungen der Wahlordnung",
  line: (version: number, saved: string) => `Fassung ${version}, gespeichert am ${saved}`,
  first: "Fassung 0: die Voreinstellungen",
  look: (version: number) => `Fassung ${version} ansehen`,
  back: "Zur geltenden Fassung",
} as const;
