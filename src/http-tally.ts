/** Counts the turns under way, so that a stop can wait for them. */
export function createTally() {
  let open = 0;
  let idle: (() => void) | undefined;
  return {
    async during<T>(work: () => Promise<T>): Promise<T> {
      open += 1;
      try {
        return await work();
      } finally {
        open -= 1;
        if (open === 0) idle?.();
      }
    },
    /** True when no turn is left within the time. */
    async settled(limitMs: number): Promise<boolean> {
      if (open === 0) return true;
      let timer: NodeJS.Timeout | undefined;
      const done = new Promise<boolean>((resolve) => {
        idle = () => resolve(true);
        timer = setTimeout(() => resolve(false), limitMs);
      });
      return done.finally(() => clearTimeout(timer));
    },
  };
}

export type HttpTally = ReturnType<typeof createTally>;
