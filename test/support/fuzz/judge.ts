/** What must never stand in an answer of the bot, whatever it was asked. Pure. */

/** Names of errors, places in code, and sentences of libraries; none of them is in the words that are sent. */
const LEAKS = [
  /node_modules|\.(?:[cm]?[jt]s):\d+|\bat (?:async )?[\w.<>]+ \(/,
  /\b(?:Type|Range|Syntax|Reference|Zod|Prisma\w*|Internal\w*)Error\b|\bError: |SQLITE_|prisma|ECONN/,
  /\b(?:Invalid|Expected|Unexpected|Cannot|Failed|Unable|Required|Too (?:big|small)|Unrecognized)\b/,
  /\bis not a function\b|\bundefined\b|\[object \w+\]|\bNaN\b|\bInfinity\b/,
];
const TEXTS = new Set(["text", "title", "message", "fallbackText", "label", "errorMessage", "placeholder"]);
const GERMAN =
  /\b(?:Sie|Bitte|bitte|ist|sind|nicht|das|Das|die|Die|der|Der|dem|den|kein|keine|keinen|wird|kann|haben|hat|nur|schon|fehlt|werden|gibt|steht|wurde)\b/;

/** A place in an answer and what is wrong there. */
export type Fault = { readonly kind: string; readonly what: string };

/** Every text of an answer that somebody reads. What a button sends back is not read by anybody. */
function* readIn(value: unknown, key = ""): Generator<string> {
  if (typeof value === "string" && (TEXTS.has(key) || key === "value")) yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [inner, one] of Object.entries(value)) if (inner !== "data") yield* readIn(one, inner);
}

/** Texts of a library or of the language itself, in an answer or a message. */
export function leaksIn(body: unknown): readonly Fault[] {
  const texts = [...readIn(body, "text")];
  return texts.flatMap((text) =>
    LEAKS.filter((one) => one.test(text)).map((one) => ({
      kind: "leak",
      what: `${one.exec(text)?.[0] ?? ""}: ${text.slice(0, 300)}`,
    })),
  );
}

type Refused = { statusCode?: unknown; value?: { message?: unknown }; message?: unknown };

/** The words with which a request was refused, or undefined if there are none. */
function refusalOf(body: unknown): unknown {
  const { statusCode, value, message } = (body ?? {}) as Refused;
  return typeof statusCode === "number" && statusCode >= 400 ? value?.message : message;
}

/** Whether the body says that nothing was done. */
export const isRefusal = (body: unknown): boolean => {
  const { statusCode } = (body ?? {}) as Refused;
  return typeof statusCode === "number" && statusCode >= 400;
};

const isSentence = (words: string): boolean => GERMAN.test(words) && /[.!?:…“)]\s*$/u.test(words);

/** Everything wrong with one answer. */
export function judged(status: number, body: unknown): readonly Fault[] {
  if (status >= 500) return [{ kind: "5xx", what: String(status) }, ...leaksIn(body)];
  const words = refusalOf(body);
  const bad = typeof words === "string" && !isSentence(words);
  const mute = isRefusal(body) && typeof words !== "string";
  return [
    ...leaksIn(body),
    ...(bad || mute ? [{ kind: "notGerman", what: String(words).slice(0, 300) }] : []),
  ];
}
