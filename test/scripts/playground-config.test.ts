import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { LOCAL_COORDINATOR, LOCAL_TENANT } from "../../src/config.ts";
import { trialPeople } from "../../src/member/trial.ts";

type Person = { id: string; name: string; aadObjectId: string; email: string };
const config: { tenantId: string; currentUser: Person; users: Person[] } = parse(
  readFileSync(join(import.meta.dirname, "..", "..", ".m365agentsplayground.yml"), "utf8"),
);

test("the Playground shows the people whom the trial forum knows, by the same ids", () => {
  const shown = [config.currentUser, ...config.users].map(({ id, name, aadObjectId }) => ({
    teamsUserId: id,
    name,
    aadObjectId,
  }));
  const known = trialPeople(LOCAL_TENANT, "few").map(({ actor: { teamsUserId, name, aadObjectId } }) => ({
    teamsUserId,
    name,
    aadObjectId,
  }));
  expect(shown).toEqual(known);
});

test("its current user coordinates, in the tenant of local mode", () => {
  expect([config.tenantId, config.currentUser.aadObjectId]).toEqual([LOCAL_TENANT, LOCAL_COORDINATOR]);
});

test("it has the five users its format takes, none of them reachable", () => {
  expect(config.users).toHaveLength(5);
  expect([config.currentUser, ...config.users].every(({ email }) => email.endsWith(".example"))).toBe(true);
});
