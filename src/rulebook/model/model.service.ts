/** Asks the model for wording, checks what it wrote, and gives up in time. Never throws. */
import type { Clock } from "../../system/clock.ts";
import type { Log } from "../../system/log.ts";
import type { Metrics } from "../../system/metrics.ts";
import { answeredBy, asking, type Breaker, CLOSED, failedBy } from "./breaker.ts";
import type { AnswerModel, Asked, EndpointFailure, Excerpt, ModelReply } from "./model.ts";
import { fitting } from "./prompt.ts";
import { repairs } from "./repair.texts.ts";
import { type Unverified, type Verified, verify } from "./verify.ts";

export type AskedModel = {
  readonly question: string;
  readonly passages: readonly Excerpt[];
  /** What the handbook says to a question for yes or no. */
  readonly verdict?: "yes" | "no";
};

/** paused: the endpoint has failed too often · busy: enough questions are under way · fault: our own mistake. */
type Failed = EndpointFailure | Unverified | "paused" | "busy" | "noContext" | "fault";
export type ModelOutcome =
  | ({ readonly ok: true } & Verified)
  | { readonly ok: false; readonly failed: Failed };

export type ModelServiceDeps = {
  readonly model: AnswerModel;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Metrics["count"];
  readonly gauge?: Metrics["set"];
  /** For one question in all, the second try included, in ms. */
  readonly timeoutMs: number;
};

/** Questions under way at once; the next one is answered without the model. */
const MOST_AT_ONCE = 4;
/** Below this, in ms, a second try is not worth beginning, and a longer pause is not waited for. */
const LEAST_FOR_RETRY_MS = 500;
const LONGEST_PAUSE_MS = 2_000;

const RETRIED: ReadonlySet<EndpointFailure> = new Set(["throttled", "unavailable", "cut", "malformed"]);

type Try = {
  readonly outcome: ModelOutcome;
  readonly again?: { readonly afterMs: number; readonly repair?: string };
};

function afterReply(reply: ModelReply, asked: AskedModel): Try {
  if (!reply.ok) {
    const again = RETRIED.has(reply.failure) ? { again: { afterMs: reply.retryAfterMs ?? 0 } } : {};
    return { outcome: { ok: false, failed: reply.failure }, ...again };
  }
  const checked = verify(reply.json, asked.passages, asked.verdict);
  if (checked.ok) return { outcome: checked };
  const outcome = { ok: false, failed: checked.reason } as const;
  const repair = repairs[checked.reason];
  return repair === undefined ? { outcome } : { outcome, again: { afterMs: 0, repair } };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The reply, or "late" as soon as the time is over, whatever the model's client does then. */
function inTime(work: Promise<ModelReply>, signal: AbortSignal): Promise<ModelReply> {
  const late = new Promise<ModelReply>((resolve) => {
    const over = () => resolve({ ok: false, failure: "late" });
    if (signal.aborted) over();
    else signal.addEventListener("abort", over, { once: true });
  });
  return Promise.race([work, late]);
}

export function createModelService({ model, clock, log, count, gauge, timeoutMs }: ModelServiceDeps) {
  let breaker: Breaker = CLOSED;
  let underWay = 0;
  gauge?.("model_paused", {}, 0);

  function settle(reply: ModelReply, began: number): void {
    const before = breaker.state;
    const now = clock();
    breaker = reply.ok ? answeredBy(breaker) : failedBy(breaker, now);
    if (breaker.state === "open" && before !== "open")
      log.warn("model.paused", { failure: failureOf(reply) });
    if (breaker.state === "closed" && before === "trial") log.info("model.resumed");
    gauge?.("model_paused", {}, breaker.state === "open" ? 1 : 0);
    count("model_calls_total", { result: failureOf(reply) });
    count("model_call_milliseconds_total", {}, now - began);
    if (!reply.ok) return;
    count("model_tokens_total", { kind: "prompt" }, reply.tokens.prompt);
    count("model_tokens_total", { kind: "completion" }, reply.tokens.completion);
  }

  /** Async, so that whatever it throws ends here: a trial that never settled would keep the breaker shut. */
  async function guardedModel(asked: Asked, signal: AbortSignal): Promise<ModelReply> {
    try {
      return await model(asked, signal);
    } catch (error) {
      log.fault("model.fault", error);
      return { ok: false, failure: "unavailable" };
    }
  }

  /** One call; the breaker decides whether it is made. */
  async function call(asked: Asked, signal: AbortSignal): Promise<ModelReply | "paused"> {
    const began = clock();
    const { may, next } = asking(breaker, began);
    if (!may) return "paused";
    breaker = next;
    const reply = await inTime(guardedModel(asked, signal), signal);
    settle(reply, began);
    return reply;
  }

  async function tryOnce(asked: AskedModel, signal: AbortSignal, repair?: string): Promise<Try> {
    const { question, passages } = asked;
    const reply = await call({ question, passages, ...(repair ? { repair } : {}) }, signal);
    if (reply === "paused") return { outcome: { ok: false, failed: "paused" } };
    return afterReply(reply, asked);
  }

  async function tryTwice(asked: AskedModel): Promise<ModelOutcome> {
    const end = clock() + timeoutMs;
    const signal = AbortSignal.timeout(timeoutMs);
    const first = await tryOnce(asked, signal);
    if (!first.again) return first.outcome;
    const { afterMs, repair } = first.again;
    const left = end - clock() - afterMs;
    if (afterMs > LONGEST_PAUSE_MS || left < LEAST_FOR_RETRY_MS) return first.outcome;
    if (afterMs > 0) await pause(afterMs);
    count("model_retries_total", {});
    return (await tryOnce(asked, signal, repair)).outcome;
  }

  async function guarded(asked: AskedModel): Promise<ModelOutcome> {
    const passages = fitting(asked.passages);
    if (passages.length === 0) return { ok: false, failed: "noContext" };
    if (underWay >= MOST_AT_ONCE) return { ok: false, failed: "busy" };
    underWay += 1;
    try {
      return await tryTwice({ ...asked, passages });
    } catch (error) {
      log.fault("model.fault", error);
      return { ok: false, failed: "fault" };
    } finally {
      underWay -= 1;
    }
  }

  /** A checked answer, or why there is none. Ends within the time limit; never rejects. */
  return async function ask(asked: AskedModel): Promise<ModelOutcome> {
    const outcome = await guarded(asked);
    count("model_answers_total", { result: outcome.ok ? "verified" : outcome.failed });
    return outcome;
  };
}

const failureOf = (reply: ModelReply): string => (reply.ok ? "answered" : reply.failure);
