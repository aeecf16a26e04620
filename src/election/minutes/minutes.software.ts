/** Which program made the minutes. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const shipped = z.object({ version: z.string() });

/** The version in `package.json`, which lies beside `src` as beside `dist`. */
export const softwareVersion = (): string =>
  shipped.parse(JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"))).version;
