/** Entry of `npm run cases`. */
import { caseFamilies, storedCases } from "./case-kinds.ts";
import { runCasesCommand } from "./cases-command.ts";

process.exitCode = await runCasesCommand(process.argv.slice(2), caseFamilies, storedCases(), {
  data: (line) => console.log(line),
  words: (line) => console.error(line),
});
