/** What buttons and forms of organising send, read before anything is done with it. */
import { z } from "zod";

export const id = z.string().regex(/^[\w-]{1,64}$/);
export const electionOnly = z.object({ election: id });
export const anyElection = z.object({ election: id.optional() });
export const electionForm = z.object({ election: id, actionId: id });
export const line = z.string().max(2000).default("");
/** A multi-select comes as keys joined by commas. */
export const keys = z
  .string()
  .max(5000)
  .default("")
  .transform((value) => value.split(",").map((key) => key.trim()))
  .transform((list) => list.filter((key) => key !== ""));
