// @ts-check
// The issuer of tokens, the fake connector and the PostgreSQL of the tests, as set-up has compiled them: one copy
// for both.

const compiled = new URL("../../.cache/bench-support/", import.meta.url);

/** @returns {Promise<typeof import("../../test/support/issuer.ts")>} */
export const loadIssuer = () => import(new URL("issuer.js", compiled).href);

/** @returns {Promise<typeof import("../../test/support/fake-connector.ts")>} */
export const loadConnector = () => import(new URL("fake-connector.js", compiled).href);

/** @returns {Promise<typeof import("../../test/support/postgres.ts")>} */
export const loadPostgres = () => import(new URL("postgres.js", compiled).href);
