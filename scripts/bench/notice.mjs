// @ts-check
// The privacy notice of the bench: people are shown it before they become members.
import { join } from "node:path";
import { readNotice } from "../../dist/privacy/notice-config.js";

export const noticeFile = join(import.meta.dirname, "..", "..", "test", "support", "datenschutzhinweis.yaml");

/** What its version is; the card that confirms sends it back. */
export function noticeVersion() {
  const read = readNotice(noticeFile);
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.notice.version;
}
