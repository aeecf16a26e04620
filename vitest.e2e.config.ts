import { defineConfig } from "vitest/config";

/** One program, one browser, one story: each step stands on the one before, the first failure ends it. */
export default defineConfig({
  test: {
    include: ["test/e2e/**/*.e2e.ts"],
    // Each file has a program, a Playground and a browser of its own, and mostly waits for them.
    maxWorkers: 2,
    bail: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
