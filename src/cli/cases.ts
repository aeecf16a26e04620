/** Entry of `npm run cases`. */
import { caseFamilies } from "./case-kinds.ts";
import { runCasesCommand } from "./cases-command.ts";

process.exitCode = runCasesCommand(process.argv.slice(2), caseFamilies, {
  data: (line) => console.log(line),
  words: (line) => console.error(line),
});
