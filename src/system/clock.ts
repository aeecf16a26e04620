/** An instant: milliseconds since 1970-01-01T00:00:00Z. Never a local time. */
export type Instant = number;

/** Says what time it is. Tests pass a fake one; the only reader of the system clock is below. */
export type Clock = () => Instant;

export const systemClock: Clock = () => Date.now();
