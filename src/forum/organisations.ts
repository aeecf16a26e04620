/** Reads the project's list of organisations. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { Fault } from "../system/log.ts";
import type { ListedOrganisation } from "./directory.ts";

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const listed = z.array(
  z.strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: z.string().min(1),
    kind: z.enum(["Gemeinde", "Stadt", "Große Kreisstadt", "Landkreis", "Zweckverband", "IT-Dienstleister"]),
    party: z.boolean(),
    validFrom: date,
    validTo: date.nullable().default(null),
    aliases: z.array(z.string().min(1)).default([]),
  }),
);

/** Throws a Fault that names the entry when the text is not a list of organisations. */
export function parseOrganisations(yaml: string): readonly ListedOrganisation[] {
  const result = listed.safeParse(parse(yaml));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Fault(`organisations.yaml: ${issue?.path.join(".")}: ${issue?.message}`);
}

/** The 36 parties and the associated organisations, in the order of the file. */
export const shippedOrganisations = (): readonly ListedOrganisation[] =>
  parseOrganisations(readFileSync(new URL("./organisations.yaml", import.meta.url), "utf8"));
