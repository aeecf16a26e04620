/** Entry of `npm run find`; everything else is in find-command.ts. */
import { withFindStore } from "./exchange-store.ts";
import { runFindCommand } from "./find-command.ts";
import { storeAddress } from "./opened-store.ts";

process.exitCode = await runFindCommand(
  process.argv.slice(2),
  (work) => withFindStore(storeAddress(process.env), work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
