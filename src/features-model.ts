/** Composition of the language model that may phrase answers about the rules. */
import type { ModelSettings } from "./model-config.ts";
import type { Answer } from "./rulebook/answer.ts";
import { createModelContext } from "./rulebook/model/context.ts";
import { createModelService } from "./rulebook/model/model.service.ts";
import { type Phrased, phrased } from "./rulebook/model/phrased.ts";
import type { Clock } from "./system/clock.ts";
import type { Log } from "./system/log.ts";
import type { Metrics } from "./system/metrics.ts";

type ContextDeps = Parameters<typeof createModelContext>;
type PhrasingParts = {
  readonly settings: ModelSettings;
  readonly cards: ContextDeps[0];
  readonly papers: ContextDeps[1];
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Metrics["count"];
  readonly gauge: Metrics["set"];
};

/** The answer to show for a question and its answer without a model. Waits at most the configured time. */
export type Phrase = (question: string, baseline: Answer) => Promise<Phrased>;

/** The client of the library is read only here: without a model it costs no memory. */
export async function createPhrasing({ settings, cards, papers, ...given }: PhrasingParts): Promise<Phrase> {
  const { openAiAnswerModel } = await import("./rulebook/model/answer.openai.ts");
  const { timeoutMs, ...endpoint } = settings;
  const ask = createModelService({ ...given, model: openAiAnswerModel(endpoint), timeoutMs });
  const contextFor = createModelContext(cards, papers);
  return (question, baseline) => phrased(question, baseline, { contextFor, ask });
}
