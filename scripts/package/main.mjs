// @ts-check
// `npm run package`: builds the app package that is uploaded to Teams.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageCommand } from "./command.mjs";
import { compiled, understanding } from "./commands.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

try {
  const understands = await understanding(compiled(root));
  const { code, lines } = packageCommand(process.argv.slice(2), process.env, { root, understands });
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join("\n")}\n`);
  process.exitCode = code;
} catch (error) {
  const { sentence, stack } = /** @type {{ sentence?: string, stack?: string }} */ (error);
  process.stderr.write(`${sentence ?? stack}\n`);
  process.exitCode = 1;
}
