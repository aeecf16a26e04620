/** Entry of `npm run db`; everything else is in db-command.ts. */
import { runDbCommand } from "./db-command.ts";

process.exitCode = await runDbCommand(
  process.argv.slice(2),
  process.env.DATABASE_URL || "file:data/local.db",
  { data: (line) => console.log(line), words: (line) => console.error(line) },
);
