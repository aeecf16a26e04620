/** The door for writing: a bounded queue, one transaction a call, and what to do when a commit fails. */
import { AsyncLocalStorage } from "node:async_hooks";
import { NestedWrite, StoreClosed, WriteQueueFull } from "./faults.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import type { Tx } from "./store.ts";

/** Longest time a transaction may stay open; far above any of ours, which take milliseconds. */
const BODY_TIMEOUT_MS = 30_000;

export type WriteDoorOptions = {
  /** Transactions open at once; SQLite has one writer. */
  readonly width: number;
  /** Transactions that may wait; one more is refused with WriteQueueFull. */
  readonly queueLimit: number;
  /** Called when a commit failed. The process must end: its next start reads what is true. */
  readonly onFatal: (error: unknown) => void;
};

export type WriteDoor = {
  readonly write: <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs `work` outside any transaction, in turn with the transactions. */
  readonly maintain: <T>(work: (client: PrismaClient) => Promise<T>) => Promise<T>;
  /** Refuses further transactions and resolves when none is open or waiting. */
  readonly drain: () => Promise<void>;
};

/** Lets `width` through at a time, in the order of asking. */
function createGate(width: number, limit: number) {
  const waiting: (() => void)[] = [];
  let open = 0;
  return {
    enter: async (): Promise<void> => {
      if (open < width) {
        open += 1;
        return;
      }
      if (waiting.length >= limit) throw new WriteQueueFull(`more than ${limit} transactions are waiting`);
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave: (): void => {
      const next = waiting.shift();
      if (next) next();
      else open -= 1;
    },
    idle: (): boolean => open === 0,
  };
}

/**
 * The queue is our own because Prisma lets a transaction wait for at most a fixed time and then drops
 * it (P2028), which under load would refuse work that only had to wait.
 */
export function createWriteDoor(client: PrismaClient, options: WriteDoorOptions): WriteDoor {
  const gate = createGate(options.width, options.queueLimit);
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const whenIdle: (() => void)[] = [];
  let closing = false;
  let broken = false;

  async function transact<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    const here = { open: true };
    let finished = false;
    try {
      return await client.$transaction(
        async (tx) => {
          const result = await inside.run(here, () => body(tx));
          finished = true;
          return result;
        },
        { timeout: BODY_TIMEOUT_MS, maxWait: BODY_TIMEOUT_MS },
      );
    } catch (error) {
      if (finished) {
        broken = true;
        options.onFatal(error);
      }
      throw error;
    } finally {
      here.open = false;
    }
  }

  /** In the order of asking, as many at a time as the engine bears. */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (inside.getStore()?.open) throw new NestedWrite("a transaction must not ask for another one");
    if (closing) throw new StoreClosed("the store is being closed");
    await gate.enter();
    try {
      // What was waiting when the store began to close still runs; after a failed commit nothing does.
      if (broken) throw new StoreClosed("a commit has failed");
      return await work();
    } finally {
      gate.leave();
      if (gate.idle()) for (const resolve of whenIdle.splice(0)) resolve();
    }
  }

  return {
    write: (body) => inTurn(() => transact(body)),
    maintain: (work) => inTurn(() => work(client)),
    drain: async () => {
      closing = true;
      if (!gate.idle()) await new Promise<void>((resolve) => whenIdle.push(resolve));
    },
  };
}
