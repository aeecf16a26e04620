/** Words that restrict a search, as they stand in folded text. */
import type { Kind, Offer, Stage } from "../exchange.ts";

/** Words for how far something is; the first list is certain, the second may also be part of what is sought. */
export const STAGES: readonly (readonly [Stage, RegExp, RegExp])[] = [
  [
    "ended",
    /\b(?:nicht (?:mehr|langer) (?:im|in) (?:einsatz|betrieb|benutzung|gebrauch)|beendete[nrms]?|(?:schon |bereits |wieder |vorzeitig )?beendet|(?:wieder )?aufgegebene[nrms]?|(?:wieder )?abgebrochene[nrms]?|abgebrochen|gescheiterte[nrms]?|gescheitert)\b/g,
    /\b(?:abgeschafft|abgeschaltet|abgestellt|eingestellte?[nrms]?|abgeschlossene?[nrms]?|gekundigte?[nrms]?|abgelost|ausgelaufene?[nrms]?)\b/g,
  ],
  [
    "trial",
    /\b(?:in (?:der )?erprobung|erprobungen|erprobung|im test(?:betrieb|lauf)?|im probebetrieb|im pilot(?:betrieb)?|in der (?:test|pilot|probe)phase|gerade (?:getestet|erprobt)|(?:wird|werden) (?:gerade |derzeit |aktuell )?(?:getestet|erprobt)|erprobte[nrms]?|erprobt(?:en)?|testweise|probeweise)\b/g,
    /\b(?:pilot(?:projekte?n?|versuche?n?|e|en)?|versuche?n?|testet|testen|getestete?[nrms]?|ausprobier[a-z]*|probieren)\b/g,
  ],
  [
    "inUse",
    /\b(?:im (?:\w{4,}n )?einsatz|(?:schon |bereits )?(?:im|in) (?:produktiv|echt|regel|wirk)?betrieb|produktiv|in produktion|in (?:be)?nutzung|eingesetzte[nrms]?)\b/g,
    /\b(?:eingefuhrte?[nrms]?|umgesetzte?[nrms]?|eingesetzt|lauft|laufende[nrms]?|laufen|live)\b/g,
  ],
  [
    "idea",
    /\b(?:als idee|(?:noch )?(?:nur |erst )?(?:eine )?ideen?|in planung|im ideenstadium|ideenphase|erste uberlegungen?|uberlegungen)\b/g,
    /\b(?:geplante?[nrms]?|vorhaben|planen|plant|will|wollen|mochte|mochten)\b/g,
  ],
];

export const KINDS: readonly (readonly [Kind, RegExp])[] = [
  [
    "process",
    /\b(?:nur )?prozess(?:e|en)?\b(?! ?(?:management|modell|aufnahme|beschreib|bibliothek|landkarte|optimierung))/g,
  ],
  ["product", /\b(?:nur )?produkt(?:e|en)?\b(?! ?(?:katalog|haushalt|plan))/g],
  ["service", /\b(?:nur )?(?:services?)\b(?![ -]?(?:bw|konto|portal|center|desk|stelle))/g],
];

export const OFFERS: readonly (readonly [Offer, RegExp])[] = [
  ["offers", /\b(?:wer (?:bietet|bieten)|nur angebote|zum mitnutzen|biete[nt]? (?:jemand|andere|wer))\b/g],
  ["seeks", /\b(?:wer sucht|nur gesuche|wird gesucht|gesucht (?:wird|werden))\b/g],
];
