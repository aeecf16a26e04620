// @ts-check
// Recording through the door: beside the echo bot, which keeps nothing, and beside a bot of 30 lines that writes the
// same rows in one bare transaction.
import { recording } from "./recording.mjs";
import { record as words } from "./texts.mjs";
import { measureKinds } from "./turn.mjs";

/** @type {import("./run.mjs").Measure} */
export async function measureRecording(bench) {
  const half = { ...bench, timeLeft: () => bench.timeLeft() / 2 };
  const kind = (/** @type {"echo" | "bare"} */ beside) => ({
    ...recording,
    ...{ title: words.rows[beside], name: `record.${beside}` },
  });
  const sub = (/** @type {string} */ name) => ({ folder: `${bench.folder}/${name}` });
  const echo = await measureKinds({ ...half, ...sub("beside-echo") }, [kind("echo")]);
  const bare = await measureKinds({ ...bench, ...sub("beside-bare") }, [kind("bare")], {
    ...{ script: "record-bare-bot.mjs", name: words.names.bare, stores: true },
  });
  const [besideEcho] = echo.results;
  const [besideBare] = bare.results;
  return {
    lines: [...echo.lines, ...bare.lines],
    // The benchmark's own figure: beside the bare transaction, which also syncs the disk.
    results: [besideEcho, besideBare, besideBare && { ...besideBare, name: "record" }].flatMap((one) =>
      one ? [one] : [],
    ),
  };
}
