/** Entry of `npm run exchange`; everything else is in exchange-command.ts. */
import { runExchangeCommand } from "./exchange-command.ts";
import { withExchangeStore } from "./exchange-store.ts";
import { storeAddress } from "./opened-store.ts";

const { FORUM_NAME } = process.env;

process.exitCode = await runExchangeCommand(
  process.argv.slice(2),
  (work) => withExchangeStore(storeAddress(process.env), FORUM_NAME || "Probeforum", work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
