/** What those read who draw a lot. */

import { publicValueRefusals } from "../texts.ts";
import type { LotteryRefusal } from "./lottery.service.ts";
import { manageRefusals } from "./manage.texts.ts";

export const lotteryRefusals = {
  ...publicValueRefusals,
  ...manageRefusals,
  "propose-coordinator": "Die öffentliche Zahl trägt die Koordination ein. Bitte sprechen Sie sie an.",
  "no-lot-pending": "Zurzeit wird kein Los gebraucht. Mit „wahl leiten“ sehen Sie den Stand.",
  "lot-by-hand":
    "Dieses Los wird von Hand gezogen, vor zwei Zeuginnen oder Zeugen. Die Wahlleitung trägt es ein.",
  "lot-too-early":
    "Die Ziehung ist noch nicht gewesen. Es gilt nur die Zahl, die vorher angekündigt wurde. Bitte warten Sie die Ziehung ab.",
  "lot-other-source":
    "Das ist eine andere Quelle als die angekündigte. Bitte tragen Sie die Zahl ein, die beim Ende der Abgabe angekündigt wurde.",
} satisfies Record<LotteryRefusal, string>;

export const lotForm = {
  title: "Los ziehen",
  announced: (source: string) => `Angekündigt ist: ${source}`,
  lotto: "Die sechs Lottozahlen, ohne Superzahl",
  lottoHelp: "zum Beispiel: 3 12 17 28 34 49",
  drand: "Der Zufallswert von drand (64 Zeichen)",
  missing: "Bitte tragen Sie die Zahlen ein.",
  among: (names: string) => `Gelost wird zwischen: ${names}`,
  check: "Weiter",
  cancel: "Abbrechen",
  reviewTitle: "Bitte prüfen Sie die Ziehung",
  review:
    "Vergleichen Sie die Zahlen noch einmal mit der amtlichen Ziehung. Danach lässt sich das Los nicht mehr ändern.",
  value: (value: string) => `Öffentlicher Wert: ${value}`,
  key: (name: string, key: string) => `${name}: ${key}`,
  keys: "Schlüssel der Namen, der kleinste gewinnt:",
  drawn: (names: string) => `Das Los fällt auf: ${names}`,
  draw: "Los anwenden",
  change: "Zahlen ändern",
} as const;

export const handForm = {
  title: "Gezogenes Los eintragen",
  why: "Eine Person, die nicht kandidiert, zieht in der Sitzung vor zwei Zeuginnen oder Zeugen. Sie bestätigen danach, was Sie hier eintragen.",
  drawn: (seats: number) =>
    seats === 1 ? "Auf wen fiel das Los?" : `Auf wen fiel das Los? Bitte wählen Sie ${seats} Personen.`,
  choose: "Bitte wählen",
  send: "Los vorlegen",
  cancel: "Abbrechen",
} as const;
