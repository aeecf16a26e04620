// @ts-check
// Synthetic records as staff of municipalities write them, and searches for them: the same for the same seed. A few
// words stand in very many records and very many in a few (Zipf), compounds are put together from two lists, and
// every record may bring a name that no other one has, so that the vocabulary grows with the register. Pure.

const FIRST =
  `Bau Bürger Friedhof Gewerbe Hunde Kita Schul Winter Wasser Abwasser Straßen Park Müll Wald Sport Ferien
  Jugend Senioren Feuerwehr Katastrophen Melde Pass Ausweis Führerschein Kfz Wohngeld Sozial Steuer Grund Haushalt
  Rechnungs Beschaffungs Vergabe Personal Urlaubs Reise Akten Archiv Post Sitzungs Rats Gemeinderats Beteiligungs
  Bebauungs Flächen Kataster Geo Luftbild Vermessungs Energie Wärme Strom Zähler Sensor Netz Server Arbeitsplatz
  Drucker Telefon Video Passwort Phishing Notfall Datenschutz Lösch Berechtigungs Homeoffice Schulungs Wissens
  Prozess Formular Antrags Termin Warteschlangen Bezahl Kassen Mahn Vollstreckungs Standesamts Ehe Geburts Sterbe
  Wahl Wahlhelfer Umfrage Mängel Baustellen Sperrungs Veranstaltungs Hallen Bücherei Musikschul Volkshochschul
  Tourismus Gäste Märkte Brunnen Spielplatz Baum Grünflächen Bauhof Fuhrpark Lade Radwege Bus Mitfahr Breitband
  Förder Zuschuss Spenden Vereins Ehrenamts Flüchtlings Übersetzungs Barriere Presse Amtsblatt Social Newsletter`
    .split(/\s+/)
    .map((word) => word.trim());
const SECOND =
  `verwaltung portal register verfahren formular konto plan steuer antrag karte akte stelle prüfung
  meldung vergabe dienst ausweis gebühr satzung software app kataster auskunft planung abrechnung erfassung buchung
  bescheid anmeldung ablage suche scan workflow schnittstelle auswertung statistik übersicht kalender liste schulung
  richtlinie konzept vertrag rahmenvertrag ausschreibung wartung umstellung einführung ablösung migration`
    .split(/\s+/)
    .map((word) => word.trim());
const PLAIN =
  `Erfahrung Kollegen Verwaltung Rathaus Amt Landkreis Gemeinde Bürgerinnen Papier Unterschrift Aufwand Kosten
  Zeit Anbieter Fachverfahren Rechenzentrum Zweckverband Pilot Testphase Einführung Schulung Datenschutz Vertrag
  Angebot Lizenz Jahr Monat Woche Vorlage Ergebnis Rückmeldung Problem Lösung Beispiel Vertretung Zuständigkeit
  Bürgermeister Gemeinderat Kämmerei Hauptamt Bauamt Ordnungsamt Standesamt Bauhof Stadtwerke Bücherei Schule Kita
  Sekretariat Außenstelle Ortsteil Nachbarn Nachfrage Anruf Schalter Wartezeit Öffnungszeit Bescheid Ausdruck Ordner
  Tabelle Postfach Anhang Kennwort Rechner Tablet Kamera Karte Strecke Fahrzeug Schlüssel Gebäude Heizung Keller
  Lager Gerät Störung Ausfall Sicherung Wiederanlauf Übung Prüfung Mängel Nachweis Frist Gebühr Zahlung Mahnung
  Buchung Beleg Rechnung Bestellung Lieferung Ausschreibung Rahmen Fördermittel Antragstellung Bewilligung Bericht
  Zählung Umfrage Auswertung Statistik Übersicht Plan Entwurf Beschluss Sitzung Protokoll Einladung Niederschrift
  Urlaub Krankheit Ruhestand Einarbeitung Ausbildung Stelle Bewerbung Dienstplan Rufbereitschaft Überstunden`
    .split(/\s+/)
    .map((word) => word.trim());
const DOES =
  `verbunden eingeführt getestet abgelöst vereinfacht ausgeschrieben verglichen beschafft geschult gemessen
  umgestellt beschrieben gesammelt übernommen verworfen freigegeben verlängert dokumentiert automatisiert gebündelt
  zurückgestellt erweitert gekündigt verhandelt geprüft erprobt angepasst abgeschaltet ersetzt erneuert vorgestellt`
    .split(/\s+/)
    .map((word) => word.trim());
const SYLLABLES =
  `ak to bau ra ti ne do ka mel fin lo gra wi sen tor bel hu min ster os val ri qua ze plo dan ix`.split(" ");

/** C: compound, W: plain word, D: what was done, P: product, N: a name. */
const TITLES = [
  "C und C",
  "C im W",
  "C mit P",
  "W mit der C",
  "C statt C",
  "P für die C",
  "C: W und W",
  "Neue C in N",
];
const SENTENCES = [
  "Wir haben die C mit der C D.",
  "Die C läuft über P, der W bleibt gleich.",
  "Nach einem W wurde die C D.",
  "Gesucht wird eine C, die auch in N hält.",
  "Der W war höher als gedacht, weil die C fehlte.",
  "Im W der C prüft jemand jede C von Hand.",
  "P meldet jede C an das W.",
  "Für die C in N haben wir den W D.",
  "Die W können die C selbst ändern.",
  "Ohne W geht es bei der C nicht.",
  "Drei W nutzen die C schon, zwei haben sie D.",
  "Wer eine C hat, kann unseren W übernehmen.",
  "Beim W hakt es noch, der Rest steht.",
  "C und W liegen jetzt an einer Stelle.",
  "Seit dem Frühjahr ist der W D.",
  "Vorher lag alles in N, heute in P.",
  "Die C kostet uns einen halben W.",
  "W und W sitzen zusammen am Tisch.",
  "Das W fragt zweimal im Herbst nach der C.",
  "In N war P zu teuer und wurde D.",
  "Unser W zeigt gern, wie die C entstand.",
  "Auf dem W erscheint nur noch die C.",
  "Vier Ortsteile teilen sich einen W.",
  "Wir raten dazu, den W früh einzubinden.",
  "Offen ist, wem die C gehört.",
  "Ein W genügt, um die C zu starten.",
  "Niemand wollte den W pflegen.",
  "Die Umstellung von W auf C dauerte lange.",
  "P kann das, aber nur mit eigenem W.",
  "Vor der C stand ein langer W.",
  "Schwierig blieb der W am Samstag.",
  "Zum Schluss haben wir C und C D.",
  "Künftig trägt der Verbund die C.",
  "Ab Januar gilt die C für jeden W.",
  "Mit W allein kommt man nicht weit.",
  "Das Muster für die C geben wir weiter.",
];
const KINDS = /** @type {const} */ (["process", "product", "service"]);
const STAGES = /** @type {const} */ (["idea", "trial", "inUse", "ended"]);

/** Numbers from 0 to below 1, the same for the same seed. @param {number} seed */
export function chanceFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ranks from 0 to below `count`, each about as often as 1 / (rank + 12). @param {() => number} chance @param {number} count */
const zipf = (chance, count) =>
  Math.min(count - 1, Math.floor(12 * ((count + 12) / 12) ** chance() - 12 + 1e-9));

/** @template T @param {() => number} chance @param {readonly T[]} list @returns {T} */
const oneOf = (chance, list) => /** @type {T} */ (list[Math.floor(chance() * list.length)]);

/** All compounds, in an order that has nothing to do with the lists. */
const COMPOUNDS = (() => {
  const chance = chanceFrom(7);
  const all = FIRST.flatMap((first) => SECOND.map((second) => first + second));
  return all
    .map((word) => ({ word, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word);
})();

/** @param {() => number} chance @param {number} syllables */
function nameOf(chance, syllables) {
  const said = Array.from({ length: syllables }, () => oneOf(chance, SYLLABLES)).join("");
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

/** A slip of the pen: two letters swapped, or one missing. @param {() => number} chance @param {string} word */
export function slip(chance, word) {
  if (word.length < 6) return word;
  const at = 1 + Math.floor(chance() * (word.length - 3));
  return chance() < 0.5
    ? word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
    : word.slice(0, at) + word.slice(at + 1);
}

/** @param {() => number} chance */
function wordsFrom(chance) {
  const products = Array.from({ length: 400 }, (_, at) => nameOf(chanceFrom(1_000 + at), 3));
  /** @type {Readonly<Record<string, () => string>>} */
  const slots = {
    C: () => COMPOUNDS[zipf(chance, COMPOUNDS.length)] ?? "",
    W: () => PLAIN[zipf(chance, PLAIN.length)] ?? "",
    D: () => DOES[zipf(chance, DOES.length)] ?? "",
    P: () => products[zipf(chance, products.length)] ?? "",
    N: () => nameOf(chance, 4),
  };
  /** @param {string} frame */
  const fill = (frame) =>
    frame.replace(/\b[CWDPN]\b/g, (slot) => {
      const word = slots[slot]?.() ?? slot;
      return chance() < 0.01 ? slip(chance, word) : word;
    });
  return { fill, product: () => slots.P?.() ?? "", tag: () => slots.W?.() ?? "" };
}

/**
 * @param {number} amount
 * @param {readonly string[]} organisations keys
 * @param {number} now records are spread over the five years before
 * @param {number} [seed]
 */
export function* syntheticRecords(amount, organisations, now, seed = 42) {
  const chance = chanceFrom(seed);
  const { fill, product, tag } = wordsFrom(chance);
  for (let at = 0; at < amount; at += 1) {
    const kind = oneOf(chance, KINDS);
    const text = Array.from({ length: 2 + Math.floor(chance() * 2) }, () =>
      fill(oneOf(chance, SENTENCES)),
    ).join(" ");
    yield {
      id: `s-${String(at).padStart(6, "0")}`,
      kind,
      title: fill(oneOf(chance, TITLES)),
      text,
      stage: oneOf(chance, STAGES),
      product: kind === "product" || chance() < 0.1 ? product() : null,
      offer: /** @type {"seeks" | "offers" | null} */ (
        chance() < 0.8 ? null : chance() < 0.5 ? "seeks" : "offers"
      ),
      binding: /** @type {"open" | "decided"} */ (chance() < 0.9 ? "open" : "decided"),
      visibility: /** @type {"forum" | "group"} */ (chance() < 0.95 ? "forum" : "group"),
      tags: [...new Set(Array.from({ length: Math.floor(chance() * 4) }, tag))],
      links: /** @type {readonly string[]} */ ([]),
      organisation: organisations[zipf(chance, organisations.length)] ?? "",
      group: Math.floor(chance() * 8),
      recordedAt: now - Math.floor(chance() * 5 * 365 * 86_400_000),
    };
  }
}

/** Words of a record somebody may remember. @param {() => number} chance @param {{ title: string, text: string }} record */
function remembered(chance, { title, text }) {
  const long = `${title} ${text}`.match(/\p{L}{6,}/gu) ?? ["Verwaltung"];
  return Array.from({ length: 1 + Math.floor(chance() * 3) }, () => oneOf(chance, long));
}

const RESTRICTIONS = [
  "im Einsatz",
  "in Erprobung",
  "aus Kandern",
  "seit 2024",
  "AG 1",
  "wer bietet",
  "nur Prozesse",
];

/**
 * Searches as people type them: as written, with a slip, with restrictions in their words.
 * @param {readonly { title: string, text: string }[]} records
 * @param {number} amount of each kind
 * @param {number} [seed]
 */
export function syntheticSearches(records, amount, seed = 4_711) {
  const chance = chanceFrom(seed);
  const next = () => remembered(chance, oneOf(chance, records));
  const many = (/** @type {() => string} */ make) => Array.from({ length: amount }, make);
  return {
    plain: many(() => next().join(" ")),
    typo: many(() =>
      next()
        .map((word) => slip(chance, word))
        .join(" "),
    ),
    restricted: many(() => `${next().join(" ")} ${oneOf(chance, RESTRICTIONS)}`),
  };
}
