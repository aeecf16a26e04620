/** Entry of `npm run exchange`; everything else is in exchange-command.ts. */
import { runExchangeCommand } from "./exchange-command.ts";
import { withExchangeStore } from "./exchange-store.ts";
import { DEFAULT_STORE } from "./opened-store.ts";

const { DATABASE_URL, FORUM_NAME } = process.env;

process.exitCode = await runExchangeCommand(
  process.argv.slice(2),
  (work) => withExchangeStore(DATABASE_URL || DEFAULT_STORE, FORUM_NAME || "Probeforum", work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
