import { createHash } from "node:crypto";

/** SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits: what `printf '%s' TEXT | sha256sum` prints. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
