/** Routes are plain tables: a typed text, a card action, a search or a dialog, and what answers it. */
import type { z } from "zod";
import type { SentMessage } from "./incoming.ts";
import type { Hit, Reply } from "./reply.ts";
import type { Turn } from "./turn.ts";

export type Answering = (turn: Turn) => Promise<Reply>;

/** A typed command. `match` sees the whole text and returns undefined unless all of it fits. */
export type TextRoute = {
  readonly name: string;
  readonly match: (typed: string) => Answering | undefined;
  /** Also where it is asked with a question mark; else that makes a question about the rules of it. */
  readonly asked?: true;
};

/** A card action (Action.Execute). `handle` returns undefined when the data does not have the route's shape. */
export type ActionRoute = {
  /** `feature.action`, for example `exchange.save`. */
  readonly verb: string;
  readonly handle: (turn: Turn, data: unknown) => Promise<Reply> | undefined;
  /** What reaches the route: who tries everything out makes data of it. */
  readonly schema?: z.ZodType;
};

/** A message extension search. */
export type SearchRoute = {
  readonly name: string;
  readonly search: (turn: Turn, query: string) => Promise<readonly Hit[]>;
};

/** What an action command opens. The buttons in the dialog are card actions like all others. */
export type DialogRoute = {
  readonly command: string;
  /** `message` is missing when the compose box was the place of the command. */
  readonly open: (turn: Turn, message: SentMessage | undefined) => Promise<Reply>;
};

/** What a feature offers to the dispatcher. */
export type Routes = {
  readonly texts: readonly TextRoute[];
  readonly actions: readonly ActionRoute[];
  readonly searches?: readonly SearchRoute[];
  readonly dialogs?: readonly DialogRoute[];
};

/** A typed command whose words `parse` understands, or leaves to the next route by returning undefined. */
export function textRoute<A>(
  name: string,
  parse: (typed: string) => A | undefined,
  run: (turn: Turn, args: A) => Promise<Reply>,
): TextRoute {
  return {
    name,
    match: (typed) => {
      const args = parse(typed);
      return args === undefined ? undefined : (turn) => run(turn, args);
    },
  };
}

/** A card action whose data has passed `schema`; nothing else reaches `run`. */
export function actionRoute<S extends z.ZodType>(
  verb: string,
  schema: S,
  run: (turn: Turn, data: z.output<S>) => Promise<Reply>,
): ActionRoute {
  return {
    verb,
    schema,
    handle: (turn, data) => {
      const parsed = schema.safeParse(data);
      return parsed.success ? run(turn, parsed.data) : undefined;
    },
  };
}
