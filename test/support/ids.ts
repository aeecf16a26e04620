import type { NewId } from "../../src/system/ids.ts";

/** Ids in the shape of real ones, in a fixed order: the same test draws the same ids. */
export function countedIds(): NewId {
  let count = 0;
  return () => {
    count += 1;
    return `${count.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
  };
}
