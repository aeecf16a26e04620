/** Entry of `npm run db`; everything else is in db-command.ts. */
import { runDbCommand } from "./db-command.ts";
import { storeAddress } from "./opened-store.ts";

process.exitCode = await runDbCommand(process.argv.slice(2), storeAddress(process.env), {
  data: (line) => console.log(line),
  words: (line) => console.error(line),
});
