/** Entry of `npm run db`; everything else is in db-command.ts. */
import { runDbCommand } from "./db-command.ts";
import { storeAddress } from "./opened-store.ts";

const out = { data: (line: string) => console.log(line), words: (line: string) => console.error(line) };

process.exitCode = await runDbCommand(process.argv.slice(2), storeAddress(process.env), out, process.env);
