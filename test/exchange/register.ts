/** A small register, as staff of municipalities write it, for tests of finding. */
import type { Exchange, Kind, Offer } from "../../src/exchange/exchange.ts";
import { exchange, NOON } from "./records.ts";

/** Id, kind, title, text, product, offer. */
const LINES = `
bau | process | Bauanträge digital annehmen | Anträge kommen über ein Portal, Pläne als PDF. Die Baurechtsbehörde prüft am Bildschirm.
akte | product | E-Akte im Hauptamt | Aktenplan zuerst, dann das Scannen. Postkörbe ersetzen den Umlauf auf Papier. | AktoDoc
hund | process | Hundesteuer online anmelden | Formular mit Bezahlung, die Marke kommt per Post.
winter | process | Räumfahrten beim Winterdienst aufzeichnen | Fahrzeuge melden ihre Strecke. Das hilft bei Haftungsfragen.
kita | service | Kindergartenplätze zentral vergeben | Eltern melden ihr Kind einmal an, alle Träger sehen die Warteliste. | KitaFinder
phishing | service | Übungen gegen betrügerische E-Mails | Wir versenden harmlose Phishing-Nachrichten und schulen danach. |  | offers
strassen | product | Straßenschäden mit der Kamera erfassen | Ein Wagen filmt die Fahrbahn, das Ergebnis ist eine Karte mit Zustandsnoten.
rechnung | process | Eingang von XRechnungen | Rechnungen laufen in die Finanzsoftware, die Freigabe geschieht elektronisch.
termin | product | Terminvergabe im Bürgerbüro | Bürgerinnen buchen selbst. Die Wartezeit ist deutlich gesunken. | TerminPlus
friedhof | product | Friedhofsverwaltung mit Gräberplan | Ruhezeiten und Gebühren stehen an einer Stelle.
wlan | service | Freies WLAN an der Bushaltestelle | Drei Haltestellen, ein Anbieter, Kosten trägt die Gemeinde.
ratsinfo | product | Ratsinformationssystem ablösen | Vorlagen, Einladungen und Niederschriften für den Gemeinderat. | RatsPilot | seeks
geo | service | Luftbilder gemeinsam beschaffen | Befliegung im Frühjahr, Bilder für alle Gemeinden des Landkreises.
zaehler | process | Wasserzähler selbst ablesen | Karte mit QR-Code, die Zahl wird im Netz eingetragen.
server | product | Serverraum aufgegeben | Alles läuft jetzt beim Rechenzentrum, nur der Drucker blieb.
tele | process | Regeln für Telearbeit | Dienstvereinbarung, Technik und Erreichbarkeit an zwei Tagen in der Woche.
archiv | process | Langzeitarchiv für digitale Unterlagen | Was muss bleiben, in welchem Format, wer entscheidet? |  | seeks
mangel | product | Mängelmelder für Bürger | Kaputte Laternen und wilder Müll mit Foto. | MeldeMax
gewerbe | process | Gewerbeanmeldung ohne Unterschrift | Die Anmeldung kommt über das Landesportal und wird automatisch übernommen.
passwort | product | Verwaltung von Passwörtern | Jedes Amt hat einen Tresor, Zugänge werden beim Wechsel übergeben.
schule | service | Tablets für die Grundschule | Leihgeräte, Verwaltung aus der Ferne, Reparatur durch den Zweckverband.
wahlhelfer | process | Wahlhelfer gewinnen und einteilen | Eine Liste für alle Wahllokale, Zusagen per Nachricht.
energie | product | Energieverbrauch der Gebäude messen | Zähler senden täglich, Ausreißer fallen sofort auf.
uebersetz | service | Übersetzung von Bescheiden in einfache Sprache | Ein Sprachmodell schlägt vor, Menschen prüfen.
park | process | Bewohnerparkausweis im Netz beantragen | Antrag, Zahlung, Ausdruck zu Hause.
`;

function toExchange(line: string, at: number): Exchange {
  const [id = "", kind, title = "", text = "", product = "", offer = ""] = line.split(" | ");
  return exchange({
    id,
    kind: kind as Kind,
    title,
    text,
    product: product === "" ? null : product,
    offer: offer === "" ? null : (offer as Offer),
    organisation: at % 2 === 0 ? "kandern" : "schopfheim",
    recordedAt: NOON + at * 60_000,
    group: null,
  });
}

export const RECORDS: readonly Exchange[] = LINES.trim().split("\n").map(toExchange);
