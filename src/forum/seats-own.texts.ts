/** What delegates and deputies read about their own seat. */
export const texts = {
  title: (party: string) => `Ihr Sitz: ${party}`,
  youVote: "Zurzeit stimmen Sie für Ihre Kommune ab und antworten auf Termine.",
  youStandIn: (delegate: string) =>
    `Sie vertreten zurzeit ${delegate}: Sie stimmen für Ihre Kommune ab und antworten auf Termine.`,
  otherVotes: (name: string) => `Zurzeit stimmt für Ihre Kommune ab: ${name}.`,
  nobodyVotes: "Zurzeit kann für Ihre Kommune niemand abstimmen: Der Sitz ist nicht besetzt.",
  deputies: (names: string) => `Als Stellvertretung benannt: ${names}.`,
  noDeputies:
    "Als Stellvertretung ist niemand benannt. Das tut die Koordination. Bitte sprechen Sie sie rechtzeitig an.",
  open: "Zurzeit ist eine Wahl offen. Schreiben Sie wahl, um zu sehen, was Sie tun können.",
  frozen: "In dieser Wahl kann nur einspringen, wer schon bei ihrer Eröffnung benannt war.",
  closed: "Zurzeit ist keine Wahl offen.",
  askToSubstitute:
    "Wer den Sitz auf Dauer hat, schaltet die Vertretung ein und beendet sie. Das kann auch die Koordination.",
  whatChanges:
    "Wenn Sie verhindert sind: Schalten Sie die Vertretung ein. Dann stimmt diese Person ab, nicht Sie. Eine schon abgegebene Stimme bleibt gültig.",
  who: "Wer soll Sie vertreten?",
  choose: "Bitte wählen",
  standIn: "Vertretung einschalten",
  end: "Vertretung beenden",
  election: "Zur Wahl",
  notOnSeat: (party: string) =>
    `Sie gehören zu ${party}, aber zu keinem Sitz im Forum. Wer einen Sitz hat oder vertritt, benennt die Koordination.`,
  notMember:
    "Bitte sagen Sie mir zuerst, zu welcher Organisation Sie gehören. Schreiben Sie zum Beispiel: ich bin Schopfheim.",
  personalOnly: "Ihren Sitz zeige ich nur im persönlichen Chat. Bitte schreiben Sie mir dort: sitz.",
} as const;
