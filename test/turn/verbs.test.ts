import { expect, it } from "vitest";
import { createDispatch, type DispatchDeps } from "../../src/turn/dispatch.ts";
import { silence } from "../../src/turn/reply.ts";

const handle = async () => silence;
const deps = (verbs: readonly string[]): DispatchDeps => ({
  clock: () => 0,
  newId: () => "id",
  log: { info: () => {}, warn: () => {}, fault: () => {} } as unknown as DispatchDeps["log"],
  routes: [{ texts: [], actions: verbs.map((verb) => ({ verb, handle })) }],
  ask: async () => silence,
  findMember: async () => null,
  isCoordinator: () => false,
  seen: async () => {},
  arrived: async () => silence,
  left: async () => {},
  count: () => {},
});

it("refuses to start when two buttons share a verb", () => {
  expect(() => createDispatch(deps(["papers.show", "agenda.show", "papers.show"]))).toThrow("papers.show");
  expect(() => createDispatch(deps(["papers.show", "agenda.show"]))).not.toThrow();
});
