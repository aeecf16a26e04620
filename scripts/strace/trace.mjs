// @ts-check
// Reads what strace has written: for each answer of the HTTP door, whether the log of the database was written
// for its request, and whether that was on disk when the answer left. Pure.

/**
 * @typedef {object} Answer
 * @property {boolean} wrote something was written to the log of the database since the request came in
 * @property {boolean} synced nothing of it was unsynced when the answer left
 * @property {number} syncs
 */

const LINE = /^(\d+)\s+(.*)$/;
const UNFINISHED = / <unfinished \.\.\.>$/;
const RESUMED = /^<\.\.\. \w+ resumed>/;
const REQUEST = /^(?:read|recvfrom)\(\d+<[^>]*>, "POST \/api\/messages/;
const ANSWER = /^(?:write|writev|sendto|sendmsg)\(\d+<[^>]*>, .*HTTP\/1\.1 200 /;
const WAL_WRITE = /^(?:pwrite64|write|writev|pwritev)\(\d+<[^>]*-wal>/;
const WAL_SYNC = /^(?:fsync|fdatasync)\(\d+<[^>]*-wal>\)?.*= 0$/;

/**
 * The calls in the order in which they ended; one that was interrupted in the log is put together again.
 * @param {string} trace
 * @returns {Generator<string>}
 */
function* callsIn(trace) {
  /** @type {Map<string, string>} */
  const begun = new Map();
  for (const line of trace.split("\n")) {
    const [, thread = "", call = ""] = LINE.exec(line) ?? [];
    if (UNFINISHED.test(call)) begun.set(thread, call.replace(UNFINISHED, ""));
    else if (RESUMED.test(call)) yield `${begun.get(thread) ?? ""}${call.replace(RESUMED, "")}`;
    else if (call !== "") yield call;
  }
}

/**
 * @param {string} trace of requests that came one after the other, written with `-f -y`
 * @returns {readonly Answer[]} in their order
 */
export function answersIn(trace) {
  const answers = [];
  let [wrote, dirty, syncs] = [false, false, 0];
  for (const call of callsIn(trace)) {
    if (REQUEST.test(call)) [wrote, dirty, syncs] = [false, false, 0];
    else if (WAL_WRITE.test(call)) [wrote, dirty] = [true, true];
    else if (WAL_SYNC.test(call)) [dirty, syncs] = [false, syncs + 1];
    else if (ANSWER.test(call)) answers.push({ wrote, synced: wrote && !dirty, syncs });
  }
  return answers;
}
