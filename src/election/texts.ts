/** What people read about elections and decisions: a sentence for each refusal and each reason. */
import type { DecisionVoidReason, RejectedReason } from "./decision.ts";
import type { NotElectedReason, VoidReason } from "./election.ts";
import type { ProcessRefusal } from "./process.ts";
import type { PublicValueRefusal } from "./public-value.ts";
import type { VoteRefusal } from "./vote.ts";

/** To the person whose vote was not taken. */
export const voteRefusals = {
  "wrong-round":
    "Dieser Stimmzettel gehört zu einem anderen Wahlgang. Bitte öffnen Sie den neuesten Stimmzettel in diesem Chat.",
  cancelled: "Dieser Wahlgang wurde abgebrochen. Es wird keine Stimme gezählt. Sie müssen nichts tun.",
  "not-open": "Die Stimmabgabe hat noch nicht begonnen. Bitte kommen Sie wieder, wenn sie geöffnet ist.",
  closed: "Die Stimmabgabe ist beendet. Ihre Stimme kam zu spät und wurde nicht gezählt.",
  "not-entitled":
    "Sie gehören zu keinem Sitz, der hier abstimmt. Wenn das nicht stimmt, sprechen Sie bitte die Koordination an.",
  "not-holder":
    "Für Ihre Kommune stimmt zurzeit eine andere Person ab. Wenn Sie sie vertreten, lassen Sie die Vertretung bitte zuerst einschalten.",
  "unknown-choice":
    "Diese Auswahl steht nicht auf dem Stimmzettel. Bitte öffnen Sie den Stimmzettel noch einmal und wählen Sie neu.",
  "foreign-action":
    "Dieser Stimmzettel gehört einer anderen Person. Bitte öffnen Sie Ihren eigenen Stimmzettel in Ihrem Chat mit mir.",
  "already-voted": "Ihre Kommune hat abgestimmt. Die erste Stimme gilt. Sie müssen nichts mehr tun.",
} satisfies Record<VoteRefusal, string>;

/** To the person who wanted to move an election on. */
export const processRefusals = {
  role: "Das darf bei dieser Wahl jemand anderes tun. Bitte sprechen Sie die Koordination an.",
  "wrong-state": "Das geht in diesem Abschnitt der Wahl nicht. Mit „wahl“ sehen Sie, was als Nächstes kommt.",
  "already-running":
    "Für dieses Amt läuft schon eine Wahl. Bitte warten Sie, bis sie beendet ist, oder brechen Sie sie ab.",
  "not-nominated": "Diese Person ist nicht vorgeschlagen. Bitte schlagen Sie sie zuerst vor.",
  "not-all-voted":
    "Es haben noch nicht alle abgestimmt. Vor dem Ende der Frist können Sie den Wahlgang erst schließen, wenn alle Stimmen da sind.",
  "invalid-lot":
    "Diese Ziehung passt nicht zum Los. Bitte prüfen Sie, wer gelost wird und wie viele Plätze offen sind.",
  "not-winner": "Das Amt kann nur annehmen oder ablehnen, wer gewählt ist.",
  "needs-reason": "Bitte nennen Sie einen Grund für den Abbruch. Alle Beteiligten lesen ihn.",
  "needs-second-person":
    "Eine Wahl können Sie nicht allein abbrechen. Bitte lassen Sie den Abbruch durch den Vorsitz oder die Stellvertretung bestätigen.",
} satisfies Record<ProcessRefusal, string>;

/** Why a round does not count. */
export const voidReasons = {
  cancelled: "Der Wahlgang wurde abgebrochen. Die Stimmzettel wurden nicht gezählt.",
  "count-mismatch":
    "Die Zahl der Stimmzettel passt nicht zur Zahl der Beteiligten. Der Wahlgang ist ungültig und kann wiederholt werden.",
  "no-quorum":
    "Es haben zu wenige Kommunen teilgenommen. Der Wahlgang ist ungültig. Bei der Wiederholung genügen drei.",
  "withdrawal-restart": "Eine Person ist zurückgetreten. Der Wahlgang wird wiederholt.",
} satisfies Record<VoidReason, string>;

/** Why nobody was elected. */
export const notElectedReasons = {
  "no-candidates":
    "Niemand ist gewählt: Es steht niemand mehr zur Wahl. Die Koordination plant eine neue Wahl.",
  "no-majority":
    "Niemand ist gewählt: Auch im zweiten Wahlgang hat nicht mehr als die Hälfte der Teilnehmenden zugestimmt. Die Koordination plant eine neue Wahl.",
  "no-votes":
    "Niemand ist gewählt: Keine der Personen hat eine Stimme bekommen. Ein Los ersetzt keine Stimme. Die Koordination plant eine neue Wahl.",
  declined: "Niemand ist gewählt: Die gewählte Person hat abgelehnt. Es rückt niemand nach.",
  "acceptance-expired":
    "Niemand ist gewählt: Die gewählte Person hat nicht rechtzeitig geantwortet. Es rückt niemand nach.",
} satisfies Record<NotElectedReason, string>;

/** Why a motion was not accepted. */
export const rejectedReasons = {
  tie: "Der Antrag ist abgelehnt: Es gab gleich viele Ja- und Nein-Stimmen.",
  majority: "Der Antrag ist abgelehnt: Es gab mehr Nein- als Ja-Stimmen.",
  threshold: "Der Antrag ist abgelehnt: Er hat die nötige Mehrheit nicht erreicht.",
  objection:
    "Der Antrag ist nicht angenommen: Mindestens eine Kommune hat widersprochen. Er kommt in die nächste Sitzung.",
} satisfies Record<RejectedReason, string>;

export const decisionVoidReasons = {
  cancelled: "Die Abstimmung wurde abgebrochen. Die Stimmen wurden nicht gezählt.",
  "count-mismatch":
    "Die Zahl der Stimmen passt nicht zur Zahl der Beteiligten. Die Abstimmung ist ungültig und kann wiederholt werden.",
  "no-quorum": "Es haben zu wenige Kommunen teilgenommen. Die Abstimmung ist ungültig.",
} satisfies Record<DecisionVoidReason, string>;

/** To the coordinator who enters the public value of a lot. */
export const publicValueRefusals = {
  "source-unknown":
    "Diese Quelle kenne ich nicht. Möglich sind die Lottozahlen 6 aus 49 oder der Zufallsdienst drand quicknet.",
  "draw-date-wrong":
    "Das Datum der Ziehung stimmt nicht. Bitte schreiben Sie Jahr, Monat und Tag, zum Beispiel 2026-02-04.",
  "draw-numbers-wrong":
    "Die Lottozahlen stimmen nicht. Bitte geben Sie sechs verschiedene Zahlen von 01 bis 49 an, die kleinste zuerst.",
  "beacon-wrong": "Der Wert von drand stimmt nicht. Bitte kopieren Sie Nummer und Zufallswert vollständig.",
} satisfies Record<PublicValueRefusal, string>;
