/** Entry of `npm run people`; everything else is in people-command.ts. */
import { storeAddress } from "./opened-store.ts";
import { runPeopleCommand } from "./people-command.ts";
import { withPeopleStore } from "./people-store.ts";

process.exitCode = await runPeopleCommand(
  process.argv.slice(2),
  (work) => withPeopleStore(storeAddress(process.env), process.env, work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
