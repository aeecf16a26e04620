/** Entry of `npm run config`; everything else is in config-command.ts. */
import { runConfigCommand } from "./config-command.ts";

process.exitCode = runConfigCommand(process.argv.slice(2), process.env, {
  data: (line) => console.log(line),
  words: (line) => console.error(line),
});
