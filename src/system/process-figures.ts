/** What the process itself says: memory, and how long it did not answer. */
import { monitorEventLoopDelay } from "node:perf_hooks";

/** How often the loop is asked, in ms; shorter delays than this are noise. */
const EVERY_MS = 20;

/** A function that answers the figures of this moment, and a way to end what measures them. */
export function createProcessFigures() {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS });
  delay.enable();
  return {
    read: (): Readonly<Record<string, number>> => {
      const { heapUsed, rss } = process.memoryUsage();
      // In ns, the pause between two questions included.
      const lag = Math.max(0, delay.max / 1e9 - EVERY_MS / 1e3);
      delay.reset();
      return {
        heap_bytes: heapUsed,
        rss_bytes: rss,
        event_loop_lag_seconds: Number.isFinite(lag) ? lag : 0,
        uptime_seconds: process.uptime(),
      };
    },
    stop: () => void delay.disable(),
  };
}
