import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const list = process.env.MUTATE_TESTS;
if (!list) throw new Error("MUTATE_TESTS names no list of tests: use `npm run mutate`");

export default defineConfig({
  test: {
    include: JSON.parse(readFileSync(list, "utf8")),
    // The runner works in threads, which cannot have a time zone of their own; and thousands of salads are too slow.
    testNamePattern: /^(?!.*(?:a process in |whatever a model writes ))/,
    testTimeout: 120_000,
  },
});
