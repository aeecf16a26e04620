/** What a person can do next in an election, by part and state. Pure; the services judge again. */
import { lotNeeded, wayOf } from "./lottery.ts";
import type { ManageView } from "./manage.service.ts";
import { OPENABLE } from "./manage.ts";
import { awaitsPaper, isVoting } from "./proposals.scene.ts";
import type { Matter } from "./proposals.ts";

export const MANAGE_ACTIONS = [
  ...["open", "extend", "repeat", "draw", "drawByHand", "paper"],
  ...["delegate", "roles", "askPaper", "cancel"],
] as readonly ManageAction[];
export type ManageAction =
  | "open"
  | "extend"
  | "repeat"
  | "draw"
  | "drawByHand"
  | "paper"
  | "delegate"
  | "roles"
  | "askPaper"
  | "cancel";

/** In the order in which they are offered. */
export function actionsFor({ scene, open, by }: ManageView): readonly ManageAction[] {
  const { election, last, people } = scene;
  const { state } = election;
  const proposed = (what: Matter): boolean => open.some((one) => one.payload.what === what);
  const voting = state === "voting" && isVoting(scene);
  const lot = state === "lot_pending" && last && lotNeeded(last) ? wayOf(last) : null;
  const leads = by.memberId !== null && people.officer?.memberId === by.memberId;
  const delegate = people.delegates.some((one) => one.memberId === by.memberId);
  const asks = voting || state === "nomination" || OPENABLE.includes(state);
  const can: Record<ManageAction, boolean> = {
    open: by.coordinates && OPENABLE.includes(state),
    extend: by.coordinates && voting,
    repeat: by.coordinates && state === "void",
    draw: by.coordinates && lot === "public-draw",
    drawByHand: leads && lot === "manual-witnessed" && !proposed("lotDrawn"),
    paper: leads && awaitsPaper(scene) && !proposed("paperResult"),
    delegate: by.coordinates && voting && !proposed("delegateChange"),
    roles: by.coordinates && state !== "voting",
    askPaper: delegate && asks && election.rule.paperOnRequest && !proposed("paperRequest"),
    cancel: by.coordinates && !proposed("cancel"),
  };
  return MANAGE_ACTIONS.filter((one) => can[one]);
}
