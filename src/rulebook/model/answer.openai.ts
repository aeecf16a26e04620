/** A language model behind the Chat Completions interface: OpenAI, Azure OpenAI, or a server of one's own. */
import { OpenAIModel } from "@microsoft/teams-ai/lib/models/OpenAIModel.js";
import { Prompt } from "@microsoft/teams-ai/lib/prompts/Prompt.js";
import { TemplateSection } from "@microsoft/teams-ai/lib/prompts/TemplateSection.js";
import type { AnswerModel, ModelReply } from "./model.ts";
import { instructions, shown } from "./prompt.ts";
import { jsonIn } from "./reply.ts";
import { createTransport, type Noted } from "./transport.openai.ts";

export type ModelEndpoint = {
  readonly kind: "openai" | "azure" | "compatible";
  /** Address of the interface, for example https://api.openai.com/v1; with Azure that of the resource. */
  readonly endpoint: string;
  /** Name of the model; with Azure that of the deployment. */
  readonly name: string;
  /** Null where the server asks for none. */
  readonly apiKey: string | null;
  /** Of Azure's interface; null with others. */
  readonly apiVersion: string | null;
};

/** Tokens of an answer: far more than 600 characters with their quotes need. */
const MOST_TOKENS = 900;
/** No limit of the library's own: `shown` bounds the text, and a dropped section would be a lost question. */
const NO_LIMIT = 1_000_000;
/** The client's own limit, in ms; ours always ends first. */
const CLIENT_MS = 120_000;

type Completing = Parameters<OpenAIModel["completePrompt"]>;

// Both texts are values: what stands in them is never read as a template.
const template = {
  name: "rulebook",
  prompt: new Prompt([
    new TemplateSection("{{$instructions}}", "system"),
    new TemplateSection("{{$shown}}", "user"),
  ]),
  config: {
    schema: 1.1,
    type: "completion",
    completion: {
      completion_type: "chat",
      frequency_penalty: 0,
      include_history: false,
      include_input: false,
      include_images: false,
      max_tokens: MOST_TOKENS,
      max_input_tokens: NO_LIMIT,
      presence_penalty: 0,
      temperature: 0,
      top_p: 1,
    },
  },
} satisfies Completing[4];

/** The library counts with it; a true tokenizer would cost 60 MB for a number nobody needs. */
const tokenizer: Completing[3] = {
  encode: (text) => [...text].map((sign) => sign.codePointAt(0) ?? 0),
  decode: (codes) => String.fromCodePoint(...codes),
};

const noFunctions: Completing[2] = {
  hasFunction: () => false,
  getFunction: () => async () => "",
  invokeFunction: async () => "",
};

const memoryOf = (values: Readonly<Record<string, string>>): Completing[1] => ({
  getValue: <T>(path: string) => (Object.hasOwn(values, path) ? values[path] : undefined) as T,
  hasValue: (path) => Object.hasOwn(values, path),
  setValue: () => undefined,
  deleteValue: () => undefined,
});

/** A client for one question, so that its end, and what came of it, belong to nobody else. */
function clientFor(endpoint: ModelEndpoint, signal: AbortSignal, note: (noted: Noted) => void): OpenAIModel {
  const { kind, endpoint: address, name, apiKey, apiVersion } = endpoint;
  const origin = new URL(address).origin;
  const transport = createTransport({ origin, keyless: apiKey === null, signal, note });
  const shared = {
    useSystemMessages: true,
    responseFormat: { type: "json_object" as const },
    maxRetries: 0,
    clientOptions: { maxRetries: 0, timeout: CLIENT_MS, fetch: transport as never },
  };
  // The client insists on a key; a transport without one sends none.
  const key = apiKey ?? "none";
  if (kind !== "azure")
    return new OpenAIModel({ ...shared, apiKey: key, defaultModel: name, endpoint: address });
  return new OpenAIModel({
    ...shared,
    azureApiKey: key,
    azureDefaultDeployment: name,
    azureEndpoint: address,
    azureApiVersion: apiVersion ?? "",
  });
}

/** Nothing is connected before the first question. */
export function openAiAnswerModel(endpoint: ModelEndpoint): AnswerModel {
  return async (asked, signal): Promise<ModelReply> => {
    let noted: Noted = { failure: "unavailable" };
    const client = clientFor(endpoint, signal, (what) => {
      noted = what;
    });
    const memory = memoryOf({ instructions, shown: shown(asked) });
    // The context is only handed on to listeners, and there are none.
    const response = await client.completePrompt(
      {} as Completing[0],
      memory,
      noFunctions,
      tokenizer,
      template,
    );
    const came = noted as Noted;
    if ("failure" in came) return { ok: false, ...came };
    return { ok: true, json: jsonIn(String(response.message?.content ?? "")), tokens: came.tokens };
  };
}
