/** Random bytes for keys and secrets, and an order that nobody can foresee. */
import { randomBytes } from "node:crypto";

/** `size` bytes that nobody can guess. Tests pass a counted one. */
export type RandomBytes = (size: number) => Buffer;

export const systemRandomBytes: RandomBytes = (size) => randomBytes(size);

const RANGE = 2 ** 32;

/** A whole number from 0 to `below` - 1, each as likely as the others: draws that would favour some are thrown away. */
function drawBelow(below: number, random: RandomBytes): number {
  const fair = RANGE - (RANGE % below);
  for (;;) {
    const drawn = random(4).readUInt32BE();
    if (drawn < fair) return drawn % below;
  }
}

/** A copy in random order, every order as likely as the others (Fisher-Yates). */
export function shuffled<T>(list: readonly T[], random: RandomBytes): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last--) {
    const picked = drawBelow(last + 1, random);
    [mixed[last], mixed[picked]] = [mixed[picked] as T, mixed[last] as T];
  }
  return mixed;
}
