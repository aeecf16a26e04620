/** Who is asked to confirm, and what became of a proposal. The words are found at delivery. */
import { z } from "zod";
import type { Tx } from "../../db/store.ts";
import type { Notice, Render } from "../../outbox/notice.ts";
import type { Instant } from "../../system/clock.ts";
import { paragraph } from "../../turn/elements.ts";
import { card } from "../../turn/reply.ts";
import { electionCard } from "../frame.cards.ts";
import type { ElectionDeps } from "../service.ts";
import { proposalCard } from "./proposals.cards.ts";
import type { Proposal } from "./proposals.payload.ts";
import type { ProposalRepository } from "./proposals.repository.ts";
import { type SceneDeps, sceneOf } from "./proposals.scene.ts";
import { matterTitles, outcomes, proposalWords } from "./proposals.texts.ts";
import type { Confirmer } from "./proposals.ts";

const PROPOSAL = "election.proposal";
const SETTLED = "election.proposalSettled";
const settled = z.object({ became: z.enum(["done", "dropped"]) });

/** Delegates who may be witnesses find it with `wahl leiten`; written to are those who have a part in the election. */
export function askedNotices({ id }: Proposal, confirmers: readonly Confirmer[], now: Instant): Notice[] {
  const named = confirmers.filter((one) => one.part !== "delegate");
  return (named.length > 0 ? named : confirmers).map(({ memberId }) => ({
    key: `${PROPOSAL}|${id}|${memberId}`,
    kind: PROPOSAL,
    subject: id,
    to: { member: memberId },
    dueAt: now,
    expiresAt: null,
  }));
}

/** To the one who proposed it, where that is a member. */
export async function settledNotice(
  elections: ElectionDeps["elections"],
  tx: Tx,
  { id, proposedById }: Proposal,
  became: "done" | "dropped",
  now: Instant,
): Promise<Notice[]> {
  const known = (await elections.eligible(tx)).some((one) => one.memberId === proposedById);
  if (!known) return [];
  const common = { key: `${SETTLED}|${id}`, kind: SETTLED, subject: id, dueAt: now, expiresAt: null };
  return [{ ...common, to: { member: proposedById }, payload: { became } }];
}

export type ProposalRenderDeps = SceneDeps &
  Pick<ElectionDeps, "organisationName" | "trial"> & { readonly proposals: ProposalRepository };

export function proposalRenders(deps: ProposalRenderDeps): Record<string, Render> {
  const { proposals, trial, organisationName } = deps;
  return {
    [PROPOSAL]: async ({ subject }, now) => {
      const proposal = await proposals.byId(subject);
      const scene = proposal && (await sceneOf(deps, proposal.electionId, now));
      if (!proposal || !scene) return { drop: "gone" };
      if (proposal.settledAt !== null) return { drop: "superseded" };
      const view = { proposal, scene, mayConfirm: true, mayDrop: proposal.payload.what !== "paperRequest" };
      return { send: card(proposalCard(trial, view, organisationName), proposalWords.asks) };
    },
    [SETTLED]: async ({ subject, payload }) => {
      const proposal = await proposals.byId(subject);
      if (!proposal) return { drop: "gone" };
      const { became } = settled.parse(payload);
      const title = outcomes[became](matterTitles[proposal.payload.what]);
      return { send: card(electionCard(trial, title, [paragraph(proposalWords.settled)]), title) };
    },
  };
}
