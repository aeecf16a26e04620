/** What a button may send: made of the schema of its route, with the things of the hall in their places. */
import { z } from "zod";
import type { ActionRoute } from "../../src/turn/route.ts";
import { THINGS } from "./hall.ts";

type Shape = {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
};

const WORDS = [
  "x",
  "1",
  "2038-05-04",
  "10:00",
  "0".repeat(64),
  "0".repeat(32),
  "A".repeat(43),
  "A".repeat(22),
];

function text(shape: Shape): string {
  const { pattern, minLength = 1 } = shape;
  const fits = (one: string) => one.length >= minLength && (!pattern || new RegExp(pattern, "u").test(one));
  return WORDS.find(fits) ?? "x".repeat(minLength);
}

const byType: Readonly<Record<string, (shape: Shape) => unknown>> = {
  object: ({ properties = {} }) =>
    Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, sample(one)])),
  array: ({ prefixItems, items }) => prefixItems?.map(sample) ?? (items ? [sample(items)] : []),
  number: ({ minimum = 0 }) => Math.max(minimum, 0),
  integer: ({ minimum = 0 }) => Math.max(minimum, 0),
  boolean: () => false,
  null: () => null,
};

function sample(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  const [first] = shape.anyOf ?? [];
  if (first) return sample(first);
  return shape.enum ? shape.enum[0] : (byType[shape.type ?? ""] ?? text)(shape);
}

type Ids = (role: string) => string;

const things = (verb: string, actionId: string, id: Ids): Readonly<Record<string, unknown>> => ({
  ...{ actionId, answerId: actionId, party: "binzen", organisation: "binzen", member: id("member") },
  ...{ people: id("member"), deputy: id("deputy"), group: THINGS.group, groupId: THINGS.group },
  ...{ election: THINGS.election, electionId: THINGS.election, meeting: THINGS.meeting },
  ...{ decision: THINGS.decision, use: "new", year: 2038, name: "Amt candidate" },
  id: verb.startsWith("exchange") ? THINGS.exchange : THINGS.meeting,
});

/** Data that the route takes; undefined where none could be made. */
export function dataFor({ verb, schema }: ActionRoute, actionId: string, id: Ids): unknown {
  if (!schema) return undefined;
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;
  if (shape.type !== "object") return {};
  const known = things(verb, actionId, id);
  const needed = new Set(shape.required ?? []);
  const filled = (wanted: (name: string) => boolean) =>
    Object.fromEntries(
      Object.entries(shape.properties ?? {})
        .filter(([name]) => wanted(name))
        .map(([name, one]) => [name, known[name] ?? sample(one)]),
    );
  const plain = sample(shape);
  // As much as fits: all with the things of the hall, what was made up, or only what is required.
  const tries = [filled(() => true), plain, filled((name) => needed.has(name) || name in known)];
  return [...tries, filled((name) => needed.has(name))].find((one) => schema.safeParse(one).success);
}
