/** What a proposal says, as it is stored. */
import { z } from "zod";
import type { Instant } from "../../system/clock.ts";
import type { Matter, Proposed } from "./proposals.ts";

export const payload = z.discriminatedUnion("what", [
  z.object({ what: z.literal("cancel"), reason: z.string() }),
  z.object({
    what: z.literal("delegateChange"),
    party: z.string(),
    /** Who votes for the party until then. */
    from: z.string().nullable(),
    to: z.string(),
    fromName: z.string(),
    toName: z.string(),
  }),
  z.object({ what: z.literal("paperRequest"), party: z.string() }),
  z.object({
    what: z.literal("paperResult"),
    tally: z.array(z.tuple([z.string(), z.int().nonnegative()])),
    present: z.int().nonnegative(),
  }),
  z.object({ what: z.literal("lotDrawn"), drawn: z.array(z.string()) }),
]);
export type Payload = z.output<typeof payload>;
export type PayloadOf<M extends Matter> = Extract<Payload, { readonly what: M }>;

export type Approval = { readonly memberId: string; readonly name: string; readonly approvedAt: Instant };

export type Proposal = {
  readonly id: string;
  readonly electionId: string;
  /** Number of the newest round when it was made; 0 before the first. */
  readonly round: number;
  readonly payload: Payload;
  readonly proposedById: string;
  readonly proposedAt: Instant;
  /** Done or dropped; null while it is open. */
  readonly settledAt: Instant | null;
  readonly approvals: readonly Approval[];
};

const concernedIn = (said: Payload): readonly string[] =>
  said.what === "delegateChange" ? [said.to, ...(said.from === null ? [] : [said.from])] : [];

export const proposedOf = ({ payload: said, proposedById, approvals }: Proposal): Proposed => ({
  matter: said.what,
  proposedBy: proposedById,
  concerned: concernedIn(said),
  approvedBy: approvals.map((one) => one.memberId),
});
