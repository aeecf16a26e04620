// @ts-check
// What the trial takes from the tests, as set-up has compiled it.

const compiled = new URL("../../.cache/fuzz-support/", import.meta.url);

/** @param {string} file @returns {Promise<any>} */
const load = (file) => import(new URL(file, compiled).href);

/** @returns {Promise<typeof import("../../test/support/issuer.ts")>} */
export const loadIssuer = () => load("issuer.js");
/** @returns {Promise<typeof import("../../test/support/fake-connector.ts")>} */
export const loadConnector = () => load("fake-connector.js");
/** @returns {Promise<typeof import("../../test/support/file-host.ts")>} */
export const loadFileHost = () => load("file-host.js");
/** @returns {Promise<typeof import("../../test/support/people.ts")>} */
export const loadPeople = () => load("people.js");
/** @returns {Promise<typeof import("../../test/support/fuzz/living-forum.ts")>} */
export const loadForum = () => load("fuzz/living-forum.js");
/** @returns {Promise<typeof import("../../test/support/fuzz/cast.ts")>} */
export const loadCast = () => load("fuzz/cast.js");
/** @returns {Promise<typeof import("../../test/support/fuzz/row-journal.ts")>} */
export const loadJournal = () => load("fuzz/row-journal.js");
/** @returns {Promise<typeof import("../../test/support/fuzz/judge.ts")>} */
export const loadJudge = () => load("fuzz/judge.js");
/** @returns {Promise<typeof import("../../test/support/fuzz/case.ts")>} */
export const loadCase = () => load("fuzz/case.js");
