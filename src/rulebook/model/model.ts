/** What the rulebook asks of a language model, whatever stands behind it. */
import type { Citation } from "../answer.ts";

/** A piece of a document, or a card of the handbook, that a question may be answered from. */
export type Excerpt = {
  /** Short, letters and digits: the model names the passage by it. */
  readonly id: string;
  readonly text: string;
  /** What an answer from this passage cites. */
  readonly citation: Citation;
};

export type Asked = {
  readonly question: string;
  /** The best first; what does not fit into the prompt is left out at the end. */
  readonly passages: readonly Excerpt[];
  /** Said to the model when its last answer was not accepted; a sentence of ours. */
  readonly repair?: string;
};

/**
 * late: no whole answer in time · throttled: too many requests · unavailable: no connection, or an error of the
 * server · refused: our request is not accepted (key, name, address) · cut: the answer ended early · malformed:
 * not the shape the interface has · tooLarge: longer than anything we asked for.
 */
export type EndpointFailure =
  | "late"
  | "throttled"
  | "unavailable"
  | "refused"
  | "cut"
  | "malformed"
  | "tooLarge";

export type Tokens = { readonly prompt: number; readonly completion: number };

export type ModelReply =
  /** `json` is what the model wrote, undefined where it was no JSON. Nothing of it has been checked. */
  | { readonly ok: true; readonly json: unknown; readonly tokens: Tokens }
  /** `retryAfterMs`: the pause the endpoint has asked for. */
  | { readonly ok: false; readonly failure: EndpointFailure; readonly retryAfterMs?: number };

/** Asks once and does not repeat. Ends soon after `signal`; never rejects. */
export type AnswerModel = (asked: Asked, signal: AbortSignal) => Promise<ModelReply>;
