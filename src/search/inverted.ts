/** An index in memory: which entries hold a token, and with which weight. Knows neither language nor store. */

/** Where a token stands. */
export type Postings = { readonly slots: readonly number[]; readonly weights: readonly number[] };

/** `M` is what is kept of an entry beside its tokens. */
export type Inverted<M> = {
  /** Puts an entry in, in place of an earlier one with this id. */
  readonly put: (id: string, tokens: ReadonlyMap<string, number>, about: M) => void;
  readonly drop: (id: string) => void;
  readonly count: () => number;
  /** All places there are, those of entries that are gone too. */
  readonly slots: () => number;
  /** In how many entries the token stands. */
  readonly frequency: (token: string) => number;
  /** Places of a token; some may belong to entries that are gone: `at` tells. */
  readonly postings: (token: string) => Postings;
  /** The entry of a slot; undefined when it is gone. */
  readonly at: (
    slot: number,
  ) => { readonly id: string; readonly about: M; readonly length: number } | undefined;
  readonly entries: () => Iterable<{ readonly id: string; readonly slot: number; readonly about: M }>;
  readonly slotOf: (id: string) => number | undefined;
  /** Tokens of an entry with their weights. */
  readonly tokensAt: (slot: number) => readonly (readonly [string, number])[];
  /** All tokens that stand in an entry. */
  readonly tokens: () => IterableIterator<string>;
  /** How many slots belong to entries that are gone; many are a reason to build anew. */
  readonly gone: () => number;
};

type Held = { readonly slots: number[]; readonly weights: number[]; live: number };
type Entry<M> = {
  readonly id: string;
  readonly about: M;
  readonly length: number;
  readonly names: readonly string[];
  readonly weights: Float32Array;
};

const NOWHERE: Postings = { slots: [], weights: [] };

export function createInverted<M>(): Inverted<M> {
  const held = new Map<string, Held>();
  const entries: (Entry<M> | undefined)[] = [];
  const slots = new Map<string, number>();

  function drop(id: string): void {
    const slot = slots.get(id);
    const entry = slot === undefined ? undefined : entries[slot];
    if (slot === undefined || !entry) return;
    for (const name of entry.names) {
      const one = held.get(name);
      if (!one) continue;
      one.live -= 1;
      if (one.live === 0) held.delete(name);
    }
    entries[slot] = undefined;
    slots.delete(id);
  }

  function put(id: string, tokens: ReadonlyMap<string, number>, about: M): void {
    drop(id);
    const slot = entries.length;
    const names: string[] = [];
    let length = 0;
    for (const [token, weight] of tokens) {
      // One string for a word of many entries: thousands of copies would be most of the memory.
      const one = held.get(token) ?? { slots: [], weights: [], live: 0 };
      if (one.live === 0) held.set(token, one);
      one.slots.push(slot);
      one.weights.push(weight);
      one.live += 1;
      names.push(token);
      length += weight;
    }
    entries.push({ id, about, length, names, weights: Float32Array.from(tokens.values()) });
    slots.set(id, slot);
  }

  return {
    put,
    drop,
    count: () => slots.size,
    slots: () => entries.length,
    frequency: (token) => held.get(token)?.live ?? 0,
    postings: (token) => held.get(token) ?? NOWHERE,
    at: (slot) => entries[slot],
    entries: () => entries.flatMap((one, slot) => (one ? [{ id: one.id, slot, about: one.about }] : [])),
    slotOf: (id) => slots.get(id),
    tokensAt: (slot) => {
      const entry = entries[slot];
      return entry ? entry.names.map((name, at) => [name, entry.weights[at] ?? 0] as const) : [];
    },
    tokens: () => held.keys(),
    gone: () => entries.length - slots.size,
  };
}
