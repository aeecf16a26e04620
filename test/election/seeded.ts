/** Bytes and ids that look random and are the same in every run. */
import { createHash } from "node:crypto";
import type { NewId } from "../../src/system/ids.ts";
import type { RandomBytes } from "../../src/system/random.ts";

export function seeded(seed: string): RandomBytes {
  let count = 0;
  return (size) => {
    count += 1;
    const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, at) =>
      createHash("sha256").update(`${seed}|${count}|${at}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, size);
  };
}

/** In the shape of real ones. */
export function seededIds(seed: string): NewId {
  const random = seeded(seed);
  return () => {
    const hex = random(16).toString("hex");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };
}
