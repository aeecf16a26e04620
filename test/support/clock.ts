import type { Clock, Instant } from "../../src/system/clock.ts";

/** A clock that only moves when it is told to. Starts on a working day, at noon in Lörrach. */
export function fakeClock(start: Instant = Date.UTC(2026, 2, 2, 11)) {
  let now = start;
  const clock: Clock = () => now;
  return {
    clock,
    passes: (ms: number) => {
      now += ms;
    },
    isAt: (instant: Instant) => {
      now = instant;
    },
  };
}
