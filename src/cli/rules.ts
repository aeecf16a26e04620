/** Entry of `npm run rules`; everything else is in rules-command.ts. */
import { runRulesCommand } from "./rules-command.ts";
import { withRulesStore } from "./rules-store.ts";

process.exitCode = await runRulesCommand(
  process.argv.slice(2),
  (work) => withRulesStore(process.env.DATABASE_URL || "file:data/local.db", work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
