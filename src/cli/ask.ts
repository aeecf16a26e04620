/** Entry of `npm run ask`. */
import { loadRulebook } from "../rulebook/load.ts";
import { runAskCommand } from "./ask-command.ts";

process.exitCode = runAskCommand(process.argv.slice(2), loadRulebook().decide, {
  data: (line) => console.log(line),
  words: (line) => console.error(line),
});
