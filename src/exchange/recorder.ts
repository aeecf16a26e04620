/** Who may record: a member, or a guest who becomes one with the organisation chosen in the form. */
import { may, rolesOf } from "../member/rights.ts";
import type { Turn } from "../turn/turn.ts";
import type { ExchangeRefusal } from "./exchange.ts";
import type { ExchangeDeps, Recording } from "./service.ts";

type RecorderDeps = Pick<ExchangeDeps, "isStranger" | "notice"> & {
  readonly isKnown: (organisation: string) => boolean;
};

/**
 * What keeps the person from recording. Somebody whom the coordination has entered, or who has left, confirms that
 * first; nobody becomes a member whose form showed another privacy notice than the present one, or none.
 */
export const recorderRules =
  ({ isStranger, notice, isKnown }: RecorderDeps) =>
  async (
    turn: Turn,
    { organisation, shownNotice }: Pick<Recording, "organisation" | "shownNotice">,
  ): Promise<readonly ExchangeRefusal[]> => {
    if (turn.member) return may(rolesOf(turn), "exchange.record") ? [] : ["notMember"];
    if (!may(rolesOf(turn), "member.introduce") || !(await isStranger(turn.actor))) return ["notMember"];
    if (!organisation) return ["organisationMissing"];
    if (!isKnown(organisation)) return ["organisationUnknown"];
    return shownNotice === notice.version ? [] : ["noticeChanged"];
  };
