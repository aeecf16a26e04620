/** `npm run config [-- write | check]`: the reference of all settings, and whether those of today are complete. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readConfig } from "../config.ts";
import { configPage } from "./config-page.ts";
import { configText } from "./config-texts.ts";
import type { Output } from "./db-command.ts";

// Two folders up from src/cli as well as from dist/cli.
const PAGE = fileURLToPath(new URL("../../docs/KONFIGURATION.md", import.meta.url));

type Env = Readonly<Record<string, string | undefined>>;

function check(env: Env, out: Output): number {
  const read = readConfig(env);
  if (!read.ok) {
    out.words([configText.wrong, ...read.problems.map((problem) => `- ${problem}`)].join("\n"));
    return 1;
  }
  out.words(read.config.auth.kind === "local" ? configText.local : configText.complete);
  return 0;
}

/** Runs the command and answers its exit code: 0, or 1 when something is wrong. */
export function runConfigCommand(args: readonly string[], env: Env, out: Output, page = PAGE): number {
  const [command, ...rest] = args;
  if (rest.length === 0) {
    if (command === "check") return check(env, out);
    if (command === undefined) {
      out.data(configPage().trimEnd());
      return 0;
    }
    if (command === "write") {
      writeFileSync(page, configPage());
      out.words(configText.written);
      return 0;
    }
  }
  out.words(configText.usage);
  return 1;
}
