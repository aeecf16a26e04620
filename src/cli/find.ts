/** Entry of `npm run find`; everything else is in find-command.ts. */
import { withFindStore } from "./exchange-store.ts";
import { runFindCommand } from "./find-command.ts";
import { DEFAULT_STORE } from "./opened-store.ts";

process.exitCode = await runFindCommand(
  process.argv.slice(2),
  (work) => withFindStore(process.env.DATABASE_URL || DEFAULT_STORE, work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
