/** The opening file of a round (`forum-oeffnung/v1`): what scrutineers recount with. Pure. */
import { z } from "zod";
import { type RandomBytes, shuffled } from "../../system/random.ts";
import type { SealedBallot } from "../counting.ts";
import type { RoundName } from "../seal.ts";

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

export const openingFileSchema = z.strictObject({
  format: z.literal("forum-oeffnung/v1"),
  electionId: z.string(),
  round: z.int().positive(),
  ballots: z.array(z.strictObject({ commitment: hex(64), choice: z.string(), salt: hex(32) })),
});
export type OpeningFile = z.output<typeof openingFileSchema>;

/** In an order that says nothing, not even the order of the box; no names, no times. */
export const openingFile = (
  { electionId, round }: RoundName,
  ballots: readonly SealedBallot[],
  random: RandomBytes,
): OpeningFile => ({
  format: "forum-oeffnung/v1",
  electionId,
  round,
  ballots: shuffled(ballots, random).map(({ commitment, choice, salt }) => ({ commitment, choice, salt })),
});
