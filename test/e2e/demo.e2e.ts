/** The demonstration as somebody runs it twice: the whole Forum, up to the result of its election. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { freePort } from "../support/ports.ts";

const script = join(import.meta.dirname, "..", "..", "scripts", "run.mjs");
const folder = mkdtempSync(join(tmpdir(), "forumsbote-demo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With the vote of the person in the Playground, without pauses; ends after the result. */
async function demo() {
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [script, "demo", "--quick", "--exit", "--person", "votes"], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), PLAYGROUND_PORT: String(playgroundPort) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output += String(data);
    });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  return { code, output };
}

test("35 delegations join, record, ask, answer a date and elect, and everybody hears the result", async () => {
  const { code, output } = await demo();
  expect(output).toContain("35 Delegationen sind da, 35 davon neu.");
  expect(output).toContain("Die Koordination hat 35 Sitze vergeben.");
  expect(output).toMatch(/\d+ Zusagen, \d+ Absagen, \d+ Vertretungen sind gemeldet\./);
  expect(output).toContain("Beteiligung: 36 von 36 Kommunen.");
  expect(output).toContain("Das Ergebnis ist bei 35 von 35 Delegationen angekommen.");
  expect(code).toBe(0);
}, 120_000);

test("a second time nothing is repeated, and a new election is held", async () => {
  const { code, output } = await demo();
  expect(output).toContain("Der Bot kennt sie schon.");
  expect(output).toContain("Alle Sitze sind schon besetzt.");
  expect(output).toContain("Ein Termin steht schon.");
  expect(output).toContain("Die letzte Wahl ist abgeschlossen. Es beginnt eine neue.");
  expect(output).toContain("Beteiligung: 36 von 36 Kommunen.");
  expect(code).toBe(0);
}, 120_000);
