/** Composition of the answers about the rules: handbook, imported papers, tickets, model. */

import { loadRulebook } from "./rulebook/load.ts";
import { createRecall } from "./rulebook/recall.ts";
import type { Given } from "./rulebook/routes.ts";
import { createAsk } from "./rulebook/routes.ts";

export function createRules() {
  const { decide } = loadRulebook();
  const answer = async (text: string): Promise<Given> => ({ answer: decide(text).answer });
  return { ask: createAsk({ answer, recall: createRecall(), actions: () => [] }) };
}
