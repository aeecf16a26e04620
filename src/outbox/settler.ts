/** Writes down what became of messages: those that end while one commit is under way share the next. */
import type { Clock } from "../system/clock.ts";
import type { OutboxRepository, Settlement } from "./repository.ts";

type Waiting = {
  readonly settlement: Settlement;
  readonly resolve: (kept: boolean) => void;
  readonly reject: (error: unknown) => void;
};

/** The function resolves when its settlement is stored; false when the lease had been taken over. */
export function createSettler(
  repository: OutboxRepository,
  clock: Clock,
): (settlement: Settlement) => Promise<boolean> {
  let waiting: Waiting[] = [];
  let writing = false;

  async function writeNext(): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      const settlements = batch.map((one) => one.settlement);
      const kept = await repository.settle(settlements, clock());
      for (const [position, one] of batch.entries()) one.resolve(kept[position] ?? false);
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
  }

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) await writeNext();
    writing = false;
  }

  return (settlement) =>
    new Promise((resolve, reject) => {
      waiting.push({ settlement, resolve, reject });
      if (!writing) void writeAll();
    });
}
