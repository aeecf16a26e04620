/** Looks at every card that leaves the program in a test, and remembers what is wrong with it. */
import { createHash } from "node:crypto";
import { complaintsAbout } from "./card-linter.ts";
import { type Node, nodesIn } from "./card-nodes.ts";

const isCard = (value: Node): boolean => value.type === "AdaptiveCard" && "body" in value;

/** Cards in a message, in the answer to a press, in hits of a search, in a dialog. */
function cardsIn(value: unknown): Node[] {
  const all = nodesIn(value);
  const inner = new Set(all.filter(isCard).flatMap((card) => nodesIn(card).slice(1)));
  return all.filter((one) => isCard(one) && !inner.has(one));
}

export function cardWatch() {
  const known = new Set<string>();
  const complaints = new Map<string, string>();

  function look(card: Node): void {
    const key = createHash("sha256").update(JSON.stringify(card)).digest("hex");
    if (known.has(key)) return;
    known.add(key);
    for (const complaint of complaintsAbout(card)) complaints.set(complaint, String(card.fallbackText ?? ""));
  }

  return {
    sees: (sent: unknown): void => cardsIn(sent).forEach(look),
    /** How many different cards it saw. */
    seen: (): number => known.size,
    /** Throws if a card was not as it must be. */
    settles(): void {
      if (complaints.size === 0) return;
      const lines = [...complaints].map(
        ([what, card]) => `  ${what}\n    on the card „${card.slice(0, 120)}“`,
      );
      throw new Error(`cards that not everybody can use:\n${lines.join("\n")}`);
    },
  };
}
