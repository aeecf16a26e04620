/** The parts of a card, in reading order, without the data its buttons carry. */

export type Node = { readonly [key: string]: unknown };

export const words = (value: unknown): string => (typeof value === "string" ? value : "");
export const typeOf = (node: Node): string => words(node.type);

/** Every object of a card; a fact or a choice is one as well. */
export function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  const { data, ...inner } = value as Node;
  const own = typeOf(value as Node).startsWith("Chart.") ? { ...inner, data } : inner;
  return [value as Node, ...Object.values(own).flatMap(nodesIn)];
}

const READ = ["text", "title", "value", "label", "altText"] as const;

/** All words of a part that anybody can see or hear, buttons and labels too. */
export const shownWords = (node: Node): string =>
  nodesIn(node)
    .filter((one) => !typeOf(one).startsWith("Chart."))
    .flatMap((one) => READ.map((key) => words(one[key])))
    .filter((text) => text !== "")
    .join("\n");
