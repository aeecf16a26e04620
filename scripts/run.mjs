// The one way in: `node scripts/run.mjs start|test|e2e|build|<tool>`. Sets the project up where needed,
// then runs the command with the rest of the arguments. Needs nothing but Node itself; this file keeps to
// old syntax so that an old Node can read it and say what is wrong.
import { nodeVersionFault } from "./setup/node-version.mjs";

const fault = nodeVersionFault(process.versions.node);
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else {
  import("./setup/commands.mjs")
    .then((commands) => commands.run(process.argv[2], process.argv.slice(3)))
    .then((code) => process.exit(code))
    .catch((error) => {
      process.stderr.write(`${error.sentence || error.stack}\n`);
      process.exit(1);
    });
}
