import { defineConfig } from "vitest/config";

/** One program, one browser, one story: each step stands on the one before, the first failure ends it. */
export default defineConfig({
  test: {
    include: ["test/e2e/**/*.e2e.ts"],
    fileParallelism: false,
    bail: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
