/** Composition of the answers about the rules: handbook, imported papers, tickets, model. */
import type { Config } from "./config.ts";
import type { Db } from "./db/store.ts";
import { createPhrasing } from "./features-model.ts";
import type { Coordinators } from "./people/coordinating.prisma.ts";
import { answerCard } from "./rulebook/cards.ts";
import { createKnownCards } from "./rulebook/information/known-cards.ts";
import { shippedRulebook } from "./rulebook/load.ts";
import { originalsFeature } from "./rulebook/originals/feature.ts";
import { createRecall } from "./rulebook/recall.ts";
import { createAsk, type Given } from "./rulebook/routes.ts";
import { withOriginals } from "./rulebook/sourced.ts";
import { plainText } from "./rulebook/texts.ts";
import { careFeature } from "./rulebook/tickets/care-feature.ts";
import type { Clock } from "./system/clock.ts";
import type { NewId } from "./system/ids.ts";
import type { Log } from "./system/log.ts";
import type { Metrics } from "./system/metrics.ts";
import type { Acting } from "./turn/acting.ts";
import type { FetchFile } from "./turn/incoming.ts";
import type { Reply } from "./turn/reply.ts";

type RulesParts = {
  readonly config: Pick<Config, "model">;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Metrics["count"];
  readonly gauge: Metrics["set"];
  readonly db: Db;
  readonly newId: NewId;
  readonly acting: Acting;
  readonly coordinators: Coordinators;
  readonly introduceCard: () => Reply;
  readonly fetchFile: FetchFile;
};

/** Another process may have changed what the coordinators have answered. */
const FRESH_EVERY_MS = 5_000;

/** Calls `read` whenever the stamp has changed since; one reading at a time. */
function createFreshness(stamp: () => Promise<string>, read: () => Promise<void>) {
  let known: string | undefined;
  let last = Promise.resolve();
  async function look(): Promise<void> {
    const now = await stamp();
    if (now === known) return;
    await read();
    known = now;
  }
  const refresh = (): Promise<void> => {
    last = last.catch(() => {}).then(look);
    return last;
  };
  return { refresh, run: async (): Promise<undefined> => void (await refresh()) };
}

export async function createRules({ acting, config, clock, log, fetchFile, ...given }: RulesParts) {
  const { count, gauge } = given;
  const { cards, informed } = shippedRulebook();
  let decide = informed([]);
  const papers = originalsFeature({ ...given, ...acting, cards, fetchFile });
  const { catalogue } = papers;
  await catalogue.refresh();
  const settings = config.model;
  const phrase = settings
    ? await createPhrasing({ settings, cards, papers: catalogue, clock, log, count, gauge })
    : async (_question: string, answer: Given["answer"]): Promise<Given> => ({ answer });

  /** The answer without a model, with the wording of the papers. */
  function baselineOf(text: string, before?: string): Given {
    const decision = decide(text, before);
    const asked = decision.follows ? { asked: `${before} ${text}` } : {};
    const answer = withOriginals(decision.answer, catalogue);
    if (answer.kind === "answered" || answer.reason !== "unknown" || answer.nearest)
      return { answer, ...asked };
    const proposal = catalogue.proposalFor(text);
    return { answer, ...asked, ...(proposal ? { proposal } : {}) };
  }
  async function answer(text: string, before: string | undefined): Promise<Given> {
    const baseline = baselineOf(text, before);
    const phrased = await phrase(baseline.asked ?? text, baseline.answer);
    return phrased.answer === baseline.answer ? baseline : { ...baseline, ...phrased };
  }

  const fresh = createFreshness(
    () => care.stamp(),
    async () => {
      decide = informed(await care.current());
    },
  );
  const care = careFeature({
    ...{ ...given, ...acting },
    onChange: () => void fresh.refresh().catch((error) => log.fault("rules.refresh", error)),
    redraw: (question, words) => {
      const again = baselineOf(question);
      return plainText(again.answer, again) === words ? answerCard(again) : null;
    },
    cards: createKnownCards(cards.map((one) => ({ ...one, document: one.document.title }))),
  });
  await fresh.refresh();
  // The index is made for the first question: nobody should wait for it.
  decide("Wie oft trifft sich das Forum?");
  return {
    ask: createAsk({ answer, recall: createRecall(), actions: care.actions }),
    files: papers.files,
    routes: [...care.routes, papers.routes],
    renderers: care.renderers,
    jobs: {
      rules: care.job,
      originals: papers.job,
      information: { name: "information", everyMs: FRESH_EVERY_MS, run: fresh.run },
    },
    openQuestions: care.openQuestions,
  };
}
