// @ts-check
// The rule for a decision (Abstimmung), written for the recount alone.
import { ballotsIn, byTurnout, finding } from "./rule.mjs";

/** @typedef {import("./rule.mjs").Finding} Finding */
/** @typedef {Pick<import("./rule.mjs").Box, "ballots" | "entitled" | "present" | "quorum">} MotionBox */
/** @typedef {{ readonly majority: string, readonly mode: string }} MotionRule */

/** @param {string} reason */
const rejects = (reason) => finding("rejected", { reason });

/** Whole numbers on both sides. @type {Readonly<Record<string, (yes: number, no: number, box: MotionBox) => boolean>>} */
const THRESHOLDS = {
  "absolute-present": (yes, _, { present }) => yes * 2 > present,
  "two-thirds-cast": (yes, no) => yes + no > 0 && yes * 3 >= (yes + no) * 2,
  "two-thirds-electorate": (yes, _, { entitled }) => yes * 3 >= entitled * 2,
};

/** @param {number} yes @param {number} no */
function bySimpleMajority(yes, no) {
  if (yes === no) return rejects("tie");
  return yes > no ? finding("accepted") : rejects("majority");
}

/** @param {MotionBox} box @param {MotionRule} rule @returns {Finding} */
export function motionCounted(box, { majority, mode }) {
  const yes = box.ballots.get("ja") ?? 0;
  const no = box.ballots.get("nein") ?? 0;
  const circulates = mode === "umlauf";
  const decided = byTurnout({ ...box, quorum: circulates ? 0 : box.quorum, cast: ballotsIn(box.ballots) });
  if (decided) return decided;
  if (circulates) return no > 0 ? rejects("objection") : finding("accepted");
  const reaches = THRESHOLDS[majority];
  if (!reaches) return bySimpleMajority(yes, no);
  return reaches(yes, no, box) ? finding("accepted") : rejects("threshold");
}
