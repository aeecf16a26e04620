/** Sentences of the conversation itself, whatever it is about. */
export const texts = {
  nothingSaid:
    "Ich habe keinen Text gesehen. Schreiben Sie mir eine Frage zu den Regeln der Zusammenarbeit, oder schreiben Sie: hilfe.",
  noFiles:
    "Dateien kann ich hier nicht lesen. Bitte schreiben Sie mir eine Frage, oder schreiben Sie: hilfe.",
  unknownAction:
    "Diese Schaltfläche kenne ich nicht mehr. Bitte schreiben Sie hilfe, und beginnen Sie dort neu.",
  wrongData:
    "Diese Karte ist veraltet oder unvollständig. Es wurde nichts gespeichert. Bitte schreiben Sie hilfe, und beginnen Sie dort neu.",
  unknownInvoke: "Das kann ich hier nicht. Bitte schreiben Sie mir im Chat: hilfe.",
  cancelled: "Abgebrochen. Es wurde nichts gespeichert.",
  nothingToCancel: "Es ist nichts offen. Schreiben Sie hilfe, um zu sehen, was Sie hier tun können.",
  fault: (reference: string) =>
    `Bei mir ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal. Bleibt der Fehler, nennen Sie der Koordination diese Nummer: ${reference}.`,
  almost: (command: string) =>
    `Wegen des Fragezeichens habe ich das als Frage verstanden. Meinten Sie den Befehl „${command}“? Dann schreiben Sie es bitte ohne Fragezeichen.`,
} as const;
