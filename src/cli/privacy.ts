/** Entry of `npm run privacy`; everything else is in privacy-command.ts. */
import { storeAddress } from "./opened-store.ts";
import { runPrivacyCommand } from "./privacy-command.ts";
import { withPrivacyStore } from "./privacy-store.ts";

process.exitCode = await runPrivacyCommand(
  process.argv.slice(2),
  (work) => withPrivacyStore(storeAddress(process.env), process.env, work),
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
