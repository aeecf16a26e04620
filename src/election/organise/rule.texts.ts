/** The rule of procedure in plain sentences, with where each comes from. */
import { type Origin, originOf, type Wahlordnung } from "../wahlordnung.ts";

const WITHDRAWAL = {
  "move-up": "Tritt nach dem ersten Wahlgang jemand zurück, rückt die nächste Person nach.",
  binding: "Zwischen den Wahlgängen kann niemand zurücktreten.",
  restart: "Tritt nach dem ersten Wahlgang jemand zurück, wird der Wahlgang wiederholt.",
} satisfies Record<Wahlordnung["withdrawal"], string>;

const LOT = {
  "public-draw":
    "Bei Gleichstand entscheidet das Los: mit Lottozahlen, die erst nach dem Ende der Abgabe gezogen werden.",
  "manual-witnessed":
    "Bei Gleichstand entscheidet das Los: von Hand gezogen, vor zwei Zeuginnen oder Zeugen.",
} satisfies Record<Wahlordnung["lot"], string>;

const ORIGIN = {
  declaration: "Willensbekundung",
  default: "Voreinstellung, nicht in der Willensbekundung geregelt",
  forum: "Festlegung des Forums",
} satisfies Record<Origin, string>;

type Line = readonly [keyof Wahlordnung, string];

function linesOf(rule: Wahlordnung, quorum: number, entitled: number): readonly Line[] {
  return [
    ["quorum", `Teilnahme: mindestens ${quorum} von ${entitled} Kommunen.`],
    [
      "quorum",
      "Gewählt ist, wer mehr als die Hälfte der Stimmen aller Teilnehmenden bekommt. Enthaltungen und ungültige Stimmen zählen als Teilnahme.",
    ],
    ["quorum", "Schafft das niemand, folgt eine Stichwahl der beiden Besten mit einfacher Mehrheit."],
    [
      "secondRoundMinDays",
      `Bei nur einer Kandidatur stimmen Sie mit Ja oder Nein. Ein zweiter Wahlgang folgt frühestens nach ${rule.secondRoundMinDays} Tagen.`,
    ],
    ["lot", LOT[rule.lot]],
    ["withdrawal", WITHDRAWAL[rule.withdrawal]],
    [
      "acceptanceDays",
      `Die gewählte Person hat ${rule.acceptanceDays} Tage Zeit, die Wahl anzunehmen. Schweigen ist keine Annahme.`,
    ],
    ["objectionDays", `Einspruch ist ${rule.objectionDays} Tage lang möglich.`],
    ["termMonths", `Die Amtszeit dauert ${rule.termMonths} Monate.`],
    [
      "paperOnRequest",
      rule.paperOnRequest
        ? "Verlangt eine Kommune eine Wahl mit Stimmzetteln, wird auf Papier gewählt."
        : "Eine Wahl mit Stimmzetteln ist nicht vorgesehen.",
    ],
  ];
}

/** Every line of the rule, with its origin in brackets. */
export const ruleLines = (rule: Wahlordnung, quorum: number, entitled: number): readonly string[] =>
  linesOf(rule, quorum, entitled).map(([key, line]) => `${line} (${ORIGIN[originOf(key, rule)]})`);

/** The same, grouped by origin, so that it reads well on a phone. */
export const ruleGroups = (
  rule: Wahlordnung,
  quorum: number,
  entitled: number,
): readonly { readonly origin: string; readonly lines: readonly string[] }[] => {
  const lines = linesOf(rule, quorum, entitled);
  return (["declaration", "forum", "default"] as const)
    .map((origin) => ({
      origin: `${ORIGIN[origin]}:`,
      lines: lines.filter(([key]) => originOf(key, rule) === origin).map(([, line]) => line),
    }))
    .filter((group) => group.lines.length > 0);
};

export const ruleVersionLine = (version: number): string =>
  version === 0
    ? "Wahlordnung: Voreinstellungen. Das Forum sollte sie als Wahlordnung beschließen."
    : `Wahlordnung, Fassung ${version}.`;
