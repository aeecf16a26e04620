/** What people read about four eyes: what is proposed, who confirms, and why something is not possible. */
import { plain } from "../../turn/elements.ts";
import { startRefusals } from "../round.texts.ts";
import { processRefusals } from "../texts.ts";
import { LONGEST_REASON } from "./manage.ts";
import type { ProposalRefusal } from "./proposals.matter.ts";
import type { Matter, Part } from "./proposals.ts";

export const proposalRefusals = {
  ...processRefusals,
  "no-channel": startRefusals["no-channel"],
  "too-few-seats": startRefusals["too-few-seats"],
  "store-keeps-traces": startRefusals["store-keeps-traces"],
  "roles-missing": startRefusals["roles-missing"],
  "below-quorum": startRefusals["below-quorum"],
  "no-key": startRefusals["no-key"],
  gone: startRefusals.gone,
  "propose-coordinator": "Das kann nur die Koordination vorschlagen. Bitte sprechen Sie sie an.",
  "propose-delegate":
    "Eine Wahl auf Papier kann nur verlangen, wer einen Sitz hat. Bitte sprechen Sie die Person an, die für Ihre Kommune abstimmt.",
  "propose-officer": "Das trägt die Wahlleitung ein. Bitte sprechen Sie sie an.",
  "officer-stands":
    "Wer kandidiert, kann die Wahl nicht leiten. Bitte lassen Sie die Koordination eine andere Wahlleitung benennen.",
  "confirms-self":
    "Das können Sie nicht selbst bestätigen, weil Sie es vorgeschlagen haben oder weil es um Sie geht. Bitte lassen Sie es eine andere Person bestätigen.",
  "not-confirmer":
    "Das bestätigt bei dieser Wahl jemand anderes. Sie müssen nichts tun. Mit „wahl leiten“ sehen Sie, auf wen gewartet wird.",
  "same-party-witness":
    "Aus Ihrer Kommune hat schon jemand bestätigt. Die zweite Person muss aus einer anderen Kommune kommen.",
  "reason-missing": "Bitte nennen Sie einen Grund. Alle Beteiligten lesen ihn.",
  "reason-too-long": `Der Grund ist zu lang. Möglich sind ${LONGEST_REASON} Zeichen. Bitte kürzen Sie ihn.`,
  "no-open-round": "Dafür muss ein Wahlgang offen sein. Mit „wahl leiten“ sehen Sie den Stand.",
  "unknown-person":
    "Diese Person gehört nicht zu dieser Kommune, oder ich kenne sie noch nicht. Sie schreibt mir zuerst, zum Beispiel: ich bin Schopfheim.",
  "holds-already": "Diese Person stimmt schon für die Kommune ab. Es ist nichts zu ändern.",
  "on-other-seat":
    "Diese Person gehört schon zu einem anderen Sitz. Niemand kann für zwei Kommunen abstimmen. Bitte wählen Sie eine andere Person.",
  "names-self":
    "Niemand gibt sich selbst einen Sitz. Bitte lassen Sie das eine andere Person der Koordination vorschlagen.",
  "paper-not-foreseen":
    "Die Wahlordnung sieht keine Wahl auf Papier vor. Das Forum kann das für die nächste Wahl ändern.",
  "paper-not-awaited":
    "Zurzeit wird kein Ergebnis auf Papier erwartet. Mit „wahl leiten“ sehen Sie den Stand.",
  "paper-numbers": "Eine Zahl fehlt oder ist keine ganze Zahl. Bitte füllen Sie alle Felder aus, auch mit 0.",
  "paper-more-ballots":
    "Es sind mehr Stimmzettel als Kommunen, die teilgenommen haben. Bitte prüfen Sie die Zahlen.",
  "paper-more-present":
    "Es haben mehr Kommunen teilgenommen, als Sitze da sind. Bitte prüfen Sie die Zahl der Teilnehmenden.",
  "second-too-early":
    "Für den zweiten Wahlgang ist es noch zu früh. Die Wahlordnung verlangt einen Abstand zum ersten. Bitte warten Sie bis dahin.",
  "no-lot-by-hand": "Zurzeit wird kein Los von Hand gezogen. Mit „wahl leiten“ sehen Sie, wie es weitergeht.",
  "round-changed":
    "Die Wahl ist inzwischen weitergegangen. Dieser Vorschlag passt nicht mehr. Mit „wahl leiten“ sehen Sie den Stand.",
  "no-proposal": "Diesen Vorschlag gibt es nicht. Mit „wahl leiten“ sehen Sie, was offen ist.",
  settled: "Dieser Vorschlag ist schon erledigt. Mit „wahl leiten“ sehen Sie den Stand.",
  "already-proposed":
    "Das ist schon vorgeschlagen und wartet auf Bestätigung. Mit „wahl leiten“ sehen Sie es.",
  "nobody-confirms":
    "Zurzeit kann das niemand bestätigen. Bitte benennen Sie zuerst Wahlleitung und Wahlprüfung: wahl leiten.",
  "may-not-drop": "Diesen Vorschlag können Sie nicht ablehnen. Bitte sprechen Sie die Wahlleitung an.",
} satisfies Record<ProposalRefusal, string>;

/** Short names, for buttons and headings. */
export const matterTitles = {
  cancel: "Abbruch der Wahl",
  delegateChange: "Neue Stimmführung",
  paperRequest: "Wahl auf Papier",
  paperResult: "Ergebnis auf Papier",
  lotDrawn: "Los von Hand",
} satisfies Record<Matter, string>;

const parts = {
  chair: "der Vorsitz",
  officer: "die Wahlleitung",
  scrutineer: "die Wahlprüfung",
  delegate: "Delegierte anderer Kommunen",
  coordinator: "die Koordination",
} satisfies Record<Part, string>;

export const proposalWords = {
  waitsFor: (who: readonly Part[]) =>
    who.length === 0
      ? "Zurzeit kann das niemand bestätigen. Die Koordination benennt Wahlleitung und Wahlprüfung."
      : `Bestätigen kann das ${who.map((part) => parts[part]).join(" oder ")}.`,
  count: (given: number, needed: number) => `Bestätigt: ${given} von ${needed}.`,
  by: (names: string) => `Bestätigt von: ${names}`,
  settled: "Dieser Vorschlag ist erledigt.",
  look: (matter: string) => `Ansehen: ${matter}`,
  confirm: "Bestätigen",
  drop: "Ablehnen",
  takeBack: "Zurückziehen",
  toElection: "Zum Stand der Wahl",
  asks: "Bitte prüfen und bestätigen Sie",
  confirmed: "Sie haben bestätigt. Es fehlt noch eine Bestätigung.",
  carriedOut: "Bestätigt und ausgeführt.",
  dropped: "Der Vorschlag ist vom Tisch.",
  proposed: "Vorgeschlagen. Ich habe die Personen verständigt, die bestätigen können.",
  requested: "Ihr Verlangen ist bei der Koordination. Sie nimmt den Wahlgang hier heraus.",
} as const;

export const outcomes = {
  done: (matter: string) => `Ihr Vorschlag ist bestätigt und ausgeführt: ${matter}`,
  dropped: (matter: string) => `Ihr Vorschlag wurde abgelehnt oder zurückgezogen: ${matter}`,
} as const;

/** What is proposed, in sentences. */
export const matterLines = {
  cancel: (reason: string) => [
    "Die Koordination möchte diese Wahl abbrechen.",
    `Grund: ${plain(reason)}`,
    "Ein Abbruch ist endgültig. Stimmzettel, die nicht gezählt sind, werden vernichtet. Alle Beteiligten lesen den Grund.",
  ],
  delegateChange: (party: string, from: string, to: string) => [
    from === ""
      ? `Für ${plain(party)} soll ${plain(to)} abstimmen.`
      : `Für ${plain(party)} soll ${plain(to)} abstimmen, statt ${plain(from)}.`,
    "Ist die Stimme der Kommune schon abgegeben, gilt sie. Sonst bekommt die neue Person einen Stimmzettel. Ob schon abgestimmt ist, erfährt nur die Kommune selbst.",
    "Die bisherige Person und die Wahlprüfung erfahren davon.",
  ],
  paperRequest: (party: string) => [
    `${plain(party)} verlangt eine Wahl mit Stimmzetteln aus Papier.`,
    "Wenn die Koordination bestätigt, endet der Wahlgang hier. Stimmzettel, die schon abgegeben sind, werden vernichtet und nicht gezählt. Alle Beteiligten erfahren davon.",
    "Danach trägt die Wahlleitung das Ergebnis der Auszählung ein. Zwei Zeuginnen oder Zeugen bestätigen es.",
  ],
  paperPresent: (present: number) => `Teilgenommen haben ${present} Kommunen.`,
  paperVotes: (choice: string, votes: number) => `${choice}: ${votes}`,
  paperWhy: "Bitte bestätigen Sie nur, wenn Sie bei der Auszählung dabei waren und die Zahlen stimmen.",
  lotDrawn: (names: string) => [
    `Gezogen: ${names}`,
    "Bitte bestätigen Sie nur, wenn Sie bei der Ziehung dabei waren.",
  ],
} as const;

export const cancelForm = {
  title: "Wahl abbrechen",
  why: "Eine Wahl bricht niemand allein ab. Den Abbruch bestätigt der Vorsitz. Ist niemand im Vorsitz, oder kandidiert diese Person, bestätigt die Wahlleitung.",
  reason: "Grund",
  missing: "Bitte nennen Sie einen Grund.",
  send: "Abbruch vorschlagen",
  cancel: "Nicht abbrechen",
} as const;

export const delegateForm = {
  title: "Stimmführung ändern",
  why: "Solange ein Wahlgang offen ist, ändert sich nur mit der Wahlleitung zusammen, wer für eine Kommune abstimmt. Eine benannte Stellvertretung können Sie auch allein einschalten: koordination.",
  person: "Wer soll für die eigene Kommune abstimmen?",
  choose: "Bitte wählen",
  named: (party: string, name: string) => `${party}: ${name}`,
  send: "Wechsel vorschlagen",
  cancel: "Abbrechen",
  nobody: "Zurzeit kenne ich niemanden, der für eine Kommune neu abstimmen könnte.",
} as const;
