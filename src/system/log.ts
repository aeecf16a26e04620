/**
 * Structured log without personal data: an event name and a few codes, never a text, a name or an id
 * of a person. Of a foreign error only name, code and stack frames are kept, because its message may
 * quote what somebody typed.
 */
import { pino } from "pino";

export type Fields = Record<string, string | number | boolean>;

export type Log = {
  readonly info: (event: string, fields?: Fields) => void;
  readonly warn: (event: string, fields?: Fields) => void;
  /** Something that should not happen, with its cause. */
  readonly fault: (event: string, error: unknown, fields?: Fields) => void;
};

/** An error whose message is written by this project and holds no user data; it is logged whole. */
export class Fault extends Error {
  override readonly name: string = "Fault";
}

const isFrame = (line: string): boolean => line.startsWith("    at ");

/**
 * Where it happened. The message in front goes, though it may have lines that look like places; of an error whose
 * message was changed afterwards only the last block of places is kept.
 */
function frames({ stack = "", message }: Error): string {
  const at = message === "" ? 0 : stack.indexOf(message);
  const lines = stack.slice(Math.max(0, at) + (at < 0 ? 0 : message.length)).split("\n");
  const begin = at < 0 ? lines.findLastIndex((line) => !isFrame(line)) + 1 : 0;
  const places = lines.slice(begin).filter(isFrame).slice(0, 12);
  return places.map((line) => line.trim()).join(" < ");
}

/** What of an error may be logged, its causes included (at most four deep). */
export function describeError(error: unknown, depth = 0): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const here: Fields = {
    error: error.name,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(error instanceof Fault ? { message: error.message } : {}),
    at: frames(error),
  };
  if (!error.cause || depth >= 3) return here;
  const cause = Object.entries(describeError(error.cause, depth + 1));
  return { ...here, ...Object.fromEntries(cause.map(([key, value]) => [`cause.${key}`, value])) };
}

/** JSON lines on stdout, or on the stream given. */
export function createLog(level: string, stream?: { write(line: string): void }): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = stream ? pino(options, stream) : pino(options);
  return {
    info: (event, fields) => logger.info({ event, ...fields }),
    warn: (event, fields) => logger.warn({ event, ...fields }),
    fault: (event, error, fields) => logger.error({ event, ...fields, ...describeError(error) }),
  };
}
