/** Who begins or ends to lead or watch an election hears of it. The words are found at delivery. */
import { z } from "zod";
import type { Notice, Render } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import { paragraph } from "../../turn/elements.ts";
import { card } from "../../turn/reply.ts";
import { electionCard } from "../frame.cards.ts";
import type { ElectionDeps } from "../service.ts";
import { roleTold } from "./officers.texts.ts";
import type { HandedOver } from "./officers.ts";

const ROLE = "election.role";
const told = z.object({ role: z.enum(["officer", "scrutineer"]), begins: z.boolean() });

export function roleNotices(electionId: string, { given, ended }: HandedOver, now: Instant): Notice[] {
  const notice = (begins: boolean) => (one: { memberId: string; role: "officer" | "scrutineer" }) => ({
    key: `${ROLE}|${electionId}|${one.role}|${begins}|${one.memberId}|${now}`,
    kind: ROLE,
    subject: electionId,
    to: { member: one.memberId },
    dueAt: now,
    expiresAt: null,
    payload: { role: one.role, begins },
  });
  return [...ended.map(notice(false)), ...given.map(notice(true))];
}

export const roleRenders = ({
  elections,
  trial,
}: Pick<ElectionDeps, "elections" | "trial">): Record<string, Render> => ({
  [ROLE]: async ({ subject, payload, to }) => {
    if (!("member" in to)) return { drop: "gone" };
    const { role, begins } = told.parse(payload);
    const holds = (await elections.roles(subject)).some(
      (one) => one.memberId === to.member && one.role === role && one.until === null,
    );
    if (holds !== begins) return { drop: "superseded" };
    const { title, text } = roleTold[role][begins ? "begins" : "ends"];
    return { send: card(electionCard(trial, title, [paragraph(text)]), title) };
  },
});
