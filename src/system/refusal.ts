import { type Outcome, ok, refused } from "./outcome.ts";

/**
 * Leaves a transaction without a trace: thrown inside it, so that everything is rolled back, and turned
 * into a refusal value outside. Nothing else catches it.
 */
class Refusal extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** `refuse` ends the work with that reason; every other throw stays a fault. */
export async function orRefuse<R extends string, T>(
  work: (refuse: (reason: R) => never) => Promise<T>,
): Promise<Outcome<T, R>> {
  const mine = new Set<Refusal>();
  const refuse = (reason: R): never => {
    const refusal = new Refusal(reason);
    mine.add(refusal);
    throw refusal;
  };
  try {
    return ok(await work(refuse));
  } catch (error) {
    if (error instanceof Refusal && mine.has(error)) return refused(error.reason as R);
    throw error;
  }
}
