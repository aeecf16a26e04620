/** German number words as numbers, folded: "sechsunddreißig" and "dreimal", but not the article "ein". Pure. */

const UNITS = ["null", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"];
const TEENS = ["zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn"];
const TENS = ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

function upToHundred(value: number): string {
  if (value < 10) return UNITS[value] ?? "";
  if (value < 20) return TEENS[value - 10] ?? (value === 18 ? "achtzehn" : "neunzehn");
  const ten = TENS[Math.floor(value / 10) - 2] ?? "";
  return value % 10 === 0 ? ten : `${UNITS[value % 10]}und${ten}`;
}

const spelled = new Map<string, number>();
for (let value = 0; value < 100; value += 1) spelled.set(upToHundred(value), value);
spelled.set("eins", 1).set("zwo", 2);
for (const [word, value] of [...spelled].filter(([, at]) => at > 0 && at < 10))
  spelled.set(`${word}hundert`, value * 100);
spelled.set("hundert", 100);

const FURTHER: Readonly<Record<string, number>> = {
  erst: 1,
  zweit: 2,
  dritt: 3,
  viert: 4,
  funft: 5,
  sechst: 6,
  siebt: 7,
  siebent: 7,
  acht: 8,
  neunt: 9,
};
const ORDINAL = /^(.+?)(?:e|er|en|em|es|ens)$/;
/** What may follow a number word in one word: dreimal, zweijährig, vierköpfig. */
const COUNTED = /^(.+?)(?:mal|fach|jahr|monat|woch|tag|stund|kopf|teil|stuf|quartal|punkt|seit)[a-z]*$/;
const PAIR = /^beide[nrs]?$/;

function cardinal(word: string): number | undefined {
  const known = spelled.get(word);
  if (known !== undefined) return known;
  const [, thousands, afterThousand] = /^(.*?)tausend(?:und)?(.*)$/.exec(word) ?? [];
  if (thousands !== undefined) return sum(thousands === "" ? 1 : cardinal(thousands), 1_000, afterThousand);
  const [, hundreds, afterHundred] = /^(.*?)hundert(?:und)?(.+)$/.exec(word) ?? [];
  if (hundreds !== undefined) return sum(hundreds === "" ? 1 : cardinal(hundreds), 100, afterHundred);
  return undefined;
}

function sum(count: number | undefined, by: number, rest: string | undefined): number | undefined {
  const more = rest === undefined || rest === "" ? 0 : cardinal(rest);
  return count === undefined || more === undefined ? undefined : count * by + more;
}

function ordinal(word: string): number | undefined {
  const [, stem] = ORDINAL.exec(word) ?? [];
  if (stem === undefined) return undefined;
  const known = FURTHER[stem];
  if (known !== undefined) return known;
  const value = cardinal(stem.replace(/s?t$/, ""));
  return stem.endsWith("t") && value !== undefined && value > 9 ? value : undefined;
}

/** The number that a folded word says, or undefined. "ein" and its forms are left to the caller. */
export function numberIn(word: string): number | undefined {
  if (word === "einfach" || word === "ein") return undefined;
  if (PAIR.test(word)) return 2;
  const plain = cardinal(word) ?? ordinal(word);
  if (plain !== undefined) return plain;
  const [, counted] = COUNTED.exec(word) ?? [];
  return counted === undefined || word.startsWith("einfach") ? undefined : cardinal(counted);
}
