/** Entry of `npm run rules`; everything else is in rules-command.ts. */

import { storeAddress } from "./opened-store.ts";
import { runRulesCommand } from "./rules-command.ts";
import { withRulesStore } from "./rules-store.ts";

process.exitCode = await runRulesCommand(
  process.argv.slice(2),
  (work) => withRulesStore(storeAddress(process.env), work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
