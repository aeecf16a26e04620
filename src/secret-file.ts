/** Secrets that lie in files: what a container or a service manager hands over. */
import { readFileSync } from "node:fs";

/** Far more than any key has; whoever names a large file by mistake is told so instead of loading it. */
const MOST = 16_384;

/** The one line of a file, trimmed; undefined if it cannot be read, is empty, or holds more than one line. */
export function secretInFile(path: string): string | undefined {
  try {
    const text = readFileSync(path, "utf8").trim();
    return text !== "" && text.length <= MOST && !/[\r\n\0]/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
