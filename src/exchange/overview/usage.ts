/** Who uses what: what organisations have said about products, each organisation once. Pure. */
import type { Instant } from "../../system/clock.ts";
import { productKey, type Stage } from "../exchange.ts";

/** Something an organisation has said about a product: in a record, or by "we use this as well". */
export type Statement = {
  /** Spelling of the product. */
  readonly product: string;
  readonly organisation: string;
  readonly stage: Stage;
  readonly at: Instant;
  /** The record in which it stands, or to which it belongs. */
  readonly record: string;
};

export type Use = Omit<Statement, "product">;

export type ProductUse = {
  readonly key: string;
  /** The spelling most often used; of equals the newest. */
  readonly name: string;
  /** One for each organisation. */
  readonly uses: readonly Use[];
};

function nameOf(statements: readonly Statement[]): string {
  const times = new Map<string, number>();
  for (const { product } of statements) times.set(product, (times.get(product) ?? 0) + 1);
  const most = Math.max(...times.values());
  return statements.find(({ product }) => times.get(product) === most)?.product ?? "";
}

/** In use first, ended last. */
const ORDER: readonly Stage[] = ["inUse", "trial", "idea", "ended"];

const inOrder = (a: Use, b: Use): number =>
  ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage) || (a.organisation < b.organisation ? -1 : 1);

const newestFirst = (a: Statement, b: Statement): number => b.at - a.at || (a.record < b.record ? -1 : 1);

/**
 * Products by name. Of several statements of an organisation the newest holds: what has ended since is no longer in
 * use. `wanted` keeps only products whose name contains it, however it is spelt.
 */
export function usageOf(statements: readonly Statement[], wanted = ""): readonly ProductUse[] {
  const key = productKey(wanted);
  const products = new Map<string, Statement[]>();
  for (const one of [...statements].sort(newestFirst)) {
    const own = productKey(one.product);
    if (own === "" || !own.includes(key)) continue;
    products.set(own, [...(products.get(own) ?? []), one]);
  }
  return [...products]
    .map(([own, said]) => {
      const uses = new Map<string, Use>();
      for (const { product: _, ...use } of said)
        if (!uses.has(use.organisation)) uses.set(use.organisation, use);
      return { key: own, name: nameOf(said), uses: [...uses.values()].sort(inOrder) };
    })
    .sort((a, b) => Number(b.key === key) - Number(a.key === key) || a.name.localeCompare(b.name, "de"));
}

/** Organisations of a product by stage, stages without any left out. */
export const byStage = ({
  uses,
}: ProductUse): readonly { readonly stage: Stage; readonly uses: readonly Use[] }[] =>
  ORDER.map((stage) => ({ stage, uses: uses.filter((one) => one.stage === stage) })).filter(
    (one) => one.uses.length > 0,
  );
